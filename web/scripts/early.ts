import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const languages = ['fi', 'sv', 'en', 'ru'];
const texts = 'src/shared/i18n/locales';
const place = 'var files = {};';

/**
 * Tells `early.js` the names of the files that hold the texts of each language: only the build knows them, and only
 * the browser knows which of them will be needed.
 */
export function early(): Plugin {
  return {
    name: 'early',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const page = readFileSync(join(dir, 'index.html'), 'utf8');
      const needed = (source: string) => filesOf(source, chunks).filter((file) => !page.includes(file));
      const files = Object.fromEntries(
        languages.map((language) => [
          language,
          { first: needed(`${texts}/${language}.ts`), rest: needed(`${texts}/${language}.rest.ts`) },
        ]),
      );
      const path = join(dir, 'early.js');
      const code = readFileSync(path, 'utf8');
      if (!code.includes(place)) throw new Error(`early.js has no place for the names of files: ${place}`);
      writeFileSync(path, code.replace(place, `var files = ${JSON.stringify(files)};`));
    },
  };
}

/** The addresses of the file that holds a source and of all that it imports. */
function filesOf(source: string, chunks: Rolldown.OutputChunk[]): string[] {
  const first = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(source)));
  if (!first) throw new Error(`${source} is not in the build.`);
  const files = new Set<string>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (files.has(`/${chunk.fileName}`)) return;
    files.add(`/${chunk.fileName}`);
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name);
      if (imported) add(imported);
    }
  };
  add(first);
  return [...files];
}
