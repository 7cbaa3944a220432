// The same work in plain SQL: what somebody who knows PostgreSQL well would write by hand for the same effects, and
// nothing of the application. Every statement is prepared once per connection. The questions of a booking are asked
// under the same locks, judged here, and answered by the same rows: place, booking, wallet, trail. Committed alike.
import { randomUUID } from 'node:crypto';

/** The statements of one booking of a desk, in their order. */
const statements = {
  lockPerson: `select status from person where id = $1 for no key update`,
  membership: `
    select m.id, m.venture_id, m.status, v.id as plan_version_id, v.access, v.half_days, v.desk_horizon_days,
      a.amount, a.kind is not null as offered,
      array(select daterange(t.starts_on, t.ends_on, '[]')::text from membership_term t where t.membership_id = m.id) as terms,
      array(select daterange(p.starts_on, p.ends_on, '[]')::text from pause p
            where p.membership_id = m.id and p.status = 'approved') as pauses
    from membership m
    join resource r on r.id = $2 and r.site_id = m.site_id
    join plan_version v on v.id = m.plan_version_id
    left join plan_allowance a on a.plan_version_id = v.id and a.kind = 'desk_days'
    where m.person_id = $1 and m.status in ('scheduled', 'active', 'paused', 'suspended')`,
  lockResource: `
    select r.site_id, r.kind, r.name, r.status, r.needs_approval, s.time_zone, s.status as site_status, s.fair_share_percent,
      s.no_show_strikes, s.no_show_days, s.no_show_block_days, l.*,
      (select count(*) from resource d where d.site_id = r.site_id and d.kind = 'desk' and d.status = 'active') as desks
    from resource r join site s on s.id = r.site_id join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
    where r.id = $1 for no key update of r`,
  letGo: `delete from occupation where resource_id = $1 and expires_at <= $2`,
  hours: `
    select weekday, opens, closes from opening_hours
    where site_id = $1 and valid_from <= $2::date and (valid_until is null or valid_until >= $2::date)`,
  closures: `
    select opens, closes from closure
    where site_id = $1 and status = 'confirmed' and starts_on <= $2::date and ends_on >= $2::date`,
  own: `
    select b.starts_at, b.ends_at, b.status, b.late, r.kind from booking b join resource r on r.id = b.resource_id
    where b.person_id = $1 and b.site_id = $2 and b.starts_at > $3`,
  account: `
    select id, unlimited, granted - held - used as left from allowance_account
    where membership_id = $1 and kind = 'desk_days' and not visiting and month = $2`,
  held: `
    select count(*) from booking b join resource r on r.id = b.resource_id
    where b.site_id = $1 and r.kind = 'desk' and b.status in ('requested', 'confirmed', 'checked_in')
      and b.starts_at > $2::timestamptz - interval '26 hours' and b.starts_at < $3 and b.ends_at > $2
      and (b.person_id = $4 or b.person_id in (select m.person_id from membership m where m.venture_id = $5))`,
  strikes: `
    select count(*), max(at) from no_show_strike
    where person_id = $1 and site_id = $2 and forgiven_at is null and at > $3::timestamptz - make_interval(days => $4)`,
  occupy: `
    insert into occupation (id, cause, cause_id, resource_id, site_id, holder_id, starts_at, ends_at, buffer_minutes)
    values ($1, 'booking', $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
  book: `
    insert into booking (id, site_id, resource_id, person_id, membership_id, starts_at, ends_at, status, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
  open: `
    insert into allowance_account (id, membership_id, kind, month, unlimited) values ($1, $2, 'desk_days', $3, true)
    on conflict do nothing`,
  post: `
    insert into allowance_entry (id, account_id, type, amount, cause, cause_id, local_date, key, at)
    values ($1, $2, 'use', -1, 'booking', $3, $4, $5, $6)`,
  use: `update allowance_account set used = used + 1 where id = $1`,
  audit: `
    insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts)
    values ($1, $2, $3, $4, 'booking.book', $5, $6)`,
};

/** Local dates are written once per site and day by anybody who is in a hurry; so are they here. */
const dates = new Map();
function dateAt(instant, timeZone) {
  const key = `${instant}${timeZone}`;
  if (!dates.has(key)) dates.set(key, new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant)));
  return dates.get(key);
}

