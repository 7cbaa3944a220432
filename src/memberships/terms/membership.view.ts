import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { LocalDate, localDate } from '../../kernel/site-time';
import { MembershipRow } from './membership.row';
import { endReasons, membershipStatuses } from './membership.rules';
import { Dates, daysOf, overlap } from './term.rules';

const pauseStatuses = ['requested', 'approved', 'refused', 'cancelled'];

/** What a plan gives of a kind each month. */
export class MembershipAllowanceView {
  @ApiProperty({ enum: ['desk_days', 'room_minutes', 'coaching_minutes'] })
  kind!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'null is unlimited' })
  amount!: number | null;

  @ApiProperty({ enum: ['month', 'unlimited'] })
  per!: string;

  @ApiProperty({ description: "taken from the lead's wallet" })
  shared!: boolean;
}

/** The version of a plan to which a membership is bound. */
export class PinnedPlanView {
  @ApiProperty({ format: 'uuid', description: 'the version' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  planId!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty({ description: "in the reader's language" })
  name!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  termMonths!: number;

  @ApiProperty()
  maxRenewals!: number;

  @ApiProperty()
  totalMonths!: number;

  @ApiProperty()
  priceCents!: number;

  @ApiProperty()
  normalPriceCents!: number;

  @ApiProperty()
  noticeDays!: number;

  @ApiProperty()
  maxPauses!: number;

  @ApiProperty()
  pauseDays!: number;

  @ApiProperty()
  pauseEdgeDays!: number;

  @ApiProperty()
  pauseExtendsTerm!: boolean;

  @ApiProperty({ type: () => [MembershipAllowanceView] })
  allowances!: MembershipAllowanceView[];
}

/** A term of a membership; both dates belong to it. */
export class TermView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['initial', 'renewal', 'extension'] })
  kind!: string;

  @ApiProperty({ format: 'date' })
  startsOn!: string;

  @ApiProperty({ format: 'date' })
  endsOn!: string;
}

/** A pause that was asked for; both dates belong to it. */
export class PauseView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  @ApiProperty({ enum: pauseStatuses })
  status!: string;

  @ApiProperty({ type: String, nullable: true, description: 'why it was asked for' })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it was refused' })
  answer!: string | null;
}

/** A renewal that was asked for. */
export class RenewalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: pauseStatuses })
  status!: string;

  @ApiProperty()
  progress!: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ type: String, nullable: true, description: 'what the manager found' })
  review!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it was refused' })
  reason!: string | null;
}

/** A document to which a membership is bound. */
export class PinnedDocumentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  hash!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acceptedAt!: string | null;
}

/** Why a membership rests by the site's decision. */
export class SuspensionView {
  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ format: 'date', description: 'when it is looked at again' })
  reviewOn!: string;

  @ApiProperty({ type: String, nullable: true, description: 'what the member says to it' })
  answer!: string | null;
}

/** How a membership ends or has ended. */
export class EndView {
  @ApiProperty({ enum: endReasons })
  reason!: string;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null while it is ahead' })
  endedAt!: string | null;
}

/** What may come next. */
export class OutlookView {
  @ApiProperty({ type: Number, nullable: true, description: 'days in force that are left, today included' })
  daysLeft!: number | null;

  @ApiProperty()
  renewalsLeft!: number;

  @ApiProperty({ description: 'in the present term' })
  pausesLeft!: number;

  @ApiProperty({ description: 'in the present term' })
  pauseDaysLeft!: number;
}

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
  const name = plan.texts[locale]?.name ?? plan.texts['en']?.name ?? plan.code;
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
