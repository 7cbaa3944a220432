import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { plusDays } from '../../kernel/site-time';
import { actorId } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { acceptanceHash, insistOnAgreement, latestDocuments } from './documents';
import { MembershipRow } from './membership.row';
import { MembershipStore } from './membership.store';
import { MembershipView, membershipView } from './membership.view';
import { addTerm, insistOnStay, termLaws } from './term.store';
import { Dates, endOfTerm, renewalRules } from './term.rules';

/** What a person brings to be renewed. */
export interface WantedRenewal {
  noOwnOffice: boolean;
  progress: string;
  /** Number or id of the latest agreement; needed when there is a newer one than the one that binds. */
  agreementVersion?: number | string;
}

type RenewalRequestRow = MembershipRow['renewals'][number];

/** One more term: asked for with a new declaration and the latest agreement, decided after a review of the progress. */
@Injectable()
export class RenewalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly store: MembershipStore,
  ) {}

  /**
   * Asks for one more term.
   * @throws Refused `renewal_cap`, `no_own_office`, `total_stay_cap`, `membership_leaving`; Conflict `agreement_version`,
   *   `renewal_requested`, `membership_state`
   */
  async request(actor: Actor, id: string, wanted: WantedRenewal): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, 'request-renewal', actor, id);
      const now = this.clock.now();
      if (openRenewal(membership)) {
        throw new Conflict('renewal_requested', 'A renewal has been asked for already and waits for an answer.');
      }
      await insistOnRenewal(tx, membership, wanted.noOwnOffice);
      const latest = await latestDocuments(tx, membership.siteId);
      insistOnAgreement(wanted.agreementVersion ?? membership.agreement.id, latest.agreement);
      const hash = acceptanceHash(membership.plan.id, latest);
      await tx.query(
        `insert into renewal_request (id, membership_id, no_own_office, progress, agreement_version_id,
           house_rules_version_id, acceptance_hash, status, requested_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'requested', $8)`,
        [newId(), id, wanted.noOwnOffice, wanted.progress, latest.agreement.id, latest.houseRules.id, hash, now],
      );
      await this.store.write(tx, membership, 'request-renewal', {}, { actor, now });
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    });
    this.doorbell.ring();
    return view;
  }

  /**
   * Grants the renewal that was asked for: a new term after the last, bound to what was accepted with the request.
   * @throws Conflict `renewal_not_requested`, `no_overlapping_terms`, `membership_state`; Refused `renewal_cap`,
   *   `total_stay_cap`, `membership_leaving`; Forbidden `segregation_of_duties`
   */
  async renew(actor: Actor, id: string, review: string): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, 'renew', actor, id);
      const now = this.clock.now();
      const request = insistOnOpenRenewal(membership);
      const term = await insistOnRenewal(tx, membership, request.noOwnOffice);
      await decide(tx, request.id, { status: 'approved', review, reason: null }, actor, now);
      await addTerm(tx, membership, 'renewal', term, now);
      await this.bind(tx, membership, request, term, { actor, now });
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    }, termLaws);
    this.doorbell.ring();
    return view;
  }

  /** Refuses the renewal that was asked for; the person reads the reason. @throws Conflict `renewal_not_requested` */
  async refuse(actor: Actor, id: string, reason: string): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, 'refuse-renewal', actor, id);
      const now = this.clock.now();
      const request = insistOnOpenRenewal(membership);
      await decide(tx, request.id, { status: 'refused', review: null, reason }, actor, now);
      await this.store.write(tx, membership, 'refuse-renewal', {}, { actor, now, facts: { reason } });
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    });
    this.doorbell.ring();
    return view;
  }

  /** What was accepted with the request binds from now on. */
  private async bind(
    tx: EntityManager,
    membership: MembershipRow,
    request: RenewalRequestRow,
    { startsOn, endsOn }: Dates,
    by: { actor: Actor; now: Date },
  ): Promise<void> {
    const { agreementVersionId, houseRulesVersionId, acceptanceHash: hash } = request;
    const acceptedAt = new Date(request.requestedAt);
    await tx.query(
      `insert into acceptance (id, membership_id, agreement_version_id, house_rules_version_id, hash, accepted_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(), membership.id, agreementVersionId, houseRulesVersionId, hash, acceptedAt],
    );
    await this.store.write(
      tx,
      membership,
      'renew',
      { endsOn, agreementVersionId, houseRulesVersionId, acceptanceHash: hash, acceptedAt },
      { ...by, facts: { startsOn, endsOn } },
    );
  }
}

/** Judges one more term after the last. @returns the term */
async function insistOnRenewal(tx: EntityManager, membership: MembershipRow, noOwnOffice: boolean): Promise<Dates> {
  const { terms, plan, noticeGivenOn, endReason, endsOn } = membership;
  insist(renewalRules, {
    renewals: terms.filter(({ kind }) => kind === 'renewal').length,
    maxRenewals: plan.maxRenewals,
    noOwnOffice,
    leaving: noticeGivenOn !== null || endReason !== null,
  });
  const startsOn = plusDays(endsOn ?? membership.startsOn, 1);
  const term = { startsOn, endsOn: endOfTerm(startsOn, plan.termMonths) };
  await insistOnStay(tx, membership, term);
  return term;
}

async function decide(
  tx: EntityManager,
  requestId: string,
  decision: { status: 'approved' | 'refused'; review: string | null; reason: string | null },
  actor: Actor,
  now: Date,
): Promise<void> {
  await tx.query(
    `update renewal_request set status = $2, review = $3, reason = $4, decided_by = $5, decided_at = $6
     where id = $1 and status = 'requested'`,
    [requestId, decision.status, decision.review, decision.reason, actorId(actor), now],
  );
}

function openRenewal({ renewals }: MembershipRow): RenewalRequestRow | undefined {
  return renewals.find(({ status }) => status === 'requested');
}

function insistOnOpenRenewal(membership: MembershipRow): RenewalRequestRow {
  const request = openRenewal(membership);
  if (!request) throw new Conflict('renewal_not_requested', 'No renewal waits for an answer.');
  return request;
}
