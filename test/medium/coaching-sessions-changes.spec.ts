import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { SessionCancellation } from '../../src/coaching/sessions/session-cancellation.service';
import { SessionChangeService } from '../../src/coaching/sessions/session-change.service';
import { SessionLifeService } from '../../src/coaching/sessions/session-life.service';
import { SessionWish } from '../../src/coaching/sessions/session-plan';
import { SessionQueries } from '../../src/coaching/sessions/session.queries';
import { SessionTicks } from '../../src/coaching/sessions/session.ticks';
import { Actor, theHouse } from '../../src/kernel/actor';
import { inWords } from '../../src/kernel/why';
import { Database } from '../../src/platform/database/database';
import { aFounder, anAssignment, Founder } from '../support/coaching-sessions';
import { codes } from '../support/codes';
import { aManager, aResource, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';
import { at, SessionDay } from '../support/session-day';

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let booking: SessionBookingService;
let changes: SessionChangeService;
let life: SessionLifeService;
let day: SessionDay;
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
  day = await SessionDay.begins(oasis);
  ({ siteId, coach, aino, room, assignmentId } = day);
});

const wish = (over?: Partial<SessionWish>): SessionWish => day.wish(over);
const taken = (id: string): Promise<string[]> => day.taken(id);
const balance = (founder: Founder, month?: string): Promise<(number | null)[]> => day.balance(founder, month);

const present = { attendance: 'present' as const };
const closing = (heldMinutes: number, ...people: Founder[]) => ({
  attendance: people.map(({ actor }) => ({ personId: actor.personId, ...present })),
  heldMinutes,
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
