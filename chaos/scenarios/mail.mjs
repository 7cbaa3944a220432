// F8, F10 and the moods of mail servers: what becomes of reminders when facts, clocks and letters go wrong.
import { setTimeout as pause } from 'node:timers/promises';
import { Figures, quantile } from '../figures.mjs';
import { switchOff } from '../off.mjs';
import { gather, judge, lateness } from '../reminders-oracle.mjs';
import { bookingsDue, settled } from './reminders.mjs';

const idsOf = (bookings) => bookings.map(({ id }) => id);

/** F8: cancelled or moved in the last five seconds before the reminder is due, or in the moment it is sent. */
export function cancelled(landlord, { size, random, queue, off }) {
  const [count, seconds] = { reduced: [120, 10], small: [400, 30], full: [1_000, 80] }[size];
  const figures = new Figures(
    'F8',
    `${count} bookings cancelled or moved from 5 s before to 1 s after their reminder is due`,
  );
  return landlord.house({ queue, members: 20, spoils: off.length > 0 }, async (estate, clients) => {
    await Promise.all([estate.startApis(1), estate.startWorkers(2)]);
    await switchOff(estate, off);
    for (const member of estate.inn.members) await clients.tokenOf(member);
    const from = Date.now() + 6_000;
    const bookings = await bookingsDue(
      estate,
      Array.from({ length: count }, () => Math.round(from + random.next() * seconds * 1000)),
    );
    const answers = await Promise.all(
      bookings.map(async ({ id, dueAt, member }, n) => {
        await pause(Math.max(0, dueAt + random.between(-5_000, 1_000) - Date.now()));
        if (n % 4 > 0) return await clients.as(member, 'POST', `/bookings/${id}/cancel`, {});
        const sql = `update booking set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour', version = version + 1,
          updated_at = $2 where id = $1 and status = 'confirmed'`;
        await estate.ask(sql, [id, new Date()]);
        return { status: 200 };
      }),
    );
    figures.none(
      'cancellations that were not answered with 200',
      answers.filter(({ status }) => status !== 200),
    );
    // Several cancellations of one person become one message: what counts is that everybody has heard of theirs.
    const holder = new Map(bookings.map(({ id, member }) => [id, member.id]));
    const wanted = new Set(bookings.filter((_, n) => n % 4 > 0).map(({ member }) => member.id));
    let deaf = [];
    for (let look = 0; look < 60; look++) {
      await pause(500);
      const { messages } = await gather(estate, idsOf(bookings));
      const news = messages.filter(({ kind, status }) => kind === 'booking_cancelled' && status === 'sent');
      const heard = (channel) =>
        new Set(news.filter((one) => one.channel === channel).map(({ booking }) => holder.get(booking)));
      const [mail, app] = [heard('mail'), heard('app')];
      deaf = [...wanted].filter((id) => !mail.has(id) || !app.has(id));
      if (deaf.length === 0) break;
    }
    figures.none('people who heard nothing of their cancellations', deaf);
    await settled(estate, [], 40);
    judge(figures, { bookings, seen: await gather(estate, idsOf(bookings)), faults: [] });
    return figures;
  });
}

/** The mail server refuses, says "later", hangs up, crawls, and knows one recipient not at all. */
export function letters(landlord, { size, random, queue }) {
  const count = { reduced: 60, small: 100, full: 300 }[size];
  const figures = new Figures('SMTP', `a mail server in five bad moods, ${count} reminders in each`);
  return landlord.house({ queue, members: 20 }, async (estate) => {
    const { sink, wires, inn } = estate;
    await estate.startWorkers(1);
    const mail = wires['worker mail'];
    const moods = {
      'refusing connections': [() => mail.set('refuse'), () => mail.set('pass')],
      'saying 451 to everybody': [() => (sink.mood = 'busy'), () => (sink.mood = 'willing')],
      'hanging up in mid-letter': [() => (sink.mood = 'dropping'), () => (sink.mood = 'willing')],
      'crawling at 1500 bytes a second': [() => mail.set({ mode: 'throttle', rate: 1_500 }), () => mail.set('pass')],
      'answering nothing': [() => mail.set('blackHole'), () => mail.set('pass')],
    };
    for (const [name, [begin, end]] of Object.entries(moods)) {
      estate.faults = [];
      await begin();
      const bookings = await bookingsDue(
        estate,
        Array.from({ length: count }, () => Date.now() + 1_000 + Math.round(random.next() * 3_000)),
      );
      await estate.during('mail', async () => (await pause(12_000), await end()));
      await settled(estate, bookings, 60);
      const seen = await gather(estate, idsOf(bookings));
      const quiet = new Figures();
      const { late, beyond } = judge(quiet, { bookings, seen, faults: estate.faults });
      figures.none(`${name}: lost, without an end, early or twice without cause`, quiet.missed);
      figures.atMost(
        `${name}: p99 lateness in the application, s`,
        quantile(late.slice(bookings.length), 0.99),
        5,
        's',
      );
      figures.atMost(`${name}: p99 lateness of mail beyond it, s`, quantile(beyond, 0.99), 30, 's');
    }
    await oneUnknown(estate, random, figures, count);
    await someSlow(estate, random, figures, count);
    figures.none('workers that ended by themselves', estate.workers.crashes);
    figures.exactly('members written to', new Set(sink.letters.map(({ to }) => to)).size, inn.members.length);
    return figures;
  });
}

