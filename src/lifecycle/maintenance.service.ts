import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingRow, bookingView } from '../bookings/booking.view';
import { PlannedReplacement } from '../bookings/replacements/replacement.view';
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
import { Doorbell } from '../platform/queue/doorbell';
import { insistOnManaging } from '../sites/site.rules';
import { AffectedService, Cleared } from './affected.service';
import { AffectedView, displacedView, BegunMaintenanceView } from './affected.view';
import { maintenanceRules } from './maintenance.rules';
import { MaintenanceRow, maintenanceRows, MaintenanceView, maintenanceView } from './maintenance.view';

/** What a manager says of maintenance. */
export interface WantedMaintenance {
  start: Date;
  end: Date;
  reason: string;
}

/** Maintenance with what it has done. */
interface Begun {
  maintenance: MaintenanceView;
  cleared: Cleared;
  replacements: PlannedReplacement[];
}

/** The story of a resource that is out of service: the ledger says so, and therefore nobody can book it. */
@Injectable()
export class MaintenanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly occupancy: OccupancyService,
    private readonly doorbell: Doorbell,
    private readonly affected: AffectedService,
    private readonly offers: OffersService,
  ) {}

  /**
   * Takes a resource out of service for a period. Who has booked it is cancelled with the reason, and offered an equal
   * place at the same time where there is one; who has checked in stays.
   * @throws Conflict `no_double_booking` with `affectedBookings` while somebody who has checked in is there
   */
  async begin(
    actor: Actor,
    resourceId: string,
    wanted: WantedMaintenance,
    idempotency?: IdempotencyKey,
  ): Promise<BegunMaintenanceView> {
    const begun = await this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, this.clock.now(), async () => {
        const { maintenance, cleared, replacements } = await this.beginIn(tx, actor, resourceId, wanted);
        const affectedBookings = await this.affected.cancelledViews(tx, cleared);
        return Object.assign(new BegunMaintenanceView(), maintenance, {
          affectedBookings,
          replacements,
          affectedSessions: cleared.displaced.map(displacedView),
        });
      }),
    );
    this.doorbell.ring();
    return begun;
  }

  /** Which bookings maintenance would cancel, and what each holder would be offered. @throws as {@link begin} */
  async preview(actor: Actor, resourceId: string, wanted: WantedMaintenance): Promise<AffectedView> {
    return this.affected.lookOnly(async (tx) => {
      const { cleared, replacements } = await this.beginIn(tx, actor, resourceId, wanted);
      return {
        affectedBookings: cleared.cancelled.map(bookingView),
        replacements,
        affectedSessions: cleared.displaced.map(displacedView),
      };
    });
  }

  private async beginIn(
    tx: EntityManager,
    actor: Actor,
    resourceId: string,
    { start, end, reason }: WantedMaintenance,
  ): Promise<Begun> {
    const period = Period.of(start, end);
    const at = this.clock.now();
    const { touched, holders, site } = await this.affected.open(tx, actor, resourceId, period, () =>
      insist(maintenanceRules, { period, now: at }),
    );
    insistOnNobodyThere(touched.bookings);
    const cleared = await this.affected.clear(tx, actor, touched, { holders, reason, passOn: false, elsewhere: true });
    await this.offers.retract(tx, resourceId, period);

    const id = newId();
    const siteId = site.id;
    await tx.query(
      `insert into maintenance (id, resource_id, site_id, starts_at, ends_at, reason, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, resourceId, siteId, period.start, period.end, reason, actorId(actor), at],
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
    const displacement = { cause: 'maintenance', causeId: id, reason } as const;
    const replacements = await this.affected.replace(tx, actor, site, cleared, displacement);
    return { maintenance: maintenanceView(await this.read(tx, id)), cleared, replacements };
  }

  /**
   * Puts a resource back into service: maintenance to come is called off, maintenance under way ends now.
   * @throws Conflict `maintenance_over` when it has ended already
   */
  async end(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const known = await this.read(tx, id);
      insistOnManaging(actor, known.siteId);
      await this.occupancy.lock(tx, { resources: [known.resourceId] });
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

function insistOnNobodyThere(bookings: readonly BookingRow[]): void {
  const there = bookings.filter(({ status }) => status === 'checked_in');
  if (there.length === 0) return;
  throw new Conflict('no_double_booking', 'Somebody has checked in there. Wait until they have left.', {
    alternatives: [],
    affectedBookings: there.map(bookingView),
  });
}
