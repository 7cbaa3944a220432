import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Period } from '../kernel/period';
import { judge } from '../kernel/refusal';
import { doubleBooking } from '../occupancy/occupancy.service';
import { actorId } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { askPrepared } from '../platform/database/transaction';
import { IdempotencyKey, once, reusedKey } from '../platform/http/idempotency';
import { Doorbell } from '../platform/queue/doorbell';
import { Additions, asking, judgeAdditions } from './additions';
import { chargeOf, overdrawn } from './allowance';
import { AlternativesQueries } from './alternatives.queries';
import { bookingRules } from './booking.rules';
import { BookingView, bookingView } from './booking.view';
import { BookingFacts, bookingCase, worksAt } from './booking.facts';
import { KeptPlace, makeWay, placeHeld } from './kept-place';
import { openBooking } from './open-booking';
import { insistOnHoldAlone, Place, Wish, WishReader } from './wish';

/** What is to be booked. */
interface Order extends Additions {
  place: Place;
  period: Period;
  title: string | null;
  idempotency?: IdempotencyKey;
  /** What keeps the place for the person until now. */
  kept?: KeptPlace;
}

/** A wallet that a team shares may be emptied by somebody else between the look and the line. */
export const walletLaws = { ledger_balance: overdrawn };

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
    const { holdId, title = null, extras, guests } = wish;
    if (holdId !== undefined) return this.bookHeld(actor, holdId, wish, idempotency);
    const { place, period } = await this.wishes.read(wish);
    try {
      const booked = await this.database.transaction(
        (tx) => this.bookIn(tx, actor, { place, period, title, extras, guests, idempotency }),
        walletLaws,
      );
      this.doorbell.ring();
      return booked;
    } catch (error) {
      if (!(error instanceof Conflict) || error.code !== 'no_double_booking') throw error;
      throw doubleBooking(await this.alternatives.to(place, period, this.clock.now()));
    }
  }

  /**
   * Books a place that is kept for the person, in the caller's transaction: under the same rules and from the same
   * wallet as any other, and nobody comes in between what kept it and the booking.
   * @throws Refused with every rule that the booking would break; Conflict when it is kept no longer
   */
  bookKept(
    tx: EntityManager,
    actor: Actor,
    kept: KeptPlace,
    { title = null, extras, guests }: Additions & { title?: string | null } = {},
  ): Promise<BookingView> {
    const place = { resourceId: kept.resourceId };
    return this.bookIn(tx, actor, { place, period: kept.period, title, extras, guests, kept });
  }

  private async bookHeld(
    actor: Actor,
    holdId: string,
    wish: Wish,
    idempotency: IdempotencyKey | undefined,
  ): Promise<BookingView> {
    insistOnHoldAlone(wish);
    const booked = await this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, this.clock.now(), async () =>
          this.bookKept(tx, actor, await placeHeld(tx, actor, holdId), wish),
        ),
      walletLaws,
    );
    this.doorbell.ring();
    return booked;
  }

  private async bookIn(tx: EntityManager, actor: Actor, order: Order): Promise<BookingView> {
    const now = this.clock.now();
    const { place, period, title, idempotency, kept } = order;
    const opened = await openBooking(tx, actor, place, period, now, { idempotency, standsInLine: kept !== undefined });
    if (opened.replay) {
      if (!opened.replay.same) throw reusedKey();
      return opened.replay.response;
    }
    if (kept) await makeWay(tx, actor, kept, now);
    const facts = opened as BookingFacts;
    const works = worksAt(actor, facts.site.id);
    const meeting = { personId: actor.personId, siteId: facts.site.id, resourceId: facts.resource.id, works };
    const additions = await judgeAdditions(asking(tx), order, { ...meeting, period, now }, true);
    const refusals = [...judge(bookingRules, bookingCase(facts, { period, now, works })), ...additions.refusals];
    if (refusals.length > 0) throw new Refused(refusals);
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
      extras: additions.extras,
      guests: additions.guests,
      version: 1,
      reason: null,
      because: null,
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

  /** Everything the command leaves behind, in one statement: the ledger decides whether anything is written at all. */
  private async write(
    tx: EntityManager,
    actor: Actor,
    booking: BookingView,
    facts: BookingFacts,
    now: Date,
    idempotency?: IdempotencyKey,
  ): Promise<void> {
    const rows = await askPrepared<{ taken: boolean }>(
      tx,
      'write_booking',
      'select write_booking($1, $2, $3, $4, $5, $6) as taken',
      [
        JSON.stringify(booking),
        booking.membershipId,
        facts.rule.bufferMinutes,
        actorId(actor),
        idempotency?.key ?? null,
        now,
      ],
    );
    if (!rows[0]?.taken) throw doubleBooking();
  }
}
