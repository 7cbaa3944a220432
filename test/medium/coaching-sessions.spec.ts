import { EntityManager } from 'typeorm';
import { WalletQueries } from '../../src/memberships/wallet/wallet.queries';
import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { SessionCancellation } from '../../src/coaching/sessions/session-cancellation.service';
import { SessionChangeService } from '../../src/coaching/sessions/session-change.service';
import { SessionLifeService } from '../../src/coaching/sessions/session-life.service';
import { SessionWish } from '../../src/coaching/sessions/session-plan';
import { SessionQueries } from '../../src/coaching/sessions/session.queries';
import { SessionTicks } from '../../src/coaching/sessions/session.ticks';
import { Actor, theHouse } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { MembershipEndService } from '../../src/lifecycle/membership-end.service';
import { PauseStoryService } from '../../src/lifecycle/pause-story.service';
import { TeamDepartureService } from '../../src/lifecycle/team-departure.service';
import { inWords } from '../../src/kernel/why';
import { Database } from '../../src/platform/database/database';
import { aFounder, anAssignment, aSessionCoach, Founder } from '../support/coaching-sessions';
import { codes } from '../support/codes';
import { aManager, aPerson, aResource, aSite } from '../support/house';
import { withoutLocks } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const now = new Date('2027-03-02T06:00:00Z');
const at = (time: string, date = '2027-03-04') => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let booking: SessionBookingService;
let changes: SessionChangeService;
let life: SessionLifeService;
let siteId: string;
let coach: Actor;
let aino: Founder;
let room: string;
let assignmentId: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  booking = oasis.get(SessionBookingService);
  changes = oasis.get(SessionChangeService);
  life = oasis.get(SessionLifeService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(now);
  siteId = (await aSite(db)).id;
  coach = await aSessionCoach(db, siteId);
  aino = await aFounder(db, siteId, 240);
  room = await aResource(db, siteId, { kind: 'room', capacity: 4 });
  assignmentId = await anAssignment(db, siteId, aino, coach);
});

const wish = (over: Partial<SessionWish> = {}): SessionWish => ({
  type: 'one_to_one',
  assignmentId,
  start: at('10:00'),
  end: at('11:00'),
  mode: 'on_site',
  roomId: over.mode === 'remote' || over.anyRoom ? undefined : room,
  topic: 'Pricing',
  ...over,
});

/** Who and what a session has taken, as `subject start end` without the date. */
async function taken(id: string): Promise<string[]> {
  const rows = await db.read<{ person: string | null; start: Date; end: Date }>(
    'select person_id as person, starts_at as start, ends_at as "end" from occupation where cause_id = $1',
    [id],
  );
  const name = (person: string | null) =>
    person === null ? 'room' : person === coach.personId ? 'coach' : person === aino.actor.personId ? 'aino' : 'other';
  const time = (date: Date) => date.toISOString().slice(11, 16);
  return rows.map(({ person, start, end }) => `${name(person)} ${time(start)}-${time(end)}`).sort();
}

/** `granted used held left` of the minutes of coaching in a month. */
async function balance({ actor, membershipId }: Founder, month = '2027-03'): Promise<(number | null)[]> {
  const { balances } = await oasis.get(WalletQueries).month(actor, membershipId, month);
  const found = balances.find(({ kind }) => kind === 'coaching_minutes');
  return found ? [found.granted, found.used, found.held, found.left] : [];
}

const present = { attendance: 'present' as const };
const closing = (heldMinutes: number, ...people: Founder[]) => ({
  attendance: people.map(({ actor }) => ({ personId: actor.personId, ...present })),
  heldMinutes,
});

