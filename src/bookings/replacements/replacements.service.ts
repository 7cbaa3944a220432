import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/id';
import { instant, Period } from '../../kernel/period';
import { judge } from '../../kernel/refusal';
import { datesOf } from '../../kernel/site-time';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { BookingFacts, bookingCase } from '../booking.facts';
import { bookingRules } from '../booking.rules';
import { BookingRow } from '../booking.view';
import { ReplacementCause, replacementDeadline } from './replacement.rules';
import { moveReplacement } from './replacement.store';
import { PlannedReplacement, ReplacementRow } from './replacement.view';

/** Why bookings lose their places, and where else they may go. */
export interface Displacement {
  cause: ReplacementCause;
  /** The closure, the maintenance, or the resource that is out of use. */
  causeId: string;
  reason: string;
  /** Other times that are as good, best first; none when only the same time is. */
  otherTimes?: (booking: Displaced) => Period[];
}

/** A booking that was cancelled by the house, as it was before. */
export type Displaced = Pick<
  BookingRow,
  'id' | 'siteId' | 'personId' | 'resourceId' | 'membershipId' | 'startsAt' | 'endsAt' | 'status'
>;

/** A free place like that of a booking. */
interface EqualPlace {
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Offering equal places to people whose own the house takes away. Called in the transaction that takes them, after the
 * bookings are cancelled and whatever closes is closed. The holders are locked, and every place of the kinds concerned.
 */
@Injectable()
export class ReplacementsService {
  constructor(
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
  ) {}

  /** Offers each booking the best place that is left and that its holder could book, and holds it; in order of time. */
  async offer(
    tx: EntityManager,
    actor: Actor,
    bookings: readonly Displaced[],
    displacement: Displacement,
  ): Promise<PlannedReplacement[]> {
    // One instant for all: that is how they are told of in one message.
    const now = this.clock.now();
    const planned: PlannedReplacement[] = [];
    const inTurn = [...bookings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
    for (const booking of inTurn) {
      const offered = await this.offerFor(tx, actor, booking, displacement, now);
      if (offered) planned.push(offered);
    }
    return planned;
  }

  /**
   * Takes back offers whose place or time is taken away as well, and lets go of what they held.
   * @returns those that were still open; offer their holders something else with {@link renew}
   */
  async withdraw(tx: EntityManager, actor: Actor, offers: readonly ReplacementRow[]): Promise<ReplacementRow[]> {
    const open: ReplacementRow[] = [];
    for (const offer of offers) if (await this.takeBack(tx, actor, offer)) open.push(offer);
    return open;
  }

  /** Offers something else instead of what was withdrawn. Who gets nothing is told that the booking is cancelled. */
  async renew(
    tx: EntityManager,
    actor: Actor,
    withdrawn: readonly ReplacementRow[],
    displacement: Displacement,
  ): Promise<PlannedReplacement[]> {
    const planned = await this.offer(tx, actor, withdrawn.map(displacedAgain), displacement);
    const found = new Set(planned.map(({ bookingId }) => bookingId));
    await this.release(
      tx,
      withdrawn.filter(({ bookingId }) => !found.has(bookingId)),
    );
    return planned;
  }

  /** Lets the holders of bookings know that they are cancelled now for good: planning messages looks at what changed. */
  async release(tx: EntityManager, offers: readonly ReplacementRow[]): Promise<void> {
    if (offers.length === 0) return;
    await tx.query(
      `update booking set version = version + 1, updated_at = $2 where id = any($1) and status = 'cancelled'`,
      [offers.map(({ bookingId }) => bookingId), this.clock.now()],
    );
  }

  /** Lets go of what an offer holds, place and allowance. */
  async letGo(tx: EntityManager, { id }: ReplacementRow): Promise<void> {
    await this.occupancy.release(tx, [id]);
    await tx.query('select release_for_replacement($1, $2)', [id, this.clock.now()]);
  }

  private async takeBack(tx: EntityManager, actor: Actor, offer: ReplacementRow): Promise<boolean> {
    const now = this.clock.now();
    if (!(await moveReplacement(tx, offer.id, 'withdraw', now))) return false;
    await this.letGo(tx, offer);
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: offer.siteId,
      action: 'replacement.withdraw',
      subjectId: offer.id,
      facts: { bookingId: offer.bookingId },
    });
    return true;
  }

  private async offerFor(
    tx: EntityManager,
    actor: Actor,
    booking: Displaced,
    displacement: Displacement,
    now: Date,
  ): Promise<PlannedReplacement | undefined> {
    const period = Period.of(booking.startsAt, booking.endsAt);
    // A closure has taken the time itself.
    const same = displacement.cause === 'closure' ? [] : [period];
    const times = [...same, ...(displacement.otherTimes?.(booking) ?? [])].filter(({ start }) => start > now);
    // The first time that is asked for nearly always does: each look at another costs as much as the first.
    for (const some of inGrowingParts(times)) {
      for (const place of await equalPlaces(tx, booking.id, some, now)) {
        const facts = await judged(tx, booking, place, now);
        if (facts) return this.hold(tx, actor, booking, displacement, place, facts, now);
      }
    }
    return undefined;
  }

