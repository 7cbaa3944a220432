import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Malformed } from '../kernel/errors';
import { Period } from '../kernel/period';
import { LocalDate } from '../kernel/site-time';
import { gaps, slots } from '../occupancy/free.rules';
import { Needs, OccupancyQueries } from '../occupancy/occupancy.queries';
import { longestHours } from '../occupancy/overlap';
import { upToGrid } from './booking.rules';
import { SlotsView, SlotView } from './day.view';

/** The longest period for which availability is answered; nobody can book longer. Minutes. */
const longestQuestion = longestHours * 60;

/** What can be booked. */
@Injectable()
export class FreeQueries {
  constructor(
    private readonly occupancy: OccupancyQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The places of a site that are free for a whole period, as JSON text (the shape is `FreePlacesView`).
   * @throws Malformed for a period longer than a day.
   */
  async places(siteId: string, period: Period, needs: Needs): Promise<string> {
    if (period.minutes > longestQuestion)
      throw Malformed.at('/end', `must be at most ${longestHours} hours after the start`);
    return `{"items":${await this.occupancy.freeAsText(siteId, period, needs, this.clock.now())}}`;
  }

  /**
   * The times of a date at which each place of a kind is free for a length, on the grid of the kind. Times begin half
   * an hour apart, or as far apart as they are long when that is shorter; times that have passed are left out.
   */
  async slots(siteId: string, date: LocalDate, kind: string, minutes: number): Promise<SlotsView> {
    const now = this.clock.now();
    const { timeZone, open, resources } = await this.occupancy.takenOnDay(siteId, date, now, { kind });
    const items = resources.flatMap(({ resourceId, gridMinutes, bufferMinutes, taken }): SlotView[] => {
      const step = Math.ceil(Math.min(minutes, 30) / gridMinutes) * gridMinutes;
      // A booking also needs its time for cleaning before the next one begins.
      const blocked = taken.map((span) => Period.of(new Date(span.start.getTime() - bufferMinutes * 60_000), span.end));
      const found = slots(gaps(open, blocked), minutes, step, now, (at) => upToGrid(at, gridMinutes, timeZone));
      return found.map((slot) => ({ resourceId, ...slot.toJSON() }));
    });
    return { items };
  }
}
