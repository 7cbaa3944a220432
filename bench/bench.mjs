// `npm run bench -- [measure ...]`: what the house costs beside the same work in plain SQL on the same server, in one
// run. Figures of different runs or machines do not compare; the ratios of one run do. Prints a table, writes JSON, and
// fails only when something is wrong: a missed target is printed, never an exit code.
//
// BENCH_SIZES  bookings in the houses of the reads, smallest first (10000,1000000)
// BENCH_PACE   `usual`, or `tiny` to see in seconds that everything is still measured
// BENCH_ROUNDS, BENCH_SECONDS  how many interleaved rounds, and how long each is
// BENCH_JSON   where the figures are written (bench/latest.json)
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Figures } from '../chaos/figures.mjs';
import { employ } from './coaching.mjs';
import { fill } from './history.mjs';
import { bookings } from './measures/bookings.mjs';
import { matching } from './measures/matching.mjs';
import { processes } from './measures/processes.mjs';
import { races } from './measures/races.mjs';
import { reads } from './measures/reads.mjs';
import { reminders } from './measures/reminders.mjs';
import { start } from './measures/start.mjs';
import { root, Stand } from './stand.mjs';

const paces = {
  usual: {
    turns: { rounds: 5, seconds: 1.5 },
    processes: { counts: [1, 2, 4], rounds: 3, seconds: 1.5 },
    races: { rounds: 10, racers: 40 },
    start: { rounds: 3, requests: 10_000, rest: 3 },
    matching: { rounds: 5, intake: { founders: 300, coaches: 60, places: 5 } },
    reminders: { count: 2_000 },
    members: 1_000,
    resources: 100,
    sizes: '10000,1000000',
  },
  tiny: {
    turns: { rounds: 1, seconds: 0.05 },
    processes: { counts: [1, 2], rounds: 1, seconds: 0.05 },
    races: { rounds: 1, racers: 4 },
    start: { rounds: 1, requests: 50, rest: 0 },
    matching: { rounds: 1, intake: { founders: 10, coaches: 4, places: 2 } },
    reminders: { count: 20 },
    members: 40,
    resources: 10,
    sizes: '500,1000',
  },
};
const pace = paces[process.env.BENCH_PACE ?? 'usual'];
for (const one of [pace.turns, pace.processes]) {
  one.rounds = Number(process.env.BENCH_ROUNDS ?? one.rounds);
  one.seconds = Number(process.env.BENCH_SECONDS ?? one.seconds);
}
const sizes = (process.env.BENCH_SIZES ?? pace.sizes).split(',').map(Number);

// Nothing of a house outlives the command, however that ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
const stand = await Stand.open();
const found = [];
try {
  const house = async (name, size) => {
    const made = await stand.house(name, { resources: pace.resources, members: pace.members });
    made.members.forEach((member, index) => (member.index = index));
    await employ(made, pace.races.racers);
    const from = performance.now();
    await fill(made, size);
    console.log(`${size} bookings were made up in ${((performance.now() - from) / 1000).toFixed(0)} s`);
    return Object.assign(made, { size });
  };
  const [smallest, ...others] = sizes;
  const first = await house('first', smallest);
  const api = await stand.start('main', first);
  const measures = {
    // Before all that writes into the first house: more bookings would be more than its size says.
    reads: async (figures) => {
      const larger = [];
      for (const size of others) larger.push(await house(`size_${size}`, size));
      await reads(stand, [first, ...larger], api, pace.turns, figures);
    },
    bookings: (figures) => bookings(stand, first, api, pace.turns, figures),
    races: (figures) => races(stand, first, api, pace.races, figures),
    start: (figures) => start(stand, first, pace.start, figures),
    processes: (figures) => processes(stand, first, api, pace.processes, figures),
    matching: (figures) => matching(pace.matching, figures),
    reminders: (figures) => reminders(stand, pace.reminders, figures),
  };
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(measures);
  console.log(`medians of ${pace.turns.rounds} interleaved rounds; ${process.version}, ${cpus().length} processors`);
  for (const name of wanted) {
    const figures = new Figures(name, '');
    const from = performance.now();
    await measures[name](figures);
    figures.print(console.log);
    console.log(`    ${((performance.now() - from) / 1000).toFixed(0)} s`);
    found.push(...figures.rows);
  }
} finally {
  await stand.close();
}
writeFileSync(
  process.env.BENCH_JSON ?? join(root, 'bench', 'latest.json'),
  `${JSON.stringify({ node: process.version, processors: cpus().length, sizes, figures: found }, null, 2)}\n`,
);
