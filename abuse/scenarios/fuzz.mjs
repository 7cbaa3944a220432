// S1: malformed and odd requests over every operation, as everybody.
import { URLSearchParams } from 'node:url';
import { Figures } from '../../chaos/figures.mjs';
import { Random } from '../../chaos/random.mjs';
import { Arbitraries } from '../arbitraries.mjs';
import { several } from '../caller.mjs';
import { parts } from '../cast.mjs';
import { ApiDocument } from '../document.mjs';
import { knownThings } from '../known.mjs';
import { hurtBody, hurtQuery, strangeHeaders, strangeIds } from '../mutations.mjs';
import { sortOf, sorts } from '../ownership.mjs';

/** How often everything is asked, and by how many of the seven each time. */
const sizes = { reduced: { rounds: 1, askers: 3 }, full: { rounds: 7, askers: 7 } };

export async function fuzz(target, { size, seed }) {
  const figures = new Figures('fuzz', 'S1 malformed requests over every operation, as everybody');
  const document = await ApiDocument.read(target.caller);
  const today = new Date(await target.house('advance', 0));
  const arbitraries = new Arbitraries(document, await knownThings(target), today);
  const fuzzer = new Fuzzer(target, { document, arbitraries });
  const { rounds, askers } = sizes[size];
  let number = seed;
  for (let round = 0; round < rounds; round++) {
    await fuzzer.collect();
    for (const operation of document.operations) {
      const everybody = Object.keys(parts);
      const attempts = Array.from({ length: askers }, (_, index) => {
        number = (number + 7919) % 1_000_000_007;
        return { who: everybody[(number + index) % everybody.length], seed: number };
      });
      await several(attempts, 7, (attempt) => fuzzer.attempt(operation, attempt));
      await target.cast.heal();
    }
  }
  figures.atLeast('requests', fuzzer.requests, size === 'full' ? 10_000 : 700);
  figures.exactly('operations that were asked', fuzzer.asked.size, document.operations.length);
  figures.note('of them, answered with a success at least once', fuzzer.succeeded.size);
  figures.note('requests that no document allows', fuzzer.hurting);
  for (const kind of ['broken', 'accepted', 'undocumented', 'unlike', 'shapeless'])
    figures.none(titles[kind], fuzzer.found[kind]);
  figures.none('no answer at all', fuzzer.found.silent);
  return figures;
}

const titles = {
  broken: 'answers of 500 and more',
  accepted: 'invalid requests that were accepted',
  undocumented: 'statuses or types that the document does not name',
  unlike: 'refusals that are no problem document',
  shapeless: 'answers of another shape than documented',
};

class Fuzzer {
  requests = 0;
  hurting = 0;
  asked = new Set();
  succeeded = new Set();
  found = { broken: [], accepted: [], undocumented: [], unlike: [], shapeless: [], silent: [] };
  things = new Map();

  constructor(target, { document, arbitraries }) {
    Object.assign(this, { target, document, arbitraries });
  }

  /** Ids of every sort of thing, as they are now. */
  async collect() {
    for (const [sort, { sql }] of Object.entries(sorts)) {
      const rows = await this.target.sql(`select id from (${sql}) t order by md5(id::text) limit 8`);
      this.things.set(
        sort,
        rows.map(({ id }) => id),
      );
    }
  }

  async attempt(operation, { who, seed }) {
    const random = new Random(seed);
    const request = this.request(operation, random, seed);
    const answer = await this.target.as(who, operation.method, request.path, request);
    if (answer.status === -1) return;
    this.requests++;
    this.asked.add(operation.id);
    if (request.hurts) this.hurting++;
    if (answer.status >= 200 && answer.status < 300) this.succeeded.add(operation.id);
    this.judge(operation, { who, seed }, request, answer);
  }

  /** One request in four is a good one: what it changes is what the bad ones meet. */
  request(operation, random, seed) {
    const { body: schema, inPath, inQuery } = operation;
    const body = schema && this.arbitraries.sample(schema, seed);
    const query = inQuery
      .filter(({ required }) => required || random.next() < 0.3)
      .map(({ name, schema: one }) => [name, String(this.arbitraries.sample(one, seed, name))]);
    const good = {
      path: this.address(operation, random),
      query: new URLSearchParams(query).toString(),
      raw: schema && JSON.stringify(body),
    };
    const ways = [() => ({}), () => ({ headers: random.of(strangeHeaders) })];
    if (schema)
      for (let i = 0; i < 5; i++)
        ways.push(() => this.hurt(hurtBody(body, this.document.resolve(schema), random), schema));
    if (inQuery.length > 0) for (let i = 0; i < 2; i++) ways.push(() => hurtQuery(inQuery, query, random));
    if (inPath.length > 0)
      ways.push(() => ({
        name: 'strange id',
        path: operation.path.replace(/\{\w+\}/g, random.of(strangeIds)),
        hurts: inPath.every((one) => one.schema?.format === 'uuid'),
      }));
    const request = { ...good, ...random.of(ways)() };
    return {
      ...request,
      path: request.query ? `${request.path}?${request.query}` : request.path,
      headers: { 'if-match': '*', ...request.headers },
    };
  }

  /** Whether a changed body is still allowed is for the document to say. */
  hurt(mutation, schema) {
    return 'value' in mutation
      ? { ...mutation, hurts: !this.document.allows(schema, trimmed(mutation.value)) }
      : mutation;
  }

  address({ path }, random) {
    const ids = this.things.get(sortOf(path)) ?? [];
    const id = ids.length > 0 && random.next() < 0.85 ? random.of(ids) : '01939c4e-0000-7000-8000-000000000000';
    return path.replace('{id}', id).replace(/\{\w+\}/g, 'x');
  }

  judge(operation, at, request, answer) {
    const { found } = this;
    const example = {
      route: operation.route,
      who: at.who,
      how: request.name ?? 'good',
      status: answer.status,
      path: request.path.slice(0, 200),
      sent: request.raw?.slice(0, 300),
      said: (answer.error ?? answer.text).slice(0, 300),
    };
    if (answer.status === 0) return void found.silent.push(example);
    if (answer.status >= 500 && answer.status !== 503) found.broken.push(example);
    if (answer.status === 503) found.broken.push(example);
    if (request.hurts && answer.status < 300) found.accepted.push(example);
    const fault = this.document.fault(operation, answer);
    if (fault?.kind === 'not a problem') found.unlike.push(example);
    else if (/^undocumented/.test(fault?.kind)) found.undocumented.push({ ...example, fault });
    else if (fault) found.shapeless.push({ ...fault, ...example });
  }
}

/** As the house reads it: spaces around a text do not count. */
function trimmed(value) {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, trimmed(member)]));
}
