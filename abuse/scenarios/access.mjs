// S3 to S6 and S14: tokens, refreshing, guessing, asking around, and what other pages make a browser do.
import { randomUUID } from 'node:crypto';
import { Figures, quantile } from '../../chaos/figures.mjs';
import { several } from '../caller.mjs';
import { Forge, forgeries } from '../forgeries.mjs';
import { publicUrl } from '../target.mjs';
import { aPerson, password, signIn } from '../visitors.mjs';

/** S3: what is no token of ours, and what was one until a moment ago. */
export async function tokens(target) {
  const figures = new Figures('tokens', 'S3 forged tokens, and those of people who have lost what they had');
  const person = await aPerson(target, { administrator: true });
  const { token: good, cookie } = await signIn(target, person);
  const me = (token) => target.caller.ask('GET', '/api/v1/people', { token });
  const key = async (purpose) => {
    const { id, bytes } = await target.house('keys', purpose);
    return { id, bytes: Buffer.from(bytes, 'base64') };
  };
  const now = Math.floor(Date.parse(await target.house('advance', 0)) / 1000);
  const forge = new Forge({
    key: await key('access-token'),
    otherKey: await key('mailed-link'),
    secret: target.secret,
    good,
    publicUrl,
    now: () => now,
  });
  figures.exactly(
    'a good token, and one made with the right key',
    (await me(good)).status + (await me(forge.token())).status,
    400,
  );
  const made = forgeries.map(([name, make]) => [name, make(forge)]);
  for (const [name, value] of Object.entries(cookie)) made.push([`the cookie ${name}`, value]);
  const accepted = [];
  await several(made, 8, async ([name, token]) => {
    const { status } = await me(token);
    if (status !== 401) accepted.push({ name, status });
  });
  figures.note('forgeries', made.length);
  figures.none('forgeries that were accepted', accepted);

  const late = [];
  const losing = {
    'a session that was ended': (who) =>
      target.sql(`update session set ended_at = now() where person_id = $1`, [who.id]),
    'a person who was disabled': (who) => target.sql(`update person set status = 'disabled' where id = $1`, [who.id]),
    'a person who was erased': (who) => target.sql(`update person set status = 'erased' where id = $1`, [who.id]),
    'a role that was taken': (who) => target.sql(`delete from role_grant where person_id = $1`, [who.id]),
    'a role that has ended': (who) =>
      target.sql(`update role_grant set ends_at = $2 where person_id = $1`, [who.id, new Date(now * 1000 - 1000)]),
  };
  for (const [name, lose] of Object.entries(losing)) {
    const who = await aPerson(target, { administrator: true });
    const { token } = await signIn(target, who);
    const before = await me(token);
    await lose(who);
    const { status } = await me(token);
    if (before.status !== 200 || ![401, 403].includes(status)) late.push({ name, before: before.status, status });
  }
  figures.none('losses that did not count on the next request', late);
  return figures;
}

/** S4: one token that many use at once, that is repeated, stolen, and given back. */
export async function refresh(target, { full }) {
  const figures = new Figures('refresh', 'S4 refresh tokens: twenty at once, a lost answer, a theft, a sign-out');
  const rounds = full ? 50 : 3;
  const found = { forks: [], falseRevocations: [], survivors: [], afterwards: [] };
  const turn = (cookie) => target.caller.ask('POST', '/api/v1/auth/refresh', { cookie: `oasis-refresh=${cookie}` });
  const alive = (id) =>
    target.sql(
      `select 1 from refresh_token t join session s on s.id = t.session_id
       where s.person_id = $1 and t.used_at is null and s.ended_at is null`,
      [id],
    );
  const families = [];
  for (let round = 0; round < rounds; round++) {
    const person = await aPerson(target);
    const { cookie, token } = await signIn(target, person);
    const first = cookie['oasis-refresh'];
    const answers = await Promise.all(Array.from({ length: 20 }, () => turn(first)));
    const successors = new Set(answers.map((answer) => answer.cookies['oasis-refresh']));
    if (answers.some(({ status }) => status !== 200)) found.falseRevocations.push(answers.map(({ status }) => status));
    if (successors.size !== 1 || (await alive(person.id)).length !== 1)
      found.forks.push({ round, successors: successors.size });
    const [next] = successors;
    // The answer was lost, and the browser asks again with what it has.
    const again = await turn(first);
    if (again.status !== 200 || again.cookies['oasis-refresh'] !== next)
      found.falseRevocations.push({ round, again: again.status });
    families.push({ person, token, first, next });
  }
  await target.house('advance', 0.5);
  for (const { person, token, first, next } of families) {
    const replayed = await turn(first);
    const heir = await turn(next);
    const me = await target.caller.ask('GET', '/api/v1/me', { token });
    if (replayed.status !== 401 || heir.status !== 401 || me.status !== 401 || (await alive(person.id)).length > 0)
      found.survivors.push({ replayed: replayed.status, heir: heir.status, me: me.status });
    const { cookie } = await signIn(target, person);
    await target.caller.ask('POST', '/api/v1/auth/sign-out', { cookie: `oasis-refresh=${cookie['oasis-refresh']}` });
    const after = await turn(cookie['oasis-refresh']);
    if (after.status !== 401) found.afterwards.push(after.status);
  }
  figures.note('sign-ins that were attacked', rounds);
  figures.none('sign-ins with another number of live successors than one', found.forks);
  figures.none('people who were thrown out though nobody stole', found.falseRevocations);
  figures.none('families that outlived a replay after the grace', found.survivors);
  figures.none('tokens that were good after the sign-out', found.afterwards);
  target.cast.forgetTokens();
  return figures;
}

