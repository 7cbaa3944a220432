import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { byHouse } from '../../kernel/why';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { ClashAnswer } from '../coaches/outside-calendar.rules';
import { SessionCancellation } from '../sessions/session-cancellation.service';
import { CalendarClashView, ClashRow, clashRows, clashView } from './clash.view';

/** The coach's word on what holds when a session and the calendar outside want the same time. */
@Injectable()
export class ClashService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly sessions: SessionCancellation,
    private readonly doorbell: Doorbell,
  ) {}

  /**
   * Keeps the session, or calls it off at no cost to the founder. Under the coach's lock, as every command on a session.
   * @throws Missing for anybody else's; Conflict `clash_answered`, `session_state` when the session is over or stands
   * no more
   */
  async answer(actor: Actor, id: string, answer: ClashAnswer): Promise<CalendarClashView> {
    const view = await this.database.transaction(async (tx) => {
      const at = this.clock.now();
      await this.occupancy.lock(tx, { people: [actor.personId] });
      const clash = await ownClash(tx, actor, id);
      if (clash.answer !== null)
        throw new Conflict('clash_answered', 'You have answered this.', { state: clash.answer });
      const meets = clash.start < clash.busyUntil && clash.busyFrom < clash.end;
      if (clash.status !== 'confirmed' || clash.start <= at || !meets) {
        throw new Conflict('session_state', 'There is nothing left to decide about this session.', {
          state: clash.status,
        });
      }
      await tx.query('update calendar_clash set answer = $2, answered_at = $3 where id = $1', [id, answer, at]);
      const facts = { sessionId: clash.sessionId, answer };
      await this.audit.write(tx, { at, actor, action: 'calendar_clash.answer', subjectId: id, facts });
      if (answer === 'cancel') {
        await this.sessions.cancelOf(tx, { ids: [clash.sessionId] }, byHouse('coach_busy'), actor);
      }
      return clashView(await ownClash(tx, actor, id));
    });
    if (answer === 'cancel') this.doorbell.ring();
    return view;
  }
}

/** @throws Missing */
async function ownClash(tx: EntityManager, actor: Actor, id: string): Promise<ClashRow> {
  const rows: ClashRow[] = await tx.query(`${clashRows} where x.id = $1 and x.coach_id = $2`, [id, actor.personId]);
  if (!rows[0]) throw new Missing('clash');
  return rows[0];
}
