// What is read all day, among few and among many bookings: the cost must not grow with the history.
import { clientsOf, expecting } from '../client.mjs';
import { drive, inTurns } from '../drive.mjs';
import { availabilityInPlainSql, dayInPlainSql } from '../plain.mjs';

const count = 8;

/** Each question, its address, and the bare query that it is measured beside. */
const questions = [
  {
    name: 'day of a site, 100 resources and 400 bookings',
    path: ({ siteId, busyDate }) => `/sites/${siteId}/day?date=${busyDate}`,
    bare: dayInPlainSql,
  },
  {
    name: 'what is free for half an hour',
    path: ({ siteId, halfHour: [start, end] }) =>
      `/sites/${siteId}/availability?start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}`,
    bare: availabilityInPlainSql,
  },
  {
    name: 'free slots of a day',
    path: ({ siteId, busyDate }) => `/sites/${siteId}/free-slots?date=${busyDate}&kind=desk&minutes=60`,
  },
  {
    name: 'slots of a coach in four weeks',
    path: ({ coach, busyDate }) => {
      const from = new Date(`${busyDate}T00:00:00Z`);
      const to = new Date(from.getTime() + 28 * 86_400_000);
      return `/coaches/${coach.id}/slots?from=${from.toISOString()}&to=${to.toISOString()}&minutes=60`;
    },
  },
];

/** `houses` are those of the sizes, smallest first; one API process serves each, `first` the smallest. */
export async function reads(stand, houses, first, pace, figures) {
  figures.title = `reads at ${count} clients, in houses of ${houses.map(({ size }) => size).join(', ')} bookings`;
  const served = await Promise.all(
    houses.map(async (house, n) => {
      const api = n === 0 ? first : await stand.start('main', house);
      const tokens = await stand.tokensOf(house, house.members.slice(0, count));
      return { house, api, tokens, clients: clientsOf([api.address], count) };
    }),
  );
  const [smallest] = served;
  const largest = served.at(-1);
  for (const { name, path, bare } of questions) {
    const turns = served.map(({ house, tokens, clients }) => [
      String(house.size),
      (seconds) =>
        drive(count, seconds, async (client) => {
          expecting(200, await clients[client].ask('GET', path(house), { token: tokens[client] }));
        }),
    ]);
    if (bare) turns.push(['bare', (seconds) => drive(count, seconds, () => bare(smallest.house))]);
    const found = await inTurns(pace, Object.fromEntries(turns));
    for (const { house } of served) figures.note(`${name}: a second among ${house.size}`, found[house.size].rate);
    figures.note(`${name}: p99 among ${largest.house.size}, ms`, found[largest.house.size].p99);
    if (served.length > 1) {
      const times = found[smallest.house.size].rate / found[largest.house.size].rate;
      figures.atMost(`${name}: time among ${largest.house.size} beside ${smallest.house.size}`, times, 1.2);
    }
    if (!bare) continue;
    figures.note(`${name}: the bare query, a second`, found.bare.rate);
    figures.atLeast(`${name}: rate beside the bare query`, found[smallest.house.size].rate / found.bare.rate, 1 / 8);
  }
  for (const { api, clients } of served) {
    clients.close();
    if (api !== first) await api.stop();
  }
}
