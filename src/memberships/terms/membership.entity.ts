import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EndReason, MembershipStatus } from './membership.rules';

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
