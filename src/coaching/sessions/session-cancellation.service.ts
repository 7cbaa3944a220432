import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { LocalDate } from '../../kernel/site-time';
import { Why } from '../../kernel/why';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit, actorId } from '../../platform/audit/audit';
import { SessionTaking } from './session-taking.service';
import { record } from './session.store';
import { sessionColumns, sessionJoins, SessionRow } from './session.view';

/** Which sessions: those of an assignment, those a membership stands behind, or some by their ids. */
export type WhichSessions = { assignmentId: string } | { membershipId: string } | { ids: readonly string[] };

/** Dates by the clock of the session's site, both included; what is left out has no bound. */
export interface SessionDates {
  from?: LocalDate;
  to?: LocalDate;
}

/**
 * Sessions that fall with what stands behind them: an assignment that ends, a membership that pauses, a site that
 * closes. Nobody is charged for what the house calls off.
 */
@Injectable()
export class SessionCancellation {
  constructor(
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly taking: SessionTaking,
    private readonly audit: Audit,
  ) {}

  /** Sessions that are agreed upon and have not begun. A membership's are also those that its holder alone attends there, whoever pays. */
  async ahead(tx: EntityManager, which: WhichSessions, { from, to }: SessionDates = {}): Promise<SessionRow[]> {
    const {
      assignmentId,
      membershipId,
      ids,
    }: { assignmentId?: string; membershipId?: string; ids?: readonly string[] } = which;
    return tx.query(
      `select ${sessionColumns} from ${sessionJoins}
       left join coaching_assignment a on a.id = k.assignment_id
       left join membership u on u.id = $2
       where k.status = 'confirmed' and k.starts_at > $4
         and (k.assignment_id = $1 or k.membership_id = $2 or a.membership_id = $2 or k.id = any($3)
              or (k.site_id = u.site_id and k.type <> 'exit_talk' and exists (
                    select 1 from session_participant x where x.session_id = k.id and x.person_id = u.person_id)
                  and not exists (
                    select 1 from session_participant x where x.session_id = k.id and x.person_id <> u.person_id)))
         and ($5::date is null or k.ends_at > $5::date::timestamp at time zone s.time_zone)
         and ($6::date is null or k.starts_at < ($6::date + 1)::timestamp at time zone s.time_zone)
       order by k.starts_at, k.id`,
      [assignmentId ?? null, membershipId ?? null, ids ?? [], this.clock.now(), from ?? null, to ?? null],
    );
  }

  /**
   * Calls off the sessions ahead in the caller's transaction, and answers them as they were. The caller holds the lock
   * of one of the people of each (its holder, its coach), which every command on a session takes as well.
   */
  async cancelOf(
    tx: EntityManager,
    which: WhichSessions,
    { reason, because }: Why,
    actor: Actor,
    dates: SessionDates = {},
  ): Promise<SessionRow[]> {
    const now = this.clock.now();
    const touched = await this.ahead(tx, which, dates);
    if (touched.length === 0) return [];
    // Rooms come last in the order of locks; what is freed is passed on under theirs.
    await this.occupancy.lock(tx, { resources: touched.flatMap(({ roomId }) => (roomId === null ? [] : [roomId])) });
    const [rows]: [{ id: string }[], number] = await tx.query(
      `update coaching_session set status = 'cancelled', late = false, reason = $2, because = $5, ended_by = $3, ended_at = $4,
         version = version + 1, updated_at = $4
       where id = any($1) and status = 'confirmed' returning id`,
      [touched.map(({ id }) => id), reason, actorId(actor), now, because],
    );
    const cancelled = new Set(rows.map(({ id }) => id));
    const freed = await this.taking.letGo(tx, [...cancelled]);
    await tx.query('select settle_sessions($1, $2)', [[...cancelled], now]);
    const fallen = touched.filter(({ id }) => cancelled.has(id));
    for (const session of fallen) {
      const facts = { by: 'house', late: false, ...(because && { because }) };
      await record(this.audit, tx, { actor, now }, session, 'cancel', facts);
    }
    await this.taking.passOn(tx, freed);
    return fallen;
  }
}
