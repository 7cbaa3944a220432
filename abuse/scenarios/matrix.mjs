// S2: who may do what with whose things, for every route that the router answers.
import { randomUUID } from 'node:crypto';
import { URLSearchParams } from 'node:url';
import { Figures } from '../../chaos/figures.mjs';
import { Arbitraries } from '../arbitraries.mjs';
import { several } from '../caller.mjs';
import { parts as people, password } from '../cast.mjs';
import { ApiDocument } from '../document.mjs';
import { knownThings } from '../known.mjs';
import { exceptions, secondThings, sortOf, sorts } from '../ownership.mjs';
import { isBesides, routeOf } from '../router.mjs';

/** Reading comes before writing, and taking away comes last: things must be there when they are asked for. */
const order = { GET: 0, PUT: 1, PATCH: 2, POST: 3, DELETE: 4 };

/** Streams never end, and boards have addresses of their own making. */
const isElsewhere = ({ path }) => /^\/(health|metrics|mailbox)|\/queue-board/.test(path);

export async function matrix(target, { seed, only }) {
  const figures = new Figures('matrix', 'S2 every route, by everybody, for everybody’s things');
  const { live, declared } = await target.house('routes');
  const document = await ApiDocument.read(target.caller);
  const described = document.operations.map(({ route }) => route);
  figures.none(
    'routes that do not say who may enter',
    declared.filter(({ entry }) => entry === undefined).map(({ name }) => name),
  );
  figures.none(
    'routes that the document does not know',
    live.filter((route) => !isBesides(route, []) && !described.includes(route)),
  );
  figures.none(
    'operations that no route answers',
    described.filter((route) => !live.includes(route)),
  );

  const entries = new Map(declared.map((handler) => [routeOf(handler, live), handler.entry]));
  const known = await knownThings(target);
  const arbitraries = new Arbitraries(document, known, new Date(await target.house('advance', 0)));
  const table = new Table(target, { document, arbitraries, seed });
  const operations = document.operations
    .filter((operation) => !only || only.test(operation.route))
    .sort((a, b) => order[a.method] - order[b.method]);
  for (const operation of operations) {
    await table.cellsOf(operation, entries.get(operation.route));
  }
  figures.note('cells: route x person x thing', table.cells);
  figures.note('of them with somebody else’s thing, or one of another site', table.foreign);
  figures.none('wrong cells', table.wrong);
  figures.none('answers of 500 and more', table.broken);
  figures.none('foreign things that were not reached, because the request was refused before', [...table.weak]);
  figures.note('sorts of things of which there was none to try', [...table.absent].join(' ') || 'none');
  await target.cast.heal();
  return figures;
}

/** What a cell is about: who may see, or who may do. Reading for certain roles only is theirs at their sites. */
function mayWhat({ method }, entry, { sees, acts }) {
  return method === 'GET' && entry === 'signed-in' ? sees : acts;
}

/** From how many good bodies one is looked for that gets as far as the thing; the pickiest operations take a dozen. */
const mostTries = 64;

class Table {
  cells = 0;
  foreign = 0;
  wrong = [];
  broken = [];
  weak = new Set();
  absent = new Set();
  /** Good requests by their route, one for each try. */
  bodies = new Map();

  constructor(target, { document, arbitraries, seed }) {
    Object.assign(this, { target, document, arbitraries, seed });
  }

  /** All cells of a route: everybody at once, because nobody's answer depends on another's. */
  async cellsOf(operation, entry) {
    const sort = isElsewhere(operation) ? undefined : sortOf(operation.path);
    const things = sort && {
      ...sorts[sort],
      ...exceptions[operation.route],
      rows: await this.target.sql(`select * from (${sorts[sort].sql}) t order by md5(id::text || $1)`, [
        String(this.seed),
      ]),
    };
    if (things?.rows.length === 0) this.absent.add(sort);
    // Which body gets as far as looking for the thing is found once.
    this.tries = 0;
    await several(Object.keys(people), 7, (who) => this.row(operation, who, entry, things));
    await this.target.cast.heal();
  }

