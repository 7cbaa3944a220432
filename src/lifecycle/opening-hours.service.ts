import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { insist } from '../kernel/refusal';
import { localDate, plusDays } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../platform/http/if-match';
import { Doorbell } from '../platform/queue/doorbell';
import { WeeklyHours } from '../sites/opening.rules';
import { SiteCalendarService } from '../sites/site-calendar.service';
import { insistOnManaging, WantedWeek, weekRules } from '../sites/site.rules';
import { SitesQueries } from '../sites/sites.queries';
import { Decision, RuleChange } from './rule-change.rules';
import { RuleChangeService } from './rule-change.service';
import { ChangedSiteView, RuleChangePreviewView } from './rule-change.view';

/** The story of new opening hours: what they do to bookings that lie outside them is for the manager to decide. */
@Injectable()
export class OpeningHoursService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly calendar: SiteCalendarService,
    private readonly rules: RuleChangeService,
    private readonly sites: SitesQueries,
  ) {}

  /** Which bookings would find themselves outside the new hours. Changes nothing. @throws Refused as the change would be */
  async preview(actor: Actor, siteId: string, week: WantedWeek): Promise<RuleChangePreviewView> {
    return this.database.transaction(async (tx) => {
      const site = await this.sites.within(tx, siteId);
      insistOnManaging(actor, siteId);
      insist(weekRules, { ...week, today: localDate(this.clock.now(), site.timeZone) });
      return this.rules.preview(tx, siteId, newWeek(week));
    });
  }

  /**
   * Sets the week that holds from a date on. Bookings outside it are let stand, unless the manager decides otherwise.
   * @throws Unconditional without an expected version, Stale when the site has changed since it was read; Conflict
   *   `affected_changed` when bookings would be touched that the manager has not seen
   */
  async set(
    actor: Actor,
    siteId: string,
    week: WantedWeek,
    expected: ExpectedVersion,
    decision: Decision = {},
  ): Promise<ChangedSiteView> {
    const change = newWeek(week);
    const changed = await this.database.transaction(async (tx) => {
      await this.sites.within(tx, siteId);
      insistOnManaging(actor, siteId);
      const people = await this.rules.lockPeople(tx, siteId, change, decision);
      const site = await this.calendar.lock(tx, actor, siteId);
      insistOnVersion('site', expected, site.version);
      const impact = await this.rules.look(tx, siteId, change, decision, people);
      await this.calendar.setWeek(tx, actor, site, week);
      const outcomes = await this.rules.carryOut(tx, actor, impact);
      return Object.assign(new ChangedSiteView(), await this.sites.within(tx, siteId), { outcomes });
    });
    this.doorbell.ring();
    return changed;
  }
}

/** A new week as a change of the facts of bookings. */
function newWeek({ validFrom, openingHours }: WantedWeek): RuleChange {
  const week = { validFrom, openingHours };
  return {
    laws: ['within_opening_hours'],
    on: (facts) => ({ ...facts, hours: withWeek(facts.hours, week) }),
  };
}

/** The hours as they will be: weeks before end on the day before, weeks after begin on their day. */
function withWeek(hours: readonly WeeklyHours[], { validFrom, openingHours }: WantedWeek): WeeklyHours[] {
  const later = hours.map((span) => span.validFrom).filter((date) => date > validFrom);
  const next = later.sort()[0];
  const lastDay = plusDays(validFrom, -1);
  const before = hours
    .filter((span) => span.validFrom < validFrom)
    .map((span) => (span.validUntil === null || span.validUntil > lastDay ? { ...span, validUntil: lastDay } : span));
  const wanted = openingHours.map((span) => ({
    ...span,
    validFrom,
    validUntil: next === undefined ? null : plusDays(next, -1),
  }));
  return [...before, ...wanted, ...hours.filter((span) => span.validFrom > validFrom)];
}
