import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** How many requirements of the levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1 on. */
const sections: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};
const numbers = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);

interface Row {
  number: string;
  asked: string;
  met: string;
  shown: string;
}

const rows = text('docs/security.md')
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line): Row => {
    const [number = '', asked = '', met = '', shown = ''] = line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim());
    return { number, asked, met, shown };
  });

const reason = /^(Does not apply|Deployment|Not met): .{15,}/;
const isPath = (name: string): boolean =>
  /^[\w.][\w.-]*(\/[\w.-]+)+$/.test(name) || /^([\w-]+\.(md|yml|json)|Dockerfile|\.dockerignore)$/.test(name);
const pathsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!).filter(isPath);
/** What a page names that is not there; a bare reason needs nothing. */
function faultsOf({ met, shown }: Row): string[] {
  const missing = pathsIn(met)
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `no file ${path}`);
  if (reason.test(met)) return missing;
  if (pathsIn(met).length === 0) missing.push('says no place');
  if (shown === 'Reading.')
    return pathsIn(met).every((path) => path.endsWith('.md')) ? missing : [...missing, 'is code'];
  const [, file = '', title = ''] = /^`([^`]+)`: "(.+)"$/.exec(shown) ?? [];
  if (!existsSync(join(root, file)) || file === '') return [...missing, `no test ${file}`];
  return text(file).includes(title) ? missing : [...missing, `${file} has no "${title}"`];
}

describe('docs/security.md', () => {
  it('has one row for each of the 253 requirements', () => {
    expect(numbers).toHaveLength(253);
    expect(rows.map(({ number }) => number)).toEqual(numbers);
  });

  it('says of each where it is met and what shows it, or why not', () => {
    const faults = rows.flatMap((row) => faultsOf(row).map((fault) => `${row.number}: ${fault}`));
    expect(faults).toEqual([]);
    expect(rows.filter(({ asked }) => asked === '')).toEqual([]);
  });

  it('counts them rightly', () => {
    const starting = (word: string): number => rows.filter(({ met }) => met.startsWith(`${word}:`)).length;
    const [platform, none, open] = [starting('Deployment'), starting('Does not apply'), starting('Not met')];
    const words = text('docs/security.md').replace(/\s+/g, ' ');
    expect(words).toContain(`${253 - platform - none - open} are met, ${platform} are met by the platform`);
    expect(words).toContain(`${none} do not apply, ${open} ${open === 1 ? 'is' : 'are'} not met`);
  });

  it('would not pass with a place, a test or a title that is not there (so the tests above can fail)', () => {
    const good = rows.find(({ shown }) => shown.startsWith('`'))!;
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...good, met: '`src/nowhere.ts`' })).toEqual(['no file src/nowhere.ts']);
    expect(faultsOf({ ...good, met: 'certainly' })).toEqual(['says no place']);
    expect(faultsOf({ ...good, shown: '' })).toEqual(['no test ']);
    expect(faultsOf({ ...good, shown: '`test/unit/nowhere.spec.ts`: "x"' })).toEqual([
      'no test test/unit/nowhere.spec.ts',
    ]);
    expect(faultsOf({ ...good, shown: '`README.md`: "no such words"' })).toEqual(['README.md has no "no such words"']);
    expect(faultsOf({ ...good, shown: 'Reading.' })).toEqual(['is code']);
  });
});

describe('what is promised around the code', () => {
  it('says how to report and how soon', () => {
    const words = text('SECURITY.md').replace(/\s+/g, ' ');
    expect(words).toContain('within three working days');
    for (const severity of ['critical', 'high', 'moderate'])
      expect(words).toMatch(new RegExp(`\\| ${severity}[^|]*\\| \\d+ days`));
  });

  it('has a bill of materials and audits what production installs', () => {
    const scripts = (JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts;
    expect(scripts['sbom']).toBe('node bin/sbom.mjs');
    expect(text('.ci/run')).toContain('npm run --silent sbom');
    expect(text('.ci/run')).toContain('npm audit --omit=dev');
  });

  it('leaves the history of the source out of the image', () => {
    const [first, ...allowed] = text('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(allowed.filter((line) => /^!\.?(git|\/|\*)/.test(line))).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  it('names figures, variables, files and commands that exist', () => {
    const page = text('docs/operations.md');
    const sources = [
      'src/reminders/sender.service.ts',
      'src/reminders/message.ticks.ts',
      'src/platform/database/database.ts',
    ]
      .concat([
        'src/platform/http/request-log.ts',
        'src/platform/queue/queue-doorbell.ts',
        'src/platform/queue/queues.ts',
      ])
      .concat('src/worker/timekeeper.ts', 'src/platform/http/problem.filter.ts')
      .map(text)
      .join('\n');
    const figures = [...page.matchAll(/oasis_[a-z_]+_(?:total|seconds|waiting|jobs)\b/g)].map(([name]) => name);
    expect(figures.length).toBeGreaterThan(8);
    expect(figures.filter((name) => !sources.includes(`'${name}'`))).toEqual([]);
    expect(pathsIn(page).filter((path) => !path.startsWith('api/') && !existsSync(join(root, path)))).toEqual([]);
    const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: object }).scripts);
    const commands = [...page.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name!);
    expect(commands.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});
