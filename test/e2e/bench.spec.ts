import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../support/chaos';

const root = join(__dirname, '..', '..');

/** Runs some measures of `npm run bench` in their smallest size and answers their figures. */
function bench(...measures: string[]): Figure[] {
  execFileSync(process.execPath, [join(root, 'bin', 'start.mjs'), 'build'], { stdio: 'ignore' });
  const folder = mkdtempSync(join(tmpdir(), 'oasis-bench-figures-'));
  const file = join(folder, 'figures.json');
  try {
    execFileSync(process.execPath, [join(root, 'bench', 'bench.mjs'), ...measures], {
      env: { ...process.env, BENCH_PACE: 'tiny', BENCH_JSON: file },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return (JSON.parse(readFileSync(file, 'utf8')) as { figures: Figure[] }).figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * One figure of each measure, and how many there are. Speed itself is never asserted. The measures that fill tables or
 * start more processes are left to the command.
 */
const expected: [string, string, number][] = [
  ['bookings', '32 clients: rate beside plain SQL', 27],
  ['races', 'a coach and a room: winners in 1 rounds', 12],
];

it('npm run bench measures what it promises, and what it counts is right', () => {
  const figures = bench(...expected.map(([scenario]) => scenario));
  for (const [scenario, name, least] of expected) {
    const own = figures.filter((figure) => figure.scenario === scenario);
    expect([scenario, own.map((figure) => figure.name)]).toEqual([scenario, expect.arrayContaining([name])]);
    expect([scenario, own.length >= least]).toEqual([scenario, true]);
  }
  const unmeasured = figures.filter(({ found }) => typeof found === 'number' && !Number.isFinite(found));
  expect(unmeasured).toEqual([]);
  const wrong = figures.filter(({ target, met }) => target.startsWith('=') && !met);
  expect(wrong).toEqual([]);
}, 120_000);
