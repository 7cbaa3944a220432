import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { Malformed, Missing } from '../../kernel/errors';
import { instant, Period } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { slots } from '../../occupancy/free.rules';
import { Database } from '../../platform/database/database';
import { AvailabilityQueries } from './availability.queries';
import { exceptionOf, hoursRules, ThoughtHours } from './availability-hours.rules';
import { CoachCalendar, FreeSpan, freeSpansOf } from './availability.rules';
import { CoachSlotsView } from './availability.view';

/** For which time, length and place free times are wanted. */
export interface WantedSlots {
  from: Date;
  to: Date;
  minutes?: number;
  siteId?: string;
}

const longestWindow = 92 * 24 * 60;
const gridMinutes = 15;

/** When a coach can be booked. */
@Injectable()
export class SlotQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly availability: AvailabilityQueries,
  ) {}

  /**
   * The times at which a session of a length fits, on a grid of a quarter of an hour; for a site, those at which people
   * can meet there. Two statements, whatever the house has seen.
   * @throws Missing for people who are no coaches and for unknown sites; Malformed for more than 92 days
   */
  slots(coachId: string, wanted: WantedSlots): Promise<CoachSlotsView> {
    return this.under(coachId, wanted, (coach) => coach);
  }

  /**
   * The times at which one could be booked if one's hours were these; nothing is changed.
   * @throws Missing for who has no profile as a coach; Refused with every broken rule of hours
   */
  thought(coachId: string, wanted: WantedSlots, hours: ThoughtHours): Promise<CoachSlotsView> {
    const weekly = hours.weekly.map((each) => ({ ...each, siteId: each.siteId ?? null }));
    const exceptions = (hours.exceptions ?? []).map(exceptionOf);
    return this.under(coachId, wanted, (coach) => {
      insist(hoursRules, { weekly, exceptions, siteIds: coach.siteIds });
      const {
        timeZone,
        minimumNoticeMinutes = coach.minimumNoticeMinutes,
        bufferMinutes = coach.bufferMinutes,
        longestDayMinutes = coach.longestDayMinutes,
      } = hours;
      return { ...coach, timeZone, minimumNoticeMinutes, bufferMinutes, longestDayMinutes, weekly, exceptions };
    });
  }

  /** The times at which a coach can be booked under what is thought of the calendar. */
  private async under(
    coachId: string,
    wanted: WantedSlots,
    think: (coach: CoachCalendar) => CoachCalendar,
  ): Promise<CoachSlotsView> {
    const { minutes = 60, siteId } = wanted;
    const window = Period.of(wanted.from, wanted.to);
    if (window.minutes > longestWindow) throw Malformed.at('/to', 'must be at most 92 days after from');
    if (minutes % gridMinutes !== 0) throw Malformed.at('/minutes', `must be a multiple of ${gridMinutes}`);
    const now = this.clock.now();
    const tx = this.database.source.manager;
    const known = (await this.availability.calendars(tx, [coachId], window, now)).get(coachId);
    if (!known) throw new Missing('coach');
    const coach = think(known);
    const places = new Set(
      [...coach.weekly, ...coach.exceptions].flatMap((each) => (each.siteId === null ? [] : [each.siteId])),
    );
    const sites = await this.availability.sites(tx, [...places, ...(siteId === undefined ? [] : [siteId])], window);
    const site = siteId === undefined ? undefined : sites.get(siteId);
    if (siteId !== undefined && !site) throw new Missing('site');
    const openAt = new Map([...sites].map(([id, { open }]) => [id, open]));
    const free = freeSpansOf(coach, openAt, window, now).filter((span) => span.minutesLeft >= minutes);
    const there = siteId === undefined ? free : meetingAt(free, siteId, coach.siteIds, site?.open ?? []);
    return {
      coachId,
      timeZone: coach.timeZone,
      siteTimeZone: site?.timeZone ?? null,
      minutes,
      items: there.flatMap((span) =>
        slots([Period.of(span.start, span.end)], minutes, gridMinutes, span.start, upToGrid).map(({ start, end }) => ({
          start: instant(start),
          end: instant(end),
          siteId: span.siteId,
        })),
      ),
    };
  }
}

/** What of free spans is left for meeting at a site: its own hours, and those anywhere while it is open. */
function meetingAt(
  free: readonly FreeSpan[],
  siteId: string,
  served: readonly string[],
  open: readonly Period[],
): FreeSpan[] {
  if (!served.includes(siteId)) return [];
  return free.flatMap((span) => {
    if (span.siteId !== null) return span.siteId === siteId ? [span] : [];
    return open.flatMap((hours) => {
      const common = hours.intersection(Period.of(span.start, span.end));
      return common ? [{ ...span, siteId, start: common.start, end: common.end }] : [];
    });
  });
}

/** Every zone of today is a whole number of quarters ahead of UTC, so the grid of UTC is the grid of every clock. */
function upToGrid(at: Date): Date {
  const step = gridMinutes * 60_000;
  return new Date(Math.ceil(at.getTime() / step) * step);
}
