import { ApiProperty } from '@nestjs/swagger';
import { Actor } from '../../kernel/actor';
import { instant } from '../../kernel/period';
import { Answers } from './answers';
import {
  ApplicationStatus,
  applicationStatuses,
  criteria,
  Recommendation,
  recommendations,
  requiredReviews,
  Scores,
} from './application.rules';
import { EligibilityEntry, eligibilityView, EligibilityView } from './eligibility-result.view';

/** Whose application it is. */
export class ApplicantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ type: String, format: 'email', nullable: true, description: 'null for reviewers' })
  email!: string | null;
}

/** A reviewer's scorecard. */
export class ReviewView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  reviewerId!: string;

  @ApiProperty()
  reviewer!: string;

  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(criteria.map((name) => [name, { type: 'integer', minimum: 1, maximum: 5 }])),
    required: [...criteria],
  })
  scores!: Scores;

  @ApiProperty({ enum: recommendations })
  recommendation!: Recommendation;

  @ApiProperty()
  comment!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** An application as its author, its reviewers and the managers of the site see it. */
export class ApplicationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: () => ApplicantView })
  applicant!: ApplicantView;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the plan that is wished for' })
  planId!: string | null;

  @ApiProperty({
    enum: applicationStatuses,
    description: 'to its author a decision is `under_review` until they are told',
  })
  status!: ApplicationStatus;

  @ApiProperty({ description: 'the ETag' })
  version!: number;

  @ApiProperty({ type: () => Answers })
  answers!: Answers;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  startsOn!: string | null;

  @ApiProperty({ description: 'declared: no office of their own' })
  noOwnOffice!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'what is missing' })
  returnReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'until when it can be completed' })
  returnDeadline!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'when its author was told' })
  notifiedAt!: string | null;

  @ApiProperty({ type: () => [EligibilityView] })
  eligibility!: EligibilityView[];

  @ApiProperty({ type: Number, nullable: true, description: 'how many have reviewed it; null for its author' })
  reviewCount!: number | null;

  @ApiProperty({
    type: () => [ReviewView],
    nullable: true,
    description: "null while they are not the reader's to see: reviewers see others' after their own",
  })
  reviews!: ReviewView[] | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the membership that was offered' })
  membershipId!: string | null;
}

/** One page of applications. */
export class ApplicationPage {
  @ApiProperty({ type: () => [ApplicationView] })
  items!: ApplicationView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of an application with everything that is shown of it to anybody. */
export interface ApplicationRow {
  id: string;
  siteId: string;
  personId: string;
  fullName: string;
  email: string;
  planId: string | null;
  status: ApplicationStatus;
  version: number;
  answers: Record<string, unknown>;
  startsOn: string | null;
  noOwnOffice: boolean;
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  returnReason: string | null;
  returnDeadline: Date | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  notifiedAt: Date | null;
  eligibility: EligibilityEntry[];
  reviews: ReviewView[];
  membershipId: string | null;
  /** Whether a conflict of interest is open between the applicant and the reader. */
  hasConflict: boolean;
}

/** SQL: whether a conflict of interest is open between two people, whoever declared it. */
export const openConflict = (one: string, other: string): string => `exists (
  select 1 from conflict_of_interest c
  where c.ended_at is null
    and (c.person_id = ${one} and c.about_id = ${other} or c.person_id = ${other} and c.about_id = ${one}))`;

/** SQL: an application as somebody may see it: a decision that its author was not told of is hidden from them. */
export const shownStatus = `case when a.person_id = $1 and a.notified_at is null
    and a.status in ('approved', 'waitlisted', 'rejected') then 'under_review' else a.status end`;

/** SQL: every application (`a`) as an {@link ApplicationRow}; `$1` is the reader. */
export const applicationRows = `
  select a.id, a.site_id as "siteId", a.person_id as "personId", p.full_name as "fullName", p.email,
         a.plan_id as "planId", a.status, a.version, a.answers, a.starts_on as "startsOn",
         a.no_own_office as "noOwnOffice", a.created_at as "createdAt", a.updated_at as "updatedAt",
         a.submitted_at as "submittedAt", a.return_reason as "returnReason", a.return_deadline as "returnDeadline",
         a.decided_at as "decidedAt", a.decision_reason as "decisionReason", a.notified_at as "notifiedAt",
         coalesce((select jsonb_agg(jsonb_build_object('code', e.code, 'outcome', e.outcome, 'reason', e.reason,
                     'because', e.because, 'facts', e.facts, 'judgedAt', e.judged_at, 'overrideOutcome', e.override_outcome,
                     'overrideReason', e.override_reason) order by e.code)
                   from eligibility_result e where e.application_id = a.id), '[]') as eligibility,
         coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'reviewerId', r.reviewer_id,
                     'reviewer', q.full_name, 'scores', r.scores, 'recommendation', r.recommendation,
                     'comment', r.comment, 'createdAt', r.created_at) order by r.created_at, r.id)
                   from application_review r join person q on q.id = r.reviewer_id
                   where r.application_id = a.id), '[]') as reviews,
         (select m.id from membership m where m.application_id = a.id order by m.created_at desc limit 1)
           as "membershipId",
         ${openConflict('a.person_id', '$1')} as "hasConflict"
  from application a join person p on p.id = a.person_id`;

/** Shows an application as far as its reader may see it. */
export function applicationView(row: ApplicationRow, reader: Actor): ApplicationView {
  const isOwn = row.personId === reader.personId;
  const isHidden = isOwn && row.decidedAt !== null && row.notifiedAt === null;
  const manages = reader.manages(row.siteId);
  return {
    id: row.id,
    siteId: row.siteId,
    applicant: { id: row.personId, fullName: row.fullName, email: isOwn || manages ? row.email : null },
    planId: row.planId,
    status: isHidden ? 'under_review' : row.status,
    version: row.version,
    answers: row.answers,
    startsOn: row.startsOn,
    noOwnOffice: row.noOwnOffice,
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
    submittedAt: row.submittedAt && instant(row.submittedAt),
    returnReason: row.returnReason,
    returnDeadline: row.returnDeadline && instant(row.returnDeadline),
    decidedAt: row.decidedAt && !isHidden ? instant(row.decidedAt) : null,
    decisionReason: isHidden ? null : row.decisionReason,
    notifiedAt: row.notifiedAt && instant(row.notifiedAt),
    eligibility: row.eligibility.map(eligibilityView),
    reviewCount: isOwn ? null : row.reviews.length,
    reviews: isOwn || !seesReviews(row, reader) ? null : row.reviews.map(reviewView),
    membershipId: isHidden ? null : row.membershipId,
  };
}

/**
 * Reviewers judge for themselves: they see what others wrote after their own review. Managers, who decide, also see
 * reviews when as many are in as a decision needs. Nobody with a conflict of interest sees any.
 */
function seesReviews(row: ApplicationRow, reader: Actor): boolean {
  if (row.hasConflict) return false;
  if (row.reviews.some(({ reviewerId }) => reviewerId === reader.personId)) return true;
  return reader.manages(row.siteId) && (row.reviews.length >= requiredReviews || row.status !== 'under_review');
}

function reviewView(entry: ReviewView): ReviewView {
  const { id, reviewerId, reviewer, scores, recommendation, comment, createdAt } = entry;
  return { id, reviewerId, reviewer, scores, recommendation, comment, createdAt: instant(new Date(createdAt)) };
}
