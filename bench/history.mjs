// Years of bookings in a minute: written into tables without indexes, which are made again afterwards as they were.

/** Bookings of each desk on one day: of a hundred desks, four hundred. */
const perDesk = 4;
/** No site is deeper than that: with more, there are more sites. */
const perSite = 1_000_000;
/** Sessions of a coach on one day of the past and of the future. */
const sessionsADay = 3;

/**
 * Fills a house with so many bookings around its busy date, outwards in both directions; what is more than a site can
 * have lived through goes to further sites of the same kind. Foreign keys are not checked row by row while filling; all
 * other constraints hold, and the exclusion constraints are checked when they are made again.
 */
export async function fill(house, count) {
  const { pool } = house;
  house.busyDate = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  house.halfHour = [`${house.busyDate}T09:00:00Z`, `${house.busyDate}T09:30:00Z`];
  const client = await pool.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    await client.query(`set maintenance_work_mem = '512MB'`);
    const rebuild = await withoutIndexes(client, ['booking', 'occupation']);
    for (let site = 0, left = count; left > 0; site++, left -= perSite) {
      const resources = site === 0 ? house.resources : await anotherSite(client, house, site);
      await bookings(client, house, resources, Math.min(left, perSite));
    }
    await sessions(client, house, Math.min(Math.ceil(count / 100), 10_000));
    await rebuild();
    await client.query('reset all');
    // Not the tables that are still empty: PostgreSQL would believe that they stay so.
    await client.query('vacuum analyze booking, occupation, person, membership, resource, role_grant');
  } finally {
    client.release();
  }
}

/** Drops every index but the primary keys, and answers how to make them again. */
async function withoutIndexes(client, tables) {
  const { rows: constraints } = await client.query(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as body
     from pg_constraint where conrelid = any ($1::regclass[]) and contype in ('x', 'u')`,
    [tables],
  );
  const { rows: indexes } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as body
     from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisprimary
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('x', 'u'))`,
    [tables],
  );
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return async () => {
    for (const { body } of indexes) await client.query(body);
    for (const { table, name, body } of constraints)
      await client.query(`alter table ${table} add constraint ${name} ${body}`);
  };
}

/** A site like the first, with resources of its own. */
async function anotherSite(client, { siteId }, number) {
  const { rows } = await client.query(
    `with copied as (
       insert into site (id, slug, name, city, country, time_zone, fair_share_percent, created_at, updated_at)
       select gen_random_uuid(), slug || '-' || $2, name, city, country, time_zone, fair_share_percent, now(), now()
       from site where id = $1 returning id
     ), ruled as (
       insert into resource_rule (site_id, kind, grid_minutes, shortest_minutes, longest_minutes, notice_minutes, horizon_days,
         cancel_minutes, check_in_before_minutes, check_in_after_minutes, buffer_minutes)
       select c.id, kind, grid_minutes, shortest_minutes, longest_minutes, notice_minutes, horizon_days,
         cancel_minutes, check_in_before_minutes, check_in_after_minutes, buffer_minutes
       from resource_rule, copied c where site_id = $1
     )
     insert into resource (id, site_id, kind, name, created_at, updated_at)
     select gen_random_uuid(), c.id, kind, r.name, now(), now() from resource r, copied c where r.site_id = $1 and kind = 'desk'
     returning id, site_id`,
    [siteId, number],
  );
  return Object.assign(
    rows.map(({ id }) => id),
    { siteId: rows[0].site_id },
  );
}

/** Two hours on each desk, four times a day. */
async function bookings(client, house, resources, count) {
  const { members, busyDate } = house;
  await client.query(
    `with made as materialized (
       select uuidv7() as id, ($2::uuid[])[1 + n % $3] as resource, 1 + (n * 7) % $6 as member,
         $4::timestamptz + make_interval(
           days => (case when (n / $5) % 2 = 0 then 1 else -1 end) * ((n / $5 + 1) / 2), hours => 6 + 3 * (n % $5 / $3)) as starts
       from generate_series(0, $1::int - 1) n
     ), booked as (
       insert into booking (id, site_id, resource_id, person_id, membership_id, starts_at, ends_at, status, created_at, updated_at)
       select id, $7, resource, ($8::uuid[])[member], ($9::uuid[])[member], starts, starts + interval '2 hours',
         case when starts < now() then 'completed' else 'confirmed' end, least(starts, now()), least(starts, now())
       from made
     )
     insert into occupation (id, cause, cause_id, resource_id, site_id, holder_id, starts_at, ends_at)
     select uuidv7(), 'booking', id, resource, $7, ($8::uuid[])[member], starts, starts + interval '2 hours' from made`,
    [
      count,
      [...resources],
      resources.length,
      `${busyDate}T00:00:00Z`,
      perDesk * resources.length,
      members.length,
      resources.siteId ?? house.siteId,
      members.map(({ id }) => id),
      members.map(({ membershipId }) => membershipId),
    ],
  );
}

/** What a coach has done and will do: an hour each, with an hour between them. */
async function sessions(client, { coach, siteId, busyDate }, count) {
  await client.query(
    `insert into occupation (id, cause, cause_id, person_id, site_id, holder_id, starts_at, ends_at)
     select uuidv7(), 'session', uuidv7(), $1, $2, $1, t, t + interval '1 hour'
     from generate_series(0, $4::int - 1) n, lateral (
       select $3::timestamptz + make_interval(
         days => (case when (n / $5) % 2 = 0 then 1 else -1 end) * ((n / $5 + 1) / 2), hours => 8 + 2 * (n % $5)) as t) x`,
    [coach.id, siteId, `${busyDate}T00:00:00Z`, count, sessionsADay],
  );
}