describe('a session', () => {
  it('takes coach, founder and room in one act, and holds the minutes', async () => {
    const session = await booking.book(aino.actor, wish());
    expect(session).toMatchObject({
      siteId,
      type: 'one_to_one',
      assignmentId,
      coach: { id: coach.personId },
      participants: [{ id: aino.actor.personId, attendance: null }],
      room: { id: room },
      remoteLink: null,
      start: '2027-03-04T08:00:00Z',
      end: '2027-03-04T09:00:00Z',
      timeZone: 'Europe/Helsinki',
      coachTimeZone: null,
      status: 'confirmed',
      allowance: { kind: 'coaching_minutes', amount: 60 },
      freeCancellationUntil: '2027-03-03T08:00:00Z',
      version: 1,
    });
    expect(await taken(session.id)).toEqual(['aino 08:00-09:00', 'coach 08:00-09:00', 'room 08:00-09:00']);
    expect(await balance(aino)).toEqual([240, 0, 60, 180]);
    expect(await db.read('select action, facts from audit_event where subject_id = $1', [session.id])).toMatchObject([
      { action: 'coaching_session.book', facts: { by: 'founder', roomId: room } },
    ]);
  });

  it('keeps the buffer of the coach and the cleaning of the room, and nothing of the founder', async () => {
    const tidy = (await aSite(db, { rules: { room: { bufferMinutes: 10 } } })).id;
    const careful = await aSessionCoach(db, tidy, { bufferMinutes: 15 });
    const boris = await aFounder(db, tidy);
    const place = await aResource(db, tidy, { kind: 'room', capacity: 4 });
    const other = await anAssignment(db, tidy, boris, careful);
    const { id } = await booking.book(boris.actor, wish({ assignmentId: other, roomId: place }));
    const rows = await db.read<{ ends: Date }>(
      'select ends_at as ends from occupation where cause_id = $1 order by ends_at',
      [id],
    );
    expect(rows.map(({ ends }) => ends)).toEqual([at('11:00'), at('11:10'), at('11:15')]);
    const next = { assignmentId: other, roomId: place, start: at('11:00'), end: at('12:00') };
    await expect(booking.book(careful, wish(next))).rejects.toMatchObject({ code: 'person_not_twice' });
  });

  it('lasts as long as its type usually does when no end is given', async () => {
    const { end: _, ...open } = wish();
    expect(await booking.book(aino.actor, open)).toMatchObject({ end: '2027-03-04T09:00:00Z' });
  });

  it('is held over the link of the coach where no room is taken', async () => {
    const session = await booking.book(aino.actor, wish({ mode: 'remote' }));
    expect(session).toMatchObject({ room: null, remoteLink: 'https://meet.example/coach' });
    expect(await taken(session.id)).toEqual(['aino 08:00-09:00', 'coach 08:00-09:00']);
    for (const wrong of [
      wish({ mode: 'remote', roomId: room }),
      wish({ roomId: undefined }),
      wish({ anyRoom: true, roomId: room }),
    ]) {
      await expect(booking.book(aino.actor, wrong)).rejects.toMatchObject({ code: 'malformed' });
    }
    const link = wish({ mode: 'remote', remoteLink: 'javascript:alert(1)' });
    await expect(booking.book(aino.actor, link)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('shows both clocks', async () => {
    const moscow = await aSessionCoach(db, siteId, { timeZone: 'Europe/Moscow' });
    const other = await anAssignment(db, siteId, aino, moscow);
    const session = await booking.book(aino.actor, wish({ assignmentId: other, mode: 'remote' }));
    expect(session).toMatchObject({
      timeZone: 'Europe/Helsinki',
      coachTimeZone: 'Europe/Moscow',
      readerTimeZone: null,
    });
    const reader = new Actor(aino.actor.personId, null, [], 'en', 'Europe/London');
    expect(await oasis.get(SessionQueries).one(reader, session.id)).toMatchObject({ readerTimeZone: 'Europe/London' });
  });

  it('is one deed for one key', async () => {
    const key = { key: 'once', hash: Buffer.from('a') };
    const [first, second] = await Promise.all([
      booking.book(aino.actor, wish(), key),
      booking.book(aino.actor, wish(), key),
    ]);
    expect(second.id).toBe(first.id);
    expect(await codes(booking.book(aino.actor, wish(), { key: 'once', hash: Buffer.from('b') }))).toEqual([
      'idempotency_key',
    ]);
  });
});

describe('the laws of a session', () => {
  it('are told all at once', async () => {
    const small = await aResource(db, siteId, { kind: 'room', capacity: 1 });
    const strict = await aSessionCoach(db, siteId, { noticeMinutes: 1440, remote: false, hours: ['12:00', '13:00'] });
    const poor = await aFounder(db, siteId, 30);
    const other = await anAssignment(db, siteId, poor, strict, 'on_hold');
    const bad = wish({
      assignmentId: other,
      roomId: small,
      mode: 'hybrid',
      start: at('21:07', '2027-03-02'),
      end: at('23:31', '2027-03-02'),
    });
    expect(await codes(booking.book(poor.actor, bad))).toEqual([
      'assignment_active',
      'room_capacity',
      'coach_remote',
      'time_grid',
      'session_length',
      'minimum_notice',
      'coach_available',
      'within_opening_hours',
      'ledger_balance',
    ]);
  });

  it.each([
    ['in_the_past', { start: at('09:00', '2027-03-01'), end: at('10:00', '2027-03-01') }],
    ['booking_horizon', { start: at('10:00', '2027-12-01'), end: at('11:00', '2027-12-01') }],
    ['session_length', { start: at('10:00'), end: at('10:15') }],
    ['session_length', { start: at('10:00'), end: at('10:00', '2099-01-01') }],
    ['within_opening_hours', { start: at('20:00'), end: at('21:00') }],
  ])('%s', async (law, times) => {
    expect(await codes(booking.book(aino.actor, wish(times)))).toContain(law);
  });

  it('booked_by_coach: a clinic for many is not called by one of them', async () => {
    const clinic = wish({
      type: 'group_clinic',
      assignmentId: undefined,
      coachId: coach.personId,
      siteId,
      end: undefined,
      participants: [aino.actor.personId],
    });
    expect(await codes(booking.book(aino.actor, clinic))).toEqual(['booked_by_coach']);
    expect(await codes(booking.book(coach, clinic))).toEqual([]);
  });

  it('resource_available: only in rooms that are in use', async () => {
    await db.read(`update resource set status = 'retired' where id = $1`, [room]);
    expect(await codes(booking.book(aino.actor, wish()))).toEqual(['resource_available']);
  });

  it('coach_available binds founders; the coach may agree on any hour', async () => {
    const rested = await aSessionCoach(db, siteId, { hours: null });
    const other = await anAssignment(db, siteId, aino, rested);
    expect(await codes(booking.book(aino.actor, wish({ assignmentId: other })))).toEqual(['coach_available']);
    expect(await codes(booking.book(rested, wish({ assignmentId: other })))).toEqual([]);
  });

  it('covered_by_membership: not in a pause, not while suspended, not after its end', async () => {
    await db.read(
      `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
       values ($1, $2, '2027-03-04', '2027-03-10', 'approved', $3)`,
      [newId(), aino.membershipId, now],
    );
    expect(await codes(booking.book(aino.actor, wish()))).toEqual(['covered_by_membership']);
    expect(await codes(booking.book(aino.actor, wish({ start: at('10:00', '2027-03-11'), end: undefined })))).toEqual(
      [],
    );
  });

  it('covered_by_membership: not in a pause that is being approved while it is booked', async () => {
    const approved = (tx: EntityManager) =>
      tx.query(
        `with lock as materialized (select lock_subjects(array[$2]::uuid[], '{}', '{}'))
         insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
         select $1, $3, '2027-03-04', '2027-03-10', 'approved', $4 from lock`,
        [newId(), aino.actor.personId, aino.membershipId, now],
      );
    const asked = whileLocked(db, approved, () => codes(booking.book(aino.actor, wish())));
    expect(await asked).toEqual(['covered_by_membership']);
  });

  /** Asks for eight sessions of an hour each with eight coaches, all at once, and hears what each is answered. */
  async function eightSessions(): Promise<() => Promise<string[][]>> {
    const coaches = await Promise.all(Array.from({ length: 8 }, () => aSessionCoach(db, siteId)));
    const assignments = await Promise.all(coaches.map((one) => anAssignment(db, siteId, aino, one)));
    return () =>
      Promise.all(
        assignments.map((id, hour) => {
          const start = at(`${String(9 + hour).padStart(2, '0')}:00`);
          return codes(booking.book(aino.actor, wish({ assignmentId: id, mode: 'remote', start, end: undefined })));
        }),
      );
  }

  it('ledger_balance: what is held by other sessions cannot be spent again, also when all ask at once', async () => {
    const answers = await (await eightSessions())();
    expect(answers.filter((one) => one.length === 0)).toHaveLength(4);
    expect(answers.filter((one) => one.join() === 'ledger_balance')).toHaveLength(4);
    expect(await balance(aino)).toEqual([240, 0, 240, 0]);
  });

  it('ledger_balance: is spent more than once without lock and constraint (so the test above can fail)', async () => {
    await db.read('alter table allowance_account drop constraint ledger_balance');
    const ask = await eightSessions();
    try {
      const answers = await withoutLocks(db, () => whileLocked(db, noWriting('coaching_session'), ask, 8));
      expect(answers).toEqual(Array.from({ length: 8 }, () => []));
    } finally {
      await db.read('truncate allowance_entry, allowance_account');
      await db.read(
        'alter table allowance_account add constraint ledger_balance check (unlimited or held + used <= granted)',
      );
    }
  });

  it('person_not_twice says who, never what, and offers other times', async () => {
    const other = await aSessionCoach(db, siteId);
    const second = await anAssignment(db, siteId, aino, other);
    await booking.book(aino.actor, wish());
    const attempt = booking.book(aino.actor, wish({ assignmentId: second, mode: 'remote' }));
    await expect(attempt).rejects.toMatchObject({
      code: 'person_not_twice',
      extra: {
        who: 'entrepreneur',
        personId: aino.actor.personId,
        alternatives: expect.arrayContaining([
          { resourceId: null, name: null, start: '2027-03-04T09:00:00Z', end: '2027-03-04T10:00:00Z' },
        ]) as unknown,
      },
    });
    const boris = await aFounder(db, siteId);
    const third = await anAssignment(db, siteId, boris, coach);
    await expect(booking.book(boris.actor, wish({ assignmentId: third, mode: 'remote' }))).rejects.toMatchObject({
      code: 'person_not_twice',
      extra: { who: 'coach' },
    });
  });

  it('no_double_booking offers another room at that time, and takes nobody when there is none', async () => {
    const larger = await aResource(db, siteId, { kind: 'room', capacity: 8, name: 'Saimaa' });
    const other = await aSessionCoach(db, siteId);
    const boris = await aFounder(db, siteId);
    const second = await anAssignment(db, siteId, boris, other);
    await booking.book(aino.actor, wish());
    const here = expect.objectContaining({ resourceId: larger, name: 'Saimaa', start: '2027-03-04T08:00:00Z' });
    const later = expect.objectContaining({ start: expect.not.stringContaining('2027-03-04T08:00') as unknown });
    await expect(booking.book(boris.actor, wish({ assignmentId: second }))).rejects.toMatchObject({
      code: 'no_double_booking',
      extra: { alternatives: [here, later, later, later] },
    });
    expect(await db.read('select 1 from occupation where person_id = $1', [boris.actor.personId])).toEqual([]);
    expect(
      await booking.book(boris.actor, wish({ assignmentId: second, anyRoom: true, roomId: undefined })),
    ).toMatchObject({
      room: { id: larger },
    });
  });

  it('lets strangers hear of no assignment, and nobody coach themselves', async () => {
    const stranger = await aFounder(db, siteId);
    expect(await codes(booking.book(stranger.actor, wish()))).toEqual(['missing']);
    expect(await codes(booking.book(aino.actor, wish({ assignmentId: newId() })))).toEqual(['missing']);
    const self = {
      type: 'office_hour' as const,
      assignmentId: undefined,
      coachId: coach.personId,
      siteId,
      end: undefined,
    };
    const asked = booking.book(coach, wish({ ...self, participants: [coach.personId] }));
    expect(await codes(asked)).toContain('session_participants');
  });
});

describe('office hours', () => {
  const office = (over: Partial<SessionWish> = {}) =>
    wish({ type: 'office_hour', assignmentId: undefined, coachId: coach.personId, end: undefined, ...over });

  it('are for members of a site that the coach serves, without an assignment and without cost', async () => {
    const member = await aFounder(db, siteId, 0);
    const session = await booking.book(member.actor, office());
    expect(session).toMatchObject({ siteId, end: '2027-03-04T08:30:00Z', allowance: null, membershipId: null });
    const guest = await aPerson(db);
    const later = office({ start: at('14:00'), siteId });
    expect(await codes(booking.book(guest, later))).toEqual(['session_participants', 'covered_by_membership']);
    const elsewhere = (await aSite(db)).id;
    const foreign = await aFounder(db, elsewhere);
    expect(
      await codes(booking.book(foreign.actor, office({ mode: 'remote', siteId: elsewhere, start: at('15:00') }))),
    ).toEqual(['coach_serves_site']);
  });
});

describe('a team', () => {
  /** Two founders of one venture, each with minutes of their own. */
  async function aTeam(): Promise<{ lead: Founder; member: Founder }> {
    const ventureId = newId();
    await db.read(
      `insert into venture (id, site_id, name, stage, status, created_at, updated_at) values ($1, $2, 'Norppa', 'idea', 'active', $3, $3)`,
      [ventureId, siteId, now],
    );
    const lead = await aFounder(db, siteId, 300, { ventureId });
    const member = await aFounder(db, siteId, 300, { ventureId });
    for (const { actor } of [lead, member]) {
      await db.read(
        `insert into venture_member (id, venture_id, person_id, lead, starts_on) values ($1, $2, $3, true, '2026-01-01')`,
        [newId(), ventureId, actor.personId],
      );
    }
    return { lead, member };
  }

  it('loses whoever’s own membership ends, rests with those who pause, and goes on with the others', async () => {
    const { lead, member } = await aTeam();
    const manager = await aManager(db, siteId);
    const shared = await anAssignment(db, siteId, lead, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: shared, participants: both, end: undefined });
    const near = await booking.book(lead.actor, team);
    const far = await booking.book(lead.actor, { ...team, start: at('10:00', '2027-03-20') });
    const alone = await booking.book(
      coach,
      wish({ assignmentId: shared, participants: [both[1] ?? ''], start: at('14:00'), end: undefined }),
    );
    await db.read(
      `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
       values ($1, $2, '2027-03-15', '2027-03-30', 'requested', $3)`,
      [newId(), member.membershipId, now],
    );
    const paused = await oasis.get(PauseStoryService).approve(manager, member.membershipId);
    expect(paused.sessionsLeft.map(({ id }) => id)).toEqual([far.id]);
    const queries = oasis.get(SessionQueries);
    expect(await queries.one(coach, far.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[0] }] });
    expect(await taken(far.id)).toEqual(['coach 08:00-09:30', 'other 08:00-09:30', 'room 08:00-09:30']);
    expect(await codes(queries.one(member.actor, far.id))).toEqual(['missing']);
    expect(
      await codes(
        booking.book(lead.actor, { ...team, start: at('12:00', '2027-03-20'), end: at('13:00', '2027-03-20') }),
      ),
    ).toEqual(['covered_by_membership']);
    const ended = await oasis.get(MembershipEndService).end(manager, member.membershipId, { reason: 'resigned' });
    expect(ended.sessionsLeft.map(({ id }) => id)).toEqual([near.id]);
    expect(ended.affectedSessions.map(({ id }) => id)).toEqual([alone.id]);
    expect(await queries.one(coach, near.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[0] }] });
    expect(await balance(lead)).toEqual([300, 0, 180, 120]);
    expect(
      await db.read(
        `select facts ->> 'personId' as who from audit_event where action = 'coaching_session.leave' and subject_id = $1`,
        [near.id],
      ),
    ).toEqual([{ who: both[1] }]);
    expect(await codes(booking.book(lead.actor, { ...team, start: at('16:00') }))).toEqual(['session_participants']);
    expect(await codes(booking.book(lead.actor, { ...team, start: at('16:00'), participants: [] }))).toEqual([]);
  });

  it('goes on without whoever leaves it, from the day after the last; what they pay for or attend alone is off', async () => {
    const { lead, member } = await aTeam();
    const shared = await anAssignment(db, siteId, lead, coach);
    const own = await anAssignment(db, siteId, member, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: shared, participants: both, end: undefined });
    const before = await booking.book(lead.actor, team);
    const after = await booking.book(lead.actor, { ...team, start: at('10:00', '2027-03-05') });
    const paid = await booking.book(member.actor, { ...team, start: at('12:00', '2027-03-05') });
    const [alone, coached] = [
      await booking.book(
        coach,
        wish({ assignmentId: shared, participants: [both[1] ?? ''], start: at('14:00', '2027-03-05'), end: undefined }),
      ),
      await booking.book(member.actor, wish({ assignmentId: own, start: at('15:00', '2027-03-05'), end: undefined })),
    ];
    const [time] = await db.read<{ id: string; ventureId: string }>(
      'select id, venture_id as "ventureId" from venture_member where person_id = $1',
      [member.actor.personId],
    );
    const story = oasis.get(TeamDepartureService);
    const lastDay = [member.actor, time?.ventureId ?? '', time?.id ?? '', '2027-03-04'] as const;
    const seen = await story.preview(...lastDay);
    expect(
      await db.read('select 1 from venture_member where person_id = $1 and ends_on is not null', [both[1]]),
    ).toEqual([]);

    const told = await story.end(...lastDay);

    const idsOf = ({ sessionsLeft, affectedSessions }: typeof seen) => ({
      left: sessionsLeft.map(({ id }) => id),
      off: affectedSessions.map(({ id }) => id),
    });
    expect(idsOf(told)).toEqual({ left: [after.id], off: [paid.id, alone.id] });
    expect(idsOf(seen)).toEqual(idsOf(told));
    expect(told.members.find(({ personId }) => personId === both[1])).toMatchObject({ endsOn: '2027-03-04' });
    const queries = oasis.get(SessionQueries);
    expect((await queries.one(coach, before.id)).participants).toHaveLength(2);
    expect(await queries.one(coach, after.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[0] }] });
    expect(await taken(after.id)).toEqual(['coach 08:00-09:30', 'other 08:00-09:30', 'room 08:00-09:30']);
    for (const { id } of [paid, alone]) {
      expect(await queries.one(coach, id)).toMatchObject({ status: 'cancelled', reason: null, because: 'team_left' });
      expect(await taken(id)).toEqual([]);
    }
    expect(await queries.one(coach, coached.id)).toMatchObject({ status: 'confirmed' });
    // Only the coaching of one's own is still held, and the two meetings of the lead.
    expect(await balance(member)).toEqual([300, 0, 60, 240]);
    expect(await balance(lead)).toEqual([300, 0, 180, 120]);
    expect(idsOf(await story.end(...lastDay))).toEqual({ left: [], off: [] });
  });

  it('leaves the coaching that somebody takes along, which goes on with them alone', async () => {
    const { lead, member } = await aTeam();
    const theirs = await anAssignment(db, siteId, member, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: theirs, participants: both, end: undefined });
    const before = await booking.book(member.actor, team);
    const after = await booking.book(member.actor, { ...team, start: at('10:00', '2027-03-05') });
    const paid = await booking.book(lead.actor, { ...team, start: at('12:00', '2027-03-05') });
    const without = await booking.book(coach, {
      ...team,
      participants: [both[0] ?? ''],
      start: at('14:00', '2027-03-05'),
    });
    const [time] = await db.read<{ id: string; ventureId: string }>(
      'select id, venture_id as "ventureId" from venture_member where person_id = $1',
      [both[1]],
    );

    const told = await oasis
      .get(TeamDepartureService)
      .end(member.actor, time?.ventureId ?? '', time?.id ?? '', '2027-03-04');

    expect(told.sessionsLeft.map(({ id }) => id)).toEqual([after.id]);
    expect(told.affectedSessions.map(({ id }) => id)).toEqual([paid.id, without.id]);
    const queries = oasis.get(SessionQueries);
    expect((await queries.one(coach, before.id)).participants).toHaveLength(2);
    expect(await queries.one(coach, after.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[1] }] });
    for (const { id } of [paid, without]) {
      expect(await queries.one(coach, id)).toMatchObject({ status: 'cancelled', because: 'team_left' });
    }
    const leaves = await db.read(
      `select subject_id as id, facts ->> 'personId' as who, facts ->> 'because' as because
       from audit_event where action = 'coaching_session.leave' and subject_id = any ($1)`,
      [[before.id, after.id]],
    );
    expect(leaves).toEqual([{ id: after.id, who: both[0], because: 'entrepreneur' }]);
  });

  it('comes together, and the membership of whoever books pays', async () => {
    const { lead, member } = await aTeam();
    const outsider = await aFounder(db, siteId, 300);
    const shared = await anAssignment(db, siteId, lead, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: shared, participants: both, end: undefined });
    const session = await booking.book(member.actor, team);
    expect(session.participants.map(({ id }) => id).sort()).toEqual([...both].sort());
    expect(session).toMatchObject({ membershipId: member.membershipId, end: '2027-03-04T09:30:00Z' });
    expect(await balance(member)).toEqual([300, 0, 90, 210]);
    expect(await balance(lead)).toEqual([300, 0, 0, 300]);
    const alien = { ...team, start: at('14:00'), participants: [...both, outsider.actor.personId] };
    expect(await codes(booking.book(lead.actor, alien))).toEqual(['session_participants']);
  });
});

