import { Injectable } from '@nestjs/common';
import { Period, plusMinutes } from '../kernel/period';
import { localDate } from '../kernel/site-time';
import { gaps, nearest, slots } from '../occupancy/free.rules';
import { OccupancyQueries } from '../occupancy/occupancy.queries';
import { Database } from '../platform/database/database';
import { upToGrid } from './booking.rules';
import { Place } from './wish';

/** A place and a time that would have been possible instead. */
export interface Alternative {
  resourceId: string;
  name: string;
  start: string;
  end: string;
}

interface Wanted {
  id: string | null;
  name: string | null;
  siteId: string;
  kind: string;
  capacity: number;
  features: string[];
  zone: string | null;
}

const mostElsewhere = 3;
const mostInTime = 2;

/** What to offer a person whose place is taken: the same time elsewhere, and the same place nearby in time. */
@Injectable()
export class AlternativesQueries {
  constructor(
    private readonly database: Database,
    private readonly occupancy: OccupancyQueries,
  ) {}

  /** Places that were free when this was asked; an offer, not a promise. */
  async to(place: Place, period: Period, now: Date): Promise<Alternative[]> {
    const wanted = await this.wanted(place);
    if (!wanted) return [];
    const elsewhere = await this.elsewhere(wanted, period, now);
    const nearby = await this.nearby(wanted, period, now, elsewhere.length === 0 ? mostElsewhere : mostInTime);
    return [...elsewhere, ...nearby];
  }

  private async wanted(place: Place): Promise<Wanted | undefined> {
    if (!place.resourceId) {
      const { siteId = '', kind = '', capacity = 1, features = [] } = place;
      return { id: null, name: null, siteId, kind, capacity, features, zone: null };
    }
    const rows = await this.database.read<Wanted>(
      `select id, name, site_id as "siteId", kind, capacity, features, zone from resource where id = $1`,
      [place.resourceId],
    );
    return rows[0];
  }

  /** The same time: another of the kind that holds as many, those of the same zone and with the same features first. */
  private async elsewhere(wanted: Wanted, period: Period, now: Date): Promise<Alternative[]> {
    const free = await this.occupancy.free(
      wanted.siteId,
      period,
      { kind: wanted.kind, capacity: wanted.capacity },
      now,
    );
    const lacks = (features: string[]) => wanted.features.filter((feature) => !features.includes(feature)).length;
    return free
      .filter((resource) => resource.id !== wanted.id)
      .map((resource) => ({ resource, rank: lacks(resource.features) * 2 + (resource.zone === wanted.zone ? 0 : 1) }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, mostElsewhere)
      .map(({ resource }) => ({ resourceId: resource.id, name: resource.name, ...period.toJSON() }));
  }

  /** The same place (or, for any of a kind, some place) on the same day at the nearest other times. */
  private async nearby(wanted: Wanted, period: Period, now: Date, most: number): Promise<Alternative[]> {
    const { timeZone } = (await this.occupancy.calendar(wanted.siteId, period)).site;
    const { day, open } = await this.occupancy.day(wanted.siteId, localDate(period.start, timeZone));
    const only = wanted.id === null ? { kind: wanted.kind } : { resourceId: wanted.id };
    const resources = await this.occupancy.taken(wanted.siteId, day, now, only);
    const found = resources.flatMap(({ resourceId, gridMinutes, bufferMinutes, taken }) => {
      const roundUp = (at: Date) => upToGrid(at, gridMinutes, timeZone);
      const blocked = taken.map((span) => Period.of(plusMinutes(span.start, -bufferMinutes), span.end));
      const times = slots(gaps(open, blocked), period.minutes, gridMinutes, now, roundUp);
      return nearest(times, period, most).map((time) => ({ resourceId, time }));
    });
    const distance = (time: Period) => Math.abs(time.start.getTime() - period.start.getTime());
    const best = found.sort((a, b) => distance(a.time) - distance(b.time)).slice(0, most);
    const names = await this.namesOf(best.map(({ resourceId }) => resourceId));
    return best.map(({ resourceId, time }) => ({ resourceId, name: names.get(resourceId) ?? '', ...time.toJSON() }));
  }

  private async namesOf(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.database.read<{ id: string; name: string }>(
      'select id, name from resource where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