/** S5: passwords tried on one account and over many, from wherever it pleases. */
export async function guessing(target, { full }) {
  const figures = new Figures('guessing', 'S5 passwords guessed: on one account, over many, from everywhere');
  const attempt = (email, { cookie, headers, typed = 'not-the-password' } = {}) =>
    target.caller.ask('POST', '/api/v1/auth/sign-in', { body: { email, password: typed }, cookie, headers });
  const disguise = (i) => ({
    'x-forwarded-for': `203.0.113.${i % 250}`,
    forwarded: `for=203.0.113.${i % 250}`,
    'x-real-ip': `203.0.113.${i % 250}`,
    'user-agent': `browser ${i}`,
  });
  const spelled = (email, i) => [email, email.toUpperCase(), ` ${email} `][i % 3];
  const victim = await aPerson(target);
  const own = `oasis-device=${(await signIn(target, victim)).cookie['oasis-device']}`;
  const tried = [];
  let atOnce = 0;
  for (let quarter = 0; quarter < (full ? 8 : 2); quarter++) {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, i) => attempt(spelled(victim.email, i), { headers: disguise(i) })),
    );
    const passed = answers.filter(({ status }) => status === 401).length;
    tried.push(passed);
    atOnce = Math.max(atOnce, passed);
    await target.house('advance', 15.1);
  }
  figures.atMost('tries of one account in fifteen minutes, in whatever disguise', atOnce, 10);
  const perHour = tried.map((_, i) => tried.slice(i, i + 4).reduce((sum, n) => sum + n, 0));
  figures.atMost('tries of one account in an hour', Math.max(...perHour), 100);

  const locked = await attempt(victim.email, { typed: password });
  for (let i = 0; i < 11; i++) await attempt(victim.email, { headers: disguise(i) });
  const shut = await attempt(victim.email, { typed: password });
  const owner = await attempt(victim.email, { typed: password, cookie: own });
  figures.exactly('the right password from a strange browser meanwhile', shut.status, 429);
  figures.exactly('the owner in a browser that is known', owner.status, 200);
  figures.exactly('the right password after the quarter of an hour', locked.status, 200);

  const many = [];
  for (let i = 0; i < (full ? 100 : 3); i++) many.push(await aPerson(target));
  const spread = new Map();
  await several(
    many.flatMap(({ email }) => Array.from({ length: full ? 14 : 12 }, (_, i) => ({ email, i }))),
    8,
    async ({ email, i }) => {
      const { status } = await attempt(email, { headers: disguise(i), typed: `Password-${i}` });
      if (status === 401) spread.set(email, (spread.get(email) ?? 0) + 1);
    },
  );
  figures.note('accounts over which it was spread', many.length);
  figures.atMost('tries of any of them in fifteen minutes', Math.max(...spread.values()), 10);
  target.cast.forgetTokens();
  return figures;
}

