// A coach for the house, a room to meet in, and assignments: what the measures of coaching stand on.
import { randomUUID } from 'node:crypto';

/** Adds a coach whom so many members may ask, and a room for two. Sessions cost the members nothing that runs out. */
export async function employ(house, assigned) {
  const { pool, siteId } = house;
  const coach = { id: randomUUID() };
  house.coach = coach;
  house.roomId = randomUUID();
  await pool.query(
    `insert into person (id, email, full_name, locale, email_verified_at, privacy_notice, privacy_notice_accepted_at, created_at, updated_at)
     values ($1, 'coach@bench.example', 'Coach', 'en', now(), '1', now(), now(), now())`,
    [coach.id],
  );
  await pool.query(
    `insert into role_grant (id, person_id, role, site_id, created_at) values (gen_random_uuid(), $1, 'coach', $2, now())`,
    [coach.id, siteId],
  );
  await pool.query(
    `insert into coach_profile (person_id, time_zone, places, minimum_notice_minutes, buffer_minutes, longest_day_minutes, created_at, updated_at)
     values ($1, 'Europe/Helsinki', 99, 0, 15, 1440, now(), now())`,
    [coach.id],
  );
  await pool.query('insert into coach_site (coach_id, site_id) values ($1, $2)', [coach.id, siteId]);
  await pool.query(
    `insert into availability_rule (id, coach_id, weekday, from_time, to_time)
     select gen_random_uuid(), $1, day, '08:00', '20:00' from generate_series(1, 7) day`,
    [coach.id],
  );
  await pool.query(
    `insert into resource (id, site_id, kind, name, capacity, created_at, updated_at)
     values ($1, $2, 'room', 'Room', 4, now(), now())`,
    [house.roomId, siteId],
  );
  await pool.query(
    `insert into plan_allowance (plan_version_id, kind, amount)
     select plan_version_id, 'coaching_minutes', null from plan_allowance where kind = 'desk_days'`,
  );
  const members = house.members.slice(0, assigned);
  const { rows } = await pool.query(
    `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status, offered_at,
       answer_by, created_at, updated_at)
     select gen_random_uuid(), $1, membership, person, $2, 'specialist', 0.5, 'active', now(), now(), now(), now()
     from unnest($3::uuid[], $4::uuid[]) as m (membership, person)
     returning id, entrepreneur_id as person`,
    [siteId, coach.id, members.map(({ membershipId }) => membershipId), members.map(({ id }) => id)],
  );
  const assignments = new Map(rows.map(({ id, person }) => [person, id]));
  for (const member of members) member.assignmentId = assignments.get(member.id);
}
