import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { upToGrid } from '../../bookings/booking.rules';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { Period, plusMinutes } from '../../kernel/period';
import { gaps, nearest, slots } from '../../occupancy/free.rules';
import { OccupancyQueries } from '../../occupancy/occupancy.queries';
import { doubleBooking } from '../../occupancy/occupancy.service';
import { overlaps } from '../../occupancy/overlap';
import { Database } from '../../platform/database/database';
import { openDuring } from '../../sites/opening.rules';
import { AvailabilityQueries } from '../coaches/availability.queries';
import { SessionAlternativeView, SessionClashView } from './session-answers.view';
import { WantedPlace } from './session-plan';
import { personTaken } from './session-taking.service';
import { Plan } from './session.facts';
import { gridMinutes } from './session.rules';

const mostElsewhere = 3;
const mostInTime = 3;
/** How far around the wanted time is looked, and for how many times at most whether there is a room. */
const daysAround = 4;
const timesTried = 12;

/** What to offer when somebody or something is taken: the same time in another room, and other times nearby. */
@Injectable()
export class SessionAlternatives {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyQueries,
    private readonly availability: AvailabilityQueries,
  ) {}

  /** The same error, with alternatives where it says that somebody or something is taken. */
  async beside(error: unknown, plan: Plan, place: WantedPlace): Promise<unknown> {
    if (!(error instanceof Conflict)) return error;
    if (error.code === 'no_double_booking') return doubleBooking(await this.to(plan, place, 'room'));
    if (error.code !== 'person_not_twice') return error;
    const { who, personId } = error.extra as { who: 'coach' | 'entrepreneur'; personId: string };
    return personTaken(who, personId, await this.to(plan, place, 'person'));
  }

  /**
   * What was free when this was asked; an offer, not a promise.
   * @param taken what is in the way: against a room that is taken another one helps, against a person another time only
   */
  async to(plan: Plan, place: WantedPlace, taken: 'room' | 'person'): Promise<SessionAlternativeView[]> {
    const elsewhere = taken === 'person' ? [] : await this.roomsAt(plan, [plan.period]);
    const others = elsewhere.filter(({ resourceId }) => resourceId !== place.roomId).slice(0, mostElsewhere);
    return [...others, ...(await this.times(plan, place))];
  }

  /** Who and what of a plan is taken at its time. */
  async clashes(
    { coachId, people, period }: Plan,
    roomId: string | null,
    { coach, room }: { coach: { bufferMinutes: number }; room: { bufferMinutes: number } | null },
  ): Promise<SessionClashView[]> {
    return this.database.read<SessionClashView>(
      `select w.who, w.id
       from (select 'coach' as who, $1::uuid as id, $6::int as buffer
             union all select 'entrepreneur', unnest($2::uuid[]), 0
             union all select 'room', $3::uuid, $7::int) w
       where exists (
         select 1 from occupation o
         where (o.person_id = w.id or o.resource_id = w.id) and (o.expires_at is null or o.expires_at > $8)
           and ${overlaps('o', '$4', '$5::timestamptz + make_interval(mins => w.buffer)')})`,
      [
        coachId,
        people,
        roomId,
        period.start,
        period.end,
        coach.bufferMinutes,
        room?.bufferMinutes ?? 0,
        this.clock.now(),
      ],
    );
  }

  /** The nearest other times at which the coach offers a session, nobody has anything else, and there is a room. */
  private async times(plan: Plan, place: WantedPlace): Promise<SessionAlternativeView[]> {
    const times = await this.nearby(plan);
    if (place.mode === 'remote') {
      return times.slice(0, mostInTime).map((time) => ({ resourceId: null, name: null, ...time.toJSON() }));
    }
    const rooms = await this.roomsAt(plan, times);
    const found = times.flatMap((time) => {
      const { start } = time.toJSON();
      const free = rooms.filter((room) => room.start === start);
      return free.find(({ resourceId }) => resourceId === place.roomId) ?? free[0] ?? [];
    });
    return found.slice(0, mostInTime);
  }

  private async nearby({ siteId, coachId, people, period, mode }: Plan): Promise<Period[]> {
    const now = this.clock.now();
    const around = daysAround * 24 * 60;
    const window = Period.of(plusMinutes(period.start, -around), plusMinutes(period.start, around));
    if (window.end <= now) return [];
    const { site, hours, closures } = await this.occupancy.calendar(siteId, window);
    const [free, taken] = await this.database.transaction(async (tx) => {
      const spans = await this.availability.freeSpans(tx, [coachId], window, now);
      return [spans.get(coachId) ?? [], await takenBy(tx, people, window)] as const;
    });
    const here = mode === 'remote' ? null : siteId;
    const offered = free
      .filter((span) => (span.siteId === null || span.siteId === here) && span.minutesLeft >= period.minutes)
      .map(({ start, end }) => Period.of(start, end));
    const open = mode === 'remote' ? [window] : openDuring(window, site.timeZone, hours, closures);
    const possible = offered.flatMap((span) => open.flatMap((hour) => span.intersection(hour) ?? []));
    const roundUp = (at: Date) => upToGrid(at, gridMinutes, site.timeZone);
    const times = slots(gaps(possible, taken), period.minutes, gridMinutes, now, roundUp);
    const others = times.filter(({ start }) => start.getTime() !== period.start.getTime());
    return nearest(others, period, timesTried);
  }

  /** The rooms that are free at each of some times, the smallest that hold all first, in one statement. */
  private async roomsAt({ siteId, people }: Plan, times: readonly Period[]): Promise<SessionAlternativeView[]> {
    return this.database.read<SessionAlternativeView>(
      `select r.id as "resourceId", r.name, t.start, t.end
       from jsonb_to_recordset($2) as t (start text, "end" text)
       join resource r on r.site_id = $1 and r.kind = 'room' and r.status = 'active' and r.capacity > $3
         and not r.needs_approval
       join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
       where not exists (
         select 1 from occupation o
         where o.resource_id = r.id and (o.expires_at is null or o.expires_at > $4)
           and ${overlaps('o', 't.start::timestamptz', 't.end::timestamptz + make_interval(mins => l.buffer_minutes)')})
       order by r.capacity, r.name`,
      [siteId, JSON.stringify(times), people.length, this.clock.now()],
    );
  }
}

async function takenBy(tx: EntityManager, people: readonly string[], window: Period): Promise<Period[]> {
  const rows: { start: Date; end: Date }[] = await tx.query(
    `select o.starts_at as start, o.ends_at as "end" from occupation o
     where o.person_id = any($1) and ${overlaps('o', '$2', '$3')}`,
    [people, window.start, window.end],
  );
  return rows.map(({ start, end }) => Period.of(start, end));
}
