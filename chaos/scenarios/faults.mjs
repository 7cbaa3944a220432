// F4 to F6, F9, F11 and F12: people book while a program is killed, cut off, paused or asked to go.
import { setTimeout as pause } from 'node:timers/promises';
import { redisCommand } from '../estate.mjs';
import { Figures, quantile } from '../figures.mjs';
import { everybodyTold, underLoad, untilBooked } from '../under-load.mjs';

/** The load of the reduced size: enough to have something in hand at each fault, and not more. */
const lightLoad = { reduced: { people: 4, pace: 100 } };

/** F4: an API is killed in the middle of its work, again and again. */
export function killed(landlord, { size, random }) {
  const kills = { reduced: 2, small: 15, full: 50 }[size];
  const figures = new Figures('F4', `${kills} times kill -9 on one of two APIs under load`);
  return underLoad(landlord, figures, random, lightLoad[size], async (estate, load) => {
    const back = [];
    for (let n = 0; n < kills; n++) {
      await pause(random.between(200, 900));
      await estate.apis.allAtWork();
      const one = random.of(estate.apis.atWork);
      const at = Date.now();
      await one.stop('SIGKILL');
      await estate.apis.allAtWork();
      back.push((Date.now() - at) / 1000);
    }
    figures.atMost('longest until it was back, s', Math.max(...back), 5, 's');
    figures.atLeast('booked meanwhile', load.tries.length, kills);
  });
}

