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
  /** Percent of its desks that one venture may hold. */
  fairShare?: number;
}

/** A site that is open every day from 08:00 to 20:00 with the default rules. */
export async function aSite(db: Database, options: SiteOptions = {}): Promise<{ id: string; timeZone: string }> {
  const {
    timeZone = 'Europe/Helsinki',
    status = 'active',
    open = ['08:00', '20:00'],
    rules = {},
    fairShare = 15,
  } = options;
  const id = newId();
  await db.read(
    `insert into site (id, slug, name, city, country, time_zone, status, fair_share_percent, created_at, updated_at)
     values ($1, $2, $2, 'Lappeenranta', 'FI', $3, $4, $6, $5, $5)`,
    [id, `site-${id.slice(-12)}`, timeZone, status, longAgo, fairShare],
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

export interface TermsOptions {
  /** Per month; null is unlimited, a missing kind is none. */
  allowances?: Partial<Record<'desk_days' | 'room_minutes' | 'coaching_minutes', number | null>>;
  access?: 'opening_hours' | 'evenings' | 'all_day';
  eveningCloses?: string | null;
  halfDays?: boolean;
  deskHorizonDays?: number | null;
  roomHorizonDays?: number | null;
  roomFutureBookings?: number | null;
  roomLongestMinutes?: number | null;
  needs?: 'nothing' | 'home_membership' | 'lead_membership';
  /** Kinds that are taken from the lead's wallet. */
  shared?: string[];
}

/** A published plan of a site with unlimited desks and rooms and no limits of its own, or as the options say. */
export async function aPlan(
  db: Database,
  siteId: string,
  options: TermsOptions = {},
): Promise<{ planId: string; versionId: string }> {
  const { allowances = { desk_days: null, room_minutes: null }, shared = [] } = options;
  const [planId, versionId] = [newId(), newId()];
  await db.read(`insert into plan (id, site_id, code, created_at) values ($1, $2, $3, $4)`, [
    planId,
    siteId,
    `plan-${planId.slice(-12)}`,
    longAgo,
  ]);
  await db.read(
    `insert into plan_version (id, plan_id, version, published_at, texts, term_months, max_renewals, total_months, price_cents,
       normal_price_cents, max_pauses, pause_days, access, evening_closes, half_days, desk_horizon_days, room_horizon_days,
       room_future_bookings, room_longest_minutes, needs)
     values ($1, $2, 1, $3, '{}', 6, 1, 12, 3000, 16000, 1, 30, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      versionId,
      planId,
      longAgo,
      options.access ?? 'opening_hours',
      options.eveningCloses ?? null,
      options.halfDays ?? false,
      options.deskHorizonDays ?? null,
      options.roomHorizonDays ?? null,
      options.roomFutureBookings ?? null,
      options.roomLongestMinutes ?? null,
      options.needs ?? 'nothing',
    ],
  );
  for (const [kind, amount] of Object.entries(allowances)) {
    await db.read(`insert into plan_allowance (plan_version_id, kind, amount, shared) values ($1, $2, $3, $4)`, [
      versionId,
      kind,
      amount,
      shared.includes(kind),
    ]);
  }
  return { planId, versionId };
}

export interface MembershipOptions {
  status?: string;
  startsOn?: string;
  endsOn?: string;
  ventureId?: string | null;
  leadMembershipId?: string | null;
}

/** An accepted membership of a person under a plan version, active from 2020 to 2039, or as the options say. */
export async function aMembership(
  db: Database,
  siteId: string,
  personId: string,
  plan: { planId: string; versionId: string },
  options: MembershipOptions = {},
): Promise<string> {
  const {
    status = 'active',
    startsOn = '2020-01-01',
    endsOn = '2039-12-31',
    ventureId = null,
    leadMembershipId = null,
  } = options;
  const id = newId();
  const documents = [await theDocument(db, siteId, 'agreement'), await theDocument(db, siteId, 'house_rules')];
  await db.read(
    `insert into membership (id, site_id, person_id, venture_id, plan_id, plan_version_id, agreement_version_id,
       house_rules_version_id, lead_membership_id, status, starts_on, ends_on, offer_expires_at, accepted_at, acceptance_hash,
       suspended_reason, review_on, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, 'hash',
       case when $10 = 'suspended' then 'House rules' end, case when $10 = 'suspended' then date '2039-01-01' end, $13, $13)`,
    [
      id,
      siteId,
      personId,
      ventureId,
      plan.planId,
      plan.versionId,
      ...documents,
      leadMembershipId,
      status,
      startsOn,
      endsOn,
      longAgo,
    ],
  );
  await db.read(
    `insert into membership_term (id, membership_id, person_id, site_id, kind, starts_on, ends_on, plan_version_id, created_at)
     values ($1, $2, $3, $4, 'initial', $5, $6, $7, $8)`,
    [newId(), id, personId, siteId, startsOn, endsOn, plan.versionId, longAgo],
  );
  return id;
}

async function theDocument(db: Database, siteId: string, kind: string): Promise<string> {
  await db.read(
    `insert into document_version (id, site_id, kind, version, published_at, binding_locale, texts, hash)
     values ($1, $2, $3, 1, $4, 'en', '{"en": "Be kind."}', 'hash') on conflict do nothing`,
    [newId(), siteId, kind, longAgo],
  );
  const [row] = await db.read<{ id: string }>('select id from document_version where site_id = $1 and kind = $2', [
    siteId,
    kind,
  ]);
  return row?.id ?? '';
}

/** An entrepreneur of a site: the role, and an active membership under terms of their own. */
export async function anEntrepreneur(db: Database, siteId: string, terms: TermsOptions = {}): Promise<Actor> {
  const person = await aPerson(db, 'entrepreneur', siteId);
  await aMembership(db, siteId, person.personId, await aPlan(db, siteId, terms));
  return person;
}

/** A manager of a site. */
export function aManager(db: Database, siteId: string): Promise<Actor> {
  return aPerson(db, 'manager', siteId);
}
