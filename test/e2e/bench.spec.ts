import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../support/chaos';

const root = join(__dirname, '..', '..');

/** Runs `npm run bench` in its smallest size and answers its figures. */
function bench(): Figure[] {
  execFileSync(process.execPath, [join(root, 'bin', 'start.mjs'), 'build'], { stdio: 'ignore' });
  const folder = mkdtempSync(join(tmpdir(), 'oasis-bench-figures-'));
  const file = join(folder, 'figures.json');
  try {
    execFileSync(process.execPath, [join(root, 'bench', 'bench.mjs')], {
      env: { ...process.env, BENCH_PACE: 'tiny', BENCH_JSON: file },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return (JSON.parse(readFileSync(file, 'utf8')) as { figures: Figure[] }).figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One figure of each measure, and how many there are. Speed itself is never asserted. */
const expected: [string, string, number][] = [
  ['bookings', '32 clients: rate beside plain SQL', 27],
  ['races', 'a coach and a room: winners in 1 rounds', 12],
  ['start', 'memory at rest, MiB', 5],
  ['processes', 'places that are taken twice', 7],
  ['matching', 'for coverage: median ms', 4],
  ['reminders', 'jobs in PostgreSQL: reminders sent a second', 5],
  ['reads', 'day of a site, 100 resources and 400 bookings: time among 1000 beside 500', 20],
];

it('npm run bench measures all that it promises, and what it counts is right', () => {
  const figures = bench();
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
