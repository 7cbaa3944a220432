import { Actor, Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Database } from '../../src/platform/database/database';
import { defaultRules } from '../../src/sites/resource.rules';

/**
 * Builders that read as sentences, straight into the tables: `await aSite(db, { timeZone: 'Europe/Helsinki' })`.
 * Rows are older than every test clock, so that nothing of them looks new to the house.
 */
const longAgo = new Date('2026-01-01T00:00:00Z');

export interface SiteOptions {
  timeZone?: string;
  status?: string;
  /** Opening hours of every day of the week; null leaves the site without any. */
  open?: [string, string] | null;
  rules?: Partial<Record<'desk' | 'room' | 'booth', object>>;
}

/** A site that is open every day from 08:00 to 20:00 with the default rules. */
export async function aSite(db: Database, options: SiteOptions = {}): Promise<{ id: string; timeZone: string }> {
  const { timeZone = 'Europe/Helsinki', status = 'active', open = ['08:00', '20:00'], rules = {} } = options;
  const id = newId();
  await db.read(
    `insert into site (id, slug, name, city, country, time_zone, status, created_at, updated_at)
     values ($1, $2, $2, 'Lappeenranta', 'FI', $3, $4, $5, $5)`,
    [id, `site-${id.slice(-12)}`, timeZone, status, longAgo],
  );
  for (const weekday of open ? [1, 2, 3, 4, 5, 6, 7] : []) {
    await db.read(
      `insert into opening_hours (id, site_id, weekday, opens, closes, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [newId(), id, weekday, open?.[0], open?.[1]],
    );
  }
  for (const terms of defaultRules) {
    const rule = { ...terms, ...rules[terms.kind] };
    await db.read(
      `insert into resource_rule (site_id, kind, grid_minutes, shortest_minutes, longest_minutes, notice_minutes,
         horizon_days, future_bookings, cancel_minutes, check_in_before_minutes, check_in_after_minutes, buffer_minutes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        rule.kind,
        rule.gridMinutes,
        rule.shortestMinutes,
        rule.longestMinutes,
        rule.noticeMinutes,
        rule.horizonDays,
        rule.futureBookings,
        rule.cancelMinutes,
        rule.checkInBeforeMinutes,
        rule.checkInAfterMinutes,
        rule.bufferMinutes,
      ],
    );
  }
  return { id, timeZone };
}

export interface ResourceOptions {
  kind?: 'desk' | 'room' | 'booth';
  name?: string;
  capacity?: number;
  features?: string[];
  needsApproval?: boolean;
  status?: string;
}

/** An active desk of a site, or whatever the options say. */
export async function aResource(db: Database, siteId: string, options: ResourceOptions = {}): Promise<string> {
  const { kind = 'desk', capacity = 1, features = [], needsApproval = false, status = 'active' } = options;
  const id = newId();
  await db.read(
    `insert into resource (id, site_id, kind, name, capacity, features, needs_approval, status, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [id, siteId, kind, options.name ?? `${kind} ${id.slice(-6)}`, capacity, features, needsApproval, status, longAgo],
  );
  return id;
}

/** Several desks of a site. */
export async function desks(db: Database, siteId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 1; i <= count; i++)
    ids.push(await aResource(db, siteId, { name: `Desk ${String(i).padStart(2, '0')}` }));
  return ids;
}

/** A verified person with roles at a site, and the actor they are. There is no password: sign-in is another spec's. */
export async function aPerson(db: Database, role?: Role, siteId: string | null = null): Promise<Actor> {
  const id = newId();
  await db.read(
    `insert into person (id, email, full_name, locale, email_verified_at, privacy_notice, privacy_notice_accepted_at, created_at, updated_at)
     values ($1, $2, 'Aino Example', 'en', $3, '1', $3, $3, $3)`,
    [id, `${id}@people.example`, longAgo],
  );
  if (!role) return new Actor(id, null, []);
  await db.read(`insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, $3, $4, $5)`, [
    newId(),
    id,
    role,
    siteId,
    longAgo,
  ]);
  return new Actor(id, null, [{ role, siteId }]);
}

/** An entrepreneur of a site. */
export function anEntrepreneur(db: Database, siteId: string): Promise<Actor> {
  return aPerson(db, 'entrepreneur', siteId);
}

/** A manager of a site. */
export function aManager(db: Database, siteId: string): Promise<Actor> {
  return aPerson(db, 'manager', siteId);
}
