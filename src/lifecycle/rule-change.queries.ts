import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { transitions } from '../bookings/booking.rules';
import { bookingColumns, bookingJoins, BookingRow } from '../bookings/booking.view';
import { Standing } from '../bookings/terms.rules';
import { Clock } from '../kernel/clock';
import { Refusal } from '../kernel/errors';
import { Period } from '../kernel/period';
import { localDate } from '../kernel/site-time';
import { isOpenThroughout } from '../sites/opening.rules';
import { BookingTerms, defaultRules } from '../sites/resource.rules';
import { ruleColumns } from '../sites/resource.view';
import { SiteCalendar, SitesQueries } from '../sites/sites.queries';
import { brokenBy, cleaningTime, HouseFacts, lacking, RuleChange, StandingBooking, Taken } from './rule-change.rules';

/** A booking that is not over, with what its place must be like and what it is exempt from. */
export interface BookingAhead extends BookingRow {
  resourceStatus: string;
  capacity: number;
  features: string[];
  needsApproval: boolean;
  rank: number;
  exempt: string[];
}

/** The rules of a site as they are, for all who have booked there. */
export interface House {
  site: { id: string; timeZone: string; status: string };
  calendar: SiteCalendar;
  rules: ReadonlyMap<string, BookingTerms>;
  standings: ReadonlyMap<string, Standing | null>;
}

/** A booking that a change would break, and the laws it would break. */
export interface AffectedBooking {
  booking: BookingAhead;
  because: Refusal[];
}

/** A session in a room of the site that a change would leave outside the hours. */
export interface AffectedSession {
  id: string;
  coachId: string;
  /** Who takes part, the coach among them. */
  people: string[];
  version: number;
  period: Period;
  because: Refusal[];
}

/** All bookings ahead at a site, the rules they were made under, and those of them that a change breaks. */
export interface Outlook {
  house: House;
  ahead: BookingAhead[];
  affected: AffectedBooking[];
  sessions: AffectedSession[];
}

/** What a change of the rules of a site would do to the bookings that are not over there. */
@Injectable()
export class RuleChangeQueries {
  constructor(
    private readonly clock: Clock,
    private readonly sites: SitesQueries,
  ) {}

  /** The bookings ahead at a site, and which of them a change would break. Five questions, however many there are. */
  async outlook(tx: EntityManager, siteId: string, change: RuleChange): Promise<Outlook> {
    const now = this.clock.now();
    const ahead = await this.ahead(tx, siteId);
    const house = await this.house(tx, siteId, ahead);
    const dirty = await this.uncleaned(tx, change, ahead);
    const affected = ahead.flatMap((booking) => {
      const facts = factsOf(house, booking);
      const because = facts ? brokenBy(change, standing(booking), facts, now) : [];
      if (dirty.has(booking.id)) because.push(notReady(change, booking));
      if (change.place?.resourceId === booking.resourceId) because.push(...lacking(change.place, booking));
      const asked = because.filter(({ code }) => !booking.exempt.includes(code));
      return asked.length === 0 ? [] : [{ booking, because: asked }];
    });
    return { house, ahead, affected, sessions: await this.sessions(tx, house, change) };
  }

  /** Sessions know the opening hours only; who meets there must be let in. */
  private async sessions(tx: EntityManager, house: House, change: RuleChange): Promise<AffectedSession[]> {
    const law = 'within_opening_hours';
    if (!change.laws.includes(law)) return [];
    const rows: (Omit<AffectedSession, 'period' | 'because'> & { startsAt: Date; endsAt: Date })[] = await tx.query(
      `select c.id, c.coach_id as "coachId", c.version, c.starts_at as "startsAt", c.ends_at as "endsAt",
         array(select p.person_id from session_participant p where p.session_id = c.id) || c.coach_id as people
       from coaching_session c
       where c.site_id = $1 and c.ends_at > $2 and c.status = 'confirmed' and c.room_id is not null
         and not exists (select 1 from rule_exemption e where e.cause_id = c.id and e.law = $3)
       order by c.starts_at, c.id`,
      [house.site.id, this.clock.now(), law],
    );
    const before = { ...house.calendar, site: house.site };
    const after = change.on(anyFacts(house));
    const isOpen = ({ site, hours, closures }: Pick<HouseFacts, 'site' | 'hours' | 'closures'>, period: Period) =>
      isOpenThroughout(period, site.timeZone, hours, closures);
    return rows.flatMap(({ startsAt, endsAt, ...row }) => {
      const period = Period.of(startsAt, endsAt);
      if (!isOpen(before, period) || isOpen(after, period)) return [];
      const detail = 'The site is not open all that time.';
      return [{ ...row, period, because: [{ code: law, detail, facts: { timeZone: after.site.timeZone } }] }];
    });
  }

