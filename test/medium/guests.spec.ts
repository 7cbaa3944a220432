import ICAL from 'ical.js';
import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { GuestService } from '../../src/bookings/guests/guest.service';
import { guestFacts } from '../../src/bookings/guests/guest.store';
import { SeriesChangeService } from '../../src/bookings/series/series-change.service';
import { SeriesService } from '../../src/bookings/series/series.service';
import { Actor } from '../../src/kernel/actor';
import { RetentionTicks } from '../../src/lifecycle/retention.ticks';
import { Database } from '../../src/platform/database/database';
import { MessageTicks } from '../../src/reminders/message.ticks';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aPerson, aResource, aSite } from '../support/house';
import { withoutLocks } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';
import { SmtpSink } from '../support/smtp';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const now = new Date('2027-03-02T06:00:00Z');
const at = (time: string, date = '2027-03-03') => new Date(`${date}T${time}:00+02:00`);
const ada = { name: 'Ada Guest', email: 'ada@guests.example' };
const bob = { name: 'Bob Guest', email: 'bob@guests.example' };

let sink: SmtpSink;
let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let guests: GuestService;
let siteId: string;
let room: string;
let aino: Actor;

beforeAll(async () => {
  sink = await SmtpSink.start();
  oasis = await startOasis({ config: { smtpUrl: sink.url } });
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  guests = oasis.get(GuestService);
});
afterAll(async () => {
  await oasis?.stop();
  await sink?.close();
});

beforeEach(async () => {
  clock.set(now);
  await db.read('delete from message');
  await db.read('delete from booking_guest');
  await db.read(`update booking set updated_at = '2020-01-01'`);
  siteId = (await aSite(db, { rules: { room: { futureBookings: null } } })).id;
  await db.read(`update site set address = 'Skinnarilankatu 34' where id = $1`, [siteId]);
  room = await aResource(db, siteId, { kind: 'room', capacity: 4, name: 'Saimaa' });
  aino = await anEntrepreneur(db, siteId);
});

const meet = (invited: { name: string; email: string }[], resourceId = room, actor = aino): Promise<BookingView> =>
  bookings.book(actor, { resourceId, start: at('09:00'), end: at('10:00'), title: 'First pitch', guests: invited });

async function tick(minutes = 0): Promise<void> {
  clock.advance(minutes);
  await oasis.get(MessageTicks).planAgain(clock.now());
  clock.advance(0.05);
  await oasis.get(MessageTicks).sweep(clock.now());
}

/** What has arrived for an address since the beginning of the spec: subject, method, UID and SEQUENCE of the file. */
let seen = 0;
beforeEach(() => {
  seen = sink.letters.length;
});
function letters(
  address: string,
): { subject: string; text: string; method: string; uid: string; sequence: number; start: string }[] {
  return sink.letters
    .slice(seen)
    .filter(({ recipients }) => recipients.includes(address))
    .map(({ mail }) => {
      const file = new TextDecoder().decode(mail.attachments[0]?.content as ArrayBuffer);
      const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
      return {
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        method: String(calendar.getFirstPropertyValue('method')),
        uid: event.uid,
        sequence: event.sequence,
        start: event.startDate.toJSDate().toISOString(),
      };
    });
}

