// A house in which people book all the time, while something is done to it.
import { setTimeout as pause } from 'node:timers/promises';
import { Load } from './bookings-oracle.mjs';

/** A house under the load of some people; `work` does things to it, then everything is judged. */
export function underLoad(landlord, figures, random, options = {}, work) {
  const { apis = 2, workers = 0, people = 8, pace = 20, ...house } = options;
  return landlord.house({ members: Math.max(people, 8), resources: 30, ...house }, async (estate, clients) => {
    await Promise.all([estate.startApis(apis), workers > 0 ? estate.startWorkers(workers) : estate.dismissWorkers()]);
    const load = new Load(estate, clients, random, { people, pace });
    await untilBooked(load);
    const after = await work(estate, load, clients);
    await load.stop(figures);
    await load.judge(figures);
    figures.none('APIs or workers that ended by themselves', [
      ...estate.apis.crashes,
      ...(estate.workers?.crashes ?? []),
    ]);
    if (typeof after === 'function') await after();
    return figures;
  });
}

/** Seconds from now until somebody who asks from now on has booked. */
export async function untilBooked(load, most = 60_000) {
  const from = Date.now();
  while (Date.now() - from < most) {
    const made = load.tries.slice(-400).some(({ answers }) => answers.some(({ id, sentAt }) => id && sentAt >= from));
    if (made) break;
    await pause(20);
  }
  return (Date.now() - from) / 1000;
}

/** Waits until whoever has booked has been told so, by mail and in the application, and counts the others. */
export async function everybodyTold(figures, estate) {
  const silent = `select b.id from booking b where status = 'confirmed' and site_id = $1 and (select count(*) from message m
    where m.person_id = b.person_id and m.kind = 'booking_confirmed' and m.subject_id = b.id and m.status = 'sent') < 2`;
  let left = await estate.ask(silent, [estate.inn.siteId]);
  for (let look = 0; look < 80 && left.length > 0; look++) {
    await pause(500);
    left = await estate.ask(silent, [estate.inn.siteId]);
  }
  figures.none('bookings that nobody was told of, by mail or in the application', left);
}
