import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Forbidden } from '../kernel/errors';
import { People } from '../people/people.service';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { noteAccountChange } from './account-notices';
import { forgetSecondFactor, insistOnSecondFactor } from './second-factor/second-factor.service';
import { Sessions } from './sessions.service';

/** What administrators do to accounts: closing, opening, taking a lost second factor away. Effective on the person's next request. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly doorbell: Doorbell,
  ) {}

  /** Closes an account and ends its sessions. @throws Missing; Conflict `last_administrator`, `person_active` */
  async disable(actor: Actor, personId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.people.disable(tx, actor, personId, at);
      await this.sessions.endAll(tx, actor, personId, 'disabled', at);
    });
  }

  /**
   * Takes the second factor from somebody who has lost it, with their recovery codes, and ends their sessions; they are
   * told by mail. Nobody does that for themselves: whoever has sat down at an administrator's screen would, too.
   * @throws Forbidden `segregation_of_duties`; Conflict `second_factor_off`
   */
  async resetSecondFactor(actor: Actor, personId: string): Promise<void> {
    if (actor.personId === personId)
      throw new Forbidden('segregation_of_duties', 'Ask another administrator, or use a recovery code.');
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      await insistOnSecondFactor(tx, personId);
      await forgetSecondFactor(tx, personId);
      await this.audit.write(tx, { at, actor, action: 'second_factor.reset', subjectId: personId });
      await noteAccountChange(tx, personId, 'second_factor_reset', at);
      await this.sessions.endAll(tx, actor, personId, 'second_factor_changed', at);
    });
    this.doorbell.ring();
  }

  /** Opens it again; the person signs in anew. @throws Missing; Conflict `person_disabled` */
  async enable(actor: Actor, personId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction((tx) => this.people.enable(tx, actor, personId, at));
  }
}
