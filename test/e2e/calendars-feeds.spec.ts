import ICAL from 'ical.js';
import { newId } from '../../src/kernel/id';
import { anAccount, signIn } from '../support/account';
import { aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let site: string;
let room: string;
let coach: { id: string; token: string };
let founder: { id: string; token: string };
let manager: { id: string; token: string };

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  site = (await aSite(oasis.database)).id;
  room = await aResource(oasis.database, site, { kind: 'room', name: 'Комната Åse' });
  [coach, founder, manager] = [
    await someone('Cæsar Coach'),
    await someone('Fanny Founder'),
    await someone('Max Manager'),
  ];
  await sql(`insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, 'manager', $3, $4)`, [
    newId(),
    manager.id,
    site,
    oasis.clock.now(),
  ]);
  await sql(
    `insert into coach_profile (person_id, time_zone, places, created_at, updated_at) values ($1, 'Europe/Helsinki', 5, $2, $2)`,
    [coach.id, oasis.clock.now()],
  );
});

const sql = <Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> =>
  oasis.database.read<Row>(text, parameters);

async function someone(name: string): Promise<{ id: string; token: string }> {
  const account = await anAccount(oasis);
  await sql('update person set full_name = $2 where id = $1', [account.id, name]);
  return { id: account.id, token: (await signIn(oasis, account)).accessToken };
}

