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
  siteId: string;
  timeZone: string;
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
  /** What is being asked right now, by place and period: when many want one slot, those who lose ask the same. */
  private readonly asked = new Map<string, Promise<Alternative[]>>();

  constructor(
    private readonly database: Database,
    private readonly occupancy: OccupancyQueries,
  ) {}

  /** Places that were free when this was asked; an offer, not a promise. */
  to(place: Place, period: Period, now: Date): Promise<Alternative[]> {
    const question = JSON.stringify([place, period]);
    const asked = this.asked.get(question) ?? this.ask(place, period, now).finally(() => this.asked.delete(question));
    this.asked.set(question, asked);
    return asked;
  }

  private async ask(place: Place, period: Period, now: Date): Promise<Alternative[]> {
    const wanted = await this.wanted(place);
    if (!wanted) return [];
    const elsewhere = await this.elsewhere(wanted, period, now);
    const nearby = await this.nearby(wanted, period, now, elsewhere.length === 0 ? mostElsewhere : mostInTime);
    return [...elsewhere, ...nearby];
  }

  private async wanted(place: Place): Promise<Wanted | undefined> {
    const { resourceId = null, siteId = null, kind = '', capacity = 1, features = [] } = place;
    const rows = await this.database.read<Wanted>(
      `select r.id, s.id as "siteId", s.time_zone as "timeZone", coalesce(r.kind, $3) as kind,
         coalesce(r.capacity, $4::smallint) as capacity, coalesce(r.features, $5) as features, r.zone
       from (select 1) one left join resource r on r.id = $1 join site s on s.id = coalesce(r.site_id, $2)`,
      [resourceId, siteId, kind, capacity, features],
      'wanted_place',
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
    const only = wanted.id === null ? { kind: wanted.kind } : { resourceId: wanted.id };
    const date = localDate(period.start, wanted.timeZone);
    const { timeZone, open, resources } = await this.occupancy.takenOnDay(wanted.siteId, date, now, only);
    const found = resources.flatMap(({ resourceId, name, gridMinutes, bufferMinutes, taken }) => {
      const roundUp = (at: Date) => upToGrid(at, gridMinutes, timeZone);
      const blocked = taken.map((span) => Period.of(plusMinutes(span.start, -bufferMinutes), span.end));
      const times = slots(gaps(open, blocked), period.minutes, gridMinutes, now, roundUp);
      return nearest(times, period, most).map((time) => ({ resourceId, name, time }));
    });
    const distance = (time: Period) => Math.abs(time.start.getTime() - period.start.getTime());
    return found
      .sort((a, b) => distance(a.time) - distance(b.time))
      .slice(0, most)
      .map(({ resourceId, name, time }) => ({ resourceId, name, ...time.toJSON() }));
  }
}
