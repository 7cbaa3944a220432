import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { SessionChangeService } from '../../src/coaching/sessions/session-change.service';
import { SessionWish } from '../../src/coaching/sessions/session-plan';
import { SessionQueries } from '../../src/coaching/sessions/session.queries';
import { Actor } from '../../src/kernel/actor';
import { Database } from '../../src/platform/database/database';
import { aFounder, anAssignment, aSessionCoach, Founder } from '../support/coaching-sessions';
import { codes } from '../support/codes';
import { aManager, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { at, SessionDay } from '../support/session-day';

let oasis: Oasis;
let db: Database;
let booking: SessionBookingService;
let changes: SessionChangeService;
let day: SessionDay;
let siteId: string;
let coach: Actor;
let aino: Founder;
let room: string;
let assignmentId: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db } = oasis);
  booking = oasis.get(SessionBookingService);
  changes = oasis.get(SessionChangeService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  day = await SessionDay.begins(oasis);
  ({ siteId, coach, aino, room, assignmentId } = day);
});

const wish = (over?: Partial<SessionWish>): SessionWish => day.wish(over);
const taken = (id: string): Promise<string[]> => day.taken(id);
const balance = (founder: Founder, month?: string): Promise<(number | null)[]> => day.balance(founder, month);

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