describe('the guests of a meeting', () => {
  it('are invited in the act of booking, in the language of the host, with a file for their calendar', async () => {
    await db.read(`update person set locale = 'sv', full_name = 'Aino Host' where id = $1`, [aino.personId]);
    const booking = await meet([ada, bob]);
    expect(booking.guests.map(({ name, email }) => ({ name, email }))).toEqual([ada, bob]);
    await tick();
    await tick();

    const [letter, ...more] = letters(ada.email);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ method: 'PUBLISH', sequence: 2, start: at('09:00').toISOString() });
    expect(letter?.subject).toMatch(/^Inbjudan: .*, möte med Aino Host/);
    expect(letter?.text).toContain('First pitch');
    // Whoever has never been there has to find the house.
    expect(letter?.text).toContain('Adress: Skinnarilankatu 34');
    expect(letter?.text).toContain('eftersom Aino Host uppgav din adress');
    expect(letter?.text).not.toContain('konto');
    expect(letters(bob.email)).toHaveLength(1);
  });

  it('are invited once, however many planners look at once', async () => {
    const hall = await aResource(db, siteId, { kind: 'room', capacity: 60 });
    const invited = Array.from({ length: 40 }, (_, n) => ({ name: `Guest ${n}`, email: `guest-${n}@guests.example` }));
    await meet(invited, hall, await aManager(db, siteId));
    const ticks = oasis.get(MessageTicks);
    await Promise.all(Array.from({ length: 8 }, () => ticks.planAgain(clock.now())));
    const [rows] = await db.read<{ count: number; guests: number }>(
      'select count(*) as count, count(distinct guest_id) as guests from message where guest_id is not null',
    );
    expect(rows).toEqual({ count: invited.length, guests: invited.length });
    // Planners may happen to look one after another: what the table itself says does not hang on that.
    const again = db.read(
      `insert into message (id, kind, guest_id, subject_id, occasion, channel, due_at, useful_until, next_attempt_at, created_at)
       select gen_random_uuid(), kind, guest_id, subject_id, occasion, channel, due_at, useful_until, next_attempt_at, created_at
       from message where guest_id is not null`,
    );
    await expect(again).rejects.toThrow('message_guest_once');
  });

  it('are told once of a new time, and once when it is off: one UID, a rising SEQUENCE', async () => {
    const booking = await meet([ada]);
    await tick();
    const changes = oasis.get(BookingChangeService);
    await changes.change(aino, booking.id, { start: at('11:00'), end: at('12:00') }, 'any');
    await changes.change(aino, booking.id, { start: at('12:00'), end: at('13:00') }, 'any');
    await changes.change(aino, booking.id, { title: 'Second pitch' }, 'any');
    await tick();
    expect(letters(ada.email)).toHaveLength(1);
    await tick(2);
    await oasis.get(BookingLifeService).cancel(aino, booking.id);
    await tick();

    const [first, second, third, ...more] = letters(ada.email);
    expect(more).toEqual([]);
    expect([first, second, third]).toMatchObject([
      { method: 'PUBLISH', sequence: 2 },
      { method: 'PUBLISH', sequence: 6, start: at('12:00').toISOString() },
      { method: 'CANCEL', sequence: 7 },
    ]);
    expect(new Set([first?.uid, second?.uid, third?.uid]).size).toBe(1);
    expect(second?.subject).toContain('Changed');
  });

  it('who are taken off the list are told, those who stay hear nothing, and who never heard of it does not either', async () => {
    const booking = await meet([ada, bob]);
    await tick();
    const carl = { name: 'Carl', email: 'carl@guests.example' };
    await guests.set(aino, booking.id, [bob, carl], booking.version);
    await guests.set(aino, booking.id, [bob], 'any');
    await tick();
    expect(letters(ada.email).map(({ method, sequence }) => [method, sequence])).toEqual([
      ['PUBLISH', 2],
      ['CANCEL', 4],
    ]);
    expect(letters(bob.email)).toHaveLength(1);
    expect(letters(carl.email)).toEqual([]);
    await guests.set(aino, booking.id, [ada, bob], 'any');
    await tick();
    expect(letters(ada.email)).toHaveLength(3);
  });

  it('are invited when a place that needs approval is approved, and not before', async () => {
    const grand = await aResource(db, siteId, { kind: 'room', capacity: 4, needsApproval: true });
    const booking = await meet([ada], grand);
    await tick(30);
    expect(letters(ada.email)).toEqual([]);
    await oasis.get(BookingLifeService).approve(await aManager(db, siteId), booking.id);
    await tick();
    expect(letters(ada.email)).toHaveLength(1);
  });

  it('are invited anew when a meeting that was off lives again: its numbers go on rising', async () => {
    const booking = await meet([ada]);
    await tick();
    await oasis.get(BookingLifeService).cancel(aino, booking.id);
    await tick();
    await db.read(`update booking set status = 'confirmed', updated_at = $2 where id = $1`, [booking.id, clock.now()]);
    await db.read('update booking_guest set version = version + 1, updated_at = $1', [clock.now()]);
    await tick();
    await tick(2);
    await oasis.get(BookingLifeService).cancel(aino, booking.id);
    await tick();
    expect(letters(ada.email).map(({ method, sequence }) => [method, sequence])).toEqual([
      ['PUBLISH', 2],
      ['CANCEL', 3],
      ['PUBLISH', 4],
      ['CANCEL', 5],
    ]);
  });

  it('are told nothing of a booking that is cancelled before the letter leaves', async () => {
    const booking = await meet([ada]);
    await oasis.get(MessageTicks).planAgain(clock.now());
    await oasis.get(BookingLifeService).cancel(aino, booking.id);
    await tick();
    expect(letters(ada.email)).toEqual([]);
    expect(await db.read('select kind, status, reason from message where guest_id is not null')).toEqual([
      { kind: 'guest_invited', status: 'void', reason: 'the booking is cancelled' },
    ]);
  });

  it('of a series get one letter with all dates, one of a date that moves, and one when the rest is off', async () => {
    const series = oasis.get(SeriesService);
    const far = { horizonDays: 60, futureBookings: null };
    siteId = (await aSite(db, { rules: { room: far } })).id;
    await db.read(`update site set address = 'Skinnarilankatu 34' where id = $1`, [siteId]);
    room = await aResource(db, siteId, { kind: 'room', capacity: 2, name: 'Saimaa' });
    aino = await anEntrepreneur(db, siteId);
    const wish = {
      resourceId: room,
      start: at('09:00'),
      end: at('10:00'),
      rule: 'FREQ=WEEKLY;COUNT=3',
      title: 'Board',
    };
    expect(
      (await series.preview(aino, { ...wish, guests: [ada, bob] })).occurrences.map((one) => one.refusals),
    ).toEqual(Array.from({ length: 3 }, () => [expect.objectContaining({ code: 'guest_seats' })]));
    const { id, bookings: dates } = await series.book(aino, { ...wish, guests: [ada] });
    expect(dates.map(({ guests: invited }) => invited.map(({ email }) => email))).toEqual([
      [ada.email],
      [ada.email],
      [ada.email],
    ]);
    await tick();
    await tick(2);
    expect(letters(ada.email).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Invitation: .* and later, meetings with /),
    ]);
    expect(letters(ada.email)[0]?.text).toMatch(/17 March 2027, 09:00–10:00 \(Europe\/Helsinki\)/);
    expect(letters(ada.email)[0]?.text).toContain('Address: Skinnarilankatu 34');
    const facts = await guestFacts((sql, given) => db.read(sql, given), {
      personId: aino.personId,
      siteId,
      resourceId: room,
      works: false,
      now: clock.now(),
    });
    expect(facts.lettersToday).toBe(1);

    const [first] = dates;
    await oasis
      .get(BookingChangeService)
      .change(aino, first?.id ?? '', { start: at('11:00'), end: at('12:00') }, 'any');
    await tick(2);
    expect(letters(ada.email)[1]?.subject).toMatch(/^Changed: .*, meeting with /);
    await oasis.get(SeriesChangeService).cancel(aino, id, {});
    await tick();
    await tick(2);
    expect(letters(ada.email).map(({ method }) => method)).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL']);
    expect(letters(ada.email)[2]?.subject).toMatch(/^Cancelled: .* and later, meetings with /);
  });

  it('of a series are invited to a date that is added later', async () => {
    const series = oasis.get(SeriesService);
    const { id } = await series.book(aino, {
      resourceId: room,
      start: at('09:00'),
      end: at('10:00'),
      rule: 'FREQ=DAILY;COUNT=3',
      guests: [ada],
      choices: [{ date: '2027-03-04', skip: true }],
    });
    await tick();
    await tick(2);
    const { bookings: dates } = await series.add(aino, id, { date: '2027-03-04' });
    expect(dates.map(({ guests: invited }) => invited.map(({ email }) => email))).toEqual([
      [ada.email],
      [ada.email],
      [ada.email],
    ]);
    await tick();
    await tick(2);
    expect(letters(ada.email).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Invitation: .* and later, meetings with /),
      expect.stringMatching(/^Invitation: .*, meeting with /),
    ]);
    expect(letters(ada.email)[1]?.start).toBe('2027-03-04T07:00:00.000Z');
  });

  it('of a series that is cancelled before the letter leaves hear nothing', async () => {
    const { id } = await oasis.get(SeriesService).book(aino, {
      resourceId: room,
      start: at('09:00'),
      end: at('10:00'),
      rule: 'FREQ=DAILY;COUNT=2',
      guests: [ada],
    });
    await oasis.get(MessageTicks).planAgain(clock.now());
    await oasis.get(SeriesChangeService).cancel(aino, id, {});
    await tick();
    await tick(2);
    expect(letters(ada.email)).toEqual([]);
  });

  it('get a letter that was left behind by a sender that died, under the same Message-ID', async () => {
    await meet([ada]);
    await oasis.get(MessageTicks).planAgain(clock.now());
    // The lease of that sender runs on the clock of the database.
    const lease = (end: string) =>
      db.read(
        `update message set status = 'sending', attempts = 1, claimed_until = clock_timestamp() ${end} interval '1 hour'
         where guest_id is not null`,
      );
    await lease('+');
    await tick();
    expect(letters(ada.email)).toEqual([]);
    await lease('-');
    await tick(2);
    expect(letters(ada.email)).toHaveLength(1);
    const [row] = await db.read<{ id: string; attempts: number }>(
      'select id, attempts from message where guest_id is not null',
    );
    expect(row?.attempts).toBe(2);
    expect(sink.letters.at(-1)?.mail.messageId).toContain(row?.id ?? 'nothing');
  });

  it('guest_seats, guest_limit: as many as the place seats with the host, and as the plan gives', async () => {
    const many = Array.from({ length: 4 }, (_, i) => ({ name: `Guest ${i}`, email: `guest${i}@guests.example` }));
    expect(await codes(meet(many))).toEqual(['guest_seats']);
    await db.read('alter table plan_version disable trigger pinned_terms');
    await db.read('update plan_version set guest_limit = 2');
    await db.read('alter table plan_version enable trigger pinned_terms');
    expect(await codes(meet(many))).toEqual(['guest_limit', 'guest_seats']);
    expect(await codes(meet(many.slice(0, 3)))).toEqual(['guest_limit']);
    const booking = await meet(many.slice(0, 2));
    expect(await codes(guests.set(aino, booking.id, many.slice(0, 3), booking.version))).toEqual(['guest_limit']);
    expect(await codes(guests.set(aino, booking.id, many.slice(0, 1), booking.version))).toEqual([]);

    const small = await aResource(db, siteId, { kind: 'room', capacity: 1 });
    const move = oasis.get(BookingChangeService).change(aino, booking.id, { resourceId: small }, 'any');
    expect(await codes(move)).toEqual(['guest_seats']);
  });

  it('staff are limited by the seats alone', async () => {
    const manager = await aManager(db, siteId);
    await expect(meet([ada, bob], room, manager)).resolves.toMatchObject({ guests: [ada, bob] });
  });

  it('guests_per_day: sixty letters a day, however they come about, also when asked for at once', async () => {
    const hall = await Promise.all(
      Array.from({ length: 8 }, () => aResource(db, siteId, { kind: 'room', capacity: 100 })),
    );
    const ten = (prefix: string) =>
      Array.from({ length: 10 }, (_, i) => ({ name: `G ${i}`, email: `${prefix}-${i}@guests.example` }));
    const results = await Promise.all(hall.map((place, index) => codes(meet(ten(`hall${index}`), place))));
    expect(results.filter((codes) => codes.length === 0)).toHaveLength(6);
    expect(results.filter((codes) => codes.join() === 'guests_per_day')).toHaveLength(2);
    clock.advance(25 * 60);
    expect(
      await codes(
        bookings.book(aino, {
          resourceId: hall[0],
          start: at('09:00', '2027-03-05'),
          end: at('10:00', '2027-03-05'),
          guests: [ada],
        }),
      ),
    ).toEqual([]);
  });

  it('guests_per_day is not kept without the lock of the host (so the test above can fail)', async () => {
    const hall = await Promise.all(
      Array.from({ length: 8 }, () => aResource(db, siteId, { kind: 'room', capacity: 100 })),
    );
    const ten = (prefix: string) =>
      Array.from({ length: 10 }, (_, i) => ({ name: `G ${i}`, email: `${prefix}-${i}@guests.example` }));
    const all = () => Promise.all(hall.map((place, index) => codes(meet(ten(`open${index}`), place))));
    const results = await withoutLocks(db, () => whileLocked(db, noWriting('booking'), all, hall.length));
    expect(results).toEqual(hall.map(() => []));
  });

  it('are set by the host or the manager of the site only, on what they have read, before the end', async () => {
    const booking = await meet([ada]);
    const stranger = await anEntrepreneur(db, siteId);
    await expect(guests.set(stranger, booking.id, [], 'any')).rejects.toMatchObject({ code: 'missing' });
    await expect(guests.set(aino, booking.id, [], 7)).rejects.toMatchObject({ code: 'stale' });
    await expect(guests.set(aino, booking.id, [], undefined)).rejects.toMatchObject({ code: 'if_match_required' });
    await expect(guests.set(aino, booking.id, [ada, ada], 'any')).rejects.toMatchObject({ code: 'malformed' });
    await expect(guests.set(await aManager(db, siteId), booking.id, [ada, bob], 'any')).resolves.toMatchObject({
      guests: [ada, bob],
    });
    clock.set(at('10:00'));
    expect(await codes(guests.set(aino, booking.id, [], 'any'))).toEqual(['in_the_past']);
    await oasis.get(BookingLifeService).complete(booking.id);
    await expect(guests.set(aino, booking.id, [], 'any')).rejects.toMatchObject({ code: 'booking_state' });
  });

  it('leave no address in the trail, and are forgotten a month after the meeting, their messages with them', async () => {
    await meet([ada]);
    await tick();
    expect(JSON.stringify(await db.read('select facts from audit_event'))).not.toContain('@guests.example');
    clock.set(at('10:00', '2027-04-03'));
    await oasis.get(RetentionTicks).forget(clock.now());
    expect(await db.read('select 1 from booking_guest')).toHaveLength(1);
    clock.set(at('10:01', '2027-04-04'));
    await oasis.get(RetentionTicks).forget(clock.now());
    expect(await db.read('select 1 from booking_guest')).toEqual([]);
    expect(await db.read('select 1 from message where guest_id is not null')).toEqual([]);
  });

  it('message_addressee: a message is for a person or for a guest, never for both or nobody', async () => {
    const person = await aPerson(db);
    const insert = (who: string | null) =>
      db.read(
        `insert into message (id, kind, person_id, subject_id, occasion, channel, due_at, useful_until, next_attempt_at, created_at)
         values (gen_random_uuid(), 'x', $1, gen_random_uuid(), 'x', 'mail', $2, $2, $2, $2)`,
        [who, now],
      );
    await insert(person.personId);
    await expect(insert(null)).rejects.toThrow('message_addressee');
  });
});
