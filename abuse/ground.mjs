// The ground that attacks on input stand on: the operations of a house, good requests for them, and what they ask for.
import { Arbitraries } from './arbitraries.mjs';
import { ApiDocument } from './document.mjs';
import { knownThings } from './known.mjs';
import { sortOf, sorts } from './ownership.mjs';

/** Reads the document of a house; answers generators, addresses with ids that exist, and what a query must say. */
export async function groundOf(target, seed) {
  const document = await ApiDocument.read(target.caller);
  const arbitraries = new Arbitraries(document, await knownThings(target), new Date(await target.house('advance', 0)));
  const ids = new Map();
  for (const [sort, { sql }] of Object.entries(sorts)) {
    const [row] = await target.sql(`select id from (${sql}) t limit 1`);
    ids.set(sort, row?.id);
  }
  const address = ({ path }) =>
    path.replace('{id}', ids.get(sortOf(path)) ?? '01939c4e-0000-7000-8000-000000000000').replace(/\{\w+\}/g, 'x');
  const required = ({ inQuery }, tries = 0) =>
    inQuery
      .filter((one) => one.required)
      .map(({ name, schema }, index) => [name, String(arbitraries.sample(schema, seed + tries + index, name))]);
  return { document, arbitraries, address, required };
}

/** The same body with another value at one place. */
export function changed(body, place, value) {
  const copy = structuredClone(body);
  let at = copy;
  for (const step of place.slice(0, -1)) at = at[step];
  at[place.at(-1)] = value;
  return copy;
}
