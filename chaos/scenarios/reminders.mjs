// F7: nothing due is ever lost, whoever is killed in the middle of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Figures, quantile } from '../figures.mjs';
import { switchOff, switchOn } from '../off.mjs';
import { gather, judge, lateness } from '../reminders-oracle.mjs';
import { confirmed } from './confirmations.mjs';

const sizes = {
  // Times are not judged there, so nothing is measured in calm.
  reduced: {
    calm: 0,
    calmSeconds: 0,
    confirmations: 8,
    bookings: 120,
    seconds: 8,
    kills: 3,
    empties: 2,
    restarts: 1,
    far: 0,
    // As many as the scenarios after it want.
    apis: 2,
    workers: 2,
  },
  small: {
    calm: 300,
    calmSeconds: 15,
    confirmations: 40,
    bookings: 1_000,
    seconds: 60,
    kills: 20,
    empties: 3,
    restarts: 2,
    far: 20_000,
    workers: 3,
  },
  full: {
    calm: 500,
    calmSeconds: 20,
    confirmations: 100,
    bookings: 5_000,
    seconds: 240,
    kills: 100,
    empties: 10,
    restarts: 5,
    far: 100_000,
    workers: 4,
  },
};

/** A reminder is due half an hour before the start. */
const usual = 30 * 60_000;

/** Bookings whose reminders are due at these instants, straight into the tables; they are no news themselves. */
export async function bookingsDue(estate, dues, distance = usual) {
  const { inn } = estate;
  const bookings = dues.map((dueAt, n) => ({ id: randomUUID(), dueAt, member: inn.members[n % inn.members.length] }));
  const column = (of) => bookings.map(of);
  await estate.ask(
    `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
     select id, $1, ($2::uuid[])[1 + n % $6], person, starts, starts + interval '1 hour', 'confirmed', $7, $7::timestamptz - interval '3 days'
     from unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) with ordinality as b (id, person, starts, n)`,
    [
      inn.siteId,
      inn.resources,
      column(({ id }) => id),
      column(({ member }) => member.id),
      column(({ dueAt }) => new Date(dueAt + distance)),
      inn.resources.length,
      new Date(Math.min(...dues, Date.now())),
    ],
  );
  return bookings;
}

/** Waits until everything due has an end, so many seconds at most. */
export async function settled(estate, bookings, seconds) {
  const end = performance.now() + seconds * 1000;
  const ids = bookings.map(({ id }) => id);
  while (performance.now() < end) {
    const [{ open }] = await estate
      .ask(
        `select (select count(*) from message where status in ('pending', 'sending')) + (
           select count(*) from booking b where b.id = any ($1) and b.status = 'confirmed' and b.starts_at > $2
             and not exists (select from message m where m.subject_id = b.id and m.kind = 'booking_soon')) as open`,
        [ids, new Date()],
      )
      .catch(() => [{ open: 1 }]);
    if (Number(open) === 0) return;
    await pause(250);
  }
}

const spread = (random, count, from, seconds) =>
  Array.from({ length: count }, () => Math.round(from + random.next() * seconds * 1000)).sort((a, b) => a - b);

/** Nothing goes wrong: how late are reminders then? */
async function calm(estate, random, figures, name, { calm: count, calmSeconds }) {
  const bookings = await bookingsDue(estate, spread(random, count, Date.now() + 2_000, calmSeconds));
  await pause((calmSeconds + 2) * 1000);
  await settled(estate, bookings, 30);
  const seen = await gather(
    estate,
    bookings.map(({ id }) => id),
  );
  const { late } = judge(new Figures(), { bookings, seen, faults: [] });
  lateness(figures, name, late, 5);
  return late;
}

/**
 * Everything goes wrong, many times. In each round some reminders come due within a few seconds, in the middle of which
 * a worker is killed. All but one of the workers must be at work for that, and the next round begins when not more than one
 * round waits to be sent: a slow machine has the same storm as a fast one, only longer, and lateness is not its slowness.
 */
