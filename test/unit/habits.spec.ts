import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import habits from '../../lint/habits.mjs';

const root = join(__dirname, '..', '..');

/** For each habit of the house what breaks it, and the nearest thing that does not. */
const samples: Record<string, { wrong: string[]; right: string[] }> = {
  'no-forward-ref': { wrong: ['forwardRef(() => Site)'], right: ['useRef(site)'] },
  'no-synchronize': { wrong: ['open({ synchronize: true })'], right: ['open({ synchronize: false })'] },
  'no-request-scope': { wrong: ['use(Scope.REQUEST)', 'use(Scope.TRANSIENT)'], right: ['use(Scope.DEFAULT)'] },
  'no-unchecked-certificate': {
    wrong: ['connect({ rejectUnauthorized: false })'],
    right: ['connect({ rejectUnauthorized: true })'],
  },
  'no-default-export': { wrong: ['export default 1'], right: ['export const site = 1'] },
  'no-environment': { wrong: ['use(process.env.PORT)', "use(process.env['PORT'])"], right: ['use(config.env)'] },
  'no-wall-clock': {
    wrong: ['new Date()', 'Date.now()', 'Temporal.Now.instant()'],
    right: ['new Date(0)', 'clock.now()', 'performance.now()'],
  },
  'no-focused-test': {
    wrong: ["it.only('works', () => {})", "describe.only('all', () => {})", "fit('works', () => {})"],
    right: ["it('works', () => {})", 'list.only(1)'],
  },
};

/** What the linter finds when all habits are mistakes: the rule and the line of each. */
function found(code: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'oasis-habits-'));
  try {
    const config = join(folder, 'config.json');
    const rules = Object.fromEntries(Object.keys(habits.rules).map((name) => [`habits/${name}`, 'error']));
    const jsPlugins = [join(root, 'lint', 'habits.mjs')];
    writeFileSync(config, JSON.stringify({ plugins: [], categories: { correctness: 'off' }, jsPlugins, rules }));
    writeFileSync(join(folder, 'sample.ts'), code);
    const linter = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout, stderr } = spawnSync(process.execPath, [linter, '-c', config, '-f', 'unix', folder], {
      encoding: 'utf8',
    });
    if (!stdout.includes('problem')) throw new Error(stdout + stderr);
    return [...stdout.matchAll(/sample\.ts:(\d+):\d+: .*habits\(([\w-]+)\)\]$/gm)].map(
      ([, line, rule]) => `${rule} ${line}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('each habit of the house is noticed where it is broken, and nowhere else', () => {
  expect(Object.keys(samples)).toEqual(Object.keys(habits.rules));
  const lines = Object.entries(samples).flatMap(([name, { wrong, right }]) => [
    ...wrong.map((code) => ({ code, breaks: name })),
    ...right.map((code) => ({ code, breaks: undefined })),
  ]);
  const broken = lines.flatMap(({ breaks }, n) => (breaks ? [`${breaks} ${n + 1}`] : []));
  expect(found(lines.map(({ code }) => `${code};`).join('\n')).sort()).toEqual(broken.sort());
});
