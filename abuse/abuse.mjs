// `npm run abuse -- <scenario ...|all> [--size reduced|full] [--seed n] [--json file] [--bites]`: a whole house with its
// demonstration, attacked from the street by a seed, and an oracle that counts what must be zero. Prints each figure with
// its target; ends with 1 when one is missed. With `--bites` controls are switched off one by one at the end, to see that
// the figures notice.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { freeze } from '../chaos/estate.mjs';
import { Figures } from '../chaos/figures.mjs';
import { bite } from './bites.mjs';
import { scenarios } from './scenarios.mjs';
import { Target } from './target.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'reduced' },
    seed: { type: 'string' },
    json: { type: 'string' },
    bites: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Math.floor(performance.timeOrigin) % 1_000_000_007);
const { size } = values;
const wanted =
  positionals.length === 0 || positionals.includes('all')
    ? Object.keys(scenarios).filter((name) => !scenarios[name].sizes || scenarios[name].sizes.includes(size))
    : positionals;
if (wanted.some((name) => !scenarios[name]) || !['reduced', 'full'].includes(size) || Number.isNaN(seed)) {
  console.error(`scenarios: ${Object.keys(scenarios).join(' ')} or all; sizes: reduced full`);
  process.exit(2);
}

console.log(`abuse: ${wanted.join(' ')}, size ${size}, seed ${seed}, ${process.version}`);
const frozen = freeze();
process.on('exit', () => frozen.remove());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const found = [];
const run = async (target, name) => {
  const from = performance.now();
  const figures = await scenarios[name].run(target, { size, full: size === 'full', seed }).catch((error) => {
    // What cannot be measured has not held; the others are measured all the same.
    const none = new Figures(name, 'could not be run to its end');
    none.none('errors of the attack itself', [error.stack]);
    return none;
  });
  figures.print(console.log);
  console.log(`    ${((performance.now() - from) / 1000).toFixed(1)} s`);
  found.push(...figures.rows);
};
let target;
try {
  target = await Target.open(frozen);
  // What only waits for the house to lose its patience waits beside the others where nothing is measured.
  const beside = size === 'reduced' ? wanted.filter((name) => scenarios[name].waits) : [];
  const waiting = beside.map((name) => run(target, name));
  for (const name of wanted.filter((one) => !beside.includes(one))) await run(target, name);
  await Promise.all(waiting);
  if (values.bites) {
    const figures = await bite(target, { seed });
    figures.print(console.log);
    found.push(...figures.rows);
  }
} finally {
  await target?.close();
  frozen.remove();
}
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ seed, size, node: process.version, figures: found }, null, 2)}\n`);
const missed = found.filter(({ met }) => !met);
console.log(`\n${found.length} figures, ${missed.length} missed (seed ${seed})`);
process.exit(missed.length === 0 ? 0 : 1);