describe('moving', () => {
  it('keeps the session, raises its version, and settles the wallet', async () => {
    const session = await booking.book(aino.actor, wish());
    const moved = await changes.move(aino.actor, session.id, { start: at('10:30'), end: at('12:00') });
    expect(moved).toMatchObject({
      id: session.id,
      version: 2,
      start: '2027-03-04T08:30:00Z',
      end: '2027-03-04T10:00:00Z',
    });
    expect(await taken(session.id)).toEqual(['aino 08:30-10:00', 'coach 08:30-10:00', 'room 08:30-10:00']);
    expect(await balance(aino)).toEqual([240, 0, 90, 150]);
    const april = await changes.move(aino.actor, session.id, { start: at('10:00', '2027-04-01'), mode: 'remote' });
    expect(april).toMatchObject({ room: null, remoteLink: 'https://meet.example/coach' });
    expect(await balance(aino)).toEqual([240, 0, 0, 240]);
    expect(await balance(aino, '2027-04')).toEqual([240, 0, 90, 150]);
  });

  it('changes nothing when the new time cannot be had', async () => {
    const session = await booking.book(aino.actor, wish());
    const boris = await aFounder(db, siteId);
    const other = await anAssignment(db, siteId, boris, coach);
    await booking.book(boris.actor, wish({ assignmentId: other, mode: 'remote', start: at('14:00'), end: undefined }));
    expect(await codes(changes.move(aino.actor, session.id, { start: at('14:00') }))).toEqual(['person_not_twice']);
    expect(await taken(session.id)).toEqual(['aino 08:00-09:00', 'coach 08:00-09:00', 'room 08:00-09:00']);
    expect(await balance(aino)).toEqual([240, 0, 60, 180]);
  });

  it('move_deadline: a founder until a day before, the coach until the start, nobody after it', async () => {
    const session = await booking.book(aino.actor, wish());
    clock.set(at('10:00', '2027-03-03'));
    expect(await codes(changes.move(aino.actor, session.id, { start: at('12:00') }))).toEqual([]);
    clock.set(at('12:01', '2027-03-03'));
    expect(await codes(changes.move(aino.actor, session.id, { start: at('13:00') }))).toEqual(['move_deadline']);
    expect(await codes(changes.move(coach, session.id, { start: at('13:00') }))).toEqual([]);
    clock.set(at('13:00'));
    expect(await codes(changes.move(coach, session.id, { start: at('15:00') }))).toEqual(['session_state']);
  });

  it('finds any room, its own included', async () => {
    const second = await aResource(db, siteId, { kind: 'room', capacity: 5 });
    const session = await booking.book(aino.actor, wish());
    expect(await changes.move(coach, session.id, { start: at('10:30'), anyRoom: true })).toMatchObject({
      room: { id: room },
    });
    expect(await changes.move(coach, session.id, { start: at('12:30'), roomId: second })).toMatchObject({
      room: { id: second },
    });
  });

  it('refuses an older version', async () => {
    const session = await booking.book(aino.actor, wish());
    await changes.move(coach, session.id, { start: at('12:00') }, 1);
    await expect(changes.move(coach, session.id, { start: at('13:00') }, 1)).rejects.toMatchObject({ code: 'stale' });
  });
});

