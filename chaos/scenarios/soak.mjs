// F13: what grows when nothing happens but the ordinary.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { judgeTables } from '../bookings-oracle.mjs';
import { Figures, quantile } from '../figures.mjs';
import { underLoad } from '../under-load.mjs';

/** F13: an ordinary day, for as long as one likes. */
export function soak(landlord, { random, minutes }) {
  const figures = new Figures('F13', `${minutes} minutes of an ordinary day`);
  return underLoad(landlord, figures, random, { workers: 1, people: 6, pace: 60 }, async (estate, load, clients) => {
    const samples = [];
    const end = Date.now() + minutes * 60_000;
    while (Date.now() < end) {
      await pause(Math.min(10_000, Math.max(500, (minutes * 60_000) / 30)));
      await clients.as(estate.inn.members[0], 'GET', '/bookings?limit=20');
      const [{ connections }] = await estate.ask(
        `select count(*)::int as connections from pg_stat_activity where application_name = 'business-oasis'`,
      );
      const metrics = await (await fetch(`${estate.addresses[0]}/metrics`)).text();
      const lag = Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1] ?? NaN);
      samples.push({ at: Date.now(), connections, lag, memory: resident(estate.apis.members[0].child.pid) });
    }
    const half = samples.slice(Math.floor(samples.length / 2));
    figures.note('memory of an API, MiB, at every tenth of the time', tenths(samples.map(({ memory }) => memory)));
    figures.note('samples', samples.length);
    // A heap takes what it is given for a while: the slope of the second half tells, and only over hours.
    const slope = slopeOf(half.map(({ at, memory }) => [at / 3_600_000, memory]));
    if (minutes >= 60) figures.atMost('memory, slope of the second half, MiB an hour', slope, 5, 'MiB an hour');
    else figures.note('memory, slope of the second half, MiB an hour', slope);
    const [before] = half;
    figures.exactly(
      'connections to the database more than at half time',
      Math.max(0, half.at(-1).connections - before.connections),
      0,
    );
    figures.atMost('connections to the database, most', Math.max(...half.map(({ connections }) => connections)), 40);
    const lags = half.map(({ lag }) => lag * 1000).filter(Number.isFinite);
    figures.exactly('samples that tell no lag', half.length - lags.length, 0);
    figures.atMost('event loop lag, p99, ms', quantile(lags, 0.99), 50, 'ms');
    await judgeTables(figures, estate);
    figures.note('p99 of a booking, ms', load.p99());
  });
}

/** The slope of the straight line that lies closest to these points. */
function slopeOf(points) {
  const middle = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [middle(0), middle(1)];
  const across = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return across === 0 ? 0 : points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / across;
}

const tenths = (values) =>
  Array.from({ length: 11 }, (_, n) => values[Math.round((n * (values.length - 1)) / 10)]).join(' ');

/** Resident memory of a process in MiB; NaN where /proc is not known. */
function resident(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
  } catch {
    return NaN;
  }
}
