import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Forbidden, Malformed } from '../kernel/errors';
import { newId } from '../kernel/id';
import { insist } from '../kernel/refusal';
import { localDate } from '../kernel/site-time';
import { Audit } from '../platform/audit/audit';
import { Database, Laws } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { BookingTerms, defaultRules, termsRules } from './resource.rules';
import { lockSite, LockedSite, SiteCalendarService } from './site-calendar.service';
import { SiteStatus, WantedSpan } from './site.rules';
import { SiteView } from './site.view';
import { SitesQueries } from './sites.queries';

/** What an administrator says of a new site. */
export interface NewSite {
  slug: string;
  name: string;
  city: string;
  country: string;
  address?: string;
  timeZone: string;
  /** The week from today on; without one the site stays closed until a week is set. */
  openingHours?: WantedSpan[];
}

/** What an administrator may change of a site. Members left out stay as they are. */
export interface SiteChange {
  name?: string;
  city?: string;
  address?: string;
  status?: SiteStatus;
  timeZone?: string;
  /** Percent of its desks that one venture may hold at any instant. */
  fairSharePercent?: number;
  /** After so many no-shows within `noShowDays` only the same day can be booked, for `noShowBlockDays`. */
  noShowStrikes?: number;
  noShowDays?: number;
  noShowBlockDays?: number;
}

const laws: Laws = {
  site_slug_key: () => new Conflict('site_slug', 'Another site has this short name.'),
};

/** Commands on sites and on the rules of their kinds of resource. */
@Injectable()
export class SitesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly calendar: SiteCalendarService,
    private readonly queries: SitesQueries,
  ) {}

  /** Founds a site with the common limits as its rules. @throws Conflict `site_slug` */
  async create(actor: Actor, wanted: NewSite, idempotency?: IdempotencyKey): Promise<SiteView> {
    insistOnAdministrator(actor);
    const at = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          await insistOnZone(tx, wanted.timeZone);
          const id = newId();
          await tx.query(
            `insert into site (id, slug, name, city, country, address, time_zone, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
            [id, wanted.slug, wanted.name, wanted.city, wanted.country, wanted.address ?? '', wanted.timeZone, at],
          );
          await writeRules(tx, id, defaultRules);
          const { slug, name, timeZone, openingHours = [] } = wanted;
          await this.audit.write(tx, {
            at,
            actor,
            action: 'site.create',
            subjectId: id,
            siteId: id,
            facts: { slug, name, timeZone },
          });
          if (openingHours.length > 0) {
            const site = await lockSite(tx, id, at);
            await this.calendar.setWeek(tx, actor, site, { validFrom: localDate(at, timeZone), openingHours });
          }
          return this.queries.within(tx, id);
        }),
      laws,
    );
  }

  /** Changes a site whose calendar is locked. Whether its time zone may change is for the caller to know. */
  async change(tx: EntityManager, actor: Actor, site: LockedSite, change: SiteChange): Promise<void> {
    insistOnAdministrator(actor);
    if (change.timeZone !== undefined) await insistOnZone(tx, change.timeZone);
    const at = this.clock.now();
    await tx.query(
      `update site set name = coalesce($2, name), city = coalesce($3, city), address = coalesce($4, address),
         status = coalesce($5, status), time_zone = coalesce($6, time_zone), updated_at = $7, version = version + 1,
         fair_share_percent = coalesce($8, fair_share_percent), no_show_strikes = coalesce($9, no_show_strikes),
         no_show_days = coalesce($10, no_show_days), no_show_block_days = coalesce($11, no_show_block_days)
       where id = $1`,
      [
        site.id,
        change.name,
        change.city,
        change.address,
        change.status,
        change.timeZone,
        at,
        change.fairSharePercent,
        change.noShowStrikes,
        change.noShowDays,
        change.noShowBlockDays,
      ],
    );
    await this.audit.write(tx, {
      at,
      actor,
      action: 'site.change',
      subjectId: site.id,
      siteId: site.id,
      facts: { ...change, before: { status: site.status, timeZone: site.timeZone } },
    });
  }

  /**
   * Sets the rules of some kinds at a site whose calendar is locked; the others stay. What becomes of bookings that were
   * made under the old ones is for the caller to know.
   * @throws Refused `resource_rule_length`, `resource_rule_grid`
   */
  async setRulesIn(tx: EntityManager, actor: Actor, site: LockedSite, rules: readonly BookingTerms[]): Promise<void> {
    insistOnTerms(rules);
    await writeRules(tx, site.id, rules);
    await this.audit.write(tx, {
      at: this.clock.now(),
      actor,
      action: 'resource_rule.set',
      subjectId: site.id,
      siteId: site.id,
      facts: { rules },
    });
  }
}

/** @throws Malformed when a kind is named twice; Refused `resource_rule_length`, `resource_rule_grid` */
export function insistOnTerms(rules: readonly BookingTerms[]): void {
  if (new Set(rules.map((rule) => rule.kind)).size < rules.length) {
    throw Malformed.at('/items', 'must name each kind once');
  }
  for (const rule of rules) insist(termsRules, rule);
}

function insistOnAdministrator(actor: Actor): void {
  if (!actor.isAdministrator) throw new Forbidden('role_required', 'Only an administrator may do this.');
}

/** The runtime and the database each have a list of zones; the clock of a site must be in both. */
async function insistOnZone(tx: EntityManager, timeZone: string): Promise<void> {
  const known: unknown[] = await tx.query('select 1 from pg_timezone_names where name = $1', [timeZone]);
  if (known.length === 0) throw Malformed.at('/timeZone', 'must be a time zone such as Europe/Helsinki');
}

async function writeRules(tx: EntityManager, siteId: string, rules: readonly BookingTerms[]): Promise<void> {
  const columns = [
    'grid_minutes',
    'shortest_minutes',
    'longest_minutes',
    'notice_minutes',
    'horizon_days',
    'future_bookings',
    'cancel_minutes',
    'check_in_before_minutes',
    'check_in_after_minutes',
    'buffer_minutes',
  ];
  await tx.query(
    `insert into resource_rule (site_id, kind, ${columns.join(', ')})
     select $1, r.kind, r."gridMinutes", r."shortestMinutes", r."longestMinutes", r."noticeMinutes", r."horizonDays",
            r."futureBookings", r."cancelMinutes", r."checkInBeforeMinutes", r."checkInAfterMinutes", r."bufferMinutes"
     from jsonb_to_recordset($2) as r (kind text, "gridMinutes" int, "shortestMinutes" int, "longestMinutes" int,
       "noticeMinutes" int, "horizonDays" int, "futureBookings" int, "cancelMinutes" int, "checkInBeforeMinutes" int,
       "checkInAfterMinutes" int, "bufferMinutes" int)
     on conflict (site_id, kind) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [siteId, JSON.stringify(rules)],
  );
}
