import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { doubleBooking, personTwice } from '../occupancy/occupancy.service';
import { Actor } from '../kernel/actor';
import { Conflict } from '../kernel/errors';
import { overdrawn } from '../bookings/allowance';
import { Database, Laws } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { SiteCalendarService } from '../sites/site-calendar.service';
import { SitesService } from '../sites/sites.service';
import { Decision } from './rule-change.rules';
import { RuleChangeService } from './rule-change.service';
import { RezonedSiteView, TimeZonePreviewView } from './time-zone.view';
import { Rezoning, TimeZoneQueries, WantedTimeZone } from './time-zone.queries';
import { TimeZoneMoves } from './time-zone.moves';

const laws: Laws = { ledger_balance: overdrawn, no_double_booking: doubleBooking, person_not_twice: personTwice };

/** The story of a site whose clock is set to another zone. Nothing that is agreed there moves silently. */
@Injectable()
export class TimeZoneService {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
    private readonly calendar: SiteCalendarService,
    private readonly sites: SitesService,
    private readonly rules: RuleChangeService,
    private readonly queries: TimeZoneQueries,
    private readonly moves: TimeZoneMoves,
  ) {}

  /** Everything that is agreed at the site, with both readings, and what needs a choice. Changes nothing. */
  preview(actor: Actor, siteId: string, wanted: WantedTimeZone): Promise<TimeZonePreviewView> {
    return this.database.transaction(async (tx) =>
      this.queries.view(tx, await this.queries.rezoning(tx, actor, siteId, wanted)),
    );
  }

  /**
   * Sets the clock. With `instant` everything stays when it is, and its local time reads otherwise; with `local_time`
   * everything is moved by the ordinary laws, all at once, so that the clock shows the same times as before.
   * @throws Conflict `affected_changed` when something is agreed that the administrator has not seen; `choice_needed`
   *   when a booking cannot be as was wished and nothing is decided about it; both with the preview of now
   */
  async set(actor: Actor, siteId: string, wanted: WantedTimeZone, decision: Decision = {}): Promise<RezonedSiteView> {
    const view = await this.database.transaction(async (tx) => {
      await this.queries.insistOnChanging(tx, actor, siteId, wanted);
      const people = await this.moves.lockPeople(tx, siteId);
      const site = await this.calendar.lock(tx, actor, siteId);
      await this.moves.insistOnLocked(tx, siteId, people);

      const rezoning = await this.queries.rezoning(tx, actor, siteId, wanted);
      await this.insistOnSeen(tx, rezoning, decision);
      await this.sites.change(tx, actor, site, { timeZone: wanted.timeZone });
      await this.moves.carryOut(tx, actor, rezoning);
      const { change, outlook } = rezoning;
      const outcomes = await this.rules.carryOut(tx, actor, { siteId, change, outlook, decision });
      return this.queries.changed(tx, siteId, rezoning, outcomes);
    }, laws);
    this.doorbell.ring();
    return view;
  }

  private async insistOnSeen(tx: EntityManager, rezoning: Rezoning, decision: Decision): Promise<void> {
    if (rezoning.shifts.length > 0 && decision.seen !== rezoning.seen) {
      const detail = 'Something else is agreed at this site now than what you have seen. Look at it and decide again.';
      throw new Conflict('affected_changed', detail, await this.shown(tx, rezoning));
    }
    const { choices = [], onConflict } = decision;
    const open = rezoning.outlook.affected.filter(
      ({ booking }) => onConflict === undefined && !choices.some(({ bookingId }) => bookingId === booking.id),
    );
    if (open.length > 0) {
      const detail = 'Some bookings cannot be as you wish. Say for each what is to become of it.';
      throw new Conflict('choice_needed', detail, await this.shown(tx, rezoning));
    }
  }

  private async shown(tx: EntityManager, rezoning: Rezoning): Promise<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(await this.queries.view(tx, rezoning)));
  }
}
