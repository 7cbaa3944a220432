import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { instant, Period } from '../../kernel/period';
import { localDate } from '../../kernel/site-time';
import { OccupancyQueries } from '../../occupancy/occupancy.queries';
import { overlaps } from '../../occupancy/overlap';
import { Database } from '../../platform/database/database';
import { BookingLifeService } from '../booking-life.service';
import { BookingQueries } from '../booking.queries';
import { onGrid } from '../booking.rules';
import { BookingView } from '../booking.view';
import { CheckInCodeQueries, CodedPlace } from './check-in-code.queries';
import { OwnBooking, scanned } from './check-in-code.rules';
import { ScanView } from './check-in-code.view';

/** Checking in by the code that lies on a place. */
@Injectable()
export class ScanService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly codes: CheckInCodeQueries,
    private readonly bookings: BookingQueries,
    private readonly life: BookingLifeService,
    private readonly occupancy: OccupancyQueries,
  ) {}

  /**
   * Checks the actor in to their booking of now at the place, or says what is possible instead. Doing it again is
   * answered alike.
   * @throws Missing when it is not the code of a place
   */
  async scan(actor: Actor, text: string): Promise<ScanView> {
    const place = await this.codes.find(text);
    const now = this.clock.now();
    const found = scanned(await this.own(actor, place, now), place.resourceId, now);
    if (!found) return this.withoutBooking(place, now);
    if (found.outcome === 'check_in') {
      return shown(place, { outcome: 'checked_in', booking: await this.checkIn(actor, found.bookingId) });
    }
    const booking = await this.bookings.one(actor, found.bookingId);
    const isAboutTime = found.outcome === 'too_early' || found.outcome === 'too_late';
    const { from, until } = booking.checkIn;
    return shown(place, { outcome: found.outcome, booking, ...(isAboutTime ? { from, until } : {}) });
  }

  /** Of two taps at once the second finds that the first has done it. */
  private async checkIn(actor: Actor, bookingId: string): Promise<BookingView> {
    try {
      return await this.life.checkIn(actor, bookingId);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const booking = await this.bookings.one(actor, bookingId);
      if (booking.status !== 'checked_in') throw error;
      return booking;
    }
  }

  /** What of the actor's own stands at the site, from now to half a day ahead. */
  private own(actor: Actor, { siteId }: CodedPlace, now: Date): Promise<OwnBooking[]> {
    return this.database.read<OwnBooking>(
      `select b.id, b.resource_id as "resourceId", b.status, b.ends_at as "endsAt",
              b.starts_at - make_interval(mins => l.check_in_before_minutes) as "from",
              b.starts_at + make_interval(mins => l.check_in_after_minutes) as until
       from booking b
       join resource r on r.id = b.resource_id
       join resource_rule l on l.site_id = b.site_id and l.kind = r.kind
       where b.person_id = $1 and b.site_id = $2 and b.status in ('requested', 'confirmed', 'checked_in')
         and ${overlaps('b', '$3', `$3::timestamptz + interval '12 hours'`)}
       order by b.starts_at, b.id`,
      [actor.personId, siteId, now],
    );
  }

  /** Whether the place could be booked now: a look, no promise. */
  private async withoutBooking(place: CodedPlace, now: Date): Promise<ScanView> {
    const { siteId, resourceId, timeZone } = place;
    const { open } = await this.occupancy.day(siteId, localDate(now, timeZone));
    const hours = open.find(({ start, end }) => start <= now && now < end);
    if (!hours) return shown(place, { outcome: 'closed' });
    const [times] = await this.occupancy.taken(siteId, Period.of(now, hours.end), now, { resourceId });
    const taken = (times?.taken ?? []).sort((a, b) => a.start.getTime() - b.start.getTime());
    const present = taken.find(({ start, end }) => start <= now && now < end);
    if (present) return shown(place, { outcome: 'taken', until: instant(present.end) });
    const from = instant(onGrid(now, times?.gridMinutes ?? 1, timeZone));
    return shown(place, { outcome: 'free', from, until: instant(taken[0]?.start ?? hours.end) });
  }
}

function shown(place: CodedPlace, said: Pick<ScanView, 'outcome'> & Partial<ScanView>): ScanView {
  const { resourceId, resourceName, kind, siteId, siteName, timeZone } = place;
  return {
    resource: { id: resourceId, name: resourceName, kind },
    siteId,
    site: siteName,
    timeZone,
    booking: null,
    from: null,
    until: null,
    ...said,
  };
}
