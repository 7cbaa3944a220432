// What must be true of bookings after any run: from what clients were told, and from the tables.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './figures.mjs';

/** Laws of the tables themselves, whatever was asked; of the estate's present site. */
export async function judgeTables(figures, estate) {
  const ask = (sql) => estate.ask(sql, [estate.inn.siteId]);
  // One look at each in its order: held against each other, those of hours of load would take hours themselves.
  const twice = (owner) => `
    select id, owner from (
      select o.id, o.site_id, '${owner}' as owner, o.starts_at, max(o.ends_at) over (
        partition by o.${owner} order by o.starts_at, o.id rows between unbounded preceding and 1 preceding) as taken_until
      from occupation o where o.${owner} is not null) each
    where site_id = $1 and taken_until > starts_at`;
  figures.none('taken twice', await ask(`${twice('resource_id')} union all ${twice('person_id')} limit 20`));
  const homeless = await ask(
    `select id from booking b where site_id = $1 and status in ('requested', 'confirmed', 'checked_in')
       and (select count(*) from occupation o where o.cause_id = b.id) <> 1 limit 20`,
  );
  figures.none('bookings without their place, or with two', homeless);
  const unseen = await ask(
    `select id from booking b where site_id = $1
       and (select count(*) from audit_event a where a.subject_id = b.id and a.action = 'booking.book') <> 1 limit 20`,
  );
  figures.none('bookings without their trace, or with two', unseen);
  const [{ over }] = await ask(
    `select count(*)::int as over from allowance_account a join membership m on m.id = a.membership_id
     where m.site_id = $1 and (not unlimited and held + used > granted
       or held + used <> (select coalesce(-sum(amount), 0) from allowance_entry e where e.account_id = a.id and type not in ('grant', 'lapse')))`,
  );
  figures.none('wallets that are overdrawn or do not add up', over);
  const [{ partial }] = await ask(
    `select count(*)::int as partial from booking_series s where site_id = $1
       and (select count(*) from booking b where b.series_id = s.id) <> (select count(*) from booking_series_date d where d.series_id = s.id)`,
  );
  figures.none('half series', partial);
}

const isOpen = ({ status }) => status === 0 || status === 503 || status === 429;
const isProblem = ({ answer, status }) => answer?.status === status && typeof answer.code === 'string';

/** People who book again and again until they are told to stop; each wish under a key of its own. */
export class Load {
  tries = [];
  going = true;

  /** @param pace milliseconds between the answer and the next wish */
  constructor(estate, clients, random, { people = 8, pace = 0, contended = 4 } = {}) {
    Object.assign(this, { estate, clients, random, contended });
    this.people = estate.inn.members.slice(0, people).map((member) => this.live(member, pace));
  }

  async live(member, pace) {
    await this.clients.tokenOf(member);
    while (this.going) {
      const { resourceId, start, end } = this.estate.inn.nextSlot();
      // Most wishes are for a place of one's own; every few go where somebody else has just gone.
      const last = this.tries.at(-1)?.body;
      const body = last && this.random.whole(1, this.contended) === 1 ? last : { resourceId, start, end };
      const one = { member, body, key: randomUUID(), answers: [] };
      this.tries.push(one);
      await this.again(one);
      // Nobody knocks at a closed door a thousand times a second.
      const rest = isOpen(one.answers[0]) ? Math.max(pace, 100) : pace;
      if (rest > 0) await pause(rest);
    }
  }

  async again(one) {
    const { status, answer, ms, error, isFirst, sentAt } = await this.clients.as(
      one.member,
      'POST',
      '/bookings',
      one.body,
      {
        key: one.key,
      },
    );
    one.answers.push({ status, answer, ms, error, isFirst, sentAt, id: status === 201 ? answer.id : undefined });
  }

  /** Stops, and asks again, under the same key, whatever has no answer yet; some of what has one, too. */
  async stop(figures) {
    this.going = false;
    await Promise.all(this.people);
    const open = this.tries.filter(({ answers }) => isOpen(answers[0]));
    let left = open;
    for (let round = 0; round < 20 && left.length > 0; round++) {
      await inBatches(left, 16, (one) => this.again(one));
      left = left.filter(({ answers }) => isOpen(answers.at(-1)));
      if (left.length > 0) await pause(250);
    }
    await inBatches(this.tries.filter(({ answers }) => answers[0].status === 201).slice(-100), 16, (one) =>
      this.again(one),
    );
    figures.note('wishes', this.tries.length);
    figures.note('booked at once', this.tries.filter(({ answers }) => answers[0].status === 201).length);
    figures.note('without an answer, or told to come again', open.length);
    figures.none(
      'not resolved by asking again under the same key',
      left.map(({ answers }) => answers.at(-1)),
    );
  }

  /** Holds what people were told against what is there. */
  async judge(figures) {
    const told = this.tries.flatMap(({ answers }) => answers);
    const broken = told.filter((answer) => answer.status >= 500 && answer.status !== 503);
    figures.none('answers 500', broken);
    figures.none(
      'errors that are no problem document',
      told.filter((answer) => answer.status >= 400 && !isProblem(answer)),
    );
    const ids = new Map();
    for (const { key, answers } of this.tries)
      for (const { id } of answers) if (id) ids.set(key, (ids.get(key) ?? new Set()).add(id));
    figures.none(
      'keys with two results',
      [...ids].filter(([, found]) => found.size > 1),
    );
    const acknowledged = new Set([...ids.values()].flatMap((found) => [...found]));
    const rows = await this.estate.ask('select id from booking where person_id = any ($1)', [
      this.tries.map(({ member }) => member.id),
    ]);
    const there = new Set(rows.map(({ id }) => id));
    figures.none(
      'acknowledged and not there',
      [...acknowledged].filter((id) => !there.has(id)),
    );
    figures.none(
      'there and never acknowledged',
      [...there].filter((id) => !acknowledged.has(id)),
    );
    await judgeTables(figures, this.estate);
  }

  times(from = 0, to = Infinity) {
    return this.tries.flatMap(({ answers: [first] }) =>
      first && first.sentAt >= from && first.sentAt < to ? [first.ms] : [],
    );
  }

  p99(from, to) {
    return quantile(this.times(from, to), 0.99);
  }

  /** The time from an instant to the first booking that was asked for after it and made. */
  firstSuccess(after) {
    const made = this.tries
      .flatMap(({ answers }) => answers)
      .filter(({ id, sentAt, ms }) => id && sentAt + ms >= after);
    return Math.min(...made.map(({ sentAt, ms }) => sentAt + ms)) - after;
  }
}

async function inBatches(list, width, work) {
  const waiting = [...list];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) await work(one);
    }),
  );
}
