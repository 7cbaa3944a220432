// S7 and S8: what is put into requests by those who know how such houses are built.
import { URLSearchParams } from 'node:url';
import { Figures } from '../../chaos/figures.mjs';
import { Random } from '../../chaos/random.mjs';
import { several } from '../caller.mjs';
import { changed, groundOf } from '../ground.mjs';
import { placesIn } from '../mutations.mjs';

/** Every table as text, to find what must not be in any. */
async function rowsHolding(target, words) {
  const tables = await target.sql(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const found = [];
  for (const { name } of tables) {
    const [row] = await target.sql(`select count(*)::int as n from ${name} t where t::text ilike '%' || $1 || '%'`, [
      words,
    ]);
    if (row.n > 0) found.push({ table: name, rows: row.n });
  }
  return found;
}

/** S7: members that nobody asked for, in every body that is taken. */
export async function mass(target, { full, seed }) {
  const figures = new Figures('mass', 'S7 members that nobody asked for, in every body');
  const { document, arbitraries, address, required } = await groundOf(target, seed);
  const marker = 'MASSASSIGNED-7731';
  const extras = {
    role: 'administrator',
    roles: [{ role: 'administrator', siteId: null }],
    ownerId: marker,
    personId: '01939c4e-0000-7000-8000-000000007731',
    person_id: marker,
    status: marker,
    priceCents: 1,
    id: '01939c4e-0000-7000-8000-000000007731',
    createdAt: '1999-12-31T00:00:00Z',
    version: 7731,
    isAdmin: true,
    passwordHash: marker,
  };
  const polluting = [
    '"__proto__":{"polluted":"yes"}',
    '"constructor":{"prototype":{"polluted":"yes"}}',
    '"__proto__.polluted":"yes"',
    '"prototype":{"polluted":"yes"}',
  ];
  const random = new Random(seed);
  const accepted = [];
  const silent = [];
  let sent = 0;
  const writing = document.operations.filter(({ body }) => body);
  for (const operation of writing) {
    const names = Object.keys(document.resolve(operation.body).properties ?? {});
    const attempts = Object.entries(extras).filter(([name]) => !names.includes(name));
    const chosen = full ? attempts : [random.of(attempts)];
    const texts = [
      ...chosen.map(
        ([name, value]) =>
          (body) =>
            JSON.stringify({ ...body, [name]: value }),
      ),
      ...(full ? polluting : [random.of(polluting)]).map(
        (member) => (body) =>
          `{${member}${JSON.stringify(body)
            .slice(1)
            .replace(/^(?=.)(?!\})/, ',')}`,
      ),
      // Deeper, where a member is itself an object.
      (body) => deeper(body, marker),
    ];
    await several(texts, 6, async (text) => {
      const raw = text(arbitraries.sample(operation.body, seed));
      if (raw === undefined) return;
      const query = new URLSearchParams(required(operation)).toString();
      sent++;
      const who = operation.path.includes('/coaches/me') ? 'coach' : 'administrator';
      const answer = await target.as(who, operation.method, `${address(operation)}?${query}`, {
        raw,
        headers: { 'if-match': '*' },
      });
      if (answer.status >= 200 && answer.status < 300)
        accepted.push({ route: operation.route, raw: raw.slice(0, 200) });
      if (answer.status >= 500 || answer.status === 0)
        silent.push({ route: operation.route, status: answer.status, raw: raw.slice(0, 200) });
    });
  }
  figures.note('bodies with members that nobody asked for', sent);
  figures.none('that were accepted', accepted);
  figures.none('answers of 500 and more', silent);
  figures.none('tables in which such a member was found', await rowsHolding(target, marker));
  figures.none('members that every object has now', await target.house('pollution'));
  await target.cast.heal();
  return figures;
}

function deeper(body, marker) {
  const inner = placesIn(body).find(
    ([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  if (!inner) return undefined;
  const copy = structuredClone(body);
  let at = copy;
  for (const step of inner[0]) at = at[step];
  at.ownerId = marker;
  return JSON.stringify(copy);
}

const sleep = 3;
/** What would show if it ran: a wait, a word that is written in two halves, a table that is gone. */
const injections = [
  `'||(select 'RUN'||'NING-7731')||'`,
  `1; select pg_sleep(${sleep})--`,
  `' or pg_sleep(${sleep}) is null--`,
  `'; drop table abuse_canary;--`,
  `'; update abuse_canary set word = 'RUN'||'NING-7731';--`,
  `' union select 'RUN'||'NING-7731', null, null--`,
  `") or 1=1--`,
  `\\'; select 1--`,
  `%' or '1'='1`,
  `$1`,
  `\${7*7}{{7*7}}`,
  `name desc; select pg_sleep(${sleep})`,
  `(select case when (1=1) then pg_sleep(${sleep})::text else '' end)`,
  `E'\\x27 or 1=1'`,
  `0x27 or 1=1`,
];

/** S8: SQL in every text, parameter and address, and values of other types in the place of texts. */
export async function sql(target, { full, seed }) {
  const figures = new Figures('sql', 'S8 SQL in every text, parameter and address; values of other types');
  const { document, arbitraries, address, required } = await groundOf(target, seed);
  const random = new Random(seed);
  await target.sql(`create table abuse_canary (word text); insert into abuse_canary values ('alive')`);
  await target.sql('grant all on abuse_canary to public');
  const tables = async () => target.sql(`select tablename from pg_tables where schemaname = 'public' order by 1`);
  const before = JSON.stringify(await tables());
  const found = { broken: [], slow: [], told: [], juggled: [] };
  let sent = 0;
  const payloads = () => (full ? injections : random.shuffled(injections).slice(0, 1));
  for (const operation of document.operations) {
    const work = [];
    const good = required(operation, 1);
    for (const { name } of operation.inQuery)
      for (const payload of payloads())
        work.push({ search: [...good.filter(([key]) => key !== name), [name, payload]], where: name });
    for (const { name } of operation.inPath)
      for (const payload of payloads())
        work.push({
          path: operation.path
            .replace(`{${name}}`, encodeURIComponent(payload).replaceAll("'", '%27'))
            .replace(/\{\w+\}/g, 'x'),
          where: name,
        });
    if (operation.body) {
      const body = arbitraries.sample(operation.body, seed);
      for (const [place, value] of placesIn(body)) {
        if (typeof value !== 'string') continue;
        for (const payload of payloads()) work.push({ body: changed(body, place, payload), where: place.join('/') });
        for (const other of full ? juggled : random.shuffled(juggled).slice(0, 1))
          work.push({ body: changed(body, place, other), where: place.join('/'), isOther: true });
      }
    }
    if (!full) work.splice(0, work.length, ...random.shuffled(work).slice(0, 2));
    for (const one of work) one.who = random.of(['administrator', 'manager', 'entrepreneur', 'coach']);
    await several(work, 6, async ({ search = good, path = address(operation), body, where, isOther, who }) => {
      sent++;
      const query = new URLSearchParams(search).toString();
      const ask = () =>
        target.as(who, operation.method, `${path}?${query}`, {
          body,
          headers: { 'if-match': '*' },
        });
      const answer = await ask();
      const example = {
        route: operation.route,
        where,
        query,
        body,
        status: answer.status,
        said: answer.text.slice(0, 200),
      };
      if (answer.status >= 500 || answer.status === 0) found.broken.push(example);
      // What was slow once may have been unlucky; what waits for the same time again obeys.
      if (answer.ms > sleep * 1_000 - 200 && (await ask()).ms > sleep * 1_000 - 200)
        found.slow.push({ ...example, ms: answer.ms });
      if (answer.text.includes('RUNNING-7731')) found.told.push(example);
      if (isOther && answer.status >= 200 && answer.status < 300 && !document.allows(operation.body, body))
        found.juggled.push(example);
    });
    await target.cast.heal();
  }
  figures.note('requests', sent);
  figures.none('answers of 500 and more', found.broken);
  figures.none('answers that took as long as they were told to', found.slow);
  figures.none('answers that say what was calculated', found.told);
  figures.none('values of another type that were accepted', found.juggled);
  figures.none('tables in which something was calculated', await rowsHolding(target, 'RUNNING-7731'));
  figures.exactly('tables as before', JSON.stringify(await tables()) === before, true);
  figures.exactly('the canary', (await target.sql('select word from abuse_canary'))[0]?.word, 'alive');
  await target.sql('drop table abuse_canary');
  return figures;
}

const juggled = [['x'], { $gt: '' }, {}, null, true, 0, Number.MAX_SAFE_INTEGER, [[]], { toString: 'x' }];
