import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Forbidden, Malformed } from '../kernel/errors';
import { instant, Period } from '../kernel/period';
import { instantOf, localDate, localTime, plusDays } from '../kernel/site-time';
import { SitesQueries } from '../sites/sites.queries';
import { markOf } from './rule-change.mark';
import { AffectedBooking, Outlook, RuleChangeQueries } from './rule-change.queries';
import { RuleChange } from './rule-change.rules';
import { RuleChangeService } from './rule-change.service';
import { RuleOutcomeView } from './rule-change.view';
import { Kept, reading, Shift, shifts, TakenRow } from './time-zone.rules';
import { agreedAt, seriesAhead, takenAt } from './time-zone.store';
import { RezonedClosureView, RezonedSiteView, TimeZonePreviewView, TwoReadingsView } from './time-zone.view';

/** A wish for another clock of a site. */
export interface WantedTimeZone {
  timeZone: string;
  keep: Kept;
}

/** Another clock of a site, thought through. */
export interface Rezoning {
  siteId: string;
  from: string;
  to: string;
  keep: Kept;
  /** The mark of what is agreed and what becomes of it. */
  seen: string;
  change: RuleChange;
  /** `affected` are the bookings that need a choice. */
  outlook: Outlook;
  shifts: Shift[];
  taken: TakenRow[];
  series: { id: string; before: string; starts: string; ends: string; reworded: boolean }[];
}

/** The laws that ask what the clock of a site shows. */
const laws = ['within_opening_hours', 'time_grid', 'covered_by_membership'];

/** What another time zone would do to everything that is agreed at a site. */
@Injectable()
export class TimeZoneQueries {
  constructor(
    private readonly clock: Clock,
    private readonly sites: SitesQueries,
    private readonly changes: RuleChangeQueries,
    private readonly rules: RuleChangeService,
  ) {}

  /** @throws Missing; Forbidden `role_required`; Malformed when the clock shows that zone already */
  async insistOnChanging(tx: EntityManager, actor: Actor, siteId: string, { timeZone }: WantedTimeZone): Promise<void> {
    const site = await this.sites.within(tx, siteId);
    if (!actor.isAdministrator) throw new Forbidden('role_required', 'Only an administrator may do this.');
    if (site.timeZone === timeZone) throw Malformed.at('/timeZone', 'is the time zone of the site already');
  }

  /** What would become of everything; looks and changes nothing. */
  async rezoning(tx: EntityManager, actor: Actor, siteId: string, wanted: WantedTimeZone): Promise<Rezoning> {
    await this.insistOnChanging(tx, actor, siteId, wanted);
    const now = this.clock.now();
    const { timeZone: to, keep } = wanted;
    const { timeZone: from } = await this.sites.within(tx, siteId);
    const change: RuleChange = { laws, on: (facts) => ({ ...facts, site: { ...facts.site, timeZone: to } }) };
    const outlook = await this.changes.outlook(tx, siteId, change);
    const movables = await agreedAt(tx, siteId, now);
    const taken = await takenAt(tx, siteId, now);
    const found =
      keep === 'local_time'
        ? shifts(movables, taken, { from, to }, now)
        : movables.map((movable) => ({ movable, because: becauseOf(outlook, movable.id) }));
    // What keeps its local time keeps the hours of the site; only what stays can fall outside them.
    const concerned = keep === 'instant' ? outlook : { ...outlook, affected: staying(outlook, found), sessions: [] };
    const series = (await seriesAhead(tx, siteId, now)).map(({ id, startsAt, endsAt }) => {
      const [before, starts, ends] = [localTime(startsAt, from), localTime(startsAt, to), localTime(endsAt, to)];
      return { id, before, starts, ends, reworded: keep === 'instant' && before !== starts };
    });
    const seen = markOfAll(wanted, found);
    return { siteId, from, to, keep, seen, change, outlook: concerned, shifts: found, taken, series };
  }

  /** The preview of a rezoning. */
  async view(tx: EntityManager, rezoning: Rezoning): Promise<TimeZonePreviewView> {
    const { siteId, from, to, keep, seen, change, outlook } = rezoning;
    return {
      seen,
      from,
      to,
      keep,
      items: rezoning.shifts.map((shift) => ({
        kind: shift.movable.kind,
        id: shift.movable.id,
        name: shift.movable.name,
        before: twoReadings(shift.movable.period, from),
        after: twoReadings(shift.to ?? shift.movable.period, to),
        because: shift.because,
      })),
      closures: await this.closures(tx, siteId, from, to),
      series: rezoning.series.map(({ id, before, starts }) => ({
        seriesId: id,
        localStart: before,
        localStartAfter: keep === 'instant' ? starts : before,
      })),
      ...(await this.rules.affected(tx, outlook, change)),
    };
  }

  /** The site after a rezoning. */
  async changed(
    tx: EntityManager,
    siteId: string,
    rezoning: Rezoning,
    outcomes: RuleOutcomeView[],
  ): Promise<RezonedSiteView> {
    const moved = rezoning.shifts.filter(({ to }) => to !== undefined).length;
    return Object.assign(new RezonedSiteView(), await this.sites.within(tx, siteId), { moved, outcomes });
  }

  private async closures(tx: EntityManager, siteId: string, from: string, to: string): Promise<RezonedClosureView[]> {
    const rows: { id: string; startsOn: string; endsOn: string; opens: string | null; closes: string | null }[] =
      await tx.query(
        `select id, starts_on::text as "startsOn", ends_on::text as "endsOn" from closure
         where site_id = $1 and status = 'confirmed' and ends_on >= $2 order by starts_on, id`,
        [siteId, localDate(this.clock.now(), from)],
      );
    return rows.map(({ id, startsOn, endsOn }) => {
      const daysIn = (zone: string) =>
        Period.of(instantOf(startsOn, '00:00', zone), instantOf(plusDays(endsOn, 1), '00:00', zone));
      return { closureId: id, before: twoReadings(daysIn(from), from), after: twoReadings(daysIn(to), to) };
    });
  }
}

/** The bookings that keep their instant because their local time cannot be kept; they may break other laws by that. */
function staying(outlook: Outlook, found: readonly Shift[]): AffectedBooking[] {
  const because = new Map(found.map((shift) => [shift.movable.id, shift.because]));
  return outlook.ahead.flatMap((booking) => {
    const reasons = because.get(booking.id) ?? [];
    return reasons.length === 0 ? [] : [{ booking, because: [...reasons, ...becauseOf(outlook, booking.id)] }];
  });
}

function becauseOf({ affected }: Outlook, bookingId: string): AffectedBooking['because'] {
  return affected.find(({ booking }) => booking.id === bookingId)?.because ?? [];
}

/** The mark of everything that is agreed, and what becomes of it. */
function markOfAll({ timeZone, keep }: WantedTimeZone, found: readonly Shift[]): string {
  const lines = found.map(({ movable: { id, version, period }, to, because }) =>
    [id, version, instant(period.start), to && instant(to.start), ...because.map(({ code }) => code)].join(' '),
  );
  return markOf([`${timeZone} ${keep}`, ...lines]);
}

function twoReadings({ start, end }: Period, zone: string): TwoReadingsView {
  return {
    start: instant(start),
    end: instant(end),
    localStart: reading(start, zone),
    localEnd: reading(end, zone),
  };
}
