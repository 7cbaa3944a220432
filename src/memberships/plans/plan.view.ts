import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import {
  AccessKind,
  accessKinds,
  Allowance,
  AllowanceKind,
  allowanceKinds,
  InAllLanguages,
  PlanNeed,
  planNeeds,
  PlanStatus,
  planStatuses,
  PlanText,
  planText,
} from './plan.rules';

/** A plan in the words of one language. */
export class PlanTextView implements PlanText {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  summary!: string;
}

/** A plan in the words of every language. */
export class PlanTextsView implements InAllLanguages<PlanTextView> {
  @ApiProperty({ type: () => PlanTextView })
  en!: PlanTextView;

  @ApiProperty({ type: () => PlanTextView })
  fi!: PlanTextView;

  @ApiProperty({ type: () => PlanTextView })
  sv!: PlanTextView;

  @ApiProperty({ type: () => PlanTextView })
  ru!: PlanTextView;
}

/** What a plan gives of a kind. */
export class AllowanceView {
  @ApiProperty({ enum: allowanceKinds })
  kind!: AllowanceKind;

  @ApiProperty({ type: Number, nullable: true, description: 'null when it is unlimited' })
  amount!: number | null;

  @ApiProperty({ enum: ['month', 'unlimited'] })
  per!: 'month' | 'unlimited';

  @ApiProperty({ description: "taken from the lead's wallet" })
  shared!: boolean;
}

/** Limits of booking for members; where one is null the site's own rule holds. */
export class PlanLimitsView {
  @ApiProperty({ type: Number, nullable: true })
  deskHorizonDays!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  roomHorizonDays!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  roomFutureBookings!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  roomLongestMinutes!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'guests of one meeting; null is as many as the place seats',
  })
  guests!: number | null;
}

/** How often and how long a member may stay away within one term. */
export class PlanPauseView {
  @ApiProperty()
  most!: number;

  @ApiProperty({ description: 'how many days all pauses of a term last together at most' })
  days!: number;

  @ApiProperty({ description: 'no pause touches so many days at either end of a term' })
  edgeDays!: number;

  @ApiProperty()
  extendsTerm!: boolean;
}

/** A version of a plan: what it offers and asks. */
export class PlanView {
  @ApiProperty({ format: 'uuid', description: 'of this version; what an approval and a membership name' })
  id!: string;

  @ApiProperty({ format: 'uuid', description: 'of the plan, the same in all versions' })
  planId!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: 'launch' })
  code!: string;

  @ApiProperty({ enum: planStatuses })
  status!: PlanStatus;

  @ApiProperty({ description: "in the reader's language" })
  name!: string;

  @ApiProperty({ description: "in the reader's language" })
  summary!: string;

  @ApiProperty({ type: () => PlanTextsView })
  texts!: InAllLanguages<PlanText>;

  @ApiProperty()
  version!: number;

  @ApiProperty({ description: 'whether it is the latest version' })
  current!: boolean;

  @ApiProperty({ format: 'date-time' })
  publishedAt!: string;

  @ApiProperty()
  termMonths!: number;

  @ApiProperty()
  maxRenewals!: number;

  @ApiProperty({ description: 'the longest stay, all terms together' })
  totalMonths!: number;

  @ApiProperty({ description: 'by the month, without VAT' })
  priceCents!: number;

  @ApiProperty({ description: 'what the same would cost without support' })
  normalPriceCents!: number;

  @ApiProperty({ description: 'the difference of the two: the support of a month' })
  benefitCents!: number;

  @ApiProperty({ type: () => [AllowanceView] })
  allowances!: AllowanceView[];

  @ApiProperty({ type: () => PlanLimitsView })
  limits!: PlanLimitsView;

  @ApiProperty({ type: () => PlanPauseView })
  pause!: PlanPauseView;

  @ApiProperty()
  offerDays!: number;

  @ApiProperty()
  noticeDays!: number;

  @ApiProperty({ enum: accessKinds })
  access!: AccessKind;

  @ApiProperty({ type: String, nullable: true, example: '22:00', description: 'when the evening ends' })
  eveningCloses!: string | null;

  @ApiProperty({ description: 'whether a short stay at a desk costs half a day' })
  halfDays!: boolean;

  @ApiProperty({ enum: planNeeds })
  needs!: PlanNeed;

  @ApiProperty({ type: Number, nullable: true, description: 'null is no limit' })
  places!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'null is no limit' })
  placesLeft!: number | null;
}