async function storm(estate, clients, random, size) {
  const { kills, empties, restarts, seconds } = size;
  const share = (seconds * 1000) / kills;
  const from = Date.now();
  const bookings = [];
  const done = { kills: 0, empties: 0, restarts: 0, redis: 0 };
  const cancelling = [];
  const killed = { inHand: 0 };
  const isTime = (count, name, part) => done[name] < Math.floor(((done.kills + 1) * count) / kills + part);
  for (; done.kills < kills; done.kills++) {
    const begin = Date.now() + 500;
    const count = Math.round(((done.kills + 1) * size.bookings) / kills) - bookings.length;
    const own = await bookingsDue(estate, spread(random, count, begin, share / 1000));
    bookings.push(...own);
    const chosen = random.shuffled(own).slice(0, Math.round(count / 10));
    cancelling.push(
      ...chosen.map((booking) => cancel(clients, booking, booking.dueAt + random.between(-3_000, 1_000))),
    );
    await pause(begin + share * random.between(0.4, 0.9) - Date.now());
    if (isTime(empties, 'empties', 0.3)) {
      await estate.during('emptied', () => estate.emptyQueue());
      done.empties++;
    }
    while (estate.workers.atWork.length < Math.max(1, size.workers - 1)) await pause(10);
    // Whoever has worked longest has the most in hand.
    const [oldest] = [...estate.workers.atWork].sort((a, b) => a.startedAt - b.startedAt);
    killed.inHand += estate.sink.underWay > 0 ? 1 : 0;
    await estate.during('worker', () => oldest.stop('SIGKILL'));
    if (isTime(restarts, 'restarts', 0.5)) {
      await estate.restartDatabase(random.between(200, 1_500));
      done.restarts++;
    }
    if (estate.redis && isTime(restarts, 'redis', 0.7)) {
      await estate.during('redis', async () => {
        await estate.redis.kill();
        await pause(500);
        await estate.redis.launch();
      });
      done.redis++;
    }
    await pause(Math.max(0, begin + share - Date.now()));
    await caughtUp(estate, (size.bookings / kills) * 2);
  }
  await Promise.all(cancelling);
  return { bookings, done, killed, from };
}

/** Waits until not more than so many messages are due, half a minute at most. */
async function caughtUp(estate, most) {
  const sql = `select count(*)::int as waiting from message where status in ('pending', 'sending') and due_at <= $1`;
  for (let look = 0; look < 300; look++) {
    const [{ waiting }] = await estate.ask(sql, [new Date()]).catch(() => [{ waiting: Infinity }]);
    if (waiting <= most) return;
    await pause(100);
  }
}

async function cancel(clients, { id, member }, at) {
  await pause(Math.max(0, at - Date.now()));
  await clients.as(member, 'POST', `/bookings/${id}/cancel`, {}).catch(() => undefined);
}

