import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { MembershipEvent } from './membership.rules';
import { MembershipChange, MembershipStore } from './membership.store';
import { MembershipView, membershipView } from './membership.view';

/** What happens to a membership while it runs and touches nothing but itself. */
@Injectable()
export class MembershipLifeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly store: MembershipStore,
  ) {}

  /** Lets a suspended member in again. @throws Conflict `membership_state`; Forbidden `segregation_of_duties` */
  reinstate(actor: Actor, id: string): Promise<MembershipView> {
    const change = { suspendedReason: null, suspendedAt: null, reviewOn: null, suspensionAnswer: null };
    return this.happen('reinstate', actor, id, { status: 'active', ...change });
  }

  /** What a suspended member says to it; managers read it before they decide further. */
  answerSuspension(actor: Actor, id: string, text: string): Promise<MembershipView> {
    return this.happen('answer-suspension', actor, id, { suspensionAnswer: text });
  }

  private async happen(
    event: MembershipEvent,
    actor: Actor,
    id: string,
    change: MembershipChange,
  ): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, event, actor, id);
      const now = this.clock.now();
      await this.store.write(tx, membership, event, change, { actor, now });
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    });
    this.doorbell.ring();
    return view;
  }
}