describe('calling off', () => {
  it('gives all back until a day before, and nothing later, when a founder does', async () => {
    const first = await booking.book(aino.actor, wish());
    clock.set(at('10:00', '2027-03-03'));
    expect(await life.cancel(aino.actor, first.id)).toMatchObject({ status: 'cancelled', late: false });
    expect(await taken(first.id)).toEqual([]);
    expect(await balance(aino)).toEqual([240, 0, 0, 240]);
    const second = await booking.book(aino.actor, wish());
    clock.set(at('10:01', '2027-03-03'));
    expect(await life.cancel(aino.actor, second.id)).toMatchObject({ late: true, allowance: { amount: 60 } });
    expect(await taken(second.id)).toEqual([]);
    expect(await balance(aino)).toEqual([240, 60, 0, 180]);
  });

  it('costs nothing whenever the coach, the site or the house does', async () => {
    clock.set(at('09:00'));
    const manager = await aManager(db, siteId);
    const first = await booking.book(aino.actor, wish());
    expect(await life.cancel(coach, first.id, 'Ill')).toMatchObject({ late: false, reason: 'Ill' });
    const second = await booking.book(aino.actor, wish());
    expect(await life.cancel(manager, second.id)).toMatchObject({ late: false });
    const third = await booking.book(aino.actor, wish());
    const fallen = await db.transaction((tx) =>
      oasis.get(SessionCancellation).cancelOf(tx, { assignmentId }, inWords('The assignment has ended.'), theHouse),
    );
    expect(fallen.map(({ id }) => id)).toEqual([third.id]);
    expect(await taken(third.id)).toEqual([]);
    expect(await balance(aino)).toEqual([240, 0, 0, 240]);
  });

  it('is for those of the session only', async () => {
    const { id } = await booking.book(aino.actor, wish());
    const other = await aFounder(db, siteId);
    expect(await codes(life.cancel(other.actor, id))).toEqual(['missing']);
    expect(await codes(life.cancel(await aManager(db, (await aSite(db)).id), id))).toEqual(['missing']);
    expect(await codes(life.cancel(aino.actor, id))).toEqual([]);
    expect(await codes(life.cancel(aino.actor, id))).toEqual(['session_state']);
  });
});

