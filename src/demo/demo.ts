import { EntityManager } from 'typeorm';
import { Passwords } from '../access/passwords';
import { newId } from '../kernel/id';
import { Database } from '../platform/database/database';
import { ClosedDays, WeeklyHours } from '../sites/opening.rules';
import { defaultRules } from '../sites/resource.rules';
import { loadAdditions } from './demo-additions';
import { loadAssignments } from './demo-assignments';
import { loadApplications } from './demo-applications';
import { demoBookings, FilledSite } from './demo-bookings';
import { covered, CoveredBooking } from './demo-coverage';
import { closuresIn } from './demo-closures';
import { loadCoaches } from './demo-coaches';
import { loadMemberships, loadOffer } from './demo-memberships';
import { demoPassword, demoPeople } from './demo-people';
import { loadPlans } from './demo-plans';
import { loadDemoSessions } from './demo-sessions';
import { DemoSite, demoSites } from './demo-sites';
import { loadDemoVentures } from './demo-ventures';

/** Whether nobody lives in the house yet. Only then may demonstration data be loaded. */
export async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.read<{ empty: boolean }>(
    'select not exists (select 1 from person) and not exists (select 1 from site) as empty',
  );
  return rows[0]?.empty === true;
}

/**
 * Loads sites, accounts and two weeks of bookings around `now` into an empty database, in one transaction. Of several
 * processes that try at once one does it; false means that somebody was there before.
 */
export async function loadDemo(database: Database, now: Date): Promise<boolean> {
  const passwordHash = await new Passwords().hash(demoPassword);
  const before = new Date(now.getTime() - 30 * 24 * 60 * 60_000);
  return database.transaction(async (tx) => {
    // Nobody else can look and find the house empty until this transaction has ended; whoever waits for that may wait.
    await tx.query(`set local lock_timeout = '1min'; set local statement_timeout = '1min'`);
    await tx.query('lock table person in exclusive mode');
    const rows: unknown[] = await tx.query('select 1 from person union all select 1 from site limit 1');
    if (rows.length > 0) return false;
    const load = new DemoLoader(tx, now, before, passwordHash);
    const people = await load.people();
    const sites = new Map<string, string>();
    for (const site of demoSites) sites.set(site.slug, await load.site(site, people));
    await loadCoaches(tx, { people, sites, now });
    await loadAssignments(tx, { sites, now });
    const lappeenranta = { id: sites.get('lappeenranta') ?? '', timeZone: 'Europe/Helsinki' };
    await loadDemoSessions(tx, { site: lappeenranta, people, now });
    return true;
  });
}

class DemoLoader {
  constructor(
    private readonly tx: EntityManager,
    private readonly now: Date,
    private readonly before: Date,
    private readonly passwordHash: string,
  ) {}

  /** The ids of everybody by their addresses. */
  async people(): Promise<Map<string, string>> {
    const rows = demoPeople.map((person) => ({
      id: newId(),
      email: person.email,
      full_name: person.fullName,
      locale: person.locale,
      password_hash: person.signsIn ? this.passwordHash : null,
    }));
    await this.tx.query(
      `insert into person (id, email, full_name, locale, password_hash, email_verified_at, privacy_notice,
                           privacy_notice_accepted_at, created_at, updated_at)
       select id, email, full_name, locale, password_hash, $2, '1', $2, $2, $2
       from jsonb_to_recordset($1) as p (id uuid, email text, full_name text, locale text, password_hash text)`,
      [JSON.stringify(rows), this.before],
    );
    const ids = new Map(rows.map(({ email, id }) => [email, id]));
    await this.grant(
      demoPeople.flatMap(({ email, roles }) =>
        roles.flatMap(({ role, site }) => (site ? [] : [{ email, role, site_id: null }])),
      ),
      ids,
    );
    return ids;
  }

