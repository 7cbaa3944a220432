import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock';
import { Conflict } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Period, plusMinutes } from '../kernel/period';
import { Cause } from './occupation.entity';

/** Who and what an act concerns, by id: people, the ventures that share with them, and resources. */
export interface Subjects {
  people?: readonly string[];
  /** Locked for the sake of what they share; never taken themselves. */
  ventures?: readonly string[];
  resources?: readonly string[];
}

/** One act of taking: all subjects for one period, or none of them. */
export interface Taking extends Omit<Subjects, 'ventures'> {
  cause: Cause;
  causeId: string;
  siteId: string | null;
  holderId: string | null;
  period: Period;
  /** Minutes for cleaning after the period; taken, but not shown. */
  bufferMinutes?: number;
  expiresAt?: Date;
}

/** A resource that has become free for a while. */
export interface Freed {
  resourceId: string;
  start: Date;
  /** The time for cleaning included. */
  end: Date;
}

/** Rows may not be longer than the constraint `occupation_longest` allows; longer maintenance becomes several. */
const longestRow = 24 * 60;

/** The one ledger of who and what is taken. Every method joins the caller's transaction. */
@Injectable()
export class OccupancyService {
  constructor(private readonly clock: Clock) {}

  /**
   * Locks the subjects of a command: people, then ventures, then resources, each kind once, by id. Call it before reading anything
   * that the command decides on.
   */
  async lock(tx: EntityManager, subjects: Subjects): Promise<void> {
    const { people, ventures, resources } = subjects;
    await tx.query('select lock_subjects($1, $2, $3)', [sorted(people), sorted(ventures), sorted(resources)]);
  }

  /**
   * Takes all subjects for the period, or none. The subjects must be locked.
   * @throws Conflict `no_double_booking` when a resource, `person_not_twice` when a person is taken already.
   */
  async take(tx: EntityManager, taking: Taking): Promise<void> {
    const resources = sorted(taking.resources);
    const people = sorted(taking.people);
    const pieces = split(taking.period);
    // A constraint cannot look at the clock: holds that have lapsed are let go before it is asked.
    await tx.query('delete from occupation where (resource_id = any($1) or person_id = any($2)) and expires_at <= $3', [
      resources,
      people,
      this.clock.now(),
    ]);
    const rows: { id: string; resource_id: string | null }[] = await tx.query(
      `insert into occupation (id, cause, cause_id, resource_id, person_id, site_id, holder_id,
                               starts_at, ends_at, buffer_minutes, expires_at)
       select r.id, $2, $3, r.resource, r.person, $4, $5, r.start, r.finish, $6, $7
       from jsonb_to_recordset($1) as r (id uuid, resource uuid, person uuid, start timestamptz, finish timestamptz)
       on conflict do nothing returning id, resource_id`,
      [
        JSON.stringify(
          [...people.map((person) => ({ person })), ...resources.map((resource) => ({ resource }))].flatMap((subject) =>
            pieces.map((piece, index) => ({
              id: newId(),
              ...subject,
              start: piece.start,
              finish: index === pieces.length - 1 ? plusMinutes(piece.end, taking.bufferMinutes ?? 0) : piece.end,
            })),
          ),
        ),
        taking.cause,
        taking.causeId,
        taking.siteId,
        taking.holderId,
        taking.bufferMinutes ?? 0,
        taking.expiresAt ?? null,
      ],
    );
    const takenResources = rows.filter((row) => row.resource_id !== null).length;
    if (takenResources < resources.length * pieces.length) throw doubleBooking();
    if (rows.length - takenResources < people.length * pieces.length) throw personTwice();
  }

  /**
   * Moves many rows at once: they are taken out and written again, so that what moves up into the place of what has moved
   * on is never in its way. The constraints are asked as always. The subjects must be locked.
   */
  async move(tx: EntityManager, rows: readonly { id: string; startsAt: Date; endsAt: Date }[]): Promise<void> {
    const after = new Map(rows.map((row) => [row.id, row]));
    const [gone]: [{ row: Record<string, unknown> & { id: string } }[], number] = await tx.query(
      'delete from occupation o where id = any($1) returning to_jsonb(o) as row',
      [[...after.keys()]],
    );
    const written = gone.map(({ row }) => {
      const { startsAt, endsAt } = after.get(row.id) ?? {};
      return { ...row, starts_at: startsAt, ends_at: endsAt };
    });
    await tx.query('insert into occupation select * from jsonb_populate_recordset(null::occupation, $1)', [
      JSON.stringify(written),
    ]);
  }

  /** Lets go whatever the causes have taken, and answers which resources that frees. */
  async release(tx: EntityManager, causeIds: readonly string[]): Promise<Freed[]> {
    const [rows]: [(Omit<Freed, 'resourceId'> & { resourceId: string | null })[], number] = await tx.query(
      `delete from occupation where cause_id = any($1)
       returning resource_id as "resourceId", starts_at as start, ends_at as "end"`,
      [causeIds],
    );
    return rows.flatMap(({ resourceId, ...times }) => (resourceId === null ? [] : [{ resourceId, ...times }]));
  }

  /** Ends what a cause has taken at an earlier instant, and answers what that frees. */
  async shorten(tx: EntityManager, causeId: string, end: Date): Promise<Freed[]> {
    const [rows]: [(Omit<Freed, 'resourceId'> & { resourceId: string | null })[], number] = await tx.query(
      `with before as (select id, ends_at from occupation where cause_id = $1)
       update occupation o
       set ends_at = least(o.ends_at, $2::timestamptz + make_interval(mins => o.buffer_minutes))
       from before b where b.id = o.id
       returning o.resource_id as "resourceId", o.ends_at as start, b.ends_at as "end"`,
      [causeId, end],
    );
    return rows.flatMap(({ resourceId, ...times }) =>
      resourceId === null || times.start >= times.end ? [] : [{ resourceId, ...times }],
    );
  }
}

/** The answer to a resource that somebody else has. */
export function doubleBooking(alternatives: unknown[] = []): Conflict {
  return new Conflict('no_double_booking', 'Somebody has this place at that time.', { alternatives });
}

/** The answer to a person who is somewhere else at that time. */
export function personTwice(): Conflict {
  return new Conflict('person_not_twice', 'One of the people has something else at that time.');
}

function sorted(ids: readonly string[] = []): string[] {
  return [...new Set(ids)].sort();
}

function split(period: Period): Period[] {
  const pieces: Period[] = [];
  let start = period.start;
  while (start < period.end) {
    const end = plusMinutes(start, longestRow);
    pieces.push(Period.of(start, end < period.end ? end : period.end));
    start = end;
  }
  return pieces;
}