describe('closing', () => {
  it('uses the minutes that were held, releases the rest, and never takes more than was agreed upon', async () => {
    const first = await booking.book(aino.actor, wish());
    clock.set(at('11:00'));
    expect(await oasis.get(SessionTicks).hold(clock.now())).toBeGreaterThan(0);
    expect(await oasis.get(SessionQueries).one(coach, first.id)).toMatchObject({ status: 'held' });
    expect(await balance(aino)).toEqual([240, 0, 60, 180]);
    expect(await life.close(coach, first.id, closing(45, aino))).toMatchObject({
      status: 'closed',
      heldMinutes: 45,
      allowance: { amount: 45 },
      participants: [present],
      followUp: null,
    });
    expect(await balance(aino)).toEqual([240, 45, 0, 195]);
    clock.set(at('13:00'));
    const long = await booking.book(aino.actor, wish({ start: at('14:00'), end: at('15:00') }));
    clock.set(at('15:30'));
    await life.close(coach, long.id, closing(90, aino));
    expect(await balance(aino)).toEqual([240, 105, 0, 135]);
  });

  it('records who did not come: the founder pays, for the coach nobody does', async () => {
    const first = await booking.book(aino.actor, wish());
    clock.set(at('10:20'));
    const absent = { attendance: [{ personId: aino.actor.personId, attendance: 'absent' as const }], heldMinutes: 0 };
    expect(await life.close(coach, first.id, absent)).toMatchObject({ status: 'no_show', absent: 'entrepreneur' });
    expect(await balance(aino)).toEqual([240, 60, 0, 180]);
    // The rest of the time is free for others at once.
    expect(await taken(first.id)).toEqual(['aino 08:00-08:20', 'coach 08:00-08:20', 'room 08:00-08:20']);
    const second = await booking.book(aino.actor, wish({ start: at('12:00'), end: undefined }));
    clock.set(at('13:00'));
    const manager = await aManager(db, siteId);
    const alone = { ...closing(0, aino), coachAbsent: true };
    expect(await life.close(manager, second.id, alone)).toMatchObject({ status: 'no_show', absent: 'coach' });
    expect(await balance(aino)).toEqual([240, 60, 0, 180]);
  });

  it('hours_counted_once: put right within two weeks as a new audited entry, and not later', async () => {
    const { id } = await booking.book(aino.actor, wish());
    clock.set(at('11:00'));
    await life.close(coach, id, closing(60, aino));
    clock.set(at('11:00', '2027-03-18'));
    expect(await life.close(coach, id, closing(30, aino))).toMatchObject({ heldMinutes: 30, version: 3 });
    expect(await balance(aino)).toEqual([240, 30, 0, 210]);
    const trail = await db.read<{ action: string; facts: object }>(
      'select action, facts from audit_event where subject_id = $1 order by at, id',
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual(
      ['book', 'close', 'correct'].map((verb) => `coaching_session.${verb}`),
    );
    expect(trail[2]?.facts).toMatchObject({ from: { heldMinutes: 60 }, to: { heldMinutes: 30 } });
    expect(await oasis.get(SessionQueries).one(coach, id)).toMatchObject({ correctableUntil: '2027-03-18T09:00:00Z' });
    clock.set(at('11:01', '2027-03-18'));
    expect(await codes(life.close(coach, id, closing(60, aino)))).toEqual(['correction_window']);
  });

  it('refuses what cannot be', async () => {
    const { id } = await booking.book(aino.actor, wish());
    expect(await codes(life.close(coach, id, closing(10, aino)))).toEqual(['session_begun', 'held_minutes']);
    clock.set(at('11:00'));
    const boris = await aFounder(db, siteId);
    expect(await codes(life.close(coach, id, closing(60, boris)))).toEqual(['attendance_complete']);
    expect(await codes(life.close(coach, id, closing(61, aino)))).toEqual(['held_minutes']);
    expect(await codes(life.close(coach, id, closing(0, aino)))).toEqual(['held_minutes']);
    expect(await codes(life.close(aino.actor, id, closing(60, aino)))).toEqual(['role_required']);
  });

  it('books the next one on the spot, or does neither', async () => {
    const { id } = await booking.book(aino.actor, wish());
    clock.set(at('11:00'));
    const next = { start: at('10:00', '2027-03-11'), mode: 'on_site' as const, roomId: room };
    const blocked = { ...next, start: at('10:07', '2027-03-11') };
    expect(await codes(life.close(coach, id, closing(60, aino), blocked))).toEqual(['time_grid']);
    expect(await oasis.get(SessionQueries).one(coach, id)).toMatchObject({ status: 'confirmed', heldMinutes: null });
    const closed = await life.close(coach, id, closing(60, aino), next);
    expect(closed.followUp).toMatchObject({
      followsId: id,
      type: 'one_to_one',
      start: '2027-03-11T08:00:00Z',
      status: 'confirmed',
    });
    expect(await balance(aino)).toEqual([240, 60, 60, 120]);
  });
});

describe('a preview', () => {
  it('tells cost, clashes and every refusal, and takes nothing', async () => {
    await booking.book(aino.actor, wish());
    const preview = await booking.preview(aino.actor, wish({ start: at('10:30'), end: at('11:30') }));
    expect(preview).toMatchObject({
      charges: [{ month: '2027-03', amount: 60, left: 180 }],
      refusals: [],
      timeZone: 'Europe/Helsinki',
    });
    expect(preview.clashes.map(({ who }) => who).sort()).toEqual(['coach', 'entrepreneur', 'room']);
    expect(preview.alternatives.map(({ start }) => start)).toEqual([
      '2027-03-04T09:00:00Z',
      '2027-03-04T09:15:00Z',
      '2027-03-04T09:30:00Z',
    ]);
    expect(await balance(aino)).toEqual([240, 0, 60, 180]);
  });
});

describe('what is seen', () => {
  it('is time, attendance and counts for managers, and all of it for those who take part', async () => {
    const session = await booking.book(aino.actor, wish({ mode: 'hybrid', brief: 'I am afraid of my investor' }));
    const queries = oasis.get(SessionQueries);
    expect(await queries.one(coach, session.id)).toMatchObject({
      brief: 'I am afraid of my investor',
      remoteLink: 'https://meet.example/coach',
    });
    expect(await queries.one(await aManager(db, siteId), session.id)).toMatchObject({
      brief: '',
      remoteLink: null,
      topic: 'Pricing',
    });
    expect((await queries.list(aino.actor, {})).items.map(({ id }) => id)).toEqual([session.id]);
    expect((await queries.list(await aManager(db, siteId), { siteId })).items).toHaveLength(1);
    expect((await queries.list(await aManager(db, siteId), {})).items).toEqual([]);
    const stranger = await aFounder(db, siteId);
    expect((await queries.list(stranger.actor, { siteId })).items).toEqual([]);
    expect(await codes(queries.one(stranger.actor, session.id))).toEqual(['missing']);
  });

  it('changes its words before it begins', async () => {
    const { id } = await booking.book(aino.actor, wish());
    expect(await changes.describe(aino.actor, id, { brief: 'My first customer' }, 1)).toMatchObject({
      version: 2,
      topic: 'Pricing',
    });
    expect(await codes(changes.describe(aino.actor, id, { topic: 'x' }, 1))).toEqual(['stale']);
    expect(await codes(changes.describe(coach, id, { expertiseTopic: 'nonsense' }, 2))).toEqual(['malformed']);
  });
});

describe('a membership that pauses or ends', () => {
  it('takes its sessions with it, tells them beforehand, and charges nobody', async () => {
    const manager = await aManager(db, siteId);
    const near = await booking.book(aino.actor, wish());
    const far = await booking.book(aino.actor, wish({ start: at('10:00', '2027-03-20'), end: undefined }));
    await db.read(
      `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
       values ($1, $2, '2027-03-15', '2027-03-30', 'requested', $3)`,
      [newId(), aino.membershipId, now],
    );
    const pauses = oasis.get(PauseStoryService);
    const preview = await pauses.previewApproval(manager, aino.membershipId);
    expect(preview.affectedSessions).toMatchObject([{ id: far.id, coachId: coach.personId }]);
    expect(await taken(far.id)).toHaveLength(3);
    expect((await pauses.approve(manager, aino.membershipId)).affectedSessions).toEqual(preview.affectedSessions);
    expect(await taken(far.id)).toEqual([]);
    expect(await taken(near.id)).toHaveLength(3);
    const ended = await oasis.get(MembershipEndService).end(manager, aino.membershipId, { reason: 'resigned' });
    expect(ended.affectedSessions.map(({ id }) => id)).toEqual([near.id]);
    expect(await oasis.get(SessionQueries).one(coach, near.id)).toMatchObject({
      status: 'cancelled',
      late: false,
      reason: null,
      because: 'membership_ended',
      allowance: { amount: 0 },
    });
    expect(await taken(near.id)).toEqual([]);
  });
});