/** F7 on one of the two places where jobs can be kept. */
export function reminders(landlord, { size, random, queue, off }) {
  const measures = sizes[size];
  const place = queue === 'redis' ? 'Redis' : 'PostgreSQL';
  const figures = new Figures(`F7 ${place}`, `reminders while workers, queue and database fail; jobs in ${place}`);
  return landlord.house({ queue, members: 20, spoils: off.length > 0 }, async (estate, clients) => {
    await Promise.all([estate.startApis(measures.apis ?? 1), estate.startWorkers(measures.workers)]);
    await confirmed(estate, clients, random, figures, measures.confirmations);
    const before = measures.calm > 0 ? await calm(estate, random, figures, 'calm', measures) : [];
    if (measures.far > 0) {
      await distant(estate, measures.far);
      const after = await calm(estate, random, figures, `calm, beside ${measures.far} far reminders`, measures);
      figures.note('difference of the two medians, s', Math.abs(middle(after) - middle(before)));
      const more = quantile(after, 0.99) - quantile(before, 0.99);
      figures.atMost('p99 lateness beside them, more than without, s', more, 0.5, 's');
    }
    estate.faults = [];
    await switchOff(estate, off);
    const { bookings, done, killed, from } = await storm(estate, clients, random, measures);
    figures.note('the storm took, s', (Date.now() - from) / 1000);
    await settled(estate, bookings, 90);
    const seen = await gather(
      estate,
      bookings.map(({ id }) => id),
    );
    figures.exactly('workers killed', done.kills, measures.kills);
    figures.note('of them while letters were being handed over', killed.inHand);
    figures.exactly('times that the queue was emptied', done.empties, measures.empties);
    figures.exactly('database restarts, immediate', done.restarts, measures.restarts);
    if (estate.redis) figures.exactly('Redis killed and restarted empty', done.redis, measures.restarts);
    const idle = estate.faults.filter(({ what }) => what === 'all workers');
    figures.note(
      'seconds without any worker at work',
      idle.reduce((sum, { from, to }) => sum + Math.min(to, Date.now()) - from, 0) / 1000,
    );
    const { late, beyond, slow } = judge(figures, { bookings, seen, faults: estate.faults });
    figures.note('storm: p50 lateness, s', [...late].sort((a, b) => a - b)[Math.floor(late.length / 2)]);
    lateness(figures, 'storm, beyond the outage', beyond, 10);
    if (process.env.CHAOS_VERBOSE) {
      const at = (time) => ((time - from) / 1000).toFixed(1);
      for (const { what, from: begun, to } of estate.faults) console.log(`${at(begun)} to ${at(to)} ${what}`);
      console.log(
        estate.workers.starts
          .map(({ name, from: begun, took }) => `${at(begun)} ${name} at work after ${took} ms`)
          .join('\n'),
      );
      for (const { dueAt, arrived, begun, ...one } of slow)
        console.log(at(dueAt), at(arrived), (begun ?? []).map(at).join(), one);
      console.log(estate.workers.lastFailedStart);
    }
    figures.none('workers or APIs that ended by themselves', [...estate.workers.crashes, ...estate.apis.crashes]);
    figures.note('starts refused while the database was away', estate.workers.failedStarts + estate.apis.failedStarts);
    return figures;
  });
}

/** F7 once more with senders that do not know of each other: an oracle that finds nothing there is no oracle. */
export async function unclaimed(landlord, { random, queue }) {
  const figures = new Figures('F7 unclaimed', '20 reminders, two workers, a slow mail server, and no claims');
  return await landlord.house({ queue, members: 20 }, async (estate) => {
    await estate.startWorkers(2);
    await switchOff(estate, ['claims']);
    // Long enough for the next one to come by.
    estate.sink.delay = 4_000;
    const bookings = await bookingsDue(estate, spread(random, 20, Date.now() + 500, 1));
    await pause(5_500);
    const seen = await gather(
      estate,
      bookings.map(({ id }) => id),
    );
    const quiet = new Figures();
    judge(quiet, { bookings, seen, faults: [] });
    figures.found('what the oracle finds', quiet, [
      'mails handed over again that were not on their way at a kill or an outage',
    ]);
    await switchOn(estate, 'claims');
    return figures;
  });
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Bookings of the coming months: nothing to tell yet, and nothing that may slow down what is due now. */
async function distant(estate, count) {
  const { inn } = estate;
  await estate.ask(
    `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
     select gen_random_uuid(), $1, ($2::uuid[])[1 + n % $4], ($3::uuid[])[1 + n % $5], at, at + interval '1 hour', 'confirmed', $6,
            $6::timestamptz - interval '3 days'
     from generate_series(1, $7::int) n,
          lateral (select $6::timestamptz + interval '40 minutes' + n * (interval '90 days' / $7::int) as at) x`,
    [
      inn.siteId,
      inn.resources,
      inn.members.map(({ id }) => id),
      inn.resources.length,
      inn.members.length,
      new Date(),
      count,
    ],
  );
  await estate.ask('analyze booking');
}
