// How soon people read that they have booked.
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../figures.mjs';

/** People book, and look into their mailbox: how long after the answer is the confirmation there? */
export async function confirmed(estate, clients, random, figures, count) {
  const { inn } = estate;
  const booked = [];
  for (let n = 0; n < count; n++) {
    const { status, answer, answeredAt } = await clients.book(inn.members[n % inn.members.length], inn.nextSlot());
    if (status === 201) booked.push({ id: answer.id, answeredAt });
    await pause(random.between(0, 200));
  }
  const letters = `select m.id, m.subject_id as booking from message m
    where m.kind = 'booking_confirmed' and m.channel = 'mail' and m.subject_id = any ($1)`;
  let arrived = new Map();
  for (let look = 0; look < 300 && arrived.size < booked.length; look++) {
    const known = await estate.ask(letters, [booked.map(({ id }) => id)]);
    const come = known.filter(({ id }) => estate.sink.byId.has(id));
    arrived = new Map(come.map(({ id, booking }) => [booking, estate.sink.byId.get(id)[0].at]));
    await pause(100);
  }
  const seconds = booked.flatMap(({ id, answeredAt }) =>
    arrived.has(id) ? [(arrived.get(id) - answeredAt) / 1000] : [],
  );
  figures.exactly('people who could not book', count - booked.length, 0);
  figures.exactly('bookings that were confirmed by mail', seconds.length, booked.length);
  figures.atMost('confirmation in the mailbox after the answer: median, s', quantile(seconds, 0.5), 2, 's');
  figures.note('confirmation in the mailbox after the answer: p99, s', quantile(seconds, 0.99));
}
