// Bookings over HTTP beside the same work in plain SQL on the same server, at 1, 8 and 32 clients.
import { clientsOf, expecting } from '../client.mjs';
import { familyTime } from '../consumption.mjs';
import { Diary } from '../diary.mjs';
import { drive, inTurns } from '../drive.mjs';
import { bookInPlainSql } from '../plain.mjs';

const title = 'a booking of a desk over HTTP, beside the same work in plain SQL';

/** Rates, times and processor time of bookings; both sides write into the same diary and the same tables. */
export async function bookings(stand, house, api, pace, figures) {
  figures.title = title;
  const tokens = await stand.tokensOf(house, house.members);
  const diary = new Diary(house, 330);
  for (const count of [1, 8, 32]) {
    const clients = clientsOf([api.address], count);
    const both = (work) => (seconds) => measured(stand, api, () => drive(count, seconds, work));
    const { ours, plain } = await inTurns(pace, {
      ours: both(async (client) => {
        const { member, ...wish } = diary.next();
        expecting(201, await clients[client].ask('POST', '/bookings', { token: tokens[member.index], body: wish }));
      }),
      plain: both(() => bookInPlainSql(house.pool, diary.next())),
    });
    clients.close();
    const at = `${count} ${count === 1 ? 'client' : 'clients'}`;
    figures.note(`${at}: bookings a second`, ours.rate);
    figures.note(`${at}: in plain SQL`, plain.rate);
    if (count === 32) figures.atLeast(`${at}: rate beside plain SQL`, ours.rate / plain.rate, 1 / 3);
    else figures.note(`${at}: rate beside plain SQL`, ours.rate / plain.rate);
    figures.note(`${at}: p50, ms`, ours.p50);
    figures.note(`${at}: p50 in plain SQL, ms`, plain.p50);
    if (count === 1) figures.atMost(`${at}: p50 beside plain SQL`, ours.p50 / plain.p50, 3);
    figures.note(`${at}: p99, ms`, ours.p99);
    figures.note(`${at}: p99 in plain SQL, ms`, plain.p99);
    // 40 milliseconds where plain SQL has 16.
    if (count === 32) figures.atMost(`${at}: p99 beside plain SQL`, ours.p99 / plain.p99, 2.5);
    figures.note(`${at}: processor time of the API a booking, ms`, ours.application);
    figures.note(`${at}: processor time of PostgreSQL a booking, ms`, ours.database);
    figures.note(`${at}: processor time of PostgreSQL a booking in plain SQL, ms`, plain.database);
    figures.atMost(`${at}: processor time of both a booking, ms`, ours.application + ours.database, 1.2, 'ms');
  }
}

/** What a run found, with the processor time that API and database took for each time it was done, in milliseconds. */
async function measured(stand, api, run) {
  const before = [familyTime(api.pid), familyTime(stand.postmaster)];
  const found = await run();
  const [application, database] = [api.pid, stand.postmaster].map(
    (pid, n) => (familyTime(pid) - before[n]) / found.count,
  );
  return { ...found, application, database };
}
