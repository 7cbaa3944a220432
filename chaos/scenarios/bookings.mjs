// F1 to F3: many people want the same thing at the same time.
import { randomUUID } from 'node:crypto';
import { judgeTables } from '../bookings-oracle.mjs';
import { Figures, quantile } from '../figures.mjs';
import { switchOff } from '../off.mjs';

const day = 86_400_000;
/** Some mornings from now: at night a clock may skip a date of a series, which is no fault. */
export const base = () => Math.ceil(Date.now() / day + 2) * day + 9 * 3_600_000;

/** Opens a house with two APIs, lets a crowd in, and judges the tables and the answers. */
export function crowd(landlord, figures, options, work) {
  return landlord.house({ ...options, spoils: options.off.length > 0 }, async (estate, clients) => {
    await Promise.all([estate.startApis(2), estate.dismissWorkers()]);
    await switchOff(estate, options.off);
    await Promise.all(estate.inn.members.map((member) => clients.tokenOf(member)));
    clients.history = [];
    const deadlocks = async () => {
      const sql = 'select deadlocks from pg_stat_database where datname = current_database()';
      return Number((await estate.ask(sql))[0].deadlocks);
    };
    const before = await deadlocks();
    await work(estate, clients);
    const broken = clients.history.filter(({ status }) => status === 0 || (status >= 500 && status !== 503));
    figures.none('answers 5xx, or none', broken);
    // Nothing was changed then, and whoever asks again is served: a matter of time.
    const busy = clients.history.filter(({ status }) => status === 503);
    figures.atMost('told that the house is busy (503)', busy.length, 0, 'answers');
    figures.exactly('deadlocks (40P01) that PostgreSQL counted', (await deadlocks()) - before, 0);
    await judgeTables(figures, estate);
    figures.none('APIs that ended by themselves', estate.apis.crashes);
    return figures;
  });
}

/** F1: one slot, fifty people, again and again. */
export function slot(landlord, { size, off }) {
  const [people, rounds] = { reduced: [20, 5], small: [50, 50], full: [50, 200] }[size];
  const figures = new Figures('F1', `one slot, ${people} clients, ${rounds} rounds, two APIs`);
  return contest(landlord, figures, { people, rounds, off });
}

/** F1 once more in a house without the constraint and the locks: an oracle that finds nothing there is no oracle. */
export async function unlocked(landlord) {
  const figures = new Figures('F1 unlocked', 'one slot, 20 clients, 3 rounds, without constraint and locks');
  const quiet = await contest(landlord, new Figures(), { people: 20, rounds: 3, off: ['no_double_booking', 'locks'] });
  figures.found('what the oracle finds', quiet, ['taken twice', severalWinners]);
  return figures;
}

const severalWinners = 'rounds with another number of winners than one';

function contest(landlord, figures, { people, rounds, off }) {
  return crowd(landlord, figures, { members: people, resources: 4, off }, async (estate, clients) => {
    const { inn } = estate;
    const winners = [];
    for (let round = 0; round < rounds; round++) {
      const start = base() + round * 1_800_000;
      const body = { resourceId: inn.resources[0], start: new Date(start), end: new Date(start + 1_800_000) };
      const answers = await Promise.all(inn.members.map((member) => clients.book(member, body)));
      winners.push(answers.filter(({ status }) => status === 201).length);
    }
    figures.none(
      severalWinners,
      winners.filter((count) => count !== 1),
    );
    const told = clients.history.filter(({ status, answer }) => status === 409 && answer.code === 'no_double_booking');
    figures.note('told that it is taken, with the law', told.length);
    figures.none(
      'neither booked nor told so',
      clients.history.filter((one) => ![201, 503].includes(one.status) && !told.includes(one)),
    );
    const times = clients.history.map(({ ms }) => ms);
    figures.note('p50 of an answer, ms', quantile(times, 0.5));
    figures.atMost('p99 of an answer, ms', quantile(times, 0.99), 250, 'ms');
  });
}

/** F2: series of ten that cross each other's dates. */
export function series(landlord, { size, random, off }) {
  const rounds = { reduced: 3, small: 25, full: 100 }[size];
  const figures = new Figures('F2', `20 clients with series of 10 that cross each other, ${rounds} rounds`);
  return crowd(landlord, figures, { members: 20, resources: 4, off }, async (estate, clients) => {
    const { inn } = estate;
    const won = [];
    const halves = [];
    for (let round = 0; round < rounds; round++) {
      const start = base() + (round % 20) * 30 * day + Math.floor(round / 20) * 3_600_000;
      const answers = await Promise.all(
        random.shuffled(inn.members).map(async (member) => {
          const from = start + random.whole(0, 9) * day;
          const body = {
            resourceId: inn.resources[0],
            start: new Date(from),
            end: new Date(from + 3_600_000),
            rule: 'FREQ=DAILY;COUNT=10',
          };
          return await clients.as(member, 'POST', '/booking-series', body, { key: randomUUID() });
        }),
      );
      const series = answers.filter(({ status }) => status === 201);
      won.push(series.length);
      for (const { answer } of series) {
        const [{ count }] = await estate.ask('select count(*) as count from booking where series_id = $1', [answer.id]);
        if (Number(count) !== 10) halves.push({ id: answer.id, count });
      }
      const unexpected = answers.filter(({ status }) => ![201, 409, 503].includes(status));
      if (unexpected.length > 0)
        halves.push(...unexpected.map(({ status, answer, at }) => ({ at, status, code: answer?.code })));
    }
    figures.none(
      'rounds without a winner',
      won.filter((count) => count === 0),
    );
    figures.none('series with another number of bookings than ten, or another answer than 201, 409 and 503', halves);
    const alone = 'select count(*) as loose from booking where series_id is null and site_id = $1';
    const [{ loose }] = await estate.ask(alone, [inn.siteId]);
    figures.exactly('bookings of series that were refused', Number(loose), 0);
    figures.note(
      'series booked',
      won.reduce((sum, count) => sum + count, 0),
    );
    figures.note(
      'p99 of an answer, ms',
      quantile(
        clients.history.map(({ ms }) => ms),
        0.99,
      ),
    );
  });
}

