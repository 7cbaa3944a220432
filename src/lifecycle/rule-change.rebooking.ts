import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingFacts, bookingCase } from '../bookings/booking.facts';
import { bookingRules, upToGrid } from '../bookings/booking.rules';
import { accessHours, termsUnder } from '../bookings/terms.rules';
import { Clock } from '../kernel/clock';
import { Period, plusMinutes } from '../kernel/period';
import { judge } from '../kernel/refusal';
import { localDate, plusDays } from '../kernel/site-time';
import { gaps, nearest, slots } from '../occupancy/free.rules';
import { openPeriods } from '../sites/opening.rules';
import { HouseFacts, RuleChange } from './rule-change.rules';
import { BookingAhead, factsOf, House } from './rule-change.queries';

/** A place and a time to which a booking can be moved. */
export interface Rebooking {
  resourceId: string;
  name: string;
  period: Period;
}

/** A place of a site with what is taken of it. */
interface Candidate {
  id: string;
  name: string;
  kind: string;
  capacity: number;
  features: string[];
  needsApproval: boolean;
  taken: { causeId: string; start: string; end: string }[];
}

/** So many days before and after its own day a booking is moved at most. */
const mostDays = 7;
/** So many places and times are judged by all rules, the wallet among them, before the search gives up. */
const mostJudged = 8;

/** The nearest place and time for bookings that a change of rules drives away. */
@Injectable()
export class RebookingQueries {
  constructor(private readonly clock: Clock) {}

  /**
   * Where a booking could go under changed rules: on the nearest day on which there is anything, the time that differs
   * least, its own place before others of the kind that hold as many and have the same features.
   * @param spoken places and times that are given to others already, though the ledger does not know it yet
   */
  async nearest(
    tx: EntityManager,
    house: House,
    change: RuleChange,
    booking: BookingAhead,
    spoken: readonly Rebooking[] = [],
  ): Promise<Rebooking | undefined> {
    const before = factsOf(house, booking);
    if (!before) return undefined;
    const facts = change.on(before);
    const places = (await this.places(tx, house.site.id, booking)).filter(({ id }) => id !== change.place?.resourceId);
    let judged = 0;
    for (const dates of daysAround(booking, facts.site.timeZone)) {
      for (const found of this.onDates(dates, facts, booking, places, spoken)) {
        if (++judged > mostJudged) return undefined;
        if (await this.isAllowed(tx, change, booking, found)) return found;
      }
    }
    return undefined;
  }

  private onDates(
    dates: readonly string[],
    facts: HouseFacts,
    booking: BookingAhead,
    places: readonly Candidate[],
    spoken: readonly Rebooking[],
  ): Rebooking[] {
    const now = this.clock.now();
    const { timeZone } = facts.site;
    const rule = termsUnder(facts.rule, facts.standing);
    const wanted = fitted(Period.of(booking.startsAt, booking.endsAt), rule);
    const hours = accessHours(facts.hours, facts.standing);
    const open = dates.flatMap((date) => openPeriods(date, timeZone, hours, facts.closures));
    const earliest = plusMinutes(now, rule.noticeMinutes);
    const roundUp = (at: Date) => upToGrid(at, rule.gridMinutes, timeZone);
    const found = places.flatMap((place) => {
      const others = spoken.filter(({ resourceId }) => resourceId === place.id).map(({ period }) => period);
      const taken = place.taken
        .filter(({ causeId }) => causeId !== booking.id)
        .map(({ start, end }) => Period.of(new Date(start), new Date(end)));
      // A booking also needs its time for cleaning before the next one begins.
      const blocked = [...taken, ...others.map((span) => span.extendedBy(rule.bufferMinutes))].map((span) =>
        Period.of(plusMinutes(span.start, -rule.bufferMinutes), span.end),
      );
      const times = slots(gaps(open, blocked), wanted.minutes, rule.gridMinutes, earliest, roundUp);
      return nearest(times, wanted, mostJudged).map((period) => ({ resourceId: place.id, name: place.name, period }));
    });
    const distance = ({ period }: Rebooking) => Math.abs(period.start.getTime() - wanted.start.getTime());
    const elsewhere = ({ resourceId }: Rebooking) => Number(resourceId !== booking.resourceId);
    return found.sort((a, b) => distance(a) - distance(b) || elsewhere(a) - elsewhere(b)).slice(0, mostJudged);
  }

  /** By all rules of a booking: the wallet, the fair share and the terms as they would be at that time. */
  private async isAllowed(
    tx: EntityManager,
    change: RuleChange,
    booking: BookingAhead,
    { resourceId, period }: Rebooking,
  ): Promise<boolean> {
    const now = this.clock.now();
    const rows: { facts: BookingFacts | null }[] = await tx.query(
      'select booking_facts($1, $2, $3, $4, $5, $6) as facts',
      [booking.personId, resourceId, period.start, period.end, now, booking.id],
    );
    const facts = rows[0]?.facts;
    if (!facts) return false;
    const works = booking.membershipId === null;
    const before = Period.of(booking.startsAt, booking.endsAt);
    return judge(bookingRules, bookingCase(change.on(facts), { period, now, works, before })).length === 0;
  }

  /** Places that are as good as the one of the booking; none that a manager decides on, but its own. */
  private places(tx: EntityManager, siteId: string, booking: BookingAhead): Promise<Candidate[]> {
    return tx.query(
      `select r.id, r.name, r.kind, r.capacity, r.features, r.needs_approval as "needsApproval",
         coalesce((select json_agg(json_build_object('causeId', o.cause_id, 'start', o.starts_at, 'end', o.ends_at))
                   from occupation o
                   where o.resource_id = r.id and (o.expires_at is null or o.expires_at > $2)
                     and o.starts_at > $3::timestamptz - make_interval(days => $4 + 2)
                     and o.starts_at < $3::timestamptz + make_interval(days => $4 + 2)), '[]') as taken
       from resource r
       where r.site_id = $1 and r.status = 'active' and r.kind = $5 and r.capacity >= $6 and r.features @> $7
         and (r.id = $8 or not r.needs_approval)
       order by r.id = $8 desc, r.capacity, r.name`,
      [
        siteId,
        this.clock.now(),
        booking.startsAt,
        mostDays,
        booking.resourceKind,
        booking.capacity,
        booking.features,
        booking.resourceId,
      ],
    );
  }
}

/** The day of a booking, then the days before and after it, further and further away. */
function daysAround({ startsAt }: BookingAhead, timeZone: string): string[][] {
  const day = localDate(startsAt, timeZone);
  const away = Array.from({ length: mostDays }, (_, index) => index + 1);
  return [[day], ...away.map((days) => [plusDays(day, -days), plusDays(day, days)])];
}

/** The period with a length that the rule allows: not shorter and not longer than it must, in whole steps of the grid. */
function fitted(
  period: Period,
  rule: { shortestMinutes: number; longestMinutes: number; gridMinutes: number },
): Period {
  const steps = Math.max(1, Math.floor(period.minutes / rule.gridMinutes)) * rule.gridMinutes;
  const minutes = Math.min(Math.max(steps, rule.shortestMinutes), rule.longestMinutes);
  return Period.of(period.start, plusMinutes(period.start, minutes));
}
