import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { localDate } from '../../kernel/site-time';
import { actorId } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { MembershipRow } from './membership.row';
import { MembershipStore } from './membership.store';
import { MembershipView, membershipView } from './membership.view';
import { Dates, overlap, pauseRules } from './term.rules';

/** A pause that is asked for. */
export interface WantedPause extends Dates {
  reason?: string | null;
}

/** One question at a time: the unique index of that name decides. */
const pauseLaws: Laws = {
  pause_requested: () => new Conflict('pause_requested', 'A pause has been asked for already and waits for an answer.'),
};

/** Asking for pauses and refusing them. Approving one touches bookings, and is a story of its own. */
@Injectable()
export class PausesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly store: MembershipStore,
  ) {}

  /** Asks for a pause. @throws Refused `pause_limits`, `in_the_past`; Conflict `pause_requested`, `membership_state` */
  async request(actor: Actor, id: string, wanted: WantedPause): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, 'request-pause', actor, id);
      const now = this.clock.now();
      this.insistOnLimits(membership, wanted, now);
      await tx.query(
        `insert into pause (id, membership_id, starts_on, ends_on, status, reason, requested_at)
         values ($1, $2, $3, $4, 'requested', $5, $6)`,
        [newId(), id, wanted.startsOn, wanted.endsOn, wanted.reason ?? null, now],
      );
      const facts = { from: wanted.startsOn, to: wanted.endsOn };
      await this.store.write(tx, membership, 'request-pause', {}, { actor, now, facts: { pause: facts } });
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    }, pauseLaws);
    this.doorbell.ring();
    return view;
  }

  /** Refuses the pause that was asked for; the person reads the reason. @throws Conflict `pause_not_requested` */
  async refuse(actor: Actor, id: string, reason: string): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, 'refuse-pause', actor, id);
      const now = this.clock.now();
      const { id: pauseId } = insistOnRequestedPause(membership);
      await tx.query(
        `update pause set status = 'refused', answer = $2, decided_by = $3, decided_at = $4
         where id = $1 and status = 'requested'`,
        [pauseId, reason, actorId(actor), now],
      );
      await this.store.write(tx, membership, 'refuse-pause', {}, { actor, now, facts: { pauseId, reason } });
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    });
    this.doorbell.ring();
    return view;
  }

  /** Puts the pause that was asked for into force. The membership is locked. @returns the pause */
  async approve(tx: EntityManager, membership: MembershipRow, actor: Actor, now: Date): Promise<Dates> {
    const pause = insistOnRequestedPause(membership);
    this.insistOnLimits(membership, pause, now);
    await tx.query(
      `update pause set status = 'approved', decided_by = $2, decided_at = $3 where id = $1 and status = 'requested'`,
      [pause.id, actorId(actor), now],
    );
    return pause;
  }

  /** @throws Refused `pause_limits`, `in_the_past` */
  insistOnLimits(membership: MembershipRow, wanted: Dates, now: Date): void {
    const { terms, pauses, plan } = membership;
    insist(pauseRules, {
      wanted,
      today: localDate(now, membership.timeZone),
      term: terms.find((term) => term.startsOn <= wanted.startsOn && wanted.startsOn <= term.endsOn),
      taken: pauses.filter((pause) => pause.status === 'approved'),
      plan,
    });
  }
}

/** The pause that waits for an answer. @throws Conflict `pause_not_requested` */
export function insistOnRequestedPause({ pauses }: MembershipRow): MembershipRow['pauses'][number] {
  const pause = pauses.find(({ status }) => status === 'requested');
  if (!pause) throw new Conflict('pause_not_requested', 'No pause waits for an answer.');
  return pause;
}

/** The approved pause that holds a date, when there is one. */
export function pauseOn({ pauses }: MembershipRow, date: string): MembershipRow['pauses'][number] | undefined {
  return pauses.find((pause) => pause.status === 'approved' && overlap(pause, { startsOn: date, endsOn: date }));
}
