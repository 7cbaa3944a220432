import { Injectable } from '@nestjs/common';
import { Malformed, Missing } from '../kernel/errors';
import { Period } from '../kernel/period';
import { LocalDate, LocalTime } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { Additions } from './additions';
import { localPeriod } from './local-period.rules';

/** One resource by its id, or any of a kind at a site that holds so many people and has such features. */
export interface Place {
  resourceId?: string;
  siteId?: string;
  kind?: string;
  capacity?: number;
  features?: string[];
}

/** What a person asks for: a place, and a time as two instants or by the site's clock. */
export interface Wish extends Place, Additions {
  start?: Date;
  end?: Date;
  date?: LocalDate;
  from?: LocalTime;
  to?: LocalTime;
  title?: string | null;
  /** A hold of the person's, which says place and time. */
  holdId?: string;
}

/** Turns a wish into a place and a period, or says what is missing from it. */
@Injectable()
export class WishReader {
  constructor(private readonly database: Database) {}

  /**
   * @throws Malformed when place or time are not said in exactly one way
   * @throws Refused `local_time_exists` when the clock of the site skips one of the local times on that date
   */
  async read(wish: Wish): Promise<{ place: Place; period: Period }> {
    return { place: placeOf(wish), period: await this.periodOf(wish) };
  }

  private async periodOf(wish: Wish): Promise<Period> {
    const { start, end, date, from, to } = wish;
    if (date === undefined && from === undefined && to === undefined) {
      if (!start) throw Malformed.at('/start', 'is needed (or date, from and to)');
      if (!end) throw Malformed.at('/end', 'is needed');
      return Period.of(start, end);
    }
    if (start ?? end) throw Malformed.at('/start', 'give either start and end, or date, from and to');
    if (date === undefined) throw Malformed.at('/date', 'is needed beside from and to');
    if (from === undefined || from === '24:00') throw Malformed.at('/from', 'must be a time from 00:00 to 23:59');
    if (to === undefined) throw Malformed.at('/to', 'is needed beside date and from');
    if (to <= from) throw Malformed.at('/to', 'must be after from');
    return localPeriod(date, from, to, await this.timeZoneOf(wish));
  }

  private async timeZoneOf({ resourceId, siteId }: Wish): Promise<string> {
    const rows = await this.database.read<{ timeZone: string }>(
      `select s.time_zone as "timeZone" from site s
       where s.id = coalesce((select r.site_id from resource r where r.id = $1), $2)`,
      [resourceId ?? null, siteId ?? null],
    );
    if (!rows[0]) throw new Missing(resourceId ? 'resource' : 'site');
    return rows[0].timeZone;
  }
}

/** @throws Malformed when place or time are said beside a hold, which says both */
export function insistOnHoldAlone(wish: Wish): void {
  const besides = ['holdId', 'title', 'extras', 'guests'];
  const other = Object.entries(wish).find(([name, said]) => said !== undefined && !besides.includes(name));
  if (other) throw Malformed.at(`/${other[0]}`, 'is said by the hold already');
}

function placeOf({ resourceId, siteId, kind, capacity, features }: Wish): Place {
  if (resourceId !== undefined) {
    const other = Object.entries({ siteId, kind, capacity, features }).find(([, value]) => value !== undefined);
    if (other) throw Malformed.at(`/${other[0]}`, 'belongs to a wish for any free place, not beside resourceId');
    return { resourceId };
  }
  if (siteId === undefined) throw Malformed.at('/resourceId', 'is needed (or siteId and kind for any free place)');
  if (kind === undefined) throw Malformed.at('/kind', 'is needed beside siteId');
  return { siteId, kind, capacity, features };
}
