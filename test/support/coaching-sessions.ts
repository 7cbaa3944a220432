import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Database } from '../../src/platform/database/database';
import { aMembership, aPerson, aPlan, TermsOptions } from './house';

const longAgo = new Date('2026-01-01T00:00:00Z');

export interface CoachOptions {
  timeZone?: string;
  /** Hours of every weekday by the coach's clock; null offers none. */
  hours?: [string, string] | null;
  noticeMinutes?: number;
  bufferMinutes?: number;
  remote?: boolean;
  longestDayMinutes?: number;
}

/** A coach of a site who offers every day from 08:00 to 20:00 without notice and without a buffer. */
export async function aSessionCoach(db: Database, siteId: string, options: CoachOptions = {}): Promise<Actor> {
  const { timeZone = 'Europe/Helsinki', hours = ['08:00', '20:00'] } = options;
  const coach = await aPerson(db, 'coach', siteId);
  await db.read(
    `insert into coach_profile (person_id, time_zone, remote, remote_link, places, minimum_notice_minutes, buffer_minutes,
       longest_day_minutes, created_at, updated_at)
     values ($1, $2, $3, 'https://meet.example/coach', 10, $4, $5, $6, $7, $7)`,
    [
      coach.personId,
      timeZone,
      options.remote ?? true,
      options.noticeMinutes ?? 0,
      options.bufferMinutes ?? 0,
      options.longestDayMinutes ?? 1440,
      longAgo,
    ],
  );
  await db.read('insert into coach_site (coach_id, site_id) values ($1, $2)', [coach.personId, siteId]);
  for (const weekday of hours ? [1, 2, 3, 4, 5, 6, 7] : []) {
    await db.read(
      'insert into availability_rule (id, coach_id, weekday, from_time, to_time) values ($1, $2, $3, $4, $5)',
      [newId(), coach.personId, weekday, hours?.[0], hours?.[1]],
    );
  }
  return coach;
}

/** A founder with a membership and so many minutes of coaching a month; unlimited when null. */
export interface Founder {
  actor: Actor;
  membershipId: string;
}

export async function aFounder(
  db: Database,
  siteId: string,
  minutes: number | null = null,
  options: { terms?: TermsOptions; ventureId?: string } = {},
): Promise<Founder> {
  const actor = await aPerson(db, 'entrepreneur', siteId);
  const terms = { allowances: { coaching_minutes: minutes }, ...options.terms };
  const { ventureId = null } = options;
  const membershipId = await aMembership(db, siteId, actor.personId, await aPlan(db, siteId, terms), { ventureId });
  return { actor, membershipId };
}

/** An assignment of a coach to a founder, active unless another status is given. */
export async function anAssignment(
  db: Database,
  siteId: string,
  { actor, membershipId }: Founder,
  coach: Actor,
  status = 'active',
): Promise<string> {
  const id = newId();
  await db.read(
    `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status, offered_at,
       answer_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'specialist', 0.5, $6, $7, $7, $7, $7)`,
    [id, siteId, membershipId, actor.personId, coach.personId, status, longAgo],
  );
  return id;
}
