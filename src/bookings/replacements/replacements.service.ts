import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/id';
import { instant, Period } from '../../kernel/period';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { BookingFacts } from '../booking.facts';
import { Displaced, EqualPlace, judged } from './replacement-case';
import { ReplacementCause, replacementDeadline } from './replacement.rules';
import { equalPlaces, moveReplacement, writeOffer } from './replacement.store';
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
