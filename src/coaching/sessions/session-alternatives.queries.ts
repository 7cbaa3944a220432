import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { upToGrid } from '../../bookings/booking.rules';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { Period, plusMinutes } from '../../kernel/period';
import { gaps, nearest, slots } from '../../occupancy/free.rules';
import { OccupancyQueries } from '../../occupancy/occupancy.queries';
import { doubleBooking } from '../../occupancy/occupancy.service';
import { Database } from '../../platform/database/database';
import { AvailabilityQueries } from '../coaches/availability.queries';
import { SessionAlternativeView, SessionClashView } from './session-answers.view';
import { WantedPlace } from './session-plan';
import { personTaken } from './session-taking.service';
import { Plan } from './session.facts';
import { gridMinutes } from './session.rules';

const mostElsewhere = 3;
const mostInTime = 3;
/** How far around the wanted time is looked, and at how many times at most whether there is a room. */
const daysAround = 4;
const timesTried = 6;

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
    if (error.code === 'no_double_booking') return doubleBooking(await this.to(plan, place));
    if (error.code !== 'person_not_twice') return error;
    const { who, personId } = error.extra as { who: 'coach' | 'entrepreneur'; personId: string };
    return personTaken(who, personId, await this.times(plan, place));
  }

  /** What was free when this was asked; an offer, not a promise. */
  async to(plan: Plan, place: WantedPlace): Promise<SessionAlternativeView[]> {
    const elsewhere = place.mode === 'remote' ? [] : (await this.rooms(plan, plan.period)).slice(0, mostElsewhere);
    return [...elsewhere.filter(({ resourceId }) => resourceId !== place.roomId), ...(await this.times(plan, place))];
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
           and o.starts_at > $4::timestamptz - interval '26 hours'
           and o.starts_at < $5::timestamptz + make_interval(mins => w.buffer) and o.ends_at > $4)`,
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

  /** The nearest times at which the coach offers a session, nobody has anything else, and there is a room. */
  private async times(plan: Plan, place: WantedPlace): Promise<SessionAlternativeView[]> {
    const found: SessionAlternativeView[] = [];
    for (const time of await this.nearby(plan)) {
      if (found.length === mostInTime) break;
      if (place.mode === 'remote') {
        found.push({ resourceId: null, name: null, ...time.toJSON() });
        continue;
      }
      const rooms = await this.rooms(plan, time);
      const room = rooms.find(({ resourceId }) => resourceId === place.roomId) ?? rooms[0];
      if (room) found.push(room);
    }
    return found;
  }

  private async nearby({ siteId, coachId, people, period, mode }: Plan): Promise<Period[]> {
    const now = this.clock.now();
    const around = daysAround * 24 * 60;
    const window = Period.of(plusMinutes(period.start, -around), plusMinutes(period.start, around));
    if (window.end <= now) return [];
    const [free, taken, timeZone] = await this.database.transaction(async (tx) => {
      const spans = await this.availability.freeSpans(tx, [coachId], window, now);
      return [spans.get(coachId) ?? [], await takenBy(tx, people, window), await clockOf(tx, siteId)] as const;
    });
    const here = mode === 'remote' ? null : siteId;
    const offered = free
      .filter((span) => (span.siteId === null || span.siteId === here) && span.minutesLeft >= period.minutes)
      .map(({ start, end }) => Period.of(start, end));
    const roundUp = (at: Date) => upToGrid(at, gridMinutes, timeZone);
    const times = slots(gaps(offered, taken), period.minutes, gridMinutes, now, roundUp);
    return nearest(times, period, timesTried);
  }

  private async rooms({ siteId, people }: Plan, period: Period): Promise<SessionAlternativeView[]> {
    const needs = { kind: 'room', capacity: people.length + 1 };
    const free = await this.occupancy.free(siteId, period, needs, this.clock.now());
    return free
      .filter(({ needsApproval }) => !needsApproval)
      .map(({ id, name }) => ({ resourceId: id, name, ...period.toJSON() }));
  }
}

async function takenBy(tx: EntityManager, people: readonly string[], window: Period): Promise<Period[]> {
  const rows: { start: Date; end: Date }[] = await tx.query(
    `select starts_at as start, ends_at as "end" from occupation
     where person_id = any($1) and starts_at > $2::timestamptz - interval '26 hours' and starts_at < $3 and ends_at > $2`,
    [people, window.start, window.end],
  );
  return rows.map(({ start, end }) => Period.of(start, end));
}

async function clockOf(tx: EntityManager, siteId: string): Promise<string> {
  const rows: { timeZone: string }[] = await tx.query('select time_zone as "timeZone" from site where id = $1', [
    siteId,
  ]);
  return rows[0]?.timeZone ?? 'UTC';
}