/** F5: the database is cut off and starts again; then all its sessions are ended, again and again. */
export function database(landlord, { size, random }) {
  const [restarts, terminations] = { reduced: [1, 2], small: [4, 8], full: [10, 20] }[size];
  const figures = new Figures(
    'F5',
    `${restarts} immediate restarts of PostgreSQL, ${terminations} times all sessions ended`,
  );
  return underLoad(landlord, figures, random, lightLoad[size], async (estate, load) => {
    const recovery = [];
    for (let n = 0; n < restarts; n++) {
      await pause(random.between(500, 1_500));
      await estate.restartDatabase(random.between(0, 1_000));
      recovery.push(await untilBooked(load));
    }
    for (let n = 0; n < terminations; n++) {
      await pause(random.between(200, 800));
      await estate.ask(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'business-oasis'`,
      );
      recovery.push(await untilBooked(load));
    }
    figures.atMost('longest until the first booking afterwards, s', Math.max(...recovery), 5, 's');
  });
}

/** F6: Redis is killed, paused, emptied and cut off without a word; nobody who books may notice, and nobody is left without a confirmation. */
export function redis(landlord, { size, random }) {
  const times = { reduced: 2, small: 4, full: 10 }[size];
  const figures = new Figures('F6', `Redis killed, paused, emptied and silent, ${times} times each, during bookings`);
  return underLoad(
    landlord,
    figures,
    random,
    { queue: 'redis', workers: 1, people: 4, pace: 60 },
    async (estate, load) => {
      const { redis: server } = estate;
      await pause(8_000);
      const calm = { from: Date.now() - 8_000, to: Date.now() };
      const storms = [
        async () => (await server.kill(), await pause(1_500), await server.launch()),
        async () => (server.pause(), await pause(1_500), server.resume()),
        () => redisCommand(server.port, 'FLUSHALL'),
        async () => {
          const wires = ['api redis', 'worker redis'].map((name) => estate.wires[name]);
          await Promise.all(wires.map((wire) => wire.set('blackHole')));
          await pause(3_000);
          await Promise.all(wires.map((wire) => wire.set('pass')));
        },
      ];
      for (let n = 0; n < times; n++) {
        for (const storm of storms) {
          await storm();
          await pause(500);
        }
      }
      const storm = { from: calm.to, to: Date.now() };
      const failed = load.tries.filter(({ answers: [first] }) => first && (first.status === 0 || first.status >= 500));
      figures.none(
        'bookings that failed meanwhile',
        failed.map(({ answers }) => answers[0]),
      );
      figures.note('p50 of a booking in calm, ms', quantile(load.times(calm.from, calm.to), 0.5));
      figures.note('p50 of a booking while Redis fails, ms', quantile(load.times(storm.from, storm.to), 0.5));
      figures.note('p99 of a booking in calm, ms', load.p99(calm.from, calm.to));
      figures.note('p99 of a booking while Redis fails, ms', load.p99(storm.from, storm.to));
      const ratio = quantile(load.times(storm.from, storm.to), 0.5) / quantile(load.times(calm.from, calm.to), 0.5);
      figures.atMost('median while Redis fails, as a multiple of calm', ratio, 1.5);
      const tail = load.p99(storm.from, storm.to) / load.p99(calm.from, calm.to);
      figures.atMost('p99 while Redis fails, as a multiple of calm', tail, 1.2, 'times');
      return () => everybodyTold(figures, estate);
    },
  );
}

/** F9: everything between two programs stands still for a while; connections are neither refused nor reset. */
export function blackHole(landlord, { size, random, queue }) {
  const seconds = { reduced: 12, small: 20, full: 30 }[size];
  const place = queue === 'redis' ? 'Redis' : 'PostgreSQL';
  const figures = new Figures(`F9 ${place}`, `nothing gets through for ${seconds} s, wire by wire; jobs in ${place}`);
  return underLoad(landlord, figures, random, { queue, workers: 1, apis: 1, pace: 50 }, async (estate, load) => {
    const pids = () => [...estate.apis.members, ...estate.workers.members].map(({ child }) => child.pid).join();
    const before = pids();
    for (const [name, wire] of Object.entries(estate.wires)) {
      const from = Date.now();
      await wire.set('blackHole');
      await pause(seconds * 1000);
      await wire.set('pass');
      const recovery = await untilBooked(load);
      const slow = load.tries
        .flatMap(({ answers }) => answers)
        .filter(({ ms, sentAt }) => sentAt >= from - 10_000 && ms > 10_000);
      figures.none(
        `${name}: requests that took more than 10 s`,
        slow.map(({ ms, status }) => ({ ms, status })),
      );
      figures.atMost(`${name}: until the first booking afterwards, s`, recovery, 5, 's');
    }
    figures.exactly('the same processes as before', pids() === before ? 0 : 1, 0);
    const late = `select count(*)::int as late from message where status in ('pending', 'sending') and due_at < $1`;
    return async () => {
      // For as long as they become fewer, somebody is at it.
      let [left, least, since] = [Infinity, Infinity, Date.now()];
      while (left > 0 && Date.now() - since < 20_000) {
        await pause(500);
        [{ late: left }] = await estate.ask(late, [new Date()]);
        if (left < least) [least, since] = [left, Date.now()];
      }
      figures.none('messages that nobody sends any more', left);
    };
  });
}

/** F11: an API is asked to go while people are at the door. */
export function asked(landlord, { size, random }) {
  const times = { reduced: 6, small: 15, full: 50 }[size];
  const figures = new Figures('F11', `${times} times SIGTERM on one of two APIs under load`);
  return underLoad(landlord, figures, random, { pace: 0 }, async (estate, load) => {
    const took = [];
    const codes = [];
    for (let n = 0; n < times; n++) {
      await pause(random.between(200, 700));
      await estate.apis.allAtWork();
      const at = Date.now();
      codes.push(await random.of(estate.apis.atWork).stop('SIGTERM'));
      took.push((Date.now() - at) / 1000);
    }
    await estate.apis.allAtWork();
    figures.none(
      'ends with another code than 0',
      codes.filter((code) => code !== 0),
    );
    figures.atMost('longest end, s', Math.max(...took), 30, 's');
    const broken = load.tries
      .flatMap(({ answers }) => answers)
      .filter(({ error }) => error && error !== 'ECONNREFUSED');
    figures.none(
      'requests reset after they were accepted',
      broken.filter(({ error, isFirst }) => error !== 'ECONNRESET' || !isFirst),
    );
    // A connection that the system has made, and the API has not been told of yet, is dropped with the closing door. No
    // program can empty that queue first; there is a moment in which it is short, and the API waits for it.
    figures.note(
      'new connections dropped with the closing door',
      broken.filter(({ error, isFirst }) => error === 'ECONNRESET' && isFirst).length,
    );
    figures.note(
      'refused at the closed door',
      load.tries.flatMap(({ answers }) => answers).filter(({ error }) => error === 'ECONNREFUSED').length,
    );
  });
}

/** F12: the database can only be read; and a house with a single connection to it. */
export async function narrow(landlord, { size, random }) {
  const seconds = { reduced: 3, small: 5, full: 15 }[size];
  const figures = new Figures(
    'F12',
    `a database that cannot be written for ${seconds} s, and a pool of one connection`,
  );
  await underLoad(landlord, figures, random, { apis: 1, databasePool: 1 }, async (estate, load) => {
    const count = async () => Number((await estate.ask('select count(*) as count from booking'))[0].count);
    const set = async (value) => {
      await estate.ask(`alter database oasis set default_transaction_read_only = ${value}`);
      await estate.ask(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'business-oasis'`,
      );
    };
    const lock = await estate.pool.connect();
    await set('on');
    await pause(500);
    const [from, before] = [Date.now(), await count()];
    await pause(seconds * 1000);
    figures.exactly('bookings made while nothing can be written', (await count()) - before, 0);
    const answers = load.tries
      .flatMap((one) => one.answers)
      .filter(({ sentAt, ms }) => sentAt >= from && sentAt + ms < from + seconds * 1000);
    figures.none(
      'answers other than 503',
      answers.filter(({ status }) => status !== 503).map(({ status, answer }) => ({ status, code: answer?.code })),
    );
    await lock.query(
      'set default_transaction_read_only = off; alter database oasis set default_transaction_read_only = off',
    );
    lock.release();
    await set('off').catch(() => estate.ask('set default_transaction_read_only = off'));
    figures.atMost('until the first booking afterwards, s', await untilBooked(load), 5, 's');
  });
  return figures;
}

