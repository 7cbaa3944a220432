import { NoteService } from '../../src/coaching/follow-up/note.service';
import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { SessionLifeService } from '../../src/coaching/sessions/session-life.service';
import { newId } from '../../src/kernel/id';
import { ErasureTicks } from '../../src/lifecycle/erasure.ticks';
import { anAccount, signIn, TestAccount } from '../support/account';
import { aFounder, anAssignment, aSessionCoach } from '../support/coaching-sessions';
import { aMembership, aPlan, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let admin: Record<string, string>;
let siteId: string;

beforeAll(async () => {
  oasis = await startOasis();
  siteId = (await aSite(oasis.database)).id;
  admin = await anAdministrator();
});
afterAll(() => oasis.stop());

async function anAdministrator(): Promise<Record<string, string>> {
  const account = await anAccount(oasis, { roles: [{ role: 'administrator', siteId: null }] });
  return { authorization: `Bearer ${(await signIn(oasis, account)).accessToken}` };
}

const post = (path: string, headers: Record<string, string>, body: object = {}) =>
  oasis.http.post(`/api/v1${path}`).set(headers).send(body);

async function wish(account: TestAccount): Promise<{ id: string; own: Record<string, string> }> {
  const own = { authorization: `Bearer ${(await signIn(oasis, account)).accessToken}` };
  const asked = await post('/me/erasure-requests', own);
  expect(asked.status).toBe(201);
  return { id: (asked.body as { id: string }).id, own };
}

async function aMember(fullName = 'Aino Example'): Promise<{ account: TestAccount; membershipId: string }> {
  const account = await anAccount(oasis, { fullName, roles: [{ role: 'entrepreneur', siteId }] });
  const membershipId = await aMembership(oasis.database, siteId, account.id, await aPlan(oasis.database, siteId));
  return { account, membershipId };
}

/** Every text of every table in which something of a person could still be read. */
async function traces(words: string[]): Promise<string[]> {
  const tables = await oasis.database.read<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await oasis.database.read<{ hits: number }>(
      `select count(*) as hits from "${name}" t where t::text ilike any ($1)`,
      [words.map((word) => `%${word}%`)],
    );
    if ((rows[0]?.hits ?? 0) > 0) found.push(name);
  }
  return found;
}

it('memberships_ended: nobody is erased out of a running membership', async () => {
  const { account, membershipId } = await aMember();
  const { id } = await wish(account);
  const answer = await post(`/erasure-requests/${id}/grant`, admin);
  expect(expectProblem(answer, 422, 'refused')['refusals']).toMatchObject([{ code: 'memberships_ended' }]);
  // Whoever answers is shown it before, with the way to end it.
  const { body } = await oasis.http.get('/api/v1/erasure-requests').set(admin).expect(200);
  expect((body as { items: { id: string }[] }).items.find((one) => one.id === id)).toMatchObject({
    email: account.email,
    hindrances: [{ code: 'memberships_ended', facts: { openMemberships: 1 } }],
    membershipIds: [membershipId],
  });
});

it('last_administrator: stays', async () => {
  const asked = await post('/me/erasure-requests', admin);
  const { id } = asked.body as { id: string };
  const answer = await post(`/erasure-requests/${id}/grant`, admin);
  expect(expectProblem(answer, 422, 'refused')['refusals']).toMatchObject([{ code: 'last_administrator' }]);
});

it('is refused with a reason that the person reads, once', async () => {
  const { id, own } = await wish(await anAccount(oasis));
  expectProblem(await post(`/erasure-requests/${id}/refuse`, admin), 400, 'malformed');
  expect((await post(`/erasure-requests/${id}/refuse`, admin, { reason: 'A dispute is open.' })).status).toBe(200);
  expectProblem(await post(`/erasure-requests/${id}/grant`, admin), 409, 'erasure_answered');
  const read = await oasis.http.get('/api/v1/me/erasure-requests').set(own);
  expect(read.body).toMatchObject({ items: [{ id, outcome: 'refused', answer: 'A dispute is open.' }] });
});

it('is for administrators to answer', async () => {
  const { id, own } = await wish(await anAccount(oasis));
  expectProblem(await post(`/erasure-requests/${id}/grant`, own), 403, 'role_required');
});

