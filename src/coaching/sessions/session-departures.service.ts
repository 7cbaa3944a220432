import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Audit } from '../../platform/audit/audit';
import { SessionDates } from './session-cancellation.service';
import { changeSession, record } from './session.store';
import { sessionColumns, sessionJoins, SessionRow } from './session.view';

/** A session that goes on without one of its founders. */
export type Departure = SessionRow & { leaverId: string };

/** Founders who leave sessions of their team that others pay: whose membership ends, rests or is suspended takes part no more. */
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
      `select ${sessionColumns}, u.person_id as "leaverId" from ${sessionJoins}
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
   * Takes those who leave out of their sessions, and frees their time. Whoever pays and what it costs stays. The caller
   * holds the lock of whoever leaves, which every command on the session takes as well.
   */
  async leave(tx: EntityManager, departures: readonly Departure[], actor: Actor): Promise<void> {
    const now = this.clock.now();
    for (const { leaverId, ...session } of departures) {
      const one = [session.id, leaverId];
      await tx.query('delete from session_participant where session_id = $1 and person_id = $2', one);
      await tx.query('delete from occupation where cause_id = $1 and person_id = $2', one);
      await changeSession(tx, session, 'updated_at = $3', [now]);
      await record(this.audit, tx, { actor, now }, session, 'leave', { by: 'house', personId: leaverId });
    }
  }
}