/** F12: a disk without room. It is that of the tables; the server keeps its log elsewhere, as it should. */
export async function diskFull(landlord, { size, random }) {
  const seconds = { reduced: 3, small: 5, full: 15 }[size];
  const figures = new Figures('F12 disk', `no room on the disk of the tables for ${seconds} s`);
  return await underLoad(landlord, figures, random, { apis: 1, smallDisk: true }, async (estate, load) => {
    const { disk } = estate;
    if (!disk) return figures.note('NOT EXERCISED: this user may not mount a file system', '');
    const process = estate.apis.members[0].child.pid;
    disk.fill();
    const from = Date.now();
    // What has a place in pages that are there already is still booked; what needs a new one is not.
    const refused = () => answersSince(load, from).filter(({ status }) => status === 503);
    for (let look = 0; look < 600 && refused().length === 0; look++) await pause(100);
    await pause(seconds * 1000);
    const answers = answersSince(load, from);
    figures.atLeast('refused for want of room', refused().length, 1);
    figures.none(
      'answers other than 201 and 503',
      answers
        .filter(({ status }) => status !== 201 && status !== 503)
        .map(({ status, answer }) => ({ status, answer })),
    );
    figures.exactly('the same process as before', estate.apis.members[0].child.pid - process, 0);
    disk.makeRoom();
    figures.atMost('until the first booking afterwards, s', await untilBooked(load), 5, 's');
  });
}

const answersSince = (load, from) =>
  load.tries.flatMap(({ answers }) => answers).filter(({ sentAt }) => sentAt >= from);