  /** Writes the offer, takes the place until the deadline and holds in the wallet what it will cost. */
  private async hold(
    tx: EntityManager,
    actor: Actor,
    booking: Displaced,
    { cause, causeId }: Displacement,
    place: EqualPlace,
    facts: BookingFacts,
    now: Date,
  ): Promise<PlannedReplacement | undefined> {
    const expiresAt = replacementDeadline(now, place.startsAt);
    if (!expiresAt) return undefined;
    const id = newId();
    const period = Period.of(place.startsAt, place.endsAt);
    await this.occupancy.take(tx, {
      cause: 'hold',
      causeId: id,
      siteId: booking.siteId,
      holderId: booking.personId,
      resources: [place.resourceId],
      period,
      bufferMinutes: facts.rule.bufferMinutes,
      expiresAt,
    });
    await writeOffer(tx, { id, booking, cause, causeId, place, offeredAt: now, expiresAt });
    if (booking.membershipId !== null) {
      await tx.query('select hold_for_replacement($1, $2, $3)', [id, JSON.stringify(facts.quote), now]);
    }
    const offered = { resourceId: place.resourceId, ...period.toJSON(), expiresAt: instant(expiresAt) };
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: booking.siteId,
      action: 'replacement.offer',
      subjectId: id,
      facts: { bookingId: booking.id, personId: booking.personId, cause, causeId, ...offered },
    });
    const { name, kind } = facts.resource;
    return {
      bookingId: booking.id,
      resource: { id: place.resourceId, name, kind },
      ...period.toJSON(),
      expiresAt: instant(expiresAt),
    };
  }
}

/** One, then two, then four and so on. */
function inGrowingParts<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0, size = 1; from < items.length; from += size, size *= 2) parts.push(items.slice(from, from + size));
  return parts;
}

function equalPlaces(tx: EntityManager, bookingId: string, times: readonly Period[], now: Date): Promise<EqualPlace[]> {
  return tx.query(
    `select resource_id as "resourceId", starts_at as "startsAt", ends_at as "endsAt"
     from equal_places($1, $2, $3, $4)`,
    [bookingId, times.map(({ start }) => start), times.map(({ end }) => end), now],
  );
}

async function writeOffer(
  tx: EntityManager,
  offer: {
    id: string;
    booking: Displaced;
    cause: ReplacementCause;
    causeId: string;
    place: EqualPlace;
    offeredAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  const { id, booking, cause, causeId, place, offeredAt, expiresAt } = offer;
  await tx.query(
    `insert into replacement (id, booking_id, person_id, site_id, cause, cause_id, booking_status, from_resource_id,
       from_starts_at, from_ends_at, resource_id, starts_at, ends_at, offered_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      booking.id,
      booking.personId,
      booking.siteId,
      cause,
      causeId,
      booking.status,
      booking.resourceId,
      booking.startsAt,
      booking.endsAt,
      place.resourceId,
      place.startsAt,
      place.endsAt,
      offeredAt,
      expiresAt,
    ],
  );
}

/** What a cancelled booking is judged on in another place; undefined when its holder could not book that. */
async function judged(
  tx: EntityManager,
  booking: Displaced,
  place: EqualPlace,
  now: Date,
): Promise<BookingFacts | undefined> {
  const facts = await factsOfReplacement(tx, booking, place, now);
  return facts && judge(bookingRules, replacementCase(facts, booking, place, now)).length === 0 ? facts : undefined;
}

/** Everything the rules ask for about a booking in the place that is to replace its own. */
export async function factsOfReplacement(
  tx: EntityManager,
  booking: Pick<Displaced, 'id' | 'personId'>,
  { resourceId, startsAt, endsAt }: EqualPlace,
  now: Date,
): Promise<BookingFacts | undefined> {
  const rows: { facts: BookingFacts | null }[] = await tx.query(
    'select booking_facts($1, $2, $3, $4, $5, $6) as facts',
    [booking.personId, resourceId, startsAt, endsAt, now, booking.id],
  );
  return rows[0]?.facts ?? undefined;
}

/**
 * The case that the rules judge. At its own time a booking keeps what it was agreed with (notice, grid, hours of then),
 * unless a closure has come over its dates since.
 */
export function replacementCase(
  facts: BookingFacts,
  booking: Pick<Displaced, 'membershipId' | 'startsAt' | 'endsAt'>,
  { startsAt, endsAt }: EqualPlace,
  now: Date,
): ReturnType<typeof bookingCase> {
  const period = Period.of(startsAt, endsAt);
  const works = booking.membershipId === null;
  const isSameTime = startsAt.getTime() === booking.startsAt.getTime() && endsAt.getTime() === booking.endsAt.getTime();
  const keeps = isSameTime && !touchesClosure(facts, period);
  return bookingCase(facts, { period, now, works, ...(keeps && { before: period }) });
}

function touchesClosure({ closures, site }: BookingFacts, period: Period): boolean {
  return datesOf(period, site.timeZone).some((date) =>
    closures.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn),
  );
}

function displacedAgain(offer: ReplacementRow): Displaced {
  return {
    id: offer.bookingId,
    siteId: offer.siteId,
    personId: offer.personId,
    resourceId: offer.fromResourceId,
    membershipId: offer.membershipId,
    startsAt: offer.fromStartsAt,
    endsAt: offer.fromEndsAt,
    status: offer.bookingStatus,
  };
}
