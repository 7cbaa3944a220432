import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { LocalDate, localDate } from '../../kernel/site-time';
import { planText } from '../plans/plan.rules';
import { MembershipRow } from './membership.row';
import {
  EndView,
  OutlookView,
  PauseView,
  PinnedDocumentView,
  PinnedPlanView,
  RenewalView,
  SuspensionView,
  TermView,
} from './membership-parts.view';
import { membershipStatuses } from './membership.rules';
import { Dates, daysOf, overlap } from './term.rules';

/** A membership as its holder and the managers of its site read it. */
export class MembershipView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  personName!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  applicationId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ventureId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'whose wallet it shares, or its home' })
  leadMembershipId!: string | null;

  @ApiProperty({ enum: membershipStatuses })
  status!: string;

  @ApiProperty({ type: () => PinnedPlanView })
  plan!: PinnedPlanView;

  @ApiProperty({ format: 'date', description: 'the first day, local to the site' })
  startsOn!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'the last day; null until it is accepted' })
  endsOn!: string | null;

  @ApiProperty({ format: 'date-time' })
  offerExpiresAt!: string;

  @ApiProperty({ type: () => PinnedDocumentView })
  agreement!: PinnedDocumentView;

  @ApiProperty({ type: () => PinnedDocumentView })
  houseRules!: PinnedDocumentView;

  @ApiProperty({ type: () => [TermView] })
  terms!: TermView[];

  @ApiProperty({ type: () => [PauseView] })
  pauses!: PauseView[];

  @ApiProperty({ type: () => [RenewalView] })
  renewals!: RenewalView[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  noticeGivenOn!: string | null;

  @ApiProperty({ type: () => SuspensionView, nullable: true })
  suspension!: SuspensionView | null;

  @ApiProperty({ type: () => EndView, nullable: true })
  end!: EndView | null;

  @ApiProperty({ type: () => OutlookView })
  next!: OutlookView;

  @ApiProperty({ description: 'rises with each change; the ETag' })
  version!: number;
}

/** One page of memberships. */
export class MembershipPage {
  @ApiProperty({ type: () => [MembershipView] })
  items!: MembershipView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** Shows a membership in the reader's language, as it stands at an instant. */
export function membershipView(row: MembershipRow, locale: string, now: Date): MembershipView {
  const acceptedAt = row.acceptedAt && instant(row.acceptedAt);
  return {
    id: row.id,
    siteId: row.siteId,
    personId: row.personId,
    personName: row.personName,
    applicationId: row.applicationId,
    ventureId: row.ventureId,
    leadMembershipId: row.leadMembershipId,
    status: row.status,
    plan: planView(row, locale),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    offerExpiresAt: instant(row.offerExpiresAt),
    agreement: { ...row.agreement, acceptedAt },
    houseRules: { ...row.houseRules, acceptedAt },
    terms: row.terms.map(({ id, kind, startsOn, endsOn }) => ({ id, kind, startsOn, endsOn })),
    pauses: row.pauses.map(({ id, startsOn, endsOn, status, reason, answer }) => ({
      id,
      from: startsOn,
      to: endsOn,
      status,
      reason,
      answer,
    })),
    renewals: row.renewals.map(({ id, status, progress, requestedAt, review, reason }) => ({
      id,
      status,
      progress,
      requestedAt: instant(new Date(requestedAt)),
      review,
      reason,
    })),
    noticeGivenOn: row.noticeGivenOn,
    suspension: suspensionView(row),
    end: row.endReason && {
      reason: row.endReason,
      note: row.endNote,
      endedAt: row.endedAt && instant(row.endedAt),
    },
    next: outlook(row, localDate(now, row.timeZone)),
    version: row.version,
  };
}

function planView({ plan }: MembershipRow, locale: string): PinnedPlanView {
  const name = planText(plan.texts, locale)?.name ?? plan.code;
  return {
    id: plan.id,
    planId: plan.planId,
    code: plan.code,
    name,
    version: plan.version,
    termMonths: plan.termMonths,
    maxRenewals: plan.maxRenewals,
    totalMonths: plan.totalMonths,
    priceCents: plan.priceCents,
    normalPriceCents: plan.normalPriceCents,
    noticeDays: plan.noticeDays,
    maxPauses: plan.maxPauses,
    pauseDays: plan.pauseDays,
    pauseEdgeDays: plan.pauseEdgeDays,
    pauseExtendsTerm: plan.pauseExtendsTerm,
    allowances: plan.allowances.map(({ kind, amount, shared }) => ({
      kind,
      amount,
      per: amount === null ? 'unlimited' : 'month',
      shared,
    })),
  };
}

function suspensionView(row: MembershipRow): SuspensionView | null {
  if (row.suspendedReason === null || row.reviewOn === null || row.suspendedAt === null) return null;
  return {
    reason: row.suspendedReason,
    since: instant(row.suspendedAt),
    reviewOn: row.reviewOn,
    answer: row.suspensionAnswer,
  };
}

/** What may come next; a pause that is asked for counts as taken. */
function outlook(row: MembershipRow, today: LocalDate): OutlookView {
  const { plan, terms, endsOn, status } = row;
  const isOver = status === 'lapsed' || status === 'ended';
  const term = terms.find((each) => each.startsOn <= today && today <= each.endsOn) ?? terms[0];
  const taken = row.pauses.filter((pause) => isTaken(pause.status) && term && overlap(pause, term));
  const from = today > row.startsOn ? today : row.startsOn;
  return {
    daysLeft: isOver || endsOn === null || endsOn < from ? null : daysOf({ startsOn: from, endsOn }),
    renewalsLeft: isOver ? 0 : Math.max(0, plan.maxRenewals - terms.filter(({ kind }) => kind === 'renewal').length),
    pausesLeft: isOver ? 0 : Math.max(0, plan.maxPauses - taken.length),
    pauseDaysLeft: isOver ? 0 : Math.max(0, plan.pauseDays - total(taken)),
  };
}

function isTaken(status: string): boolean {
  return status === 'approved' || status === 'requested';
}

function total(pauses: readonly Dates[]): number {
  return pauses.reduce((sum, pause) => sum + daysOf(pause), 0);
}
