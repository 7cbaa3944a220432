import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { People } from '../people/people.service';
import { Database } from '../platform/database/database';
import { Sessions } from './sessions.service';

/** Closing and opening accounts. Effective on the person's next request. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly sessions: Sessions,
  ) {}

  /** Closes an account and ends its sessions. @throws Missing; Conflict `last_administrator`, `person_active` */
  async disable(actor: Actor, personId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.people.disable(tx, actor, personId, at);
      await this.sessions.endAll(tx, actor, personId, 'disabled', at);
    });
  }

  /** Opens it again; the person signs in anew. @throws Missing; Conflict `person_disabled` */
  async enable(actor: Actor, personId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction((tx) => this.people.enable(tx, actor, personId, at));
  }
}
