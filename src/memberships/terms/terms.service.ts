import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { plusMinutes } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { LocalDate, localDate } from '../../kernel/site-time';
import { RoleGrants } from '../../people/role-grants.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Doorbell } from '../../platform/queue/doorbell';
import { WalletService } from '../wallet/wallet.service';
import { acceptanceHash, insistOnAgreement, latestDocuments } from './documents';
import { MembershipRow } from './membership.row';
import { MembershipStatus, roleOfMembers } from './membership.rules';
import { MembershipStore } from './membership.store';
import { MembershipView, membershipView } from './membership.view';
import { anchorOf } from './anchor';
import { addTerm, insistOnStay, overlappingTerms, termLaws } from './term.store';
import { endOfTerm, monthOf, offerRules } from './term.rules';

/** Terms that are to be offered to somebody. */
export interface OfferedTerms {
  siteId: string;
  personId: string;
  /** The application that led here, when there was one. */
  applicationId: string | null;
  ventureId?: string | null;
  planVersionId: string;
  /** The first day, local to the site. */
  startsOn: LocalDate;
}

interface OfferedPlan {
  planId: string;
  timeZone: string;
  termMonths: number;
  totalMonths: number;
  offerDays: number;
}

/** From the offer to its acceptance, or to the day on which it lapses. */
@Injectable()
export class TermsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly store: MembershipStore,
    private readonly roles: RoleGrants,
    private readonly wallet: WalletService,
    private readonly audit: Audit,
  ) {}

  /**
   * Offers a membership: pins the plan version and the site's latest agreement and house rules, and sets the deadline.
   * The caller has locked the person and the plan, and has judged whether there is a place.
   * @returns the id of the membership.
   * @throws Conflict `no_overlapping_terms` when the person has a membership at the site that is not final; Missing for
   *   a plan version of another site; Refused `documents_published` when the site has no agreement or house rules to
   *   agree to, `in_the_past`, `total_stay_cap`.
   */
  async offer(tx: EntityManager, terms: OfferedTerms, actor: Actor, now: Date): Promise<string> {
    const { siteId, personId, applicationId, ventureId = null, planVersionId, startsOn } = terms;
    const plan = await readPlan(tx, siteId, planVersionId);
    insist(offerRules, { startsOn, today: localDate(now, plan.timeZone) });
    const term = { startsOn, endsOn: endOfTerm(startsOn, plan.termMonths) };
    await insistOnStay(tx, { siteId, personId, ventureId, plan }, term);
    const { agreement, houseRules } = await latestDocuments(tx, siteId);
    const id = newId();
    const expires = plusMinutes(now, plan.offerDays * 24 * 60);
    const made: unknown[] = await tx.query(
      `insert into membership (id, site_id, person_id, application_id, venture_id, plan_id, plan_version_id,
         agreement_version_id, house_rules_version_id, status, starts_on, offer_expires_at, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'offered', $10, $11, $12, $12)
       on conflict do nothing returning id`,
      [
        id,
        siteId,
        personId,
        applicationId,
        ventureId,
        plan.planId,
        planVersionId,
        agreement.id,
        houseRules.id,
        startsOn,
        expires,
        now,
      ],
    );
    if (made.length === 0) throw overlappingTerms();
    const facts = { personId, planVersionId, agreementVersionId: agreement.id, houseRulesVersionId: houseRules.id };
    await this.audit.write(tx, { at: now, actor, action: 'membership.offer', subjectId: id, siteId, facts });
    return id;
  }

  /**
   * Accepts an offer with the agreement that is pinned to it: from its first day on the person is a member, with the
   * role that goes with it.
   * @param accepted number or id of the agreement's version
   * @throws Conflict `agreement_version`, `offer_expired`, `no_overlapping_terms`, `membership_state`;
   *   Refused `total_stay_cap`, `lead_membership`, `home_membership`
   */
  async accept(actor: Actor, id: string, accepted: number | string): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, 'accept', actor, id);
      const now = this.clock.now();
      if (membership.offerExpiresAt <= now) throw new Conflict('offer_expired', 'This offer has expired.');
      insistOnAgreement(accepted, membership.agreement);
      const today = localDate(now, membership.timeZone);
      const status = membership.startsOn <= today ? 'active' : 'scheduled';
      await this.bind(tx, membership, status, { actor, now });
      await this.roles.hold(tx, { ...membership, role: roleOfMembers }, now);
      if (status === 'active') await this.wallet.grant(tx, id, monthOf(today), now);
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    }, termLaws);
    this.doorbell.ring();
    return view;
  }

  /** Says no to an offer. @throws Conflict `membership_state` */
  async decline(actor: Actor, id: string): Promise<MembershipView> {
    const view = await this.database.transaction(async (tx) => {
      const membership = await this.store.begin(tx, 'decline', actor, id);
      const now = this.clock.now();
      const change = { status: 'lapsed' as const, endedAt: now, endedBy: actor.personId };
      await this.store.write(tx, membership, 'decline', change, { actor, now });
      return membershipView(await this.store.load(tx, id), actor.locale, now);
    });
    this.doorbell.ring();
    return view;
  }

  /** Lets an offer lapse whose deadline has passed. Called by the house; false when it was answered. */
  async lapse(id: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const membership = await this.store.lock(tx, id);
      if (membership.status !== 'offered' || membership.offerExpiresAt > now) return false;
      await this.store.write(tx, membership, 'lapse', { status: 'lapsed', endedAt: now }, { actor: theHouse, now });
      return true;
    });
  }

  /** Puts the pinned versions into force: the acceptance, the first term, and the benefit that lies in it. */
  private async bind(
    tx: EntityManager,
    membership: MembershipRow,
    status: MembershipStatus,
    by: { actor: Actor; now: Date },
  ): Promise<void> {
    const { id, plan, agreement, houseRules } = membership;
    const today = localDate(by.now, membership.timeZone);
    const anchor = await anchorOf(tx, membership, today);
    const term = anchor.within({
      startsOn: membership.startsOn,
      endsOn: endOfTerm(membership.startsOn, plan.termMonths),
    });
    const anchored = { ...membership, ventureId: anchor.ventureId };
    await insistOnStay(tx, anchored, term);
    const hash = acceptanceHash(plan.id, { agreement, houseRules });
    await this.store.write(
      tx,
      membership,
      'accept',
      {
        status,
        acceptedAt: by.now,
        acceptanceHash: hash,
        endsOn: term.endsOn,
        ventureId: anchor.ventureId,
        leadMembershipId: anchor.membershipId,
      },
      { ...by, facts: { agreementVersionId: agreement.id, houseRulesVersionId: houseRules.id, hash } },
    );
    await tx.query(
      `insert into acceptance (id, membership_id, agreement_version_id, house_rules_version_id, hash, accepted_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(), id, agreement.id, houseRules.id, hash, by.now],
    );
    await addTerm(tx, anchored, 'initial', term, by.now);
  }
}

async function readPlan(tx: EntityManager, siteId: string, versionId: string): Promise<OfferedPlan> {
  const rows: OfferedPlan[] = await tx.query(
    `select l.id as "planId", s.time_zone as "timeZone", v.term_months as "termMonths", v.total_months as "totalMonths",
       v.offer_days as "offerDays"
     from plan_version v join plan l on l.id = v.plan_id join site s on s.id = l.site_id where v.id = $1 and s.id = $2`,
    [versionId, siteId],
  );
  if (!rows[0]) throw new Missing('plan version');
  return rows[0];
}
