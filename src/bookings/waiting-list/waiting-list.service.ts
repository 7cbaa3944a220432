import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Period } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { overlaps } from '../../occupancy/overlap';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { BookingFacts, bookingCase, worksAt } from '../booking.facts';
import { openBooking } from '../open-booking';
import { Place, Wish, WishReader } from '../wish';
import { Awaited, WaitingCase, waitingRules } from './waiting-list.rules';
import { findEntry } from './waiting-list.store';
import { EntryRow, WaitingListEntryView, entryView } from './waiting-list.view';

/** Beginning to wait for a place that is taken. */
@Injectable()
export class WaitingListService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly wishes: WishReader,
  ) {}

  /**
   * Puts the person on the list for a resource, or for any of a kind, under the rules of a booking.
   * @throws Refused with every rule that the booking would break, `waiting_in_time`, `booked_already`,
   * `waiting_already`, `waiting_list_entries`
   * @throws Conflict `place_free` with the place when there is nothing to wait for
   */
  async join(actor: Actor, wish: Wish, idempotency?: IdempotencyKey): Promise<WaitingListEntryView> {
    const { place, period } = await this.wishes.read(wish);
    return this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, this.clock.now(), () => this.joinIn(tx, actor, place, period)),
    );
  }

  private async joinIn(tx: EntityManager, actor: Actor, place: Place, period: Period): Promise<WaitingListEntryView> {
    const now = this.clock.now();
    const { free, ...opened } = await openBooking(tx, actor, place, period, now, { standsInLine: true });
    const facts = opened as BookingFacts;
    const { site, resource, rule } = facts;
    const awaited = { siteId: site.id, kind: resource.kind, resourceId: place.resourceId ?? null, period };
    const others = await this.awaitedBy(tx, actor, now);
    const booked = await this.bookedBy(tx, actor, awaited);
    const works = worksAt(actor, site.id);
    insist(waitingRules, { ...bookingCase(facts, { period, now, works }), awaited, others, booked });
    if (free !== false && !(await this.isTaken(tx, resource.id, period.extendedBy(rule.bufferMinutes)))) {
      throw new Conflict('place_free', 'This place is free; book it.', {
        place: { resourceId: resource.id, name: resource.name, ...period.toJSON() },
      });
    }
    const id = newId();
    await tx.query(
      `insert into waiting_list_entry
         (id, person_id, site_id, kind, resource_id, capacity, features, starts_at, ends_at, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        id,
        actor.personId,
        site.id,
        resource.kind,
        awaited.resourceId,
        place.capacity ?? 1,
        place.features ?? [],
        period.start,
        period.end,
        now,
      ],
    );
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: site.id,
      action: 'waiting_list.join',
      subjectId: id,
      facts: { kind: resource.kind, resourceId: awaited.resourceId, ...period.toJSON() },
    });
    return entryView((await findEntry(tx, id, now)) as EntryRow);
  }

  /** What the person waits for now; true as long as the person is locked. */
  private async awaitedBy(tx: EntityManager, actor: Actor, now: Date): Promise<Awaited[]> {
    const rows: (Omit<Awaited, 'period'> & { start: Date; end: Date })[] = await tx.query(
      `select site_id as "siteId", kind, resource_id as "resourceId", starts_at as start, ends_at as "end"
       from waiting_list_entry where person_id = $1 and starts_at > $2 and status in ('waiting', 'offered')`,
      [actor.personId, now],
    );
    return rows.map(({ start, end, ...what }) => ({ ...what, period: Period.of(start, end) }));
  }

  /** What the person has of the awaited kind and site at some instant of the period; true as long as they are locked. */
  private async bookedBy(tx: EntityManager, actor: Actor, awaited: Awaited): Promise<WaitingCase['booked']> {
    const { siteId, kind, period } = awaited;
    const rows: { resourceId: string; name: string; start: Date; end: Date }[] = await tx.query(
      `select b.resource_id as "resourceId", r.name, b.starts_at as start, b.ends_at as "end"
       from booking b join resource r on r.id = b.resource_id
       where b.person_id = $1 and b.site_id = $2 and r.kind = $3 and b.status in ('requested', 'confirmed', 'checked_in')
         and ${overlaps('b', '$4', '$5')}`,
      [actor.personId, siteId, kind, period.start, period.end],
    );
    return rows.map(({ start, end, ...what }) => ({ ...what, period: Period.of(start, end) }));
  }

  /** Whether somebody has the place; lapsed holds of it are gone, since opening has let them go. */
  private async isTaken(tx: EntityManager, resourceId: string, period: Period): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from occupation o where o.resource_id = $1 and ${overlaps('o', '$2', '$3')} limit 1`,
      [resourceId, period.start, period.end],
    );
    return rows.length > 0;
  }
}
