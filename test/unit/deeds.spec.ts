import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const deedsOf = (language: string): string[] => {
  const file = join(root, 'web', 'src', 'shared', 'i18n', 'locales', language, 'audit.json');
  return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { audit: { deed: object } }).audit.deed);
};

/** Names of deeds that are spelled out where the trail is written; those that are put together are not seen here. */
function deedsWritten(): string[] {
  const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .filter((text) => /\baudit\b/i.test(text))
    .join('\n');
  const named = [...source.matchAll(/(?:action: |action = |, )'([a-z]\w+\.[a-z][\w-]*)'/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(named)].filter((name) => !/_at$|^(from|to)\./.test(name));
}

describe('the trail', () => {
  it('has words for every deed', () => {
    const deeds = deedsWritten();
    expect(deeds.length).toBeGreaterThan(60);
    const known = new Set(deedsOf('en'));
    expect(deeds.filter((name) => !known.has(name.replaceAll(/[.-]/g, '_')))).toEqual([]);
  });
});
