import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EndReason, MembershipStatus } from './membership.rules';
import { PauseStatus, RenewalStatus, TermKind } from './term.rules';

/** Somebody's contract with a site: offered, accepted, and running under exactly one version of everything. */
@Entity()
@Check('membership_status', `status in ('offered', 'scheduled', 'active', 'paused', 'suspended', 'lapsed', 'ended')`)
@Check('membership_order', 'ends_on is null or ends_on >= starts_on')
@Check(
  'membership_acceptance',
  `status in ('offered', 'lapsed') or (accepted_at is not null and acceptance_hash is not null and ends_on is not null)`,
)
@Check(
  'membership_end_reason',
  `end_reason is null or end_reason in
    ('graduated', 'term_expired', 'resigned', 'terminated_for_cause', 'stopped_idea', 'transferred', 'site_closed', 'withdrawn')`,
)
@Check('membership_ended', `status <> 'ended' or (end_reason is not null and ended_at is not null)`)
@Check(
  'reasoned_decision',
  `(status <> 'suspended' or (suspended_reason is not null and review_on is not null))
   and (end_reason is null or end_reason <> 'terminated_for_cause' or end_note is not null)`,
)
@Index('membership_person', ['personId', 'siteId'])
@Index('membership_site_status', ['siteId', 'status'])
@Index('membership_plan_status', ['planId', 'status'])
@Index('membership_updated', ['updatedAt'])
@Index('membership_lead', { synchronize: false })
@Index('membership_offer', { synchronize: false })
@Index('membership_starts', { synchronize: false })
@Index('membership_ends', { synchronize: false })
@Index('membership_open', { synchronize: false })
export class Membership {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Application')
  applicationId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Venture')
  ventureId!: string | null;

  @Column('uuid')
  @ForeignKey('Plan')
  planId!: string;

  @Column('uuid')
  @ForeignKey('PlanVersion')
  planVersionId!: string;

  @Column('uuid')
  @ForeignKey('DocumentVersion')
  agreementVersionId!: string;

  @Column('uuid')
  @ForeignKey('DocumentVersion')
  houseRulesVersionId!: string;

  /** The membership whose wallet a team seat shares; the membership at home that a visitor's hangs on. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Membership')
  leadMembershipId!: string | null;

  @Column('text')
  status!: MembershipStatus;

  @Column('date')
  startsOn!: string;

  /** The last day; null until it is accepted. Notice, pauses and renewals move it. */
  @Column('date', { nullable: true })
  endsOn!: string | null;

  /** The instant from which on the offer cannot be accepted any more. */
  @Column('timestamptz')
  offerExpiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** The hash of what was agreed to last; all acceptances stand in {@link Acceptance}. */
  @Column('text', { nullable: true })
  acceptanceHash!: string | null;

  @Column('date', { nullable: true })
  noticeGivenOn!: string | null;

  @Column('text', { nullable: true })
  suspendedReason!: string | null;

  @Column('timestamptz', { nullable: true })
  suspendedAt!: Date | null;

  @Column('date', { nullable: true })
  reviewOn!: string | null;

  /** What the person says to the suspension. */
  @Column('text', { nullable: true })
  suspensionAnswer!: string | null;

  /** When it lapsed or ended. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Who ended it; null when the house did. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  endedBy!: string | null;

  /** Known before the end when a manager has planned it. */
  @Column('text', { nullable: true })
  endReason!: EndReason | null;

  @Column('text', { nullable: true })
  endNote!: string | null;

  /** Rises with each change; the ETag of the membership. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** What somebody agreed to, and when; never changed. */
@Entity()
@Index('acceptance_membership', ['membershipId', 'acceptedAt'])
export class Acceptance {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('DocumentVersion')
  agreementVersionId!: string;

  @Column('uuid')
  @ForeignKey('DocumentVersion')
  houseRulesVersionId!: string;

  /** Over the ids of the plan version and of both documents with their own hashes. */
  @Column('text')
  hash!: string;

  @Column('timestamptz')
  acceptedAt!: Date;
}

/** A stretch of dates for which a membership runs: the first, and one for each renewal. */
@Entity()
@Check('membership_term_kind', `kind in ('initial', 'renewal', 'extension')`)
@Check('membership_term_order', 'ends_on >= starts_on')
@Exclusion(
  'no_overlapping_terms',
  `using gist (person_id with =, site_id with =, daterange(starts_on, ends_on, '[]') with &&)`,
)
@Index('membership_term_membership', ['membershipId', 'startsOn'])
export class MembershipTerm {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  kind!: TermKind;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('uuid')
  @ForeignKey('PlanVersion')
  planVersionId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

/** Dates on which a membership rests, asked for by the person and decided by a manager. */
@Entity()
@Check('pause_status', `status in ('requested', 'approved', 'refused', 'cancelled')`)
@Check('reasoned_decision', `status <> 'refused' or answer is not null`)
@Check('pause_order', 'ends_on >= starts_on')
@Exclusion(
  'pause_once',
  `using gist (membership_id with =, daterange(starts_on, ends_on, '[]') with &&) where (status = 'approved')`,
)
@Index('pause_membership', ['membershipId', 'startsOn'])
@Index('pause_starts', { synchronize: false })
@Index('pause_ends', { synchronize: false })
@Index('pause_requested', { synchronize: false })
export class Pause {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  status!: PauseStatus;

  /** Why the person asks. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Why the manager refuses. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}

/** A wish for one more term, with everything that it needs from the person. */
@Entity()
@Check('renewal_request_status', `status in ('requested', 'approved', 'refused', 'cancelled')`)
@Check('no_own_office', 'no_own_office')
@Check('renewal_cap', `status <> 'approved' or review is not null`)
@Check('reasoned_decision', `status <> 'refused' or reason is not null`)
@Index('renewal_request_membership', ['membershipId', 'requestedAt'])
@Index('renewal_request_open', { synchronize: false })
export class RenewalRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('boolean')
  noOwnOffice!: boolean;

  /** What has been achieved, in the person's words. */
  @Column('text')
  progress!: string;

  /** The latest versions, accepted with the request; they bind from the renewal on. */
  @Column('uuid')
  @ForeignKey('DocumentVersion')
  agreementVersionId!: string;

  @Column('uuid')
  @ForeignKey('DocumentVersion')
  houseRulesVersionId!: string;

  @Column('text')
  acceptanceHash!: string;

  @Column('text')
  status!: RenewalStatus;

  @Column('timestamptz')
  requestedAt!: Date;

  /** What the manager found when going through the progress. */
  @Column('text', { nullable: true })
  review!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Why it was refused. */
  @Column('text', { nullable: true })
  reason!: string | null;
}

/** What a term is worth to a person or company: the normal price less the price, by the month. */
@Entity()
@Unique(['termId'])
@Index('benefit_membership', ['membershipId'])
export class Benefit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('MembershipTerm')
  termId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Company')
  companyId!: string | null;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('integer')
  priceCents!: number;

  @Column('integer')
  normalPriceCents!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

/** The tables of memberships and their terms. */
export const termsEntities = [Membership, Acceptance, MembershipTerm, Pause, RenewalRequest, Benefit];
