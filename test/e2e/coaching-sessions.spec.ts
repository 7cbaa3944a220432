import { Actor } from '../../src/kernel/actor';
import { anAccount, signIn } from '../support/account';
import { aFounder, anAssignment, aSessionCoach, Founder } from '../support/coaching-sessions';
import { aManager, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let siteId: string;
let room: string;
let assignmentId: string;
let aino: Founder;

type Name = 'coach' | 'aino' | 'manager' | 'boris';
let people: Record<Name, Actor>;
const tokens = {} as Record<Name, string>;

async function givePassword(personId: string): Promise<void> {
  const account = await anAccount(oasis);
  await oasis.database.read(
    'update person set password_hash = (select password_hash from person where id = $2) where id = $1',
    [personId, account.id],
  );
}

/** Sets the clock, and signs everybody in again: their tokens last for minutes. */
async function at(instant: string): Promise<void> {
  oasis.clock.set(instant);
  for (const [name, { personId }] of Object.entries(people)) {
    const [row] = await oasis.database.read<{ email: string }>('select email from person where id = $1', [personId]);
    tokens[name as Name] = (await signIn(oasis, { email: row?.email ?? '' })).accessToken;
  }
}

beforeAll(async () => {
  oasis = await startOasis();
  const db = oasis.database;
  siteId = (await aSite(db)).id;
  const coach = await aSessionCoach(db, siteId, { timeZone: 'Europe/Moscow', hours: ['08:00', '21:00'] });
  aino = await aFounder(db, siteId, 240);
  room = await aResource(db, siteId, { kind: 'room', capacity: 4, name: 'Saimaa' });
  assignmentId = await anAssignment(db, siteId, aino, coach);
  const boris = await aFounder(db, siteId);
  people = { coach, aino: aino.actor, manager: await aManager(db, siteId), boris: boris.actor };
  for (const { personId } of Object.values(people)) await givePassword(personId);
  await at('2027-03-02T06:00:00Z');
});
afterAll(() => oasis?.stop());

const ask = (who: Name, method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) => {
  const request = oasis.http[method](`/api/v1${path}`).set('authorization', `Bearer ${tokens[who]}`);
  return body === undefined ? request : request.send(body);
};

const wish = () => ({
  assignmentId,
  type: 'one_to_one',
  start: '2027-03-04T10:00:00+02:00',
  end: '2027-03-04T11:00:00+02:00',
  mode: 'on_site',
  anyRoom: true,
  topic: 'Pricing',
  brief: 'Too cheap?',
});

interface Session {
  id: string;
  version: number;
}

describe('sessions over HTTP', () => {
  it('are previewed, booked once for a key, read by those concerned, moved, closed and followed', async () => {
    const preview = await ask('aino', 'post', '/coaching/sessions?preview=true', wish()).expect(200);
    expect(preview.body).toMatchObject({
      refusals: [],
      clashes: [],
      charges: [{ month: '2027-03', amount: 60, left: 240 }],
      room: { id: room, name: 'Saimaa' },
    });
    const booked = await ask('aino', 'post', '/coaching/sessions', wish()).set('idempotency-key', 'k1').expect(201);
    const again = await ask('aino', 'post', '/coaching/sessions', wish()).set('idempotency-key', 'k1').expect(201);
    const { id } = booked.body as Session;
    expect(again.body).toEqual(booked.body);
    expect(booked.headers).toMatchObject({ location: `/api/v1/coaching/sessions/${id}`, etag: '"1"' });
    expect(booked.body).toMatchObject({
      timeZone: 'Europe/Helsinki',
      coachTimeZone: 'Europe/Moscow',
      room: { name: 'Saimaa' },
    });
    await ask('boris', 'get', `/coaching/sessions/${id}`).expect(404);
    expect((await ask('manager', 'get', `/coaching/sessions?siteId=${siteId}`)).body).toMatchObject({
      items: [{ id, brief: '', topic: 'Pricing' }],
      next: null,
    });
    const day = await ask('manager', 'get', `/sites/${siteId}/day?date=2027-03-04`).expect(200);
    expect(day.text).toMatch(/"cause"\s*:\s*"session"/);

    await ask('aino', 'patch', `/coaching/sessions/${id}`, { brief: 'Far too cheap?' }).expect(428);
    await ask('aino', 'patch', `/coaching/sessions/${id}`, { brief: 'Far too cheap?' })
      .set('if-match', '"1"')
      .expect(200);
    const start = '2027-03-04T12:00:00+02:00';
    const moved = await ask('coach', 'post', `/coaching/sessions/${id}/move`, { start }).expect(200);
    expect(moved.body).toMatchObject({ id, version: 3, start: '2027-03-04T10:00:00Z', end: '2027-03-04T11:00:00Z' });

    await at('2027-03-04T11:00:00Z');
    const closing = {
      attendance: [{ personId: aino.actor.personId, attendance: 'present' }],
      heldMinutes: 50,
      followUp: { start: '2027-03-11T12:00:00+02:00', mode: 'remote' },
    };
    await ask('aino', 'post', `/coaching/sessions/${id}/close`, closing).expect(403);
    const closed = await ask('coach', 'post', `/coaching/sessions/${id}/close`, closing).expect(200);
    expect(closed.body).toMatchObject({
      status: 'closed',
      heldMinutes: 50,
      allowance: { kind: 'coaching_minutes', amount: 50 },
      followUp: { followsId: id, status: 'confirmed', mode: 'remote' },
    });
    await ask('aino', 'post', `/coaching/sessions/${id}/feedback`, { rating: 5 }).expect(201);
    const record = await ask('aino', 'get', '/coaching/record?format=markdown').expect(200);
    expect(record.headers['content-type']).toContain('text/markdown');
    expect(record.headers['content-disposition']).toContain('coaching-record.md');
    const next = (closed.body as { followUp: Session }).followUp;
    expect((await ask('aino', 'post', `/coaching/sessions/${next.id}/cancel`, {}).expect(200)).body).toMatchObject({
      status: 'cancelled',
      late: false,
    });
  });

  it('say no with every reason, and who is taken with other times', async () => {
    await at('2027-03-05T06:00:00Z');
    const hour = { start: '2027-03-09T10:00:00+02:00', end: '2027-03-09T11:00:00+02:00' };
    const first = { ...wish(), type: undefined, ...hour };
    const booked = await ask('aino', 'post', '/coaching/sessions', first).expect(201);
    expect(booked.body).toMatchObject({ type: 'one_to_one' });
    const clash = await ask('coach', 'post', '/coaching/sessions', first);
    expectProblem(clash, 409, 'person_not_twice');
    expect((clash.body as { who: string; alternatives: object[] }).who).toBe('coach');
    expect((clash.body as { alternatives: object[] }).alternatives).not.toEqual([]);
    const bad = { ...first, start: '2027-03-09T22:07:00+02:00', end: '2027-03-10T01:07:00+02:00' };
    const refused = await ask('aino', 'post', '/coaching/sessions', bad);
    expectProblem(refused, 422, 'refused');
    expect((refused.body as { refusals: { code: string }[] }).refusals.map(({ code }) => code)).toEqual([
      'time_grid',
      'session_length',
      'coach_available',
      'within_opening_hours',
      'ledger_balance',
    ]);
  });

  it.each([
    ['an unknown type', { type: 'lunch' }],
    ['no start', { start: undefined }],
    ['null', { topic: null }],
    ['both a room and any', { roomId: '00000000-0000-7000-8000-000000000000' }],
    ['a time without an offset', { start: '2027-03-09T10:00:00' }],
    ['an end before the start', { end: '2027-03-01T10:00:00+02:00' }],
    ['strangers to the body', { price: 0 }],
    ['nobody', { participants: [] }],
    ['a coach beside an assignment', { coachId: '00000000-0000-7000-8000-000000000000' }],
    ['a very long brief', { brief: 'x'.repeat(4001) }],
  ])('are malformed with %s', async (_, over) => {
    expectProblem(await ask('aino', 'post', '/coaching/sessions', { ...wish(), ...over }), 400, 'malformed');
  });
});
