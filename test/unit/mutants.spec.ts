import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';

const project = join(__dirname, '..', '..');
const lists = join(project, 'mutants', 'list');

/** The code words in the first column of the table of laws. */
function lawsOfReadme(): string[] {
  const text = readFileSync(join(project, 'README.md'), 'utf8');
  const table = text.slice(text.indexOf('\n## The laws'), text.indexOf('\n## Errors'));
  const columns = table.split('\n').flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1] ?? ''] : []));
  return columns.flatMap((column) => [...column.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));
}

interface Listed {
  name: string;
  file: string;
  and?: { file: string }[];
}

/** The mutants by their area, which is the name of their file. */
const areas = new Map(
  readdirSync(lists)
    .sort()
    .map((file) => [file.replace('.yaml', ''), parse(readFileSync(join(lists, file), 'utf8')) as Listed[]]),
);
const listed = [...areas.values()].flat();

/** A law as it stands in the sources: its name, and the folder that it lives in. */
const place = (name: string, file: string): string => `${name} in ${dirname(file)}`;

/** How many of something there are by their names. */
function counted(names: string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

/** Every `Rule` of the sources. */
function rulesOfSources(): string[] {
  const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(project, 'src', file), 'utf8');
      const found = [...text.matchAll(/const \w+: Rule<[^;]*?= \{\s*name: '(\w+)'/g)];
      return found.map(([, name = '']) => place(name, join('src', file)));
    });
}

describe('the mutants', () => {
  it('switch off every law that the README names', () => {
    const laws = lawsOfReadme();
    expect(laws.length).toBeGreaterThan(50);
    expect(laws.filter((law) => !listed.some(({ name }) => name === law))).toEqual([]);
  });

  it('switch off every rule of the sources', () => {
    const rules = counted(rulesOfSources());
    expect(rules.size).toBeGreaterThan(90);
    const off = counted(
      listed.flatMap(({ name, file, and = [] }) => [
        ...new Set([file, ...and.map((edit) => edit.file)].map((each) => place(name, each))),
      ]),
    );
    expect([...rules].filter(([rule, count]) => (off.get(rule) ?? 0) < count).map(([rule]) => rule)).toEqual([]);
  });

  it('are as many, area by area, as docs/mutants.md says', () => {
    const text = readFileSync(join(project, 'docs', 'mutants.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `([\w-]+)` +\| +(\d+) \|/gm)];
    expect(rows.map(([, area, count]) => [area, Number(count)])).toEqual(
      [...areas].map(([area, mutants]) => [area, mutants.length]),
    );
    expect(text).toContain(`${listed.length} mutants`);
  });

  it('can all be made of the sources as they are', () => {
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${listed.length} mutants can be made`);
  });

  it.each([
    ['its source was rewritten', { find: 'there is no such rule' }, 'is stale'],
    ['its source stands there twice', { find: 'const ' }, 'is stale'],
    ['it changes nothing', { replace: '  timeGrid,' }, 'changes nothing'],
    ['its spec is gone', { spec: 'test/medium/gone.spec.ts' }, 'there is no test/medium/gone.spec.ts'],
    ['nobody says which test notices', { test: undefined }, 'lacks "test"'],
  ])('are refused when %s', (_, change, said) => {
    const mutant = {
      name: 'time_grid',
      off: 'the rule',
      file: 'src/bookings/booking.rules.ts',
      find: '  timeGrid,',
      replace: '',
      spec: 'test/medium/bookings.spec.ts',
      test: 'time_grid',
    };
    const folder = mkdtempSync(join(tmpdir(), 'oasis-list-'));
    try {
      const file = join(folder, 'list.yaml');
      writeFileSync(file, stringify([mutant]));
      expect(check('--list', file).status).toBe(0);
      writeFileSync(file, stringify([{ ...mutant, ...change }]));
      const { status, stderr } = check('--list', file);
      expect(status).toBe(2);
      expect(stderr).toContain(said);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** `npm run mutants` over a list of its own: small cells, a rule without a database. */
describe('the runner of mutants', () => {
  const source = 'src/reports/report.rules.ts';
  const spec = 'src/reports/report.rules.spec.ts';
  const line = '  const hidden = people.map((count) => count > 0 && count < smallestCell);';
  const mutant = { name: 'small_cells', file: source, find: line, spec, test: 'small_cells' };
  const before = readFileSync(join(project, source), 'utf8');

  it('calls killed what a test has judged, and nothing else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'oasis-list-'));
    const [list, json] = [join(folder, 'list.yaml'), join(folder, 'found.json')];
    const title = "describe('small_cells";
    const hanging = `it('small_cells hangs', () => new Promise(() => undefined), 50);\n`;
    const words = [
      { ...mutant, off: 'the rule', replace: '  const hidden = people.map(() => false);' },
      { ...mutant, off: 'nothing but the spelling', replace: line.replaceAll('count', 'many') },
      { ...mutant, off: 'the language', replace: '  const hidden = people.map((;' },
      { ...mutant, off: 'what it stands on', replace: '  const hidden = nothing.map(() => false);' },
      { ...mutant, off: 'the end', file: spec, find: title, replace: `${hanging}${title}` },
      { ...mutant, off: 'a test that is not there', replace: '', test: 'nobody wrote this' },
    ];
    try {
      writeFileSync(list, stringify(words));
      const { status, stdout } = run('--list', list, '--json', json, '--at-once', '1');
      expect(status).toBe(1);
      const { mutants } = JSON.parse(readFileSync(json, 'utf8')) as { mutants: Record<string, string>[] };
      expect(Object.fromEntries(mutants.map(({ off, outcome }) => [off, outcome]))).toEqual({
        'the rule': 'killed',
        'nothing but the spelling': 'survived',
        'the language': 'survived',
        'what it stands on': 'survived',
        'the end': 'survived',
        'a test that is not there': 'unproven',
      });
      expect(mutants[0]?.['by']).toMatch(/^small_cells/);
      expect(stdout).toContain('6 mutants: 1 killed, 4 survived, 1 unproven');
      expect(readFileSync(join(project, source), 'utf8')).toBe(before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function check(...words: string[]): ReturnType<typeof run> {
  return run('--check', ...words);
}

function run(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(project, 'mutants', 'mutants.mjs'), ...words], { encoding: 'utf8' });
}
