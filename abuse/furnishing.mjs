// What the demonstration does not have of itself and an attacker would like to find: for a founder of the cast, for
// another of the same site, and for one of another site.
import { randomBytes, randomUUID } from 'node:crypto';
import { parts } from './cast.mjs';

/** Puts one thing of every sort into the house that has none, for each of the three. */
export async function furnish(target) {
  const now = await target.house('advance', 0);
  const [{ id: coach }] = await target.sql('select id from person where email = $1', [parts.coach]);
  const founders = await target.sql(
    `(select id, s.site from person p, lateral (select id as site from site where slug = 'lappeenranta') s where email = $1)
     union all
     (select p.id, g.site_id from person p join role_grant g on g.person_id = p.id and g.role = 'entrepreneur'
        join site s on s.id = g.site_id where s.slug = 'lappeenranta' and p.email <> all ($2) order by p.email limit 1)
     union all
     (select p.id, g.site_id from person p join role_grant g on g.person_id = p.id and g.role = 'entrepreneur'
        join site s on s.id = g.site_id where s.slug = 'kouvola' order by p.email limit 1)`,
    [parts.entrepreneur, Object.values(parts)],
  );
  for (const [index, founder] of founders.entries()) await own(target, { ...founder, coach, now, index });
}

async function own(target, { id, site, coach, now, index }) {
  const [room] = await target.sql(
    `select id from resource where site_id = $1 and kind = 'desk' order by name limit 1`,
    [site],
  );
  const far = new Date(Date.parse(now) + (60 + index) * 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [`${far}T10:00:00Z`, `${far}T11:00:00Z`];
  const [booking, second, hold] = [randomUUID(), randomUUID(), randomUUID()];
  const put = (text, values) => target.sql(text, values);
  for (const [one, cause, at] of [
    [booking, 'booking', from],
    [hold, 'hold', to],
  ]) {
    await put(
      `insert into occupation (id, cause, cause_id, resource_id, site_id, holder_id, starts_at, ends_at, expires_at)
       values ($1, $2, $1, $3, $4, $5, $6::timestamptz, $6::timestamptz + interval '1 hour',
               case when $2 = 'hold' then $7::timestamptz + interval '1 day' end)`,
      [one, cause, room.id, site, id, at, now],
    );
  }
  for (const [one, at, status] of [
    [booking, from, 'confirmed'],
    [second, '2026-01-05T10:00:00Z', 'no_show'],
  ]) {
    await put(
      `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '1 hour', $6, $7, $7)`,
      [one, site, room.id, id, at, status, now],
    );
  }
  await put(
    `insert into booking_series (id, site_id, person_id, resource_id, rule, first_date, starts, ends, created_at, updated_at)
     values ($1, $2, $3, $4, 'FREQ=WEEKLY;COUNT=2', $5, '10:00', '11:00', $6, $6)`,
    [randomUUID(), site, id, room.id, far, now],
  );
  await put(
    `insert into waiting_list_entry (id, person_id, site_id, kind, starts_at, ends_at, created_at, updated_at)
     values ($1, $2, $3, 'desk', $4, $5, $6, $6)`,
    [randomUUID(), id, site, from, to, now],
  );
  await put(`insert into no_show_strike (id, person_id, site_id, booking_id, at) values ($1, $2, $3, $4, $5)`, [
    randomUUID(),
    id,
    site,
    second,
    now,
  ]);
  await put(
    `insert into replacement (id, booking_id, person_id, site_id, cause, cause_id, booking_status, from_resource_id,
       from_starts_at, from_ends_at, resource_id, starts_at, ends_at, offered_at, expires_at)
     values ($1, $2, $3, $4, 'closure', $1, 'confirmed', $5, $6, $7, $5, $6, $7, $8, $6)`,
    [randomUUID(), booking, id, site, room.id, from, to, now],
  );
  await put(
    `insert into maintenance (id, resource_id, site_id, starts_at, ends_at, reason, created_at) values ($1, $2, $3, $4, $5, 'Lamp', $6)`,
    [randomUUID(), room.id, site, to, `${far}T12:00:00Z`, now],
  );
  await put(
    `insert into message (id, kind, person_id, subject_id, occasion, channel, status, due_at, useful_until, next_attempt_at, created_at, sent_at)
     values ($1, 'booking_confirmed', $2, $3, 'abuse', 'app', 'sent', $4, $4::timestamptz + interval '9 days', $4, $4, $4)`,
    [randomUUID(), id, booking, now],
  );
  await put(
    `insert into push_subscription (id, person_id, endpoint, public_key, auth_secret, key_id, created_at)
     values ($1, $2, $3, $4, $5, 'none', $6)`,
    [randomUUID(), id, `https://push.example.com/${id}`, randomBytes(65), randomBytes(16), now],
  );
  await put(
    `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $2, $3, 'family', $4)`,
    [randomUUID(), id, coach, now],
  );
  await put(
    `insert into conflict_of_interest (id, person_id, about_id, kind, declared_at) values ($1, $3, $2, 'family', $4)`,
    [randomUUID(), id, coach, now],
  );
  await put(`insert into erasure_request (id, person_id, requested_at, due_on) values ($1, $2, $3, $4)`, [
    randomUUID(),
    id,
    now,
    far,
  ]);
  await put(
    `insert into calendar_clash (id, coach_id, session_id, starts_at, ends_at, found_at)
     select $1, coach_id, id, starts_at, ends_at, $2 from coaching_session
     where (coach_id = $3) = $4 order by starts_at desc limit 1 offset $5`,
    [randomUUID(), now, coach, index === 0, index],
  );
}
