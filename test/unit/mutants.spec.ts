import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** The laws and controls that can be switched off. */
function names(): string[] {
  return readdirSync(lists).flatMap((file) =>
    (parse(readFileSync(join(lists, file), 'utf8')) as { name: string }[]).map(({ name }) => name),
  );
}

describe('the mutants', () => {
  it('switch off every law that the README names', () => {
    const laws = lawsOfReadme();
    expect(laws.length).toBeGreaterThan(50);
    expect(laws.filter((law) => !names().includes(law))).toEqual([]);
  });

  it('can all be made of the sources as they are', () => {
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${names().length} mutants can be made`);
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

function check(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(project, 'mutants', 'mutants.mjs'), '--check', ...words], {
    encoding: 'utf8',
  });
}
