import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingFacts, bookingCase } from '../bookings/booking.facts';
import { bookingRules } from '../bookings/booking.rules';
import { Clock } from '../kernel/clock';
import { Period } from '../kernel/period';
import { judge } from '../kernel/refusal';
import { assign, Assigned, Candidate, Displaced, mostDays, Rebooking, Seeker } from './rebooking.rules';
import { BookingAhead, factsOf, House } from './rule-change.queries';
import { RuleChange } from './rule-change.rules';

/** The nearest places and times for bookings that a change of rules drives away. */
@Injectable()
export class RebookingQueries {
  constructor(private readonly clock: Clock) {}

  /** Where a booking could go under changed rules. */
  async nearest(
    tx: EntityManager,
    house: House,
    change: RuleChange,
    booking: BookingAhead,
  ): Promise<Rebooking | undefined> {
    const [found] = await this.nearestOfAll(tx, house, change, [booking]);
    return found;
  }

  /**
   * Where each of the bookings could go, no two of them to the same place. One question for what is taken, and a few for
   * what the rules say: as many as the longest way from a first wish to one that is allowed, and not as many as bookings.
   */
  async nearestOfAll(
    tx: EntityManager,
    house: House,
    change: RuleChange,
    bookings: readonly BookingAhead[],
  ): Promise<(Rebooking | undefined)[]> {
    if (bookings.length === 0) return [];
    const now = this.clock.now();
    const all = await this.places(tx, house.site.id, bookings);
    const places = all.filter(({ id }) => id !== change.place?.resourceId);
    const seekers = bookings.flatMap((booking) => {
      const before = factsOf(house, booking);
      return before ? [new Seeker({ booking, facts: change.on(before), places, now })] : [];
    });
    const verdicts = new Map<string, boolean>();
    for (;;) {
      const { found, open } = assign(seekers, (booking, place) => verdicts.get(keyOf(booking, place)));
      if (open.length === 0) {
        const byBooking = new Map(seekers.map(({ booking }, index) => [booking.id, found[index]]));
        return bookings.map(({ id }) => byBooking.get(id));
      }
      const allowed = await this.areAllowed(tx, change, open);
      for (const [index, { booking, place }] of open.entries()) {
        verdicts.set(keyOf(booking, place), allowed[index] ?? false);
      }
    }
  }

  /** By all rules of a booking: the wallet, the fair share and the terms as they would be at that time. */
  private async areAllowed(tx: EntityManager, change: RuleChange, wishes: Assigned['open']): Promise<boolean[]> {
    const now = this.clock.now();
    const asked = wishes.map(({ booking, place: { resourceId, period } }) => ({
      person: booking.personId,
      booking: booking.id,
      resource: resourceId,
      ...period.toJSON(),
    }));
    const rows: { facts: BookingFacts | null }[] = await tx.query(
      `select booking_facts(w.person, w.resource, w.start, w."end", $2, w.booking) as facts
       from rows from (jsonb_to_recordset($1) as
         (person uuid, resource uuid, start timestamptz, "end" timestamptz, booking uuid)) with ordinality
         as w (person, resource, start, "end", booking, at)
       order by w.at`,
      [JSON.stringify(asked), now],
    );
    return wishes.map(({ booking, place: { period } }, index) => {
      const facts = rows[index]?.facts;
      if (!facts) return false;
      const works = booking.membershipId === null;
      const before = Period.of(booking.startsAt, booking.endsAt);
      return judge(bookingRules, bookingCase(change.on(facts), { period, now, works, before })).length === 0;
    });
  }

  /** The places of a site, by size and name, with what is taken of them around the bookings. */
  private async places(tx: EntityManager, siteId: string, bookings: readonly BookingAhead[]): Promise<Candidate[]> {
    const times = bookings.map(({ startsAt }) => startsAt.getTime());
    type Row = Omit<Candidate, 'taken'> & { taken: { causeId: string; start: string; end: string }[] };
    const rows: Row[] = await tx.query(
      `select r.id, r.name, r.kind, r.capacity, r.features, r.needs_approval as "needsApproval",
         coalesce((select json_agg(json_build_object('causeId', o.cause_id, 'start', o.starts_at, 'end', o.ends_at))
                   from occupation o
                   where o.resource_id = r.id and (o.expires_at is null or o.expires_at > $2)
                     and o.starts_at > $3::timestamptz - make_interval(days => $5 + 2)
                     and o.starts_at < $4::timestamptz + make_interval(days => $5 + 2)), '[]') as taken
       from resource r
       where r.site_id = $1 and r.status = 'active' and r.kind = any($6)
       order by r.capacity, r.name`,
      [
        siteId,
        this.clock.now(),
        new Date(Math.min(...times)),
        new Date(Math.max(...times)),
        mostDays,
        [...new Set(bookings.map(({ resourceKind }) => resourceKind))],
      ],
    );
    return rows.map(({ taken, ...place }) => ({
      ...place,
      taken: taken.map(({ causeId, start, end }) => ({ causeId, period: Period.of(new Date(start), new Date(end)) })),
    }));
  }
}

function keyOf({ id }: Displaced, { resourceId, period }: Rebooking): string {
  return `${id} ${resourceId} ${period.start.getTime()} ${period.end.getTime()}`;
}