  /** Everything of one site; answers its id. */
  async site(site: DemoSite, people: Map<string, string>): Promise<string> {
    const id = newId();
    await this.tx.query(
      `insert into site (id, slug, name, city, country, address, time_zone, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [id, site.slug, site.name, site.city, site.country, site.address, site.timeZone, site.status, this.before],
    );
    const staff = demoPeople.flatMap(({ email, roles }) =>
      roles.flatMap(({ role, site: at }) => (at === site.slug ? [{ email, role, site_id: id }] : [])),
    );
    await this.grant(staff, people);
    const hours = await this.hours(id, site);
    const closures = await this.closures(id, site);
    const resources = await this.resources(id, site);
    await this.rules(id);
    if (site.status !== 'active') return id;
    // Published long before anybody became a member.
    await loadPlans(this.tx, id, new Date(this.now.getTime() - 365 * 24 * 60 * 60_000));
    let ventures = new Map<string, string>();
    if (site.slug === 'lappeenranta') {
      await loadApplications(this.tx, { id, timeZone: site.timeZone }, people, this.now);
      const decider = people.get('coach@oasis.example') ?? '';
      ventures = await loadDemoVentures(this.tx, {
        site: { id, timeZone: site.timeZone },
        people,
        decider,
        now: this.now,
      });
    }
    const ground = { site: { id, timeZone: site.timeZone }, people, now: this.now };
    if (site.slug === 'lappeenranta') await loadOffer(this.tx, ground);
    const members = staff.flatMap(({ email, role }) => (role === 'entrepreneur' ? [email] : []));
    const coverage = await loadMemberships(this.tx, { ...ground, members, ventures });
    const filled = {
      id,
      slug: site.slug,
      timeZone: site.timeZone,
      hours,
      closures,
      resources,
      members: [...coverage.keys()],
    };
    const kinds = new Map(resources.map((resource) => [resource.id, resource.kind]));
    await this.bookings(covered(demoBookings(filled, this.now), coverage, { kinds, timeZone: site.timeZone }));
    await loadAdditions(this.tx, id, this.now, this.before);
    return id;
  }

  private async grant(
    grants: { email: string; role: string; site_id: string | null }[],
    people: Map<string, string>,
  ): Promise<void> {
    const rows = grants.map((grant) => ({ id: newId(), person_id: people.get(grant.email), ...grant }));
    await this.tx.query(
      `insert into role_grant (id, person_id, role, site_id, created_at)
       select id, person_id, role, site_id, $2
       from jsonb_to_recordset($1) as g (id uuid, person_id uuid, role text, site_id uuid)`,
      [JSON.stringify(rows), this.before],
    );
  }

  private async hours(siteId: string, site: DemoSite): Promise<WeeklyHours[]> {
    const rows = weeklyHours(site, this.now.getUTCFullYear());
    await this.tx.query(
      `insert into opening_hours (id, site_id, weekday, opens, closes, valid_from, valid_until)
       select id, $2, weekday, opens, closes, "validFrom", "validUntil"
       from jsonb_to_recordset($1)
         as h (id uuid, weekday int, opens time, closes time, "validFrom" date, "validUntil" date)`,
      [JSON.stringify(rows.map((row) => ({ id: newId(), ...row }))), siteId],
    );
    return rows;
  }

  /** This year's and the next's, as a manager would have confirmed them. */
  private async closures(siteId: string, site: DemoSite): Promise<ClosedDays[]> {
    if (site.country !== 'FI') return [];
    const year = this.now.getUTCFullYear();
    const days = [year, year + 1].flatMap(closuresIn);
    await this.tx.query(
      `insert into closure (id, site_id, starts_on, ends_on, reason, source, status, created_at)
       select id, $2, "startsOn", "endsOn", reason, 'manager', 'confirmed', $3
       from jsonb_to_recordset($1) as c (id uuid, "startsOn" date, "endsOn" date, reason text)`,
      [JSON.stringify(days.map((day) => ({ id: newId(), ...day }))), siteId, this.before],
    );
    return days.map((day) => ({ ...day, opens: null, closes: null }));
  }

  private async resources(siteId: string, site: DemoSite): Promise<FilledSite['resources']> {
    const rows = site.places.flatMap(({ names, at, step, needsApproval = false, ...place }) =>
      names.map((name, index) => ({
        ...place,
        id: newId(),
        name,
        needsApproval,
        x: at[0] + step[0] * index,
        y: at[1] + step[1] * index,
      })),
    );
    await this.tx.query(
      `insert into resource (id, site_id, kind, name, capacity, features, zone, position_x, position_y, needs_approval, created_at, updated_at)
       select id, $2, kind, name, capacity, features, zone, x, y, "needsApproval", $3, $3
       from jsonb_to_recordset($1) as r
         (id uuid, kind text, name text, capacity int, features text[], zone text, x real, y real, "needsApproval" boolean)`,
      [JSON.stringify(rows), siteId, this.before],
    );
    return rows;
  }

  private async rules(siteId: string): Promise<void> {
    await this.tx.query(
      `insert into resource_rule (site_id, kind, grid_minutes, shortest_minutes, longest_minutes, notice_minutes, horizon_days,
         future_bookings, cancel_minutes, check_in_before_minutes, check_in_after_minutes, buffer_minutes)
       select $2, kind, "gridMinutes", "shortestMinutes", "longestMinutes", "noticeMinutes", "horizonDays",
         "futureBookings", "cancelMinutes", "checkInBeforeMinutes", "checkInAfterMinutes", "bufferMinutes"
       from jsonb_to_recordset($1) as r (kind text, "gridMinutes" int, "shortestMinutes" int, "longestMinutes" int,
         "noticeMinutes" int, "horizonDays" int, "futureBookings" int, "cancelMinutes" int,
         "checkInBeforeMinutes" int, "checkInAfterMinutes" int, "bufferMinutes" int)`,
      [JSON.stringify(defaultRules), siteId],
    );
  }

  private async bookings(made: CoveredBooking[]): Promise<void> {
    await this.tx.query(
      `with made as (
         select * from jsonb_to_recordset($1) as b (id uuid, "siteId" uuid, "resourceId" uuid, "personId" uuid,
           "startsAt" timestamptz, "endsAt" timestamptz, title text, status text, "createdAt" timestamptz, "membershipId" uuid)
       ), booked as (
         insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at,
                              checked_in_at, membership_id)
         select id, "siteId", "resourceId", "personId", "startsAt", "endsAt", title, status, "createdAt", "createdAt",
                case when status in ('completed', 'checked_in') then "startsAt" end, "membershipId"
         from made
       )
       insert into occupation (id, cause, cause_id, resource_id, site_id, holder_id, starts_at, ends_at)
       select gen_random_uuid(), 'booking', id, "resourceId", "siteId", "personId", "startsAt", "endsAt" from made`,
      [JSON.stringify(made)],
    );
    await this.tx.query('select settle_bookings($1, $2)', [made.map(({ id }) => id), this.now]);
  }
}

/** The weekly hours of a site for this year and the next, with the short days of July as versions of their own. */
function weeklyHours(site: DemoSite, year: number): WeeklyHours[] {
  const { weekdays, saturday, sunday } = site.hours;
  const ordinary = { weekdays, saturday, sunday };
  const versions = [
    { from: `${year - 20}-01-01`, until: site.july ? `${year}-06-30` : null, week: ordinary },
    ...(site.july
      ? [
          { from: `${year}-07-01`, until: `${year}-07-31`, week: { ...ordinary, weekdays: site.july } },
          { from: `${year}-08-01`, until: `${year + 1}-06-30`, week: ordinary },
          { from: `${year + 1}-07-01`, until: `${year + 1}-07-31`, week: { ...ordinary, weekdays: site.july } },
          { from: `${year + 1}-08-01`, until: null, week: ordinary },
        ]
      : []),
  ];
  return versions.flatMap(({ from, until, week }) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
      const hours = day === 7 ? week.sunday : day === 6 ? week.saturday : week.weekdays;
      return hours ? [{ weekday: day, opens: hours[0], closes: hours[1], validFrom: from, validUntil: until }] : [];
    }),
  );
}