  private async ahead(tx: EntityManager, siteId: string): Promise<BookingAhead[]> {
    return tx.query(
      `select ${bookingColumns}, r.status as "resourceStatus", r.capacity, r.features, r.needs_approval as "needsApproval",
         (count(*) filter (where b.starts_at > $2) over (
           partition by b.person_id, r.kind order by b.starts_at, b.id
           rows between unbounded preceding and 1 preceding))::int as rank,
         array(select e.law from rule_exemption e where e.cause_id = b.id) as exempt
       from ${bookingJoins}
       where b.site_id = $1 and b.status = any($3) and b.ends_at > $2
       order by b.starts_at, b.id`,
      [siteId, this.clock.now(), transitions.cancel.from],
    );
  }

  private async house(tx: EntityManager, siteId: string, ahead: readonly BookingAhead[]): Promise<House> {
    const site = await this.sites.within(tx, siteId);
    const from = localDate(ahead[0]?.startsAt ?? this.clock.now(), site.timeZone);
    const rules: BookingTerms[] = await tx.query(`select ${ruleColumns} from resource_rule where site_id = $1`, [
      siteId,
    ]);
    const standings: { personId: string; standing: Standing | null }[] = await tx.query(
      'select p as "personId", standing(p, $1) as standing from unnest($2::uuid[]) p',
      [siteId, [...new Set(ahead.map(({ personId }) => personId))]],
    );
    return {
      site: { id: site.id, timeZone: site.timeZone, status: site.status },
      calendar: await this.sites.calendar(tx, siteId, from),
      rules: new Map(rules.map((rule) => [rule.kind, rule])),
      standings: new Map(standings.map(({ personId, standing }) => [personId, standing])),
    };
  }

  /** Ids of the bookings that begin while their place would still be cleaned after the one before. */
  private async uncleaned(
    tx: EntityManager,
    { cleaning }: RuleChange,
    ahead: readonly BookingAhead[],
  ): Promise<Set<string>> {
    const found = new Set<string>();
    if (!cleaning) return found;
    const longer = ahead.filter(({ resourceKind }) => cleaning.has(resourceKind));
    const rows: { resourceId: string; taken: { causeId: string; start: string; end: string }[] }[] = await tx.query(
      `select o.resource_id as "resourceId", json_agg(json_build_object('causeId', o.cause_id, 'start', o.starts_at,
                'end', o.ends_at - make_interval(mins => o.buffer_minutes))) as taken
       from occupation o where o.resource_id = any($1) and o.ends_at > $2 and o.expires_at is null
       group by o.resource_id`,
      [[...new Set(longer.map(({ resourceId }) => resourceId))], this.clock.now()],
    );
    const bookings = new Set(ahead.map(({ id }) => id));
    for (const { resourceId, taken } of rows) {
      const kind = longer.find((booking) => booking.resourceId === resourceId)?.resourceKind ?? '';
      for (const id of cleaningTime(taken.map(takenOf), bookings, cleaning.get(kind) ?? 0)) found.add(id);
    }
    return found;
  }
}

/** What of the house a booking is judged on; undefined for a kind without rules. */
export function factsOf(house: House, booking: BookingAhead): HouseFacts | undefined {
  const rule = house.rules.get(booking.resourceKind);
  if (!rule) return undefined;
  const { resourceId: id, resourceName: name, resourceKind: kind, resourceStatus: status } = booking;
  return {
    resource: { id, name, kind, status },
    site: house.site,
    rule,
    ...house.calendar,
    // Who works at the site books without a membership, whatever membership they have besides.
    standing: booking.membershipId === null ? null : (house.standings.get(booking.personId) ?? null),
  };
}

/** The facts of the house alone, for what is no booking. */
function anyFacts({ site, calendar }: House): HouseFacts {
  const [rule] = defaultRules;
  if (!rule) throw new Error('There are no rules to begin with.');
  const resource = { id: '', name: '', kind: rule.kind, status: 'active' };
  return { resource, site, rule, ...calendar, standing: null };
}

/** A booking as the rules see it. */
export function standing(booking: BookingAhead): StandingBooking {
  const { startsAt, endsAt, createdAt, rank, exempt, membershipId } = booking;
  return { period: Period.of(startsAt, endsAt), createdAt, rank, exempt, works: membershipId === null };
}

function takenOf({ causeId, start, end }: { causeId: string; start: string; end: string }): Taken {
  return { causeId, shown: Period.of(new Date(start), new Date(end)) };
}

function notReady({ cleaning }: RuleChange, { resourceKind }: BookingAhead): Refusal {
  const minutes = cleaning?.get(resourceKind) ?? 0;
  return {
    code: 'cleaning_time',
    detail: `The place would still be cleaned: that takes ${minutes} minutes after each booking.`,
    facts: { bufferMinutes: minutes },
  };
}
