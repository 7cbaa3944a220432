import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AccessKind, AllowanceKind, InAllLanguages, PlanNeed, PlanStatus, PlanText } from './plan.rules';

/** A kind of membership that a site offers. What it offers and asks stands in its versions. */
@Entity()
@Unique('plan_code', ['siteId', 'code'])
@Check('plan_status', `status in ('active', 'retired')`)
@Check('plan_places', 'places > 0')
export class Plan {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  code!: string;

  @Column('text', { default: 'active' })
  status!: PlanStatus;

  /** How many memberships of the plan the site can hold at once; null is no limit. */
  @Column('smallint', { nullable: true })
  places!: number | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/** What a plan offers and asks, never changed once it is published. */
@Entity()
@Unique('plan_version_once', ['planId', 'version'])
@Check('plan_version_term', 'term_months between 1 and 60 and max_renewals >= 0 and total_months >= term_months')
@Check('plan_version_price', 'price_cents >= 0 and normal_price_cents >= price_cents')
@Check(
  'plan_version_days',
  'offer_days > 0 and notice_days >= 0 and max_pauses >= 0 and pause_days >= 0 and pause_edge_days >= 0',
)
@Check(
  'plan_version_access',
  `access in ('opening_hours', 'evenings', 'all_day') and (access = 'evenings') = (evening_closes is not null)`,
)
@Check('plan_version_guests', 'guest_limit >= 0')
@Check('plan_version_needs', `needs in ('nothing', 'home_membership', 'lead_membership')`)
export class PlanVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Plan')
  planId!: string;

  @Column('smallint')
  version!: number;

  @Column('timestamptz')
  publishedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  publishedBy!: string | null;

  @Column('jsonb')
  texts!: InAllLanguages<PlanText>;

  @Column('smallint')
  termMonths!: number;

  @Column('smallint')
  maxRenewals!: number;

  /** The longest stay of a person, and of a venture, in months; paused days do not count. */
  @Column('smallint')
  totalMonths!: number;

  /** By the month, without VAT. */
  @Column('integer')
  priceCents!: number;

  /** What the same would cost without support. */
  @Column('integer')
  normalPriceCents!: number;

  /** Within so many days an offer is accepted, or it lapses. */
  @Column('smallint', { default: 14 })
  offerDays!: number;

  @Column('smallint', { default: 30 })
  noticeDays!: number;

  /** How many pauses one term allows, and how many days they may last together. */
  @Column('smallint')
  maxPauses!: number;

  @Column('smallint')
  pauseDays!: number;

  /** No pause touches so many days at either end of a term. */
  @Column('smallint', { default: 7 })
  pauseEdgeDays!: number;

  @Column('boolean', { default: true })
  pauseExtendsTerm!: boolean;

  @Column('text')
  access!: AccessKind;

  @Column('time', { nullable: true })
  eveningCloses!: string | null;

  @Column('boolean', { default: false })
  halfDays!: boolean;

  /** Limits that replace those of the site's rule for the kind; null leaves the rule. */
  @Column('smallint', { nullable: true })
  deskHorizonDays!: number | null;

  @Column('smallint', { nullable: true })
  roomHorizonDays!: number | null;

  @Column('smallint', { nullable: true })
  roomFutureBookings!: number | null;

  @Column('smallint', { nullable: true })
  roomLongestMinutes!: number | null;

  /** Guests of one meeting; null leaves it to the seats of the place. */
  @Column('smallint', { nullable: true })
  guestLimit!: number | null;

  @Column('text', { default: 'nothing' })
  needs!: PlanNeed;
}

/** What a plan version gives of a kind each month. No row is none; a null amount is unlimited. */
@Entity()
@Check('plan_allowance_kind', `kind in ('desk_days', 'room_minutes', 'coaching_minutes')`)
@Check('plan_allowance_amount', 'amount >= 0')
export class PlanAllowance {
  @PrimaryColumn('uuid')
  @ForeignKey('PlanVersion')
  planVersionId!: string;

  @PrimaryColumn('text')
  kind!: AllowanceKind;

  @Column('numeric', { precision: 8, scale: 1, nullable: true })
  amount!: string | null;

  /** Taken from the lead's wallet. */
  @Column('boolean', { default: false })
  shared!: boolean;
}

/** The tables of plans. */
export const planEntities = [Plan, PlanVersion, PlanAllowance];
