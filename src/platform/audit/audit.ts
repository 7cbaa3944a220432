import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { newId } from '../../kernel/id';

/** One deed to be written down. `facts` never hold secrets or the words of private notes. */
export interface Deed {
  at: Date;
  actor: Actor;
  /** Subject and verb, such as `booking.cancel`. */
  action: string;
  subjectId: string;
  siteId?: string | null;
  facts?: Record<string, unknown>;
}

/** The audit trail. A deed is written in the transaction of the change, so neither exists without the other. */
@Injectable()
export class Audit {
  /** Adds a line to the trail. */
  async write(tx: EntityManager, deed: Deed): Promise<void> {
    await tx.query(
      `insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        newId(),
        deed.at,
        actorId(deed.actor),
        deed.siteId ?? null,
        deed.action,
        deed.subjectId,
        JSON.stringify(deed.facts ?? {}),
      ],
    );
  }
}

/** The id to write for an actor: null for what happens by itself. */
export function actorId(actor: Actor): string | null {
  return actor.personId === theHouse.personId ? null : actor.personId;
}