/** The plans of a site. */
export class PlanPage {
  @ApiProperty({ type: () => [PlanView] })
  items!: PlanView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of a plan version with its plan. */
export interface PlanRow {
  id: string;
  planId: string;
  siteId: string;
  code: string;
  status: PlanStatus;
  places: number | null;
  taken: number;
  version: number;
  current: boolean;
  publishedAt: Date;
  texts: InAllLanguages<PlanText>;
  termMonths: number;
  maxRenewals: number;
  totalMonths: number;
  priceCents: number;
  normalPriceCents: number;
  offerDays: number;
  noticeDays: number;
  maxPauses: number;
  pauseDays: number;
  pauseEdgeDays: number;
  pauseExtendsTerm: boolean;
  access: AccessKind;
  eveningCloses: string | null;
  halfDays: boolean;
  deskHorizonDays: number | null;
  roomHorizonDays: number | null;
  roomFutureBookings: number | null;
  roomLongestMinutes: number | null;
  guests: number | null;
  needs: PlanNeed;
  allowances: Allowance[];
}

/** SQL: how many memberships of the plan `p` hold a place, offers among them. */
export const placesTaken = `(select count(*)::integer from membership m
  where m.plan_id = p.id and m.status in ('offered', 'scheduled', 'active', 'paused', 'suspended'))`;

/** SQL: every version (`v`) of every plan (`p`) as a {@link PlanRow}. */
export const planRows = `
  select v.id, p.id as "planId", p.site_id as "siteId", p.code, p.status, p.places, ${placesTaken} as taken, v.version,
         not exists (select 1 from plan_version later where later.plan_id = p.id and later.version > v.version) as current,
         v.published_at as "publishedAt", v.texts, v.term_months as "termMonths", v.max_renewals as "maxRenewals",
         v.total_months as "totalMonths", v.price_cents as "priceCents", v.normal_price_cents as "normalPriceCents",
         v.offer_days as "offerDays", v.notice_days as "noticeDays", v.max_pauses as "maxPauses",
         v.pause_days as "pauseDays", v.pause_edge_days as "pauseEdgeDays", v.pause_extends_term as "pauseExtendsTerm",
         v.access, to_char(v.evening_closes, 'HH24:MI') as "eveningCloses", v.half_days as "halfDays",
         v.desk_horizon_days as "deskHorizonDays", v.room_horizon_days as "roomHorizonDays",
         v.room_future_bookings as "roomFutureBookings", v.room_longest_minutes as "roomLongestMinutes", v.guest_limit as guests, v.needs,
         coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'amount', a.amount, 'shared', a.shared))
                   from plan_allowance a where a.plan_version_id = v.id), '[]') as allowances
  from plan_version v join plan p on p.id = v.plan_id`;

/** Shows a version of a plan in the language of its reader. */
export function planView(row: PlanRow, locale: string): PlanView {
  const { name = row.code, summary = '' } = planText(row.texts, locale) ?? {};
  return {
    id: row.id,
    planId: row.planId,
    siteId: row.siteId,
    code: row.code,
    status: row.status,
    name,
    summary,
    texts: row.texts,
    version: row.version,
    current: row.current,
    publishedAt: instant(row.publishedAt),
    termMonths: row.termMonths,
    maxRenewals: row.maxRenewals,
    totalMonths: row.totalMonths,
    priceCents: row.priceCents,
    normalPriceCents: row.normalPriceCents,
    benefitCents: row.normalPriceCents - row.priceCents,
    allowances: allowanceKinds.flatMap((kind) =>
      row.allowances.filter((each) => each.kind === kind).map(allowanceView),
    ),
    limits: {
      deskHorizonDays: row.deskHorizonDays,
      roomHorizonDays: row.roomHorizonDays,
      roomFutureBookings: row.roomFutureBookings,
      roomLongestMinutes: row.roomLongestMinutes,
      guests: row.guests,
    },
    pause: {
      most: row.maxPauses,
      days: row.pauseDays,
      edgeDays: row.pauseEdgeDays,
      extendsTerm: row.pauseExtendsTerm,
    },
    offerDays: row.offerDays,
    noticeDays: row.noticeDays,
    access: row.access,
    eveningCloses: row.eveningCloses,
    halfDays: row.halfDays,
    needs: row.needs,
    places: row.places,
    placesLeft: row.places === null ? null : Math.max(0, row.places - row.taken),
  };
}

function allowanceView({ kind, amount, shared }: Allowance): AllowanceView {
  return { kind, amount, per: amount === null ? 'unlimited' : 'month', shared };
}
