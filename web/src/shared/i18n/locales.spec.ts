import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const source = join(__dirname, '..', '..');
const languages = ['en', 'fi', 'sv', 'ru'];

type Texts = { [key: string]: string | Texts };

/** `a.b.c` -> text. */
function flat(texts: Texts, before = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[before + key, value]] : [...flat(value, `${before}${key}.`)],
    ),
  );
}

/** The groups of texts by the file they stand in. */
const filesOf = (language: string) =>
  readdirSync(join(__dirname, 'locales', language)).map(
    (name) => JSON.parse(readFileSync(join(__dirname, 'locales', language, name), 'utf8')) as Texts,
  );

const textsOf = (language: string) => flat(Object.assign({}, ...filesOf(language)) as Texts);

const plural = /_(zero|one|two|few|many|other)$/;
const names = (texts: Map<string, string>) => new Set([...texts.keys()].map((key) => key.replace(plural, '')));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name) && !/\.(spec|d)\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

/** What the screens ask for: keys in full, and beginnings of keys that are completed at run time. */
interface Asked {
  keys: Set<string>;
  beginnings: Set<string>;
}

/** Texts that stand in a component instead of a locale. */
const attributes = new Set(['aria-label', 'label', 'placeholder', 'title', 'alt', 'description']);
const hasWords = (text: string) => /\p{L}{2,}/u.test(text.replaceAll('Business Oasis', ''));

function read(code: string, path: string): Asked & { hardCoded: string[] } {
  const found: Asked & { hardCoded: string[] } = { keys: new Set(), beginnings: new Set(), hardCoded: [] };
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const blame = (text: string) => found.hardCoded.push(`${path.slice(source.length)}: ${text.trim()}`);

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const key = node.arguments[0];
      if (key && ts.isStringLiteralLike(key)) found.keys.add(key.text);
      else if (key && ts.isTemplateExpression(key)) found.beginnings.add(key.head.text);
      else throw new Error(`${path}: the key of t() must be a text: ${node.getText()}`);
    }
    if (ts.isJsxText(node) && hasWords(node.text)) blame(node.text);
    if (ts.isJsxAttribute(node) && attributes.has(node.name.getText())) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && hasWords(value.text)) blame(value.text);
    }
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      if (ts.isJsxElement(node.parent) && hasWords(node.expression.text)) blame(node.expression.text);
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  return found;
}

function readAll(): Asked & { hardCoded: string[] } {
  const all = files(source).map((path) => read(readFileSync(path, 'utf8'), path));
  return {
    keys: new Set(all.flatMap(({ keys }) => [...keys])),
    beginnings: new Set(all.flatMap(({ beginnings }) => [...beginnings])),
    hardCoded: all.flatMap(({ hardCoded }) => hardCoded),
  };
}

describe('the texts of the screens', () => {
  const asked = readAll();
  const english = textsOf('en');

  it.each(languages)('are complete in %s: no key is missing, none is too many, none is empty', (language) => {
    const texts = textsOf(language);
    expect([...names(texts)].sort()).toEqual([...names(english)].sort());
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(languages)('stand in %s in one file each: no file hides the group of another', (language) => {
    const groups = filesOf(language).flatMap((file) => Object.keys(file));
    expect(groups).toHaveLength(new Set(groups).size);
  });

  it.each(languages)('have every plural that %s needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const texts = textsOf(language);
    const counted = [...names(english)].filter((name) => english.has(`${name}_other`));
    const missing = counted.flatMap((name) => needed.map((form) => `${name}_${form}`)).filter((key) => !texts.has(key));
    expect(missing).toEqual([]);
  });

  it.each(languages)('name the same particulars in %s as in English', (language) => {
    const particulars = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    const differing = [...textsOf(language)].filter(([key, text]) => {
      const original = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
      return particulars(text).join() !== particulars(original).join();
    });
    expect(differing).toEqual([]);
  });

  it('exist for every key that a screen asks for', () => {
    expect([...asked.keys].filter((key) => !names(english).has(key))).toEqual([]);
    const empty = [...asked.beginnings].filter((start) => ![...names(english)].some((key) => key.startsWith(start)));
    expect(empty).toEqual([]);
  });

  it('are all used', () => {
    const unused = [...names(english)].filter(
      (key) => !asked.keys.has(key) && ![...asked.beginnings].some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('stand in the locales and not in the components', () => {
    expect(asked.hardCoded).toEqual([]);
  });

  it('would be found if they stood in a component', () => {
    const code = `export const A = () => <p title="Some words">Hello there {'more words'} {t('nav.home')}</p>;`;
    const { hardCoded, keys } = read(code, `${source}/A.tsx`);
    expect(hardCoded).toHaveLength(3);
    expect([...keys]).toEqual(['nav.home']);
  });
});
