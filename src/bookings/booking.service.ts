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
import { AlternativesQueries } from './alternatives.queries';
import { bookingRules } from './booking.rules';
import { BookingView, bookingView } from './booking.view';
import { BookingFacts, bookingCase } from './booking.facts';
import { Place, Wish, WishReader } from './wish';

/** What the command is answered by PostgreSQL once it is open: facts under locks, or the answer to an earlier request. */
type Opened = (Partial<BookingFacts> & { free?: false; replay?: { same: boolean; response: BookingView } }) | null;

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
      const booked = await this.database.transaction((tx) =>
        this.bookIn(tx, actor, place, period, wish.title ?? null, idempotency),
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
    insist(bookingRules, bookingCase(facts, { period, now, belongs: belongsTo(actor, facts.site.id) }));
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
      version: 1,
      reason: null,
      late: false,
      checkedInAt: null,
      checkedOutAt: null,
      createdAt: now,
      updatedAt: now,
      ...facts.rule,
    });
    await this.write(tx, actor, booking, facts.rule.bufferMinutes, now, idempotency);
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

  /** Everything the command leaves behind, in one statement: the ledger decides whether the rest is written at all. */
  private async write(
    tx: EntityManager,
    actor: Actor,
    booking: BookingView,
    bufferMinutes: number,
    now: Date,
    idempotency?: IdempotencyKey,
  ): Promise<void> {
    const rows: { taken: boolean }[] = await tx.query(
      `with ledger as materialized (
         select occupy($1, 'booking', $2, $3, null, $4, $5, $6, $7, $8, null) as taken
       ), booked as (
         insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at)
         select $2, $4, $3, $5, $6, $7, $9, $10, $11, $11 from ledger where taken
       ), trail as (
         insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts)
         select $12, $11, $13, $4, 'booking.book', $2, $14 from ledger where taken
       ), answered as (
         update idempotency_key set status = 201, response = $15
         where person_id = $5 and key = $16 and (select taken from ledger)
       )
       select taken from ledger`,
      [
        newId(),
        booking.id,
        booking.resource.id,
        booking.siteId,
        booking.personId,
        booking.start,
        booking.end,
        bufferMinutes,
        booking.title,
        booking.status,
        now,
        newId(),
        actorId(actor),
        JSON.stringify({ resourceId: booking.resource.id, start: booking.start, end: booking.end }),
        JSON.stringify(booking),
        idempotency?.key ?? null,
      ],
    );
    if (!rows[0]?.taken) throw doubleBooking();
  }
}

/** Whether the person may book at the site at all: a member of it, or one of those who work there. */
export function belongsTo(actor: Actor, siteId: string): boolean {
  return actor.holds('entrepreneur', siteId) || actor.holds('coach', siteId) || actor.manages(siteId);
}