  async row(operation, who, entry, things) {
    const actor = this.target.cast.members[who];
    const isOut = who === 'anonymous' || who === 'disabled';
    const enters =
      entry === 'public' || (!isOut && (entry === 'signed-in' || actor.roles.some(({ role }) => entry.includes(role))));
    if (!enters) {
      const answer = await this.ask(operation, who, randomUUID());
      const [status, code] = isOut ? [401, 'unauthenticated'] : [403, 'role_required'];
      return this.judge(operation, who, 'any', answer, answer.status === status && answer.json?.code === code);
    }
    if (!things) {
      const answer = await this.ask(operation, who, randomUUID());
      return this.judge(operation, who, 'none', answer, entry === 'public' || answer.status !== 401);
    }
    const [missing, tries] = await this.missing(operation, who);
    this.judge(operation, who, 'missing', missing, missing.status >= 400 && missing.status !== 401);
    await this.foreigners(operation, who, actor, { ...things, entry, tries }, missing);
    await this.owned(operation, who, actor, { ...things, entry, tries });
  }

  /** Things that are not theirs: one of the same site, one of another. What may not be seen is as good as missing. */
  async foreigners(operation, who, actor, { rows, entry, sees, acts, tries }, missing) {
    const may = mayWhat(operation, entry, { sees, acts });
    const strangers = rows.filter((row) => !may(actor, row));
    const here = strangers.find(({ site }) => site === this.target.cast.site || site === null);
    const there = strangers.find(({ site }) => site !== this.target.cast.site && site !== null);
    for (const thing of [here, there].filter(Boolean)) {
      this.foreign++;
      const answer = await this.ask(operation, who, thing.id, tries);
      const relation = thing === here ? 'other’s' : 'other site’s';
      const isLikeMissing = answer.status === missing.status && answer.json?.code === missing.json?.code;
      const isHidden = !sees(actor, thing);
      this.judge(operation, who, relation, answer, isHidden ? isLikeMissing : [403, 404].includes(answer.status));
      if (isHidden && answer.status !== 404) this.weak.add(`${operation.route} ${answer.status} ${answer.json?.code}`);
    }
  }

  /** Something that is theirs: they are let as far as it is. */
  async owned(operation, who, actor, { rows, entry, sees, acts, tries, mayBeNone }) {
    const may = mayWhat(operation, entry, { sees, acts });
    const thing = rows.find((row) => may(actor, row));
    if (!thing) return;
    const answer = await this.ask(operation, who, thing.id, tries, true);
    const { status } = answer;
    const isRead = status === 200 || (mayBeNone && status === 404);
    this.judge(operation, who, 'own', answer, operation.method === 'GET' ? isRead : status !== 401);
  }

  /** What a missing thing is answered with, after as many bodies as it takes to get as far as looking for it. */
  async missing(operation, who) {
    const from = this.tries;
    let first;
    for (let tries = from; tries < from + mostTries; tries++) {
      const answer = await this.ask(operation, who, randomUUID(), tries);
      if (answer.status === 404) {
        this.tries = tries;
        return [answer, tries];
      }
      first ??= answer;
    }
    return [first, from];
  }

  async ask(operation, who, id, tries = 0, isOwn = false) {
    const { method, path, inPath, inQuery, body } = operation;
    let address = path.replace('{id}', id);
    for (const { name } of inPath) {
      if (!address.includes(`{${name}}`)) continue;
      const [part] = secondThings[name] ? await this.target.sql(`${secondThings[name]} limit 1`, [id]) : [];
      address = address.replace(`{${name}}`, part?.id ?? randomUUID());
    }
    const query = inQuery
      .filter(({ name, required }) => required || (isOwn && name === 'preview'))
      .map(({ name, schema }, index) => [
        name,
        name === 'preview' ? 'true' : this.arbitraries.sample(schema, this.seed + 1_000 * tries + index, name),
      ]);
    const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString();
    return await this.target.as(who, method, search ? `${address}?${search}` : address, {
      ...(body && { raw: this.body(operation, tries) }),
      headers: { 'if-match': '*' },
    });
  }

  body({ route, body }, tries) {
    const key = `${route} ${tries}`;
    if (!this.bodies.has(key)) {
      const sample = this.arbitraries.sample(body, this.seed + 1_000 * tries);
      // What asks for the own password again would not come to look for the thing with any other.
      const isAgain = route.includes(' /api/v1/me/') && sample?.password !== undefined;
      this.bodies.set(key, JSON.stringify(isAgain ? { ...sample, password } : sample));
    }
    return this.bodies.get(key);
  }

  judge(operation, who, relation, answer, isRight) {
    this.cells++;
    const cell = { route: operation.route, who, relation, status: answer.status, code: answer.json?.code };
    if (answer.status >= 500 || answer.status === 0)
      this.broken.push({ ...cell, detail: answer.error ?? answer.text.slice(0, 200) });
    if (!isRight) this.wrong.push(cell);
  }
}