/**
 * Instants within so many milliseconds for each of them, from a second from now on: whoever waits then waits for another
 * one's letter, and not because there is more to send than one worker can.
 */
const spread = (count, random, each) =>
  Array.from({ length: count }, () => Date.now() + 1_000 + Math.round(random.next() * count * each));

/** One person's address does not exist: that letter fails with its reason, and nobody else notices. */
async function oneUnknown(estate, random, figures, count) {
  const { sink, inn } = estate;
  const [lost] = inn.members;
  sink.unknown.add(lost.email);
  const dues = spread(count, random, 50);
  const bookings = await bookingsDue(estate, dues);
  await pause(Math.max(...dues) - Date.now());
  await settled(estate, bookings, 30);
  sink.unknown.clear();
  const seen = await gather(estate, idsOf(bookings));
  const mine = new Set(idsOf(bookings.filter(({ member }) => member.id === lost.id)));
  const refused = seen.messages.filter(({ booking, channel }) => mine.has(booking) && channel === 'mail');
  figures.none(
    'unknown recipient: not failed with its reason',
    refused.filter(({ status, reason }) => status !== 'failed' || !reason?.includes('550')),
  );
  figures.none(
    'unknown recipient: not told in the application',
    seen.messages.filter(({ booking, channel, status }) => mine.has(booking) && channel === 'app' && status !== 'sent'),
  );
  const others = bookings.filter(({ id }) => !mine.has(id));
  const quiet = new Figures();
  const { late } = judge(quiet, {
    bookings: others,
    seen: { ...seen, messages: seen.messages.filter(({ booking }) => !mine.has(booking)) },
    faults: [],
  });
  figures.none('unknown recipient: others lost or twice', quiet.missed);
  figures.atMost('unknown recipient: p99 lateness of the others, s', quantile(late, 0.99), 5, 's');
}

/** The letters of a few people take twenty seconds each: those of the others must not wait for them. */
async function someSlow(estate, random, figures, count) {
  const { sink, inn } = estate;
  const slow = inn.members.slice(0, 4);
  for (const { email } of slow) sink.slow.set(email, 20_000);
  const dues = spread(count, random, 130);
  const bookings = await bookingsDue(estate, dues);
  await pause(Math.max(...dues) - Date.now());
  await settled(estate, bookings, 150);
  sink.slow.clear();
  const seen = await gather(estate, idsOf(bookings));
  const others = bookings.filter(({ member }) => !slow.includes(member));
  const quiet = new Figures();
  judge(quiet, { bookings, seen, faults: [] });
  figures.none('slow recipients: lost or twice', quiet.missed);
  const { late } = judge(new Figures(), { bookings: others, seen, faults: [] });
  lateness(figures, 'slow recipients: the others', late, 5);
}

const nights = {
  'the night that loses an hour': '2027-03-28T01:00:00Z',
  'the night that has an hour twice': '2026-10-25T01:00:00Z',
};

/** F10: a clock that is set by an hour and back, in both directions, and the two nights on which the site's clock is. */
export function clocks(landlord, { size, random, queue }) {
  const [count, seconds] = { reduced: [80, 4], small: [200, 10], full: [1_000, 30] }[size];
  const figures = new Figures(
    'F10',
    'reminders while the clock of the house is set back and forth, and in both clock-change nights',
  );
  const hour = 3_600_000;
  return landlord.house({ queue, members: 20, clock: true }, async (estate) => {
    // Told two hours ahead, so that an hour more or less makes nobody too late.
    await estate.ask(
      `insert into reminder_preference (person_id, kind, minutes_before) select id, 'booking_soon', 120 from person`,
    );
    await estate.startWorkers(2);
    const from = Date.now() + 2_000;
    const dues = Array.from({ length: count }, () => Math.round(from + random.next() * seconds * 5_000));
    const bookings = await bookingsDue(estate, dues, 120 * 60_000);
    for (const offset of [0, hour, 0, -hour, 0]) {
      await estate.setClock(offset);
      await pause(seconds * 1000);
    }
    await settled(estate, bookings, 60);
    report(figures, 'set by an hour, back, and back again', bookings, await gather(estate, idsOf(bookings)), hour);
    for (const [name, change] of Object.entries(nights)) {
      const offset = Date.parse(change) - Date.now() - (seconds * 1000) / 2;
      await estate.setClock(offset);
      const now = Date.now() + offset;
      const mine = await bookingsDue(
        estate,
        Array.from({ length: count }, () => Math.round(now + 1_000 + random.next() * seconds * 1000)),
        120 * 60_000,
      );
      await pause((seconds + 2) * 1000);
      await settled(estate, [], 30);
      const { late } = report(figures, name, mine, await gather(estate, idsOf(mine)), offset);
      lateness(figures, name, late, 5);
    }
    figures.none('workers that ended by themselves', estate.workers.crashes);
    return figures;
  });
}

function report(figures, name, bookings, seen, offset) {
  const quiet = new Figures();
  const found = judge(quiet, { bookings, seen, faults: [], offset });
  figures.none(`${name}: lost, early or without an end`, quiet.missed);
  const mails = seen.messages.filter(({ id }) => seen.letters.has(id));
  figures.exactly(`${name}: reminders by mail`, mails.length, bookings.length);
  figures.none(
    `${name}: mails handed over twice`,
    mails.filter(({ id }) => seen.letters.get(id).length > 1),
  );
  return found;
}