/** The first of next month, as PostgreSQL and UTC see it. */
const nextMonth = () => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 1));

/** F3: a wallet for ten, spent by forty requests of one person at once. */
export function quota(landlord, { size, off }) {
  const rounds = { reduced: 3, small: 25, full: 100 }[size];
  const figures = new Figures('F3 quota', `a wallet for 10, 40 clients at once, ${rounds} rounds`);
  return crowd(landlord, figures, { members: rounds, resources: 40, off }, async (estate, clients) => {
    const { inn } = estate;
    await estate.ask(`update resource set kind = 'room' where site_id = $1`, [inn.siteId]);
    // Nobody's terms are changed once they are agreed upon; the wallet's grant of next month is.
    const first = nextMonth();
    await estate.ask(
      `insert into allowance_account (id, membership_id, kind, month)
       select gen_random_uuid(), id, 'room_minutes', $1 from membership where site_id = $2`,
      [first, inn.siteId],
    );
    await estate.ask(
      `select wallet_post(a.id, 'grant', 300, 'month', a.membership_id, month, 'grant:' || a.id, now())
       from allowance_account a join membership m on m.id = a.membership_id where m.site_id = $1`,
      [inn.siteId],
    );
    const passed = [];
    for (let round = 0; round < rounds; round++) {
      const start = nextMonth().getTime() + 9 * day + round * 1_800_000;
      const answers = await Promise.all(
        inn.resources.map((resourceId) =>
          clients.book(inn.members[round], { resourceId, start: new Date(start), end: new Date(start + 1_800_000) }),
        ),
      );
      passed.push(answers.filter(({ status }) => status === 201).length);
      const others = answers.filter(
        ({ status, answer }) =>
          status !== 201 && !(status === 422 && answer.refusals.some(({ code }) => code === 'ledger_balance')),
      );
      if (others.length > 0) passed.push(others.map(({ status, answer }) => ({ status, answer })));
    }
    figures.none(
      'rounds with another number of bookings than ten',
      passed.filter((count) => count !== 10),
    );
  });
}

/** F3: five places are freed at once while twenty people wait for one. */
export function waiting(landlord, { size, off }) {
  const rounds = { reduced: 3, small: 25, full: 100 }[size];
  const figures = new Figures('F3 waiting', `5 cancellations, 20 people waiting, ${rounds} rounds`);
  return crowd(landlord, figures, { members: 25, resources: 5, off }, async (estate, clients) => {
    const { inn } = estate;
    const [holders, waiters] = [inn.members.slice(0, 5), inn.members.slice(5)];
    const offered = [];
    const accepted = [];
    const unexpected = [];
    for (let round = 0; round < rounds; round++) {
      const start = base() + round * 1_800_000;
      const period = { start: new Date(start), end: new Date(start + 1_800_000) };
      const held = await Promise.all(
        holders.map((member, n) => clients.book(member, { resourceId: inn.resources[n], ...period })),
      );
      const entries = await Promise.all(
        waiters.map((member) =>
          clients.as(member, 'POST', '/waiting-list', { siteId: inn.siteId, kind: 'desk', ...period }),
        ),
      );
      unexpected.push(
        ...[...held, ...entries]
          .filter(({ status }) => status !== 201)
          .map(({ status, answer }) => ({ status, answer })),
      );
      await Promise.all(
        held.map(({ answer, member }) => clients.as(member, 'POST', `/bookings/${answer.id}/cancel`, {})),
      );
      const rows = await estate.ask(
        `select person_id, offered_resource_id from waiting_list_entry where starts_at = $1 and site_id = $2 and status = 'offered'`,
        [period.start, inn.siteId],
      );
      offered.push(
        [
          new Set(rows.map((row) => row.person_id)).size,
          new Set(rows.map((row) => row.offered_resource_id)).size,
        ].join(),
      );
      // Everybody says yes, twice: only those who were offered something get it, once.
      const yes = entries.flatMap(({ answer }, n) =>
        [n, n].map((at) => clients.as(waiters[at], 'POST', `/waiting-list/${answer.id}/accept`)),
      );
      await Promise.all(yes);
      const [{ count }] = await estate.ask(
        `select count(*) as count from booking where starts_at = $1 and site_id = $2 and status = 'confirmed'`,
        [period.start, inn.siteId],
      );
      accepted.push(Number(count));
      await estate.ask(`delete from waiting_list_entry where status in ('waiting', 'offered')`);
    }
    figures.none('unexpected answers', unexpected);
    figures.none(
      'rounds in which not five people were offered five places',
      offered.filter((pair) => pair !== '5,5'),
    );
    figures.none(
      'rounds that did not end with five bookings',
      accepted.filter((count) => count !== 5),
    );
  });
}
