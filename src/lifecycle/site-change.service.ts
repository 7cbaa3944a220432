import { Injectable } from '@nestjs/common';
import { bookingView } from '../bookings/booking.view';
import { Actor } from '../kernel/actor';
import { Conflict } from '../kernel/errors';
import { Database } from '../platform/database/database';
import { ResourceView } from '../sites/resource.view';
import { ResourcesService } from '../sites/resources.service';
import { SiteCalendarService } from '../sites/site-calendar.service';
import { insistOnManaging } from '../sites/site.rules';
import { SiteView } from '../sites/site.view';
import { SitesQueries } from '../sites/sites.queries';
import { SiteChange, SitesService } from '../sites/sites.service';
import { AffectedQueries } from './affected.queries';

/** Changes of sites and resources that must look at what has been booked there. */
@Injectable()
export class SiteChangeService {
  constructor(
    private readonly database: Database,
    private readonly sites: SitesService,
    private readonly resources: ResourcesService,
    private readonly calendar: SiteCalendarService,
    private readonly queries: SitesQueries,
    private readonly affected: AffectedQueries,
  ) {}

  /**
   * Changes a site. Its time zone is what the local times of bookings were promised in, so it stays while any of them
   * is ahead.
   * @throws Conflict `time_zone_fixed`
   */
  async change(actor: Actor, id: string, change: SiteChange): Promise<SiteView> {
    return this.database.transaction(async (tx) => {
      const site = await this.calendar.lock(tx, actor, id);
      const moves = change.timeZone !== undefined && change.timeZone !== site.timeZone;
      const bookings = moves ? await this.affected.countUnfinished(tx, id) : 0;
      if (bookings > 0) {
        throw new Conflict('time_zone_fixed', 'The time zone of a site stays while bookings are ahead.', { bookings });
      }
      await this.sites.change(tx, actor, site, change);
      return this.queries.within(tx, id);
    });
  }

  /**
   * Takes a resource out of use for good; its history stays.
   * @throws Conflict `resource_in_use` with `affectedBookings` while it is booked, `resource_retired`
   */
  async retire(actor: Actor, resourceId: string): Promise<ResourceView> {
    return this.database.transaction(async (tx) => {
      const { siteId } = await this.resources.lock(tx, resourceId);
      insistOnManaging(actor, siteId);
      const booked = await this.affected.unfinished(tx, resourceId);
      if (booked.length > 0) {
        throw new Conflict('resource_in_use', 'There are bookings ahead. Move or cancel them first.', {
          affectedBookings: booked.map(bookingView),
        });
      }
      return this.resources.retire(tx, actor, resourceId);
    });
  }
}
