import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Period } from '../../kernel/period';
import { inWords } from '../../kernel/why';
import { overlaps } from '../../occupancy/overlap';
import { Audit } from '../../platform/audit/audit';
import { SessionCancellation } from './session-cancellation.service';
import { changeSession, record } from './session.store';
import { sessionColumns, sessionJoins, SessionRow } from './session.view';

/** Where the house takes rooms away: a site, one of its resources, a stretch of time. */
export interface TakenAway {
  siteId: string;
  resourceId?: string;
  period?: Period;
}

/** A session that lost its room, as it was, and the equal room it has instead; none when it was called off. */
export interface Displaced {
  session: SessionRow;
  instead: { id: string; name: string } | null;
}

/**
 * What becomes of sessions when the house takes their room: they meet in an equal one at the same time, or are called
 * off when there is none. Coach and founders have agreed on the time, so nothing is put in its place without asking them.
 */
@Injectable()
export class SessionDisplacement {
  constructor(
    private readonly clock: Clock,
    private readonly cancellation: SessionCancellation,
    private readonly audit: Audit,
  ) {}

  /** Sessions ahead that meet in a room there. Those that have begun are left in peace. */
  async inRooms(tx: EntityManager, { siteId, resourceId, period }: TakenAway): Promise<SessionRow[]> {
    return tx.query(
      `select ${sessionColumns} from ${sessionJoins}
       where k.site_id = $1 and k.status = 'confirmed' and k.room_id is not null and k.starts_at > $2
         and ($3::uuid is null or k.room_id = $3)
         and ($4::timestamptz is null or k.starts_at < $5 and k.ends_at + make_interval(mins => coalesce(
              (select l.buffer_minutes from resource_rule l where l.site_id = r.site_id and l.kind = r.kind), 0)) > $4)
       order by k.starts_at, k.id`,
      [siteId, this.clock.now(), resourceId ?? null, period?.start ?? null, period?.end ?? null],
    );
  }

  /**
   * Gives sessions an equal room, or calls them off with the reason, if there is one. Everybody concerned is locked, and with `elsewhere`
   * all rooms of the site.
   * @param elsewhere whether other rooms of the site may be taken: not when the site itself is closed
   */
  async displace(
    tx: EntityManager,
    actor: Actor,
    sessions: readonly SessionRow[],
    { reason, elsewhere }: { reason: string | null; elsewhere: boolean },
  ): Promise<Displaced[]> {
    const displaced: Displaced[] = [];
    for (const session of sessions) {
      const instead = elsewhere ? await this.equalRoom(tx, session) : null;
      if (instead) await this.moveTo(tx, actor, session, instead.id, reason);
      displaced.push({ session, instead });
    }
    // All at one instant: by it those who lose several meetings are told of them in one message.
    const ids = displaced.flatMap(({ session, instead }) => (instead ? [] : [session.id]));
    await this.cancellation.cancelOf(tx, { ids }, inWords(reason), actor);
    return displaced;
  }

  private async moveTo(
    tx: EntityManager,
    actor: Actor,
    session: SessionRow,
    roomId: string,
    reason: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    await changeSession(tx, session, 'room_id = $3, updated_at = $4', [roomId, now]);
    await tx.query('update occupation set resource_id = $2 where cause_id = $1 and resource_id is not null', [
      session.id,
      roomId,
    ]);
    const meanwhile = Period.of(session.startsAt, session.endsAt).toJSON();
    await record(this.audit, tx, { actor, now }, session, 'move', {
      by: 'house',
      reason,
      from: { mode: session.mode, roomId: session.roomId, ...meanwhile },
      to: { mode: session.mode, roomId, ...meanwhile },
    });
  }

  /** The smallest free room of the same kind that has all the other had. */
  private async equalRoom(tx: EntityManager, session: SessionRow): Promise<{ id: string; name: string } | null> {
    const rows: { id: string; name: string }[] = await tx.query(
      `select r.id, r.name
       from resource was
       join resource r on r.site_id = was.site_id and r.kind = was.kind and r.id <> was.id and r.status = 'active'
        and r.capacity >= was.capacity and r.features @> was.features and not r.needs_approval
       where was.id = $1 and not exists (
         select 1 from occupation o
         where o.resource_id = r.id and (o.expires_at is null or o.expires_at > $5)
           and ${overlaps('o', '$3', '$4')})
         and not exists (select 1 from occupation o where o.resource_id = r.id and o.cause_id = $2)
       order by r.capacity, r.id limit 1`,
      [session.roomId, session.id, session.startsAt, await this.takenUntil(tx, session), this.clock.now()],
    );
    return rows[0] ?? null;
  }

  /** Until when the session has its room, with the time for cleaning. */
  private async takenUntil(tx: EntityManager, session: SessionRow): Promise<Date> {
    const rows: { endsAt: Date }[] = await tx.query(
      'select ends_at as "endsAt" from occupation where cause_id = $1 and resource_id = $2',
      [session.id, session.roomId],
    );
    return rows[0]?.endsAt ?? session.endsAt;
  }
}