/** S6: whether an answer, or its time, tells who is known here. */
export async function enumeration(target, { full }) {
  const figures = new Figures('enumeration', 'S6 known and unknown addresses: same answer, same time');
  const samples = full ? 500 : 25;
  const form = { password: 'Vuoksi-virtaa-42', fullName: 'Aino', locale: 'en', acceptPrivacyNotice: true };
  const doors = { 'sign-in': { password: 'not-the-password' }, register: form, 'forgot-password': {} };
  const people = [];
  for (let i = 0; i < samples; i++) people.push(await aPerson(target));
  const unlike = [];
  for (const [door, more] of Object.entries(doors)) {
    const ask = (email) => target.caller.ask('POST', `/api/v1/auth/${door}`, { body: { email, ...more } });
    const times = { known: [], unknown: [] };
    await ask(`${randomUUID()}@people.example`);
    for (const [index, { email }] of people.entries()) {
      const pair = [
        ['known', email],
        ['unknown', `${randomUUID()}@people.example`],
      ];
      const answers = {};
      // Each comes first in turn, so that what the first leaves behind helps neither.
      for (const [which, address] of index % 2 ? pair : pair.reverse()) {
        answers[which] = await ask(address);
        times[which].push(answers[which].ms);
      }
      if (said(answers.known) !== said(answers.unknown)) unlike.push({ door, ...answers });
    }
    const [known, unknown] = [quantile(times.known, 0.5), quantile(times.unknown, 0.5)];
    figures.note(`${door}: median for a known address, in ms`, known);
    figures.atMost(`${door}: difference of the medians`, Math.abs(known - unknown), 5, 'ms');
    figures.atMost(
      `${door}: the slower of the two as a multiple of the quicker`,
      Math.max(known, unknown) / Math.min(known, unknown),
      2,
      'times',
    );
  }
  figures.note('samples of each', samples);
  figures.none('answers that differ', unlike);
  return figures;
}

/** An answer without what differs for every request. */
function said({ status, text, headers }) {
  const { date: _date, 'x-request-id': _id, ...rest } = headers;
  return JSON.stringify([status, text.replace(/"requestId":"[^"]*"/, ''), rest]);
}

/** S14: requests that a page of somebody else makes a browser send, and a session that was put into its hands. */
export async function crossing(target, { full }) {
  const figures = new Figures('crossing', 'S14 requests forged across sites, and sessions fixed beforehand');
  const person = await aPerson(target);
  const { token, cookie } = await signIn(target, person);
  const jar = Object.entries(cookie)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${publicUrl}.evil.example` },
    { origin: publicUrl.replace('http:', 'https:') },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: publicUrl, 'sec-fetch-site': 'cross-site' },
  ];
  const effects = [];
  for (const headers of foreign)
    for (const door of ['refresh', 'sign-out', 'sign-in']) {
      const body = door === 'sign-in' ? { email: person.email, password } : undefined;
      const answer = await target.caller.ask('POST', `/api/v1/auth/${door}`, { cookie: jar, headers, body });
      if (answer.status !== 403 || Object.keys(answer.cookies).length > 0)
        effects.push({ door, headers, status: answer.status });
    }
  const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
  for (const type of forms) {
    const raw = JSON.stringify({ email: person.email, password });
    const answer = await target.caller.ask('POST', '/api/v1/auth/sign-in', {
      cookie: jar,
      raw,
      headers: { 'content-type': type },
    });
    if (answer.status < 400) effects.push({ type, status: answer.status });
  }
  figures.note('requests of foreign pages', foreign.length * 3 + forms.length);
  figures.none('that had an effect', effects);
  const me = await target.caller.ask('GET', '/api/v1/me', { token });
  figures.exactly('the session after all of them', me.status, 200);
  const byCookie = await target.caller.ask('POST', '/api/v1/bookings', {
    cookie: `${jar}; access_token=${token}`,
    body: {},
  });
  figures.exactly('a change that only a cookie vouches for', byCookie.status, 401);

  const kept = [];
  const rounds = full ? 100 : 5;
  for (let i = 0; i < rounds; i++) {
    const fixed = `oasis-refresh=${cookie['oasis-refresh']}; oasis-device=${cookie['oasis-device']}`;
    const answer = await signIn(target, person, fixed);
    const session = ({ token: one }) => JSON.parse(Buffer.from(one.split('.')[1], 'base64url')).sid;
    if (session(answer) === session({ token }) || answer.cookie['oasis-refresh'] === cookie['oasis-refresh'])
      kept.push(i);
  }
  figures.note('sign-ins with a session in hand', rounds);
  figures.none('that went on under the same session or token', kept);
  return figures;
}
