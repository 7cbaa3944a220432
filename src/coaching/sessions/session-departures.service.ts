import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Audit } from '../../platform/audit/audit';
import { SessionDates } from './session-cancellation.service';
import { changeSession, record } from './session.store';
import { sessionColumns, sessionJoins, SessionRow } from './session.view';

/**
 * Why a founder takes part no more: their own membership does not cover it, they are not in the team then, or the
 * entrepreneur whose coaching it is is not.
 */
export type DepartureReason = 'membership' | 'team' | 'entrepreneur';

/** A session that goes on without one of its founders. */
export type Departure = SessionRow & { leaverId: string; cause: DepartureReason };

/** Sessions of a team on days on which somebody is not in it. */
export interface OutOfTeam {
  /** Those that go on with the others. */
  departures: Departure[];
  /** Those that nobody attends any more, or that were booked at the expense of somebody who attends no more. */
  fallen: SessionRow[];
}

/**
 * Founders who leave sessions of their team that others pay: whoever leaves the team, or whose membership ends, rests or
 * is suspended, takes part no more.
 */
@Injectable()
export class SessionDepartures {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Sessions ahead that the holder of a membership attends there with others, and that stand behind another membership.
   * The rest of the holder's sessions fall with the membership: see `SessionCancellation.ahead`.
   */
  async ahead(tx: EntityManager, membershipId: string, { from, to }: SessionDates = {}): Promise<Departure[]> {
    return tx.query(
      `select ${sessionColumns}, u.person_id as "leaverId", 'membership' as cause from ${sessionJoins}
       join membership u on u.id = $1 and u.site_id = k.site_id
       left join coaching_assignment a on a.id = k.assignment_id
       where k.status = 'confirmed' and k.starts_at > $2 and k.type <> 'exit_talk'
         and k.membership_id is distinct from u.id and a.membership_id is distinct from u.id
         and exists (select 1 from session_participant x where x.session_id = k.id and x.person_id = u.person_id)
         and exists (select 1 from session_participant x where x.session_id = k.id and x.person_id <> u.person_id)
         and ($3::date is null or k.ends_at > $3::date::timestamp at time zone s.time_zone)
         and ($4::date is null or k.starts_at < ($4::date + 1)::timestamp at time zone s.time_zone)
       order by k.starts_at, k.id`,
      [membershipId, this.clock.now(), from ?? null, to ?? null],
    );
  }

  /**
   * Sessions ahead of a team on days on which somebody is not in it. Of the assignments of others, whoever leaves takes
   * part no more; of their own, which they keep in whatever team, the others do not.
   */
  async outOfTeam(tx: EntityManager, ventureId: string, personId: string): Promise<OutOfTeam> {
    // With "=" and "<>" between the same two questions, who goes and who stays is said for both kinds of assignment.
    const rows: (Departure & { falls: boolean })[] = await tx.query(
      `select ${sessionColumns}, x.person_id as "leaverId",
              case when a.entrepreneur_id = $2 then 'entrepreneur' else 'team' end as cause,
              (exists (select 1 from membership p
                       where p.id = k.membership_id and (p.person_id = $2) <> (a.entrepreneur_id = $2))
               or not exists (select 1 from session_participant y
                              where y.session_id = k.id and (y.person_id = $2) = (a.entrepreneur_id = $2))) as falls
       from ${sessionJoins}
       join coaching_assignment a on a.id = k.assignment_id
       join membership h on h.id = a.membership_id and h.venture_id = $1
       join session_participant x on x.session_id = k.id and (x.person_id = $2) <> (a.entrepreneur_id = $2)
       where k.status = 'confirmed' and k.starts_at > $3
         and not exists (
           select 1 from venture_member v
           where v.venture_id = $1 and v.person_id = $2
             and v.starts_on <= (k.starts_at at time zone s.time_zone)::date
             and (v.ends_on is null or v.ends_on >= (k.starts_at at time zone s.time_zone)::date))
       order by k.starts_at, k.id, x.person_id`,
      [ventureId, personId, this.clock.now()],
    );
    const of = (wanted: boolean): Departure[] =>
      rows.flatMap(({ falls, ...departure }) => (falls === wanted ? [departure] : []));
    return { departures: of(false), fallen: onceEach(of(true)) };
  }

  /**
   * Takes those who leave out of their sessions, and frees their time. Whoever pays and what it costs stays. The caller
   * holds the lock of somebody of each session, which every command on the session takes as well.
   */
  async leave(tx: EntityManager, departures: readonly Departure[], actor: Actor): Promise<void> {
    const now = this.clock.now();
    for (const { id, leaverId } of departures) {
      await tx.query('delete from session_participant where session_id = $1 and person_id = $2', [id, leaverId]);
      await tx.query('delete from occupation where cause_id = $1 and person_id = $2', [id, leaverId]);
    }
    for (const session of onceEach(departures)) await changeSession(tx, session, 'updated_at = $3', [now]);
    for (const { leaverId, cause, ...session } of departures) {
      await record(this.audit, tx, { actor, now }, session, 'leave', {
        by: 'house',
        personId: leaverId,
        because: cause,
      });
    }
  }
}

/** Each session once, however many leave it. */
export function onceEach<Session extends { id: string }>(sessions: readonly Session[]): Session[] {
  return [...new Map(sessions.map((session) => [session.id, session])).values()];
}