it('is carried out a day later: no word of the person is left, what must be kept has lost its name', async () => {
  const { account, membershipId } = await aMember('Väinö Wanderer');
  const { own } = await wish(account);
  const room = await aResource(oasis.database, siteId, { kind: 'desk' });
  const times = { start: '2027-03-03T09:00:00+02:00', end: '2027-03-03T11:00:00+02:00' };
  const booked = await post(
    '/bookings',
    { ...own, 'idempotency-key': 'mine' },
    { resourceId: room, ...times, title: 'Wanderer plans' },
  );
  expect(booked.status).toBe(201);
  await oasis.database.read(
    `update membership set status = 'ended', end_reason = 'resigned', ended_at = $2 where id = $1`,
    [membershipId, oasis.clock.now()],
  );
  const [row] = await oasis.database.read<{ id: string }>('select id from erasure_request where person_id = $1', [
    account.id,
  ]);
  expect((await post(`/erasure-requests/${row?.id}/grant`, admin)).body).toMatchObject({
    outcome: 'granted',
    erasedAt: null,
  });

  const ticks = oasis.get(ErasureTicks);
  await ticks.erase(oasis.clock.now());
  expect((await oasis.http.get('/api/v1/me').set(own)).status).toBe(200);
  expect(await traces(['wanderer', account.email])).toEqual(expect.arrayContaining(['booking', 'person']));

  oasis.clock.advance(24 * 60);
  expect(await ticks.erase(oasis.clock.now())).toBe(1);
  expect(await traces(['wanderer', account.email])).toEqual([]);
  expectProblem(await oasis.http.get('/api/v1/me').set(own), 401, 'unauthenticated');
  const kept = await oasis.database.read(
    `select b.title, m.status as membership
     from booking b join membership m on m.person_id = b.person_id where b.person_id = $1`,
    [account.id],
  );
  expect(kept).toEqual([{ title: null, membership: 'ended' }]);
  expect(await ticks.erase(oasis.clock.now())).toBe(0);
});

it('coaching_ended: nobody is erased whom a founder waits for, and then no word of the coach is left', async () => {
  const coach = await aSessionCoach(oasis.database, siteId);
  const founder = await aFounder(oasis.database, siteId);
  const assignmentId = await anAssignment(oasis.database, siteId, founder, coach);
  const requestId = newId();
  await oasis.database.read('update person set full_name = $2, email = $3 where id = $1', [
    coach.personId,
    'Kaarlo Kompassi',
    'kaarlo@coaches.example',
  ]);
  await oasis.database.read(
    `update coach_profile set headline = 'Kompassi shows the way', about = 'Kompassi' where person_id = $1`,
    [coach.personId],
  );
  const session = await oasis.get(SessionBookingService).book(coach, {
    assignmentId,
    type: 'one_to_one',
    start: new Date('2027-03-05T10:00:00+02:00'),
    end: new Date('2027-03-05T11:00:00+02:00'),
    mode: 'remote',
    topic: 'Where Kompassi points',
    remoteLink: 'https://meet.example/kompassi',
  });
  await oasis.get(NoteService).write(coach, session.id, { visibility: 'private', text: 'Kompassi wonders' });
  await oasis.database.read(
    'insert into erasure_request (id, person_id, requested_at, due_on) values ($1, $2, $3, $4)',
    [requestId, coach.personId, oasis.clock.now(), '2027-04-02'],
  );
  const answer = await post(`/erasure-requests/${requestId}/grant`, await anAdministrator());
  expect(expectProblem(answer, 422, 'refused')['refusals']).toMatchObject([
    { code: 'coaching_ended', facts: { openCoaching: 2 } },
  ]);
  await oasis.get(SessionLifeService).cancel(coach, session.id, 'I move away');
  await oasis.database.read(
    `update coaching_assignment set status = 'ended_early', reason = 'Kompassi moves away', ended_at = $2 where id = $1`,
    [assignmentId, oasis.clock.now()],
  );
  expect((await post(`/erasure-requests/${requestId}/grant`, await anAdministrator())).status).toBe(200);
  oasis.clock.advance(24 * 60);
  expect(await oasis.get(ErasureTicks).erase(oasis.clock.now())).toBe(1);
  expect(await traces(['kompassi', 'kaarlo@'])).toEqual([]);
  expect(await oasis.database.read('select status from coaching_session where id = $1', [session.id])).toEqual([
    { status: 'cancelled' },
  ]);
});
