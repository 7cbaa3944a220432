import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { DayQueries } from '../../src/bookings/day.queries';
import { fullHours } from '../../src/bookings/presence/presence.rules';
import { DaySheetQueries } from '../../src/bookings/presence/day-sheet.queries';
import { WhoIsInQueries } from '../../src/bookings/presence/who-is-in.queries';
import { Actor } from '../../src/kernel/actor';
import { Refused } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/id';
import { Consents } from '../../src/memberships/intake/consent.service';
import { Database } from '../../src/platform/database/database';
import { aManager, anEntrepreneur, aResource, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const today = '2027-03-02';
const now = new Date('2027-03-02T06:00:00Z');
const at = (time: string, date = today) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let siteId: string;
let aino: Actor;
let boris: Actor;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(now);
  siteId = (await aSite(db, { fairShare: 100, rules: { desk: { futureBookings: null } } })).id;
  [aino, boris] = [await anEntrepreneur(db, siteId), await anEntrepreneur(db, siteId)];
  manager = await aManager(db, siteId);
  await db.read(`update person set full_name = 'Boris Example' where id = $1`, [boris.personId]);
});

const book = async (actor: Actor, from = '09:20', to = '11:50', date = today, site = siteId): Promise<BookingView> =>
  oasis.get(BookingService).book(actor, {
    resourceId: await aResource(db, site, { name: `Desk of ${newId()}` }),
    start: at(`${from.slice(0, 3)}00`, date),
    end: at(`${to.slice(0, 3)}30`, date),
  });
const agree = (actor: Actor, agrees = true) => oasis.get(Consents).set(actor, agrees ? ['who_is_in'] : []);
const seenBy = async (actor: Actor, date?: string) =>
  (await oasis.get(WhoIsInQueries).on(actor, siteId, date)).items.map(({ name }) => name);

describe('who is in', () => {
  const sides = [false, true];
  const combinations = sides.flatMap((ainoAgrees) =>
    sides.flatMap((borisAgrees) =>
      sides.flatMap((ainoIsIn) => sides.map((borisIsIn) => ({ ainoAgrees, borisAgrees, ainoIsIn, borisIsIn }))),
    ),
  );

  it.each(combinations)(
    'is seen by both or by neither: %o',
    async ({ ainoAgrees, borisAgrees, ainoIsIn, borisIsIn }) => {
      await agree(aino, ainoAgrees);
      await agree(boris, borisAgrees);
      if (ainoIsIn) await book(aino);
      if (borisIsIn) await book(boris);
      const mutual = ainoAgrees && borisAgrees && ainoIsIn && borisIsIn;
      expect(await seenBy(aino)).toEqual(mutual ? ['Boris Example'] : []);
      expect(await seenBy(boris)).toEqual(mutual ? ['Aino Example'] : []);
      expect(await oasis.get(WhoIsInQueries).on(aino, siteId)).toMatchObject({
        agreed: ainoAgrees,
        isIn: ainoIsIn,
        date: today,
      });
    },
  );

  describe('when both agree and are in', () => {
    beforeEach(async () => {
      await agree(aino);
      await agree(boris);
      await book(aino);
    });

    it('tells name, venture, full hours and the part of the site, and nothing else', async () => {
      await book(boris);
      expect((await oasis.get(WhoIsInQueries).on(aino, siteId)).items).toEqual([
        { name: 'Boris Example', venture: null, from: '09:00', until: '12:00', zone: null },
      ]);
    });

    it('is over at once when one of them takes it back', async () => {
      await book(boris);
      expect(await seenBy(aino)).toEqual(['Boris Example']);
      await agree(boris, false);
      expect(await seenBy(aino)).toEqual([]);
      expect(await seenBy(boris)).toEqual([]);
    });

    it('is not told of another site, another day, a cancelled booking, or a closed account', async () => {
      const elsewhere = (await aSite(db)).id;
      await db.read(
        `insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, 'coach', $3, $4)`,
        [newId(), boris.personId, elsewhere, now],
      );
      await book(
        new Actor(boris.personId, null, [{ role: 'coach', siteId: elsewhere }]),
        '09:00',
        '10:00',
        today,
        elsewhere,
      );
      await book(boris, '09:00', '10:00', '2027-03-03');
      expect(await seenBy(aino)).toEqual([]);
      const booking = await book(boris);
      expect(await seenBy(aino)).toEqual(['Boris Example']);
      await oasis.get(BookingLifeService).cancel(boris, booking.id);
      expect(await seenBy(aino)).toEqual([]);
      await book(boris);
      await db.read(`update person set status = 'disabled' where id = $1`, [boris.personId]);
      expect(await seenBy(aino)).toEqual([]);
    });

    it('who_is_in_dates: is not told of the past, nor far ahead', async () => {
      for (const date of ['2027-03-01', '2027-03-17']) {
        await expect(seenBy(aino, date)).rejects.toBeInstanceOf(Refused);
      }
      expect(await seenBy(aino, '2027-03-16')).toEqual([]);
    });

    it('leaves the day view as it is: others are nobody there', async () => {
      await book(boris);
      const day = await oasis.get(DayQueries).day(aino, siteId, today);
      expect(day).not.toContain('Boris');
      expect(day).not.toContain(boris.personId);
    });
  });

  it('rounds to full hours on the clock of the site, also over midnight and in a clock change', () => {
    const zone = 'Europe/Helsinki';
    expect(fullHours(at('09:20'), at('11:50'), today, zone)).toEqual({ from: '09:00', until: '12:00' });
    expect(fullHours(at('09:00'), at('12:00'), today, zone)).toEqual({ from: '09:00', until: '12:00' });
    expect(fullHours(at('22:00', '2027-03-01'), at('23:30'), today, zone)).toEqual({ from: '00:00', until: '24:00' });
    const springForward = { since: new Date('2027-03-28T00:30:00Z'), until: new Date('2027-03-28T01:30:00Z') };
    expect(fullHours(springForward.since, springForward.until, '2027-03-28', zone)).toEqual({
      from: '02:00',
      until: '05:00',
    });
  });
});

