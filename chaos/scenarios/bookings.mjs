// F1 to F3: many people want the same thing at the same time.
import { randomUUID } from 'node:crypto';
import { judgeTables } from '../bookings-oracle.mjs';
import { Clients } from '../client.mjs';
import { Estate } from '../estate.mjs';
import { Figures, quantile } from '../figures.mjs';
import { switchOff } from '../off.mjs';

const day = 86_400_000;
/** Some mornings from now: at night a clock may skip a date of a series, which is no fault. */
const base = () => Math.ceil(Date.now() / day + 2) * day + 9 * 3_600_000;

/** Opens a house with two APIs, runs `work`, and judges the tables and the answers. */
async function crowd(frozen, figures, options, work) {
  const estate = await Estate.open(frozen, options);
  const clients = new Clients(estate);
  try {
    await estate.startApis(2);
    await switchOff(estate, options.off);
    for (const member of estate.inn.members.slice(0, options.members)) await clients.tokenOf(member);
    clients.history = [];
    await work(estate, clients);
    const broken = clients.history.filter(({ status }) => status === 0 || status >= 500);
    figures.none('answers 5xx, or none', broken);
    const [{ deadlocks }] = await estate.ask(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    figures.exactly('deadlocks (40P01) that PostgreSQL counted', Number(deadlocks), 0);
    await judgeTables(figures, estate);
    figures.none('APIs that ended by themselves', estate.apis.crashes);
    return figures;
  } finally {
    clients.close();
    await estate.close();
  }
}

/** F1: one slot, fifty people, again and again. */
export function slot(frozen, { size, off }) {
  const rounds = { tiny: 3, reduced: 12, small: 50, full: 200 }[size];
  const figures = new Figures('F1', `one slot, 50 clients, ${rounds} rounds, two APIs`);
  return crowd(frozen, figures, { members: 50, resources: 4, off }, async (estate, clients) => {
    const { inn } = estate;
    const winners = [];
    for (let round = 0; round < rounds; round++) {
      const start = base() + round * 1_800_000;
      const body = { resourceId: inn.resources[0], start: new Date(start), end: new Date(start + 1_800_000) };
      const answers = await Promise.all(inn.members.map((member) => clients.book(member, body)));
      winners.push(answers.filter(({ status }) => status === 201).length);
    }
    figures.none(
      'rounds with another number of winners than one',
      winners.filter((count) => count !== 1),
    );
    const conflicts = clients.history.filter(({ status }) => status === 409);
    figures.exactly(
      'told that it is taken, with the law',
      conflicts.filter(({ answer }) => answer.code === 'no_double_booking').length,
      rounds * 49,
    );
    const times = clients.history.map(({ ms }) => ms);
    figures.note('p50 of an answer, ms', quantile(times, 0.5));
    figures.atMost('p99 of an answer, ms', quantile(times, 0.99), 250, 'ms');
  });
}

/** F2: series of ten that cross each other's dates. */
export function series(frozen, { size, random, off }) {
  const rounds = { reduced: 6, small: 25, full: 100 }[size];
  const figures = new Figures('F2', `20 clients with series of 10 that cross each other, ${rounds} rounds`);
  return crowd(frozen, figures, { members: 20, resources: 4, off }, async (estate, clients) => {
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
      const unexpected = answers.filter(({ status }) => status !== 201 && status !== 409);
      if (unexpected.length > 0)
        halves.push(...unexpected.map(({ status, answer, at }) => ({ at, status, code: answer?.code })));
    }
    figures.none(
      'rounds without a winner',
      won.filter((count) => count === 0),
    );
    figures.none('series with another number of bookings than ten, or another answer than 201 and 409', halves);
    const [{ loose }] = await estate.ask('select count(*) as loose from booking where series_id is null');
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
export function quota(frozen, { size, off }) {
  const rounds = { reduced: 6, small: 25, full: 100 }[size];
  const figures = new Figures('F3 quota', `a wallet for 10, 40 clients at once, ${rounds} rounds`);
  return crowd(frozen, figures, { members: rounds, resources: 40, off }, async (estate, clients) => {
    const { inn } = estate;
    await estate.ask(`update resource set kind = 'room'`);
    // Nobody's terms are changed once they are agreed upon; the wallet's grant of next month is.
    const first = nextMonth();
    await estate.ask(
      `insert into allowance_account (id, membership_id, kind, month)
       select gen_random_uuid(), id, 'room_minutes', $1 from membership`,
      [first],
    );
    await estate.ask(
      `select wallet_post(id, 'grant', 300, 'month', membership_id, month, 'grant:' || id, now()) from allowance_account`,
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
export function waiting(frozen, { size, off }) {
  const rounds = { reduced: 5, small: 25, full: 100 }[size];
  const figures = new Figures('F3 waiting', `5 cancellations, 20 people waiting, ${rounds} rounds`);
  return crowd(frozen, figures, { members: 25, resources: 5, off }, async (estate, clients) => {
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
        `select person_id, offered_resource_id from waiting_list_entry where starts_at = $1 and status = 'offered'`,
        [period.start],
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
        `select count(*) as count from booking where starts_at = $1 and status = 'confirmed'`,
        [period.start],
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
