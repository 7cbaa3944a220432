import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Missing } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Period } from '../kernel/period';
import { insist } from '../kernel/refusal';
import { doubleBooking } from '../occupancy/occupancy.service';
import { actorId } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { IdempotencyKey, reusedKey } from '../platform/http/idempotency';
import { Doorbell } from '../platform/queue/doorbell';
import { chargeOf, overdrawn } from './allowance';
import { AlternativesQueries } from './alternatives.queries';
import { bookingRules } from './booking.rules';
import { BookingView, bookingView } from './booking.view';
import { BookingFacts, bookingCase, worksAt } from './booking.facts';
import { Place, Wish, WishReader } from './wish';

/** What the command is answered by PostgreSQL once it is open: facts under locks, or the answer to an earlier request. */
type Opened = (Partial<BookingFacts> & { free?: false; replay?: { same: boolean; response: BookingView } }) | null;

/** A wallet that a team shares may be emptied by somebody else between the look and the line. */
const laws = { ledger_balance: overdrawn };

/** Taking a desk, a room or a booth. */
@Injectable()
export class BookingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly wishes: WishReader,
    private readonly alternatives: AlternativesQueries,
  ) {}

  /**
   * Books the named resource, or any free one that fits. Four round trips to the database: begin, lock and read,
   * write, commit.
   * @throws Refused with every rule that the booking would break
   * @throws Conflict `no_double_booking` with alternatives when the place is taken
   */
  async book(actor: Actor, wish: Wish, idempotency?: IdempotencyKey): Promise<BookingView> {
    const { place, period } = await this.wishes.read(wish);
    try {
      const booked = await this.database.transaction(
        (tx) => this.bookIn(tx, actor, place, period, wish.title ?? null, idempotency),
        laws,
      );
      this.doorbell.ring();
      return booked;
    } catch (error) {
      if (!(error instanceof Conflict) || error.code !== 'no_double_booking') throw error;
      throw doubleBooking(await this.alternatives.to(place, period, this.clock.now()));
    }
  }

  private async bookIn(
    tx: EntityManager,
    actor: Actor,
    place: Place,
    period: Period,
    title: string | null,
    idempotency?: IdempotencyKey,
  ): Promise<BookingView> {
    const now = this.clock.now();
    const opened = await this.open(tx, actor, place, period, now, idempotency);
    if (opened === null) throw new Missing(place.resourceId ? 'resource' : 'place of this kind');
    if (opened.replay) {
      if (!opened.replay.same) throw reusedKey();
      return opened.replay.response;
    }
    const facts = opened as BookingFacts;
    const works = worksAt(actor, facts.site.id);
    insist(bookingRules, bookingCase(facts, { period, now, works }));
    if (opened.free === false) throw doubleBooking();

    const booking = bookingView({
      id: newId(),
      siteId: facts.site.id,
      resourceId: facts.resource.id,
      resourceName: facts.resource.name,
      resourceKind: facts.resource.kind,
      personId: actor.personId,
      startsAt: period.start,
      endsAt: period.end,
      timeZone: facts.site.timeZone,
      title,
      status: facts.resource.needsApproval ? 'requested' : 'confirmed',
      seriesId: null,
      membershipId: works ? null : (facts.standing?.membershipId ?? null),
      ventureId: null,
      version: 1,
      reason: null,
      late: false,
      checkedInAt: null,
      checkedOutAt: null,
      createdAt: now,
      updatedAt: now,
      ...chargeOf(works ? [] : facts.quote),
      ...facts.rule,
    });
    await this.write(tx, actor, booking, facts, now, idempotency);
    return booking;
  }

  private async open(
    tx: EntityManager,
    actor: Actor,
    place: Place,
    period: Period,
    now: Date,
    idempotency?: IdempotencyKey,
  ): Promise<Opened> {
    const rows: { opened: Opened }[] = await tx.query(
      'select open_booking($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as opened',
      [
        actor.personId,
        place.resourceId ?? null,
        place.siteId ?? null,
        place.kind ?? null,
        place.capacity ?? 1,
        place.features ?? [],
        period.start,
        period.end,
        now,
        idempotency?.key ?? null,
        idempotency?.hash ?? null,
      ],
    );
    return rows[0]?.opened ?? null;
  }

  /** Everything the command leaves behind, in one statement: the ledger decides whether anything is written at all. */
  private async write(
    tx: EntityManager,
    actor: Actor,
    booking: BookingView,
    facts: BookingFacts,
    now: Date,
    idempotency?: IdempotencyKey,
  ): Promise<void> {
    const rows: { taken: boolean }[] = await tx.query('select write_booking($1, $2, $3, $4, $5, $6) as taken', [
      JSON.stringify(booking),
      booking.membershipId,
      facts.rule.bufferMinutes,
      actorId(actor),
      idempotency?.key ?? null,
      now,
    ]);
    if (!rows[0]?.taken) throw doubleBooking();
  }
}