describe('the day sheet', () => {
  const sheet = (actor: Actor, date = today) => oasis.get(DaySheetQueries).on(actor, siteId, date);

  it('names who is expected, who has come with whom, and who has not, without asking for consent', async () => {
    const room = await aResource(db, siteId, { kind: 'room', capacity: 4, name: 'Saimaa' });
    const meeting = await oasis.get(BookingService).book(aino, {
      resourceId: room,
      start: at('09:00'),
      end: at('10:00'),
      title: 'Pitch',
      guests: [{ name: 'Ada Guest', email: 'ada@guests.example' }],
    });
    const cancelled = await book(boris, '10:00', '11:00');
    await oasis.get(BookingLifeService).cancel(boris, cancelled.id);
    await book(boris, '12:00', '13:00');
    clock.set(at('09:00'));
    await oasis.get(BookingLifeService).checkIn(aino, meeting.id);

    const shown = await sheet(manager);
    expect(shown).toMatchObject({
      date: today,
      counts: { expected: 1, arrived: 1, noShows: 0, guests: 1 },
      bookings: [
        {
          id: meeting.id,
          resource: { id: room, name: 'Saimaa', kind: 'room' },
          person: { id: aino.personId, name: 'Aino Example' },
          status: 'checked_in',
          title: 'Pitch',
          arrivedAt: '2027-03-02T07:00:00Z',
          leftAt: null,
          guests: ['Ada Guest'],
          extras: [],
        },
        { person: { name: 'Boris Example' }, status: 'confirmed' },
      ],
      sessions: [],
    });
    expect(JSON.stringify(shown)).not.toContain('ada@guests.example');
  });

  it('shows sessions with time, place and attendance, and not what they are about', async () => {
    const coach = newId();
    const room = await aResource(db, siteId, { kind: 'room', name: 'Imatra' });
    await db.read(
      `insert into person (id, email, full_name, locale, privacy_notice, privacy_notice_accepted_at, created_at, updated_at)
       values ($1, $2, 'Carita Coach', 'en', '1', $3, $3, $3)`,
      [coach, `${coach}@people.example`, now],
    );
    await db.read('alter table coaching_session disable trigger all');
    const id = newId();
    await db.read(
      `insert into coaching_session (id, site_id, type, coach_id, mode, room_id, topic, brief, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, 'one_to_one', $3, 'on_site', $4, 'Secret topic', 'Secret brief', $5, $6, 'confirmed', $7, $7)`,
      [id, siteId, coach, room, at('14:00'), at('15:00'), now],
    );
    await db.read('alter table coaching_session enable trigger all');
    await db.read('insert into session_participant (session_id, person_id) values ($1, $2)', [id, aino.personId]);
    const shown = await sheet(manager);
    expect(shown.sessions).toEqual([
      {
        id,
        room: { id: room, name: 'Imatra', kind: 'room' },
        coach: { id: coach, name: 'Carita Coach' },
        participants: [{ id: aino.personId, name: 'Aino Example', attendance: null }],
        start: '2027-03-02T12:00:00Z',
        end: '2027-03-02T13:00:00Z',
        mode: 'on_site',
        status: 'confirmed',
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain('Secret');
  });

  it('is for those who run the site', async () => {
    await expect(sheet(aino)).rejects.toMatchObject({ code: 'role_required' });
    await expect(sheet(await aManager(db, (await aSite(db)).id))).rejects.toMatchObject({ code: 'role_required' });
  });
});
