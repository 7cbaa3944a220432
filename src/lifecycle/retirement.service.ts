import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingRow, bookingView } from '../bookings/booking.view';
import { PlannedReplacement } from '../bookings/replacements/replacement.view';
import { OffersService } from '../bookings/waiting-list/offers.service';
import { Actor } from '../kernel/actor';
import { Conflict } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { ResourceView } from '../sites/resource.view';
import { ResourcesService } from '../sites/resources.service';
import { AffectedService, Cleared } from './affected.service';
import { AffectedView, displacedView, RetiredResourceView } from './affected.view';

/** What the holders of bookings read when nobody says anything else. */
const outOfUse = 'This place is no longer in use.';

/** A resource that is out of use, with what that has done. */
interface Retired {
  resource: ResourceView;
  cleared: Cleared;
  replacements: PlannedReplacement[];
}

/** The story of a resource that is taken out of use: who has booked it is offered an equal one. */
@Injectable()
export class RetirementService {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
    private readonly resources: ResourcesService,
    private readonly affected: AffectedService,
    private readonly offers: OffersService,
  ) {}

  /** Which bookings would be cancelled, and what each holder would be offered. @throws as {@link retire} */
  async preview(actor: Actor, resourceId: string): Promise<AffectedView> {
    return this.affected.lookOnly(async (tx) => {
      const { cleared, replacements } = await this.retireIn(tx, actor, resourceId, outOfUse);
      return {
        affectedBookings: cleared.cancelled.map(bookingView),
        replacements,
        affectedSessions: cleared.displaced.map(displacedView),
      };
    });
  }

  /**
   * Takes a resource out of use for good; its history stays. Bookings ahead are cancelled, and each holder is offered an
   * equal place at the same time where there is one.
   * @throws Conflict `resource_in_use` with `affectedBookings` while somebody has checked in there, `resource_retired`
   */
  async retire(actor: Actor, resourceId: string, reason: string = outOfUse): Promise<RetiredResourceView> {
    const retired = await this.database.transaction(async (tx) => {
      const { resource, cleared, replacements } = await this.retireIn(tx, actor, resourceId, reason);
      const affectedBookings = await this.affected.cancelledViews(tx, cleared);
      return Object.assign(new RetiredResourceView(), resource, {
        affectedBookings,
        replacements,
        affectedSessions: cleared.displaced.map(displacedView),
      });
    });
    this.doorbell.ring();
    return retired;
  }

  private async retireIn(tx: EntityManager, actor: Actor, resourceId: string, reason: string): Promise<Retired> {
    const { touched, holders, site } = await this.affected.open(tx, actor, resourceId, undefined);
    insistOnNobodyThere(touched.bookings);
    const resource = await this.resources.retire(tx, actor, resourceId);
    const cleared = await this.affected.clear(tx, actor, touched, { holders, reason, passOn: false, elsewhere: true });
    await this.offers.retract(tx, resourceId);
    const displacement = { cause: 'retirement', causeId: resourceId, reason } as const;
    const replacements = await this.affected.replace(tx, actor, site, cleared, displacement);
    return { resource, cleared, replacements };
  }
}

function insistOnNobodyThere(bookings: readonly BookingRow[]): void {
  const there = bookings.filter(({ status }) => status === 'checked_in');
  if (there.length === 0) return;
  throw new Conflict('resource_in_use', 'Somebody has checked in there. Wait until they have left.', {
    affectedBookings: there.map(bookingView),
  });
}
