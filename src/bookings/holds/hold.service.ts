import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Period, plusMinutes } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { doubleBooking, OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { AlternativesQueries } from '../alternatives.queries';
import { BookingFacts, bookingCase, worksAt } from '../booking.facts';
import { openBooking } from '../open-booking';
import { OffersService } from '../waiting-list/offers.service';
import { Place, Wish, WishReader } from '../wish';
import { holdMinutes, holdRules } from './hold.rules';
import { HoldView, holdView } from './hold.view';

/** Keeping a place for a few minutes while a person decides. A hold costs nothing and ends by itself. */
@Injectable()
export class HoldService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly wishes: WishReader,
    private readonly alternatives: AlternativesQueries,
    private readonly offers: OffersService,
  ) {}

  /**
   * Holds the named resource, or any free one that fits, under the rules of a booking.
   * @throws Refused with every rule that the booking would break, and `holds_per_person`
   * @throws Conflict `no_double_booking` with alternatives when the place is taken
   */
  async hold(actor: Actor, wish: Wish, idempotency?: IdempotencyKey): Promise<HoldView> {
    const { place, period } = await this.wishes.read(wish);
    try {
      return await this.database.transaction((tx) =>
        once(tx, actor.personId, idempotency, this.clock.now(), () => this.holdIn(tx, actor, place, period)),
      );
    } catch (error) {
      if (!(error instanceof Conflict) || error.code !== 'no_double_booking') throw error;
      throw doubleBooking(await this.alternatives.to(place, period, this.clock.now()));
    }
  }

  /** Lets a hold go before its end; who waits for the place is offered it. @throws Missing when it is somebody else's, or over */
  async release(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { resourceId } = await this.find(tx, actor, id);
      await this.occupancy.lock(tx, { people: [actor.personId], resources: [resourceId] });
      const { siteId } = await this.find(tx, actor, id);
      const freed = await this.occupancy.release(tx, [id]);
      const at = this.clock.now();
      await this.audit.write(tx, { at, actor, siteId, action: 'hold.release', subjectId: id, facts: { resourceId } });
      await this.offers.offer(tx, freed);
    });
  }

  private async holdIn(tx: EntityManager, actor: Actor, place: Place, period: Period): Promise<HoldView> {
    const now = this.clock.now();
    const { free, ...opened } = await openBooking(tx, actor, place, period, now);
    const facts = opened as BookingFacts;
    const { site, resource, rule } = facts;
    const held = await this.heldBy(tx, actor, now);
    insist(holdRules, { ...bookingCase(facts, { period, now, works: worksAt(actor, site.id) }), held });
    if (free === false) throw doubleBooking();

    const id = newId();
    const expiresAt = plusMinutes(now, holdMinutes);
    const [row]: { taken: boolean }[] = await tx.query(
      `select occupy($1, 'hold', $1, $2, null, $3, $4, $5, $6, $7, $8) as taken`,
      [id, resource.id, site.id, actor.personId, period.start, period.end, rule.bufferMinutes, expiresAt],
    );
    if (!row?.taken) throw doubleBooking();
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: site.id,
      action: 'hold.take',
      subjectId: id,
      facts: { resourceId: resource.id, ...period.toJSON() },
    });
    return holdView({
      id,
      siteId: site.id,
      resourceId: resource.id,
      resourceName: resource.name,
      resourceKind: resource.kind,
      startsAt: period.start,
      endsAt: period.end,
      timeZone: site.timeZone,
      expiresAt,
    });
  }

  /** How many places the person holds; true as long as the person is locked. */
  private async heldBy(tx: EntityManager, actor: Actor, now: Date): Promise<number> {
    const rows: unknown[] = await tx.query(
      `select 1 from occupation where holder_id = $1 and cause = 'hold' and cause_id = id and expires_at > $2`,
      [actor.personId, now],
    );
    return rows.length;
  }

  private async find(tx: EntityManager, actor: Actor, id: string): Promise<{ resourceId: string; siteId: string }> {
    const rows: { resourceId: string; siteId: string }[] = await tx.query(
      `select resource_id as "resourceId", site_id as "siteId" from occupation
       where cause_id = $1 and id = $1 and cause = 'hold' and holder_id = $2 and expires_at > $3`,
      [id, actor.personId, this.clock.now()],
    );
    if (!rows[0]) throw new Missing('hold');
    return rows[0];
  }
}
