// How anything is measured here: the same work again and again by so many clients, and what is compared in turns.
import { quantile } from '../chaos/figures.mjs';

export const median = (values) => quantile(values, 0.5);

/**
 * Runs `work(client)` again and again with so many clients for so many seconds.
 * @returns the rate per second, the count, and the median and 99th percentile of the times taken, in milliseconds
 */
export async function drive(clients, seconds, work) {
  const took = [];
  const from = performance.now();
  const end = from + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      do {
        const start = performance.now();
        await work(client);
        took.push(performance.now() - start);
      } while (performance.now() < end);
    }),
  );
  const rate = (took.length * 1000) / (performance.now() - from);
  return { rate, count: took.length, p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

/**
 * Medians of interleaved rounds: each of the named runs once, then all of them again, so that what else the machine
 * does meanwhile meets all alike. A first short round of each is thrown away.
 */
export async function inTurns({ rounds, seconds }, runs) {
  const names = Object.keys(runs);
  for (const name of names) await runs[name](Math.min(seconds, 1));
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) found[name].push(await runs[name](seconds));
  }
  const keys = Object.keys(found[names[0]][0]);
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(keys.map((key) => [key, median(found[name].map((one) => one[key]))])),
    ]),
  );
}
