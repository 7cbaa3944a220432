import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationStatus, Recommendation } from './application.rules';
import { EligibilityParameters, Ground, Outcome } from './eligibility.rules';

/** Somebody's wish to become a member of a site, from the first draft to the decision. */
@Entity()
@Check(
  'application_status',
  `status in ('draft', 'submitted', 'returned', 'under_review', 'approved', 'waitlisted', 'rejected', 'withdrawn', 'expired')`,
)
@Check('no_own_office', `status in ('draft', 'withdrawn', 'expired') or no_own_office`)
@Check('reasoned_decision', `status <> 'rejected' or decision_reason is not null`)
@Check('application_return', `status <> 'returned' or (return_reason is not null and return_deadline is not null)`)
@Index('application_person', ['personId'])
@Index('application_site_status', ['siteId', 'status', 'submittedAt'])
@Index('application_updated', ['updatedAt'])
@Index('application_returned', { synchronize: false })
@Index('application_open', { synchronize: false })
export class Application {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Plan')
  planId!: string | null;

  @Column('text')
  status!: ApplicationStatus;

  /** The form as far as it is filled in. */
  @Column('jsonb', { default: {} })
  answers!: Record<string, unknown>;

  /** The day from which the applicant would like to come. */
  @Column('date', { nullable: true })
  startsOn!: string | null;

  /** Declared: the applicant has no office of their own. */
  @Column('boolean', { default: false })
  noOwnOffice!: boolean;

  /** Rises with each change; the ETag of the application. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** What is missing, and until when it can be completed. */
  @Column('text', { nullable: true })
  returnReason!: string | null;

  @Column('timestamptz', { nullable: true })
  returnDeadline!: Date | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedBy!: string | null;

  /** Why it was decided so, in words that the applicant can read. */
  @Column('text', { nullable: true })
  decisionReason!: string | null;

  /** When the applicant was told; until then the decision is known inside only. */
  @Column('timestamptz', { nullable: true })
  notifiedAt!: Date | null;
}

/** What a site asks of applicants: a check that the code knows, with parameters. */
@Entity()
@Unique('eligibility_rule_once', ['siteId', 'code'])
export class EligibilityRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  checkName!: string;

  @Column('jsonb', { default: {} })
  parameters!: EligibilityParameters;

  @Column('boolean', { default: true })
  active!: boolean;
}

/** What a rule said of an application when it was submitted, and what a manager said instead. */
@Entity()
@Check('eligibility_result_outcome', `outcome in ('pass', 'fail', 'manual')`)
@Check(
  'eligibility_result_override',
  `(overridden_by is null and override_outcome is null and override_reason is null)
   or (overridden_by is not null and override_outcome in ('pass', 'fail') and override_reason is not null)`,
)
export class EligibilityResult {
  @PrimaryColumn('uuid')
  @ForeignKey('Application')
  applicationId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  outcome!: Outcome;

  @Column('text')
  reason!: string;

  /** The same as a code; none where it was judged before there were codes. */
  @Column('text', { nullable: true })
  because!: Ground | null;

  @Column('jsonb', { default: {} })
  facts!: Record<string, string | number>;

  @Column('timestamptz')
  judgedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  overriddenBy!: string | null;

  @Column('text', { nullable: true })
  overrideOutcome!: Outcome | null;

  @Column('text', { nullable: true })
  overrideReason!: string | null;
}

/** A reviewer's scorecard, one per reviewer. */
@Entity()
@Unique('application_review_once', ['applicationId', 'reviewerId'])
@Check('application_review_recommendation', `recommendation in ('approve', 'reject', 'unsure')`)
export class ApplicationReview {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Application')
  applicationId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  reviewerId!: string;

  @Column('jsonb')
  scores!: Record<string, number>;

  @Column('text')
  recommendation!: Recommendation;

  @Column('text', { default: '' })
  comment!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

/** The tables of applications. */
export const applicationEntities = [Application, EligibilityRule, EligibilityResult, ApplicationReview];
