import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { SessionWish } from '../../src/coaching/sessions/session-plan';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Database } from '../../src/platform/database/database';
import { EntityManager } from 'typeorm';
import { withoutLocks } from '../support/careless';
import { aFounder, anAssignment, aSessionCoach, Founder } from '../support/coaching-sessions';
import { codes } from '../support/codes';
import { aPerson, aResource, aSite } from '../support/house';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis } from '../support/oasis';
import { at, now, SessionDay } from '../support/session-day';

let oasis: Oasis;
let db: Database;
let booking: SessionBookingService;
let day: SessionDay;
let siteId: string;
let coach: Actor;
let aino: Founder;
let room: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db } = oasis);
  booking = oasis.get(SessionBookingService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  day = await SessionDay.begins(oasis);
  ({ siteId, coach, aino, room } = day);
});

const wish = (over?: Partial<SessionWish>): SessionWish => day.wish(over);
const balance = (founder: Founder, month?: string): Promise<(number | null)[]> => day.balance(founder, month);

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
