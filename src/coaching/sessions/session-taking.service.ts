import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OffersService } from '../../bookings/waiting-list/offers.service';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { Period } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { doubleBooking, Freed, OccupancyService } from '../../occupancy/occupancy.service';
import { overlaps } from '../../occupancy/overlap';
import { AvailabilityQueries } from '../coaches/availability.queries';
import { Plan, readCase, SessionFacts } from './session.facts';
import { sessionRules } from './session-laws.rules';
import { Room, SessionCase } from './session.rules';
import { SessionRow } from './session.view';
import { peopleOf, venturesOf } from './session.store';

/** Among which rooms one is chosen, best first; none over a link. */
export interface Choice {
  rooms: readonly string[];
  sessionId: string;
  /** Where a session that moves has been until now. */
  before?: Period;
}

/** What a session has been given. */
export interface Placed {
  room: Room | null;
  coach: SessionFacts['coach'];
}

/** How a session takes coach, founders and room in one act, and lets them go. Every method joins a transaction. */
@Injectable()
export class SessionTaking {
  constructor(
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly availability: AvailabilityQueries,
    private readonly offers: OffersService,
  ) {}

  /** Locks everybody and everything that a plan concerns: people, then ventures, then rooms. */
  lockPlan(tx: EntityManager, plan: Plan, rooms: readonly string[]): Promise<void> {
    return this.occupancy.lock(tx, { people: concernedBy(plan), ventures: sharing(plan), resources: rooms });
  }

  /** Locks everybody and everything that a session concerns, together with the rooms and the plan of another. */
  lockSession(
    tx: EntityManager,
    session: SessionRow,
    also: { rooms?: readonly string[]; plan?: Plan } = {},
  ): Promise<void> {
    const { rooms = [], plan } = also;
    return this.occupancy.lock(tx, {
      people: [...peopleOf(session), ...(plan ? concernedBy(plan) : [])],
      ventures: [...venturesOf(session), ...(plan ? sharing(plan) : [])],
      resources: [...rooms, ...(session.roomId === null ? [] : [session.roomId])],
    });
  }

  /** The case of a plan with the first of the rooms that is free; no room when none is. */
  async consider(tx: EntityManager, plan: Plan, { rooms, sessionId, before }: Choice): Promise<SessionCase & Placed> {
    const now = this.clock.now();
    const roomId = rooms.length === 0 ? null : await firstFree(tx, rooms, plan.period, now, sessionId);
    // A room that was named and is taken is judged all the same: its rules are told before somebody else's booking.
    const judged = roomId ?? (rooms.length === 1 ? (rooms[0] ?? null) : null);
    return readCase(tx, this.availability, plan, { roomId: judged, sessionId, before, now });
  }

  /**
   * Judges a plan and takes all it needs, or nothing. All must be locked, and a session that moves must have let go.
   * @throws Refused with every rule that it would break; Conflict `person_not_twice` or `no_double_booking`
   */
  async place(tx: EntityManager, plan: Plan, choice: Choice): Promise<Placed> {
    const facts = await this.consider(tx, plan, choice);
    insist(sessionRules, facts);
    const { room, coach } = facts;
    if (plan.mode !== 'remote' && !room) throw doubleBooking();
    await this.take(tx, plan, choice.sessionId, facts);
    return { room, coach };
  }

  /** Lets go what sessions have taken, and answers what that frees; {@link passOn} it when all else is done. */
  letGo(tx: EntityManager, sessionIds: readonly string[]): Promise<Freed[]> {
    return this.occupancy.release(tx, sessionIds);
  }

  /** Ends what a session has taken at an earlier instant, and answers what that frees. */
  shorten(tx: EntityManager, sessionId: string, end: Date): Promise<Freed[]> {
    return this.occupancy.shorten(tx, sessionId, end);
  }

  /** Offers rooms that have become free to those who wait for them. The rooms must be locked. */
  passOn(tx: EntityManager, freed: readonly Freed[]): Promise<void> {
    return this.offers.offer(tx, freed);
  }

  /** The coach is taken with the coach's buffer, the room with its time for cleaning. Whoever is refused undoes it all. */
  private async take(tx: EntityManager, plan: Plan, causeId: string, { coach, room }: Placed): Promise<void> {
    const { siteId, coachId, people, period } = plan;
    const taking = { cause: 'session' as const, causeId, siteId, holderId: people[0] ?? coachId, period };
    const person = async (id: string, who: 'coach' | 'entrepreneur', bufferMinutes: number) => {
      try {
        await this.occupancy.take(tx, { ...taking, people: [id], bufferMinutes });
      } catch (error) {
        throw error instanceof Conflict && error.code === 'person_not_twice' ? personTaken(who, id) : error;
      }
    };
    await person(coachId, 'coach', coach.bufferMinutes);
    for (const id of [...new Set(people)].sort()) await person(id, 'entrepreneur', 0);
    if (room) await this.occupancy.take(tx, { ...taking, resources: [room.id], bufferMinutes: room.bufferMinutes });
  }
}

function concernedBy({ coachId, people, payer }: Plan): string[] {
  return [coachId, ...people, ...(payer ? [payer.personId] : [])];
}

function sharing({ payer }: Plan): string[] {
  return payer?.ventureId ? [payer.ventureId] : [];
}

/** The answer when somebody has something else at that time. What it is, is nobody's business. */
export function personTaken(who: 'coach' | 'entrepreneur', personId: string, alternatives: unknown[] = []): Conflict {
  const detail =
    who === 'coach' ? 'The coach has something else at that time.' : 'A founder has something else at that time.';
  return new Conflict('person_not_twice', detail, { who, personId, alternatives });
}

/** The first of some rooms that nobody has during the period and its cleaning; what `except` has does not count. */
async function firstFree(
  tx: EntityManager,
  rooms: readonly string[],
  period: Period,
  now: Date,
  except: string,
): Promise<string | null> {
  const rows: { id: string }[] = await tx.query(
    `select r.id
     from unnest($1::uuid[]) with ordinality as wanted (id, place)
     join resource r on r.id = wanted.id
     join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
     where not exists (
       select 1 from occupation o
       where o.resource_id = r.id and o.cause_id <> $5 and (o.expires_at is null or o.expires_at > $4)
         and ${overlaps('o', '$2', '$3::timestamptz + make_interval(mins => l.buffer_minutes)')})
     order by wanted.place limit 1`,
    [rooms, period.start, period.end, now, except],
  );
  return rows[0]?.id ?? null;
}