/** Books a desk. @throws Error when a rule says no, or when somebody has the place */
export async function bookInPlainSql(pool, { member, resourceId, start, end }) {
  const client = await pool.connect();
  const ask = async (name, ...values) => (await client.query({ name, text: statements[name], values })).rows;
  const now = new Date();
  try {
    await client.query('begin');
    await ask('lockPerson', member.id);
    const [under] = await ask('membership', member.id, resourceId);
    const [place] = await ask('lockResource', resourceId);
    await ask('letGo', resourceId, now);
    const { site_id: siteId, time_zone: timeZone } = place;
    const date = dateAt(start, timeZone);
    const hours = await ask('hours', siteId, date);
    const closures = await ask('closures', siteId, date);
    const own = await ask('own', member.id, siteId, now);
    const [account] = await ask('account', under.id, `${date.slice(0, 7)}-01`);
    const [share] = await ask('held', siteId, start, end, member.id, under.venture_id);
    const [strikes] = await ask('strikes', member.id, siteId, now, place.no_show_days);
    insist({ under, place, hours, closures, own, account, share, strikes });

    const id = randomUUID();
    const { rowCount } = await client.query({
      name: 'occupy',
      text: statements.occupy,
      values: [randomUUID(), id, resourceId, siteId, member.id, start, end, place.buffer_minutes],
    });
    if (rowCount === 0) throw new Error('somebody has the place');
    await ask('book', id, siteId, resourceId, member.id, under.id, start, end, 'confirmed', now);
    // A day is counted once, however many desks somebody has on it.
    if (!own.some(({ starts_at: at }) => dateAt(at.toISOString(), timeZone) === date)) {
      const accountId = account?.id ?? randomUUID();
      if (!account) await ask('open', accountId, under.id, `${date.slice(0, 7)}-01`);
      await ask('post', randomUUID(), accountId, id, date, `booking:${id}`, now);
      await ask('use', accountId);
    }
    await ask('audit', randomUUID(), now, member.id, siteId, id, { resourceId, start, end });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** The rules in a few lines: what is asked must be looked at, and nothing more. */
function insist({ under, place, hours, closures, own, account, share, strikes }) {
  const refused = [
    under.status !== 'active' || under.terms.length === 0 || under.pauses.length > 0,
    place.status !== 'active' || place.site_status !== 'active' || hours.length === 0 || closures.length > 0,
    place.future_bookings !== null && own.length >= place.future_bookings,
    under.amount !== null && Number(account?.left ?? under.amount) < 1,
    Number(share.count) >= Math.max(1, Math.floor((Number(place.desks) * place.fair_share_percent) / 100)),
    Number(strikes.count) >= place.no_show_strikes,
  ];
  if (refused.includes(true)) throw new Error(`refused: ${refused.join(' ')}`);
}

/** The bare query of the day view: what is taken of a site on a date. */
export async function dayInPlainSql({ pool, siteId, busyDate }) {
  await pool.query({
    name: 'day',
    text: `select resource_id, starts_at, ends_at, holder_id from occupation
           where site_id = $1 and resource_id is not null
             and starts_at > $2::timestamptz - interval '26 hours' and starts_at < $2::timestamptz + interval '1 day'
             and ends_at > $2`,
    values: [siteId, `${busyDate}T00:00:00Z`],
  });
}

/** The bare query of availability: the places of a site that nobody has for half an hour. */
export async function availabilityInPlainSql({ pool, siteId, halfHour }) {
  await pool.query({
    name: 'free',
    text: `select id, name from resource r where site_id = $1 and status = 'active' and not exists (
             select 1 from occupation o where o.site_id = $1 and o.resource_id = r.id
               and o.starts_at > $2::timestamptz - interval '26 hours' and o.starts_at < $3 and o.ends_at > $2)`,
    values: [siteId, ...halfHour],
  });
}
