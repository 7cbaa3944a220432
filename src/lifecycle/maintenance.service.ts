import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { bookingView } from '../bookings/booking.view';
import { OffersService } from '../bookings/waiting-list/offers.service';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Missing } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Period } from '../kernel/period';
import { insist } from '../kernel/refusal';
import { OccupancyService } from '../occupancy/occupancy.service';
import { actorId, Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { ResourcesService } from '../sites/resources.service';
import { insistOnManaging } from '../sites/site.rules';
import { AffectedQueries } from './affected.queries';
import { maintenanceRules } from './maintenance.rules';
import { MaintenanceRow, maintenanceRows, MaintenanceView, maintenanceView } from './maintenance.view';

/** What a manager says of maintenance. */
export interface WantedMaintenance {
  start: Date;
  end: Date;
  reason: string;
}

/** The story of a resource that is out of service: the ledger says so, and therefore nobody can book it. */
@Injectable()
export class MaintenanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly occupancy: OccupancyService,
    private readonly resources: ResourcesService,
    private readonly affected: AffectedQueries,
    private readonly offers: OffersService,
  ) {}

  /**
   * Takes a resource out of service for a period. Nobody's booking is cancelled: it must be moved or cancelled first.
   * @throws Conflict `no_double_booking` with the bookings in the way as `affectedBookings`
   */
  async begin(
    actor: Actor,
    resourceId: string,
    wanted: WantedMaintenance,
    idempotency?: IdempotencyKey,
  ): Promise<MaintenanceView> {
    const period = Period.of(wanted.start, wanted.end);
    const at = this.clock.now();
    return this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, at, async () => {
        const { siteId } = await this.resources.lock(tx, resourceId);
        insistOnManaging(actor, siteId);
        insist(maintenanceRules, { period, now: at });
        await this.insistOnFree(tx, resourceId, period);
        const id = newId();
        await tx.query(
          `insert into maintenance (id, resource_id, site_id, starts_at, ends_at, reason, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [id, resourceId, siteId, period.start, period.end, wanted.reason, actorId(actor), at],
        );
        await this.take(tx, { id, resourceId, siteId }, period);
        await this.audit.write(tx, {
          at,
          actor,
          action: 'maintenance.begin',
          subjectId: id,
          siteId,
          facts: { resourceId, ...period.toJSON() },
        });
        return maintenanceView(await this.read(tx, id));
      }),
    );
  }

  /**
   * Puts a resource back into service: maintenance to come is called off, maintenance under way ends now.
   * @throws Conflict `maintenance_over` when it has ended already
   */
  async end(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const known = await this.read(tx, id);
      insistOnManaging(actor, known.siteId);
      await this.resources.lock(tx, known.resourceId);
      const { startsAt, endsAt, siteId, resourceId } = await this.read(tx, id);
      const now = this.clock.now();
      if (endsAt <= now) throw new Conflict('maintenance_over', 'This maintenance has ended already.');
      const freed = await this.occupancy.release(tx, [id]);
      if (startsAt < now) {
        await tx.query('update maintenance set ends_at = $2 where id = $1', [id, now]);
        await this.take(tx, known, Period.of(startsAt, now));
      } else {
        await tx.query('delete from maintenance where id = $1', [id]);
      }
      await this.offers.offer(tx, freed);
      await this.audit.write(tx, {
        at: now,
        actor,
        action: 'maintenance.end',
        subjectId: id,
        siteId,
        facts: { resourceId, ...Period.of(startsAt, endsAt).toJSON() },
      });
    });
  }

  private async insistOnFree(tx: EntityManager, resourceId: string, period: Period): Promise<void> {
    const inTheWay = await this.affected.overlapping(tx, resourceId, period);
    if (inTheWay.length === 0) return;
    throw new Conflict('no_double_booking', 'There are bookings at that time. Move or cancel them first.', {
      alternatives: [],
      affectedBookings: inTheWay.map(bookingView),
    });
  }

  private take(
    tx: EntityManager,
    maintenance: { id: string; resourceId: string; siteId: string },
    period: Period,
  ): Promise<void> {
    const { id, resourceId, siteId } = maintenance;
    return this.occupancy.take(tx, {
      cause: 'maintenance',
      causeId: id,
      siteId,
      holderId: null,
      resources: [resourceId],
      period,
    });
  }

  private async read(tx: EntityManager, id: string): Promise<MaintenanceRow> {
    const rows: MaintenanceRow[] = await tx.query(`${maintenanceRows} where m.id = $1`, [id]);
    const row = rows[0];
    if (!row) throw new Missing('maintenance');
    return row;
  }
}