const call = (method: 'get' | 'post' | 'delete', path: string, { token }: { token: string }) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`);

async function meeting(values: { starts?: string; topic?: string } = {}): Promise<string> {
  const id = newId();
  const starts = values.starts ?? '2027-03-04T08:00:00Z';
  await sql(
    `insert into coaching_session (id, site_id, type, coach_id, mode, room_id, topic, starts_at, ends_at, status, created_at, updated_at)
     values ($1, $2, 'one_to_one', $3, 'on_site', $4, $5, $6, $6::timestamptz + interval '1 hour', 'confirmed', $7, $7)`,
    [id, site, coach.id, room, values.topic ?? 'Pricing', starts, oasis.clock.now()],
  );
  await sql('insert into session_participant (session_id, person_id) values ($1, $2)', [id, founder.id]);
  return id;
}

async function booked(title: string | null, status = 'confirmed'): Promise<string> {
  const id = newId();
  await sql(
    `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at)
     values ($1, $2, $3, $4, '2027-03-05T08:00:00Z', '2027-03-05T09:00:00Z', $5, $6, $7, $7)`,
    [id, site, room, founder.id, title, status, oasis.clock.now()],
  );
  return id;
}

/** What a second, independent reader makes of a file. */
function events(text: string): { uid: string; summary: string; location: string; sequence: number }[] {
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const { uid, summary, location, sequence } = new ICAL.Event(event);
    return { uid, summary, location, sequence };
  });
}

describe('a meeting', () => {
  it('is a file for those who take part, and says no topic to who runs the site', async () => {
    const id = await meeting();
    const path = `coaching/sessions/${id}.ics`;
    const { text } = await call('get', path, coach)
      .expect(200)
      .expect('content-type', /text\/calendar/);
    expect(events(text)).toEqual([
      expect.objectContaining({ uid: `${id}@business-oasis`, summary: 'Pricing · Fanny Founder', sequence: 1 }),
    ]);
    expect(events((await call('get', path, founder).expect(200)).text)[0]?.summary).toBe('Pricing · Cæsar Coach');
    expect(events((await call('get', path, manager).expect(200)).text)[0]?.summary).toBe('Cæsar Coach');
    expectProblem(await call('get', path, await someone('Eve')), 404, 'missing');
    expectProblem(await call('get', `coaching/sessions/${newId()}.ics`, coach), 404, 'missing');
    await sql(`update coaching_session set status = 'cancelled', version = 2, updated_at = $2 where id = $1`, [
      id,
      oasis.clock.now(),
    ]);
    const cancelled = (await call('get', path, founder).expect(200)).text;
    expect(cancelled).toContain('METHOD:CANCEL');
    expect(events(cancelled)[0]?.sequence).toBe(2);
  });

  it('stands in the feeds of both sides, and leaves them when it is called off', async () => {
    const id = await meeting();
    const paths = [];
    for (const one of [coach, founder]) {
      const { body } = await call('post', 'me/calendar-feed', one).expect(200);
      paths.push(new URL((body as { url: string }).url).pathname);
    }
    const [etag, modified] = await Promise.all([
      oasis.http.get(paths[0]!).then(({ headers }) => headers['etag']!),
      oasis.http.get(paths[0]!).then(({ headers }) => headers['last-modified']!),
    ]);
    for (const path of paths) {
      const { text } = await oasis.http.get(path).expect(200);
      expect(events(text).map(({ uid }) => uid)).toEqual([`${id}@business-oasis`]);
    }
    await oasis.http.get(paths[0]!).set('if-none-match', etag).expect(304);
    await oasis.http.get(paths[0]!).set('if-modified-since', modified).expect(304);
    await sql(`update coaching_session set status = 'cancelled', updated_at = $2 where id = $1`, [
      id,
      new Date(oasis.clock.now().getTime() + 60_000),
    ]);
    for (const path of paths) expect(events((await oasis.http.get(path).expect(200)).text)).toEqual([]);
    await oasis.http.get(paths[0]!).set('if-none-match', etag).expect(200);
    await oasis.http.get(paths[0]!).set('if-modified-since', modified).expect(200);
  });
});

describe('the feed of a resource', () => {
  async function open(how: object = {}, by = manager): Promise<string> {
    const { body } = await call('post', `resources/${room}/calendar-feed`, by).send(how).expect(200);
    return new URL((body as { url: string }).url).pathname;
  }

  it('says that it is taken, and neither by whom nor what for', async () => {
    await booked('Salary talk');
    await booked('Gone', 'cancelled');
    await meeting({ topic: 'Burnout' });
    await sql(
      `insert into maintenance (id, resource_id, site_id, starts_at, ends_at, reason, created_at)
       values ($1, $2, $3, '2027-03-06T08:00:00Z', '2027-03-06T09:00:00Z', 'Mould', $4)`,
      [newId(), room, site, oasis.clock.now()],
    );
    const { text } = await oasis.http.get(await open()).expect(200);
    expect(events(text).map(({ summary }) => summary)).toEqual(['Taken', 'Taken', 'Out of service']);
    for (const secret of ['Salary', 'Gone', 'Burnout', 'Mould', 'Fanny', 'Coach']) expect(text).not.toContain(secret);
  });

  it.each([
    ['fi', ['Varattu', 'Hinnoittelu – ääneen', 'Varattu']],
    ['sv', ['Upptaget', 'Hinnoittelu – ääneen', 'Upptaget']],
    ['ru', ['Занято', 'Hinnoittelu – ääneen', 'Занято']],
  ])('says titles where the manager wants it so, in the language of the display (%s)', async (locale, summaries) => {
    await meeting({ topic: 'Burnout' });
    await booked('Hinnoittelu – ääneen');
    await booked(null);
    const { text } = await oasis.http.get(await open({ titles: true, locale })).expect(200);
    expect(
      events(text)
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual([...summaries].sort());
    expect(text.replace(/\r\n /g, '')).toContain('Комната Åse');
  });

  it('is not loaded for nothing', async () => {
    await booked(null);
    const path = await open();
    const { headers } = await oasis.http.get(path).expect(200);
    await oasis.http.get(path).set('if-none-match', headers['etag']!).expect(304);
    await oasis.http.get(path).set('if-modified-since', headers['last-modified']!).expect(304);
    oasis.clock.advance(1);
    await meeting();
    const changed = await oasis.http.get(path).set('if-none-match', headers['etag']!).expect(200);
    oasis.clock.advance(-1);
    expect(changed.headers['etag']).not.toBe(headers['etag']);
    await oasis.http.get(path).set('if-modified-since', headers['last-modified']!).expect(200);
  });

  it('is opened and closed by those who run the site, and by nobody else', async () => {
    expectProblem(await call('post', `resources/${room}/calendar-feed`, founder).send({}), 403, 'role_required');
    const elsewhere = await someone('Another Manager');
    const other = (await aSite(oasis.database)).id;
    await sql(`insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, 'manager', $3, $4)`, [
      newId(),
      elsewhere.id,
      other,
      oasis.clock.now(),
    ]);
    expectProblem(await call('post', `resources/${room}/calendar-feed`, elsewhere).send({}), 403, 'role_required');
    expectProblem(await call('post', `resources/${newId()}/calendar-feed`, manager).send({}), 404, 'missing');
    expectProblem(
      await call('post', `resources/${room}/calendar-feed`, manager).send({ locale: 'de' }),
      400,
      'malformed',
    );
    const [first, second] = [await open(), await open()];
    expectProblem(await oasis.http.get(first), 404, 'missing');
    await oasis.http.get(second).expect(200);
    expect(await sql('select 1 from resource_feed where token_hash = $1', [Buffer.from(second)])).toEqual([]);
    await call('delete', `resources/${room}/calendar-feed`, manager).expect(204);
    await call('delete', `resources/${room}/calendar-feed`, manager).expect(204);
    expectProblem(await oasis.http.get(second), 404, 'missing');
  });
});
