// Many who want the same at once: how long until all of them have their answer, and whether one of them got it.
import { clientsOf } from '../client.mjs';
import { median } from '../drive.mjs';

const hour = 3_600_000;

/** Everybody at once. @returns the milliseconds until the last answer, and the statuses */
async function race(clients, ask) {
  const from = performance.now();
  const answers = await Promise.all(clients.map(ask));
  return { took: performance.now() - from, statuses: answers.map(({ status }) => status) };
}

/** One slot, a series of ten, and a room with a coach, each wanted by so many clients. */
export async function races(stand, house, api, { rounds, racers }, figures) {
  figures.title = `${racers} clients who want the same at once`;
  const members = house.members.slice(0, racers);
  const tokens = await stand.tokensOf(house, members);
  const clients = clientsOf([api.address], racers);
  const [resourceId] = house.resources;
  const first = Math.ceil(Date.now() / (24 * hour) + 200) * 24 * hour;
  // Rounds of one kind are a day apart; those of a series would meet the next ones' dates otherwise.
  const period = (round, at, length = 1) => ({
    start: new Date(first + round * 24 * hour + at * hour).toISOString(),
    end: new Date(first + round * 24 * hour + (at + length) * hour).toISOString(),
  });
  const kinds = {
    'one slot': (round) => ['/bookings', () => ({ resourceId, ...period(round, 6) })],
    'a series of ten': (round) => [
      '/booking-series',
      () => ({ resourceId, ...period(round * 10, 8), rule: 'FREQ=DAILY;COUNT=10' }),
    ],
    'a coach and a room': (round) => [
      '/coaching/sessions',
      ({ assignmentId }) => ({
        type: 'one_to_one',
        assignmentId,
        mode: 'on_site',
        roomId: house.roomId,
        ...period(round - 100, 9),
      }),
    ],
  };
  for (const [name, kind] of Object.entries(kinds)) {
    const found = [];
    for (let round = 0; round <= rounds; round++) {
      const [path, wish] = kind(round);
      const one = await race(clients, (client, n) =>
        client.ask('POST', path, { token: tokens[n], body: wish(members[n]) }),
      );
      // The first opens the connections and fills the caches.
      if (round > 0) found.push(one);
    }
    const statuses = found.flatMap((one) => one.statuses);
    figures.note(`${name}: until all have their answer, median ms`, median(found.map(({ took }) => took)));
    figures.note(`${name}: the slowest of ${rounds} rounds, ms`, Math.max(...found.map(({ took }) => took)));
    const winners = statuses.filter((status) => status === 201).length;
    figures.exactly(`${name}: winners in ${rounds} rounds`, winners, rounds, tally(statuses));
    // Busy: nothing was changed, ask again. Whoever waits for a lock longer than two seconds is told so.
    figures.note(`${name}: answers that the house is busy`, statuses.filter((status) => status === 503).length);
    const other = statuses.filter((status) => ![201, 409, 503].includes(status));
    figures.exactly(`${name}: answers that are neither 201, 409 nor 503`, other.length, 0, tally(other));
  }
  clients.close();
}

const tally = (statuses) => [
  Object.fromEntries([...new Set(statuses)].map((one) => [one, statuses.filter((each) => each === one).length])),
];
