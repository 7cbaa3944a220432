// npm run chaos -- <scenario ...|all> [--size reduced|small|full] [--seed n] [--queue postgres|redis] [--json file]
//   [--off law,law] [--one-house] [--minutes n]
//
// A whole house as child processes, faults by a seed, and an oracle that counts what must be zero. Prints each figure with
// its target; ends with 1 when one is missed. With --one-house all scenarios share a house, each on a site of its own.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { freeze, hasRedis } from './estate.mjs';
import { Landlord } from './landlord.mjs';
import { Random } from './random.mjs';
import { scenarios } from './scenarios.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'small' },
    seed: { type: 'string' },
    queue: { type: 'string' },
    json: { type: 'string' },
    off: { type: 'string', default: '' },
    minutes: { type: 'string', default: '240' },
    'one-house': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Math.floor(performance.timeOrigin) % 1_000_000_007);
const wanted =
  positionals.length === 0 || positionals.includes('all')
    ? Object.keys(scenarios).filter((name) => name !== 'soak')
    : positionals;
const unknown = wanted.filter((name) => !scenarios[name]);
if (unknown.length > 0 || !['reduced', 'small', 'full'].includes(values.size)) {
  console.error(`scenarios: ${Object.keys(scenarios).join(' ')} or all; sizes: reduced small full`);
  process.exit(2);
}
const off = values.off.split(',').filter(Boolean);
const queues = values.queue ? [values.queue] : hasRedis() ? ['postgres', 'redis'] : ['postgres'];

console.log(
  `chaos: ${wanted.join(' ')}, size ${values.size}, seed ${seed}, jobs in ${queues.join(' and ')}, ${process.version}`,
);
const frozen = freeze();
const landlord = new Landlord(frozen, { oneHouse: values['one-house'] });
const found = [];
process.on('exit', () => frozen.remove());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
try {
  for (const name of wanted) {
    const { run, onEachQueue, needsRedis } = scenarios[name];
    const places = onEachQueue ? queues : needsRedis ? queues.filter((queue) => queue === 'redis') : queues.slice(0, 1);
    if (places.length === 0) console.log(`\n${name}: NOT EXERCISED, Redis is not installed`);
    for (const queue of places) {
      const from = performance.now();
      const figures = await run(landlord, {
        size: values.size,
        random: new Random(seed),
        queue,
        off,
        minutes: Number(values.minutes),
      });
      figures.print(console.log);
      console.log(`    ${((performance.now() - from) / 1000).toFixed(0)} s`);
      found.push(...figures.rows);
    }
  }
} finally {
  await landlord.close();
  frozen.remove();
}
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ seed, size: values.size, node: process.version, figures: found }, null, 2)}\n`,
  );
const missed = found.filter(({ met }) => !met);
console.log(`\n${found.length} figures, ${missed.length} missed (seed ${seed})`);
process.exit(missed.length === 0 ? 0 : 1);
