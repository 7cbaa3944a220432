import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ClosureSource, ClosureStatus, SiteStatus } from './site.rules';

/** An oasis: a house with a clock of its own. */
@Entity()
@Unique(['slug'])
@Check('site_status', `status in ('active', 'suspended', 'closed')`)
@Check('site_fair_share', 'fair_share_percent between 1 and 100')
@Check('site_no_show', 'no_show_strikes > 0 and no_show_days > 0 and no_show_block_days >= 0')
export class Site {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  city!: string;

  /** ISO 3166 code of two letters; decides which holidays are proposed. */
  @Column('text')
  country!: string;

  @Column('text', { default: '' })
  address!: string;

  @Column('text')
  timeZone!: string;

  @Column('text', { default: 'active' })
  status!: SiteStatus;

  /** How many percent of the site's desks one venture may hold at any instant (but always one). */
  @Column('smallint', { default: 15 })
  fairSharePercent!: number;

  /** So many no-shows within `noShowDays` stop booking ahead for `noShowBlockDays`. */
  @Column('smallint', { default: 3 })
  noShowStrikes!: number;

  @Column('smallint', { default: 60 })
  noShowDays!: number;

  @Column('smallint', { default: 14 })
  noShowBlockDays!: number;

  /** Rises with each change of the site or of its weekly hours. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** One span of a site's weekly hours, valid from a date on. */
@Entity()
@Check('opening_hours_weekday', 'weekday between 1 and 7')
@Check('opening_hours_order', 'opens < closes')
@Check('opening_hours_validity', 'valid_until is null or valid_until >= valid_from')
@Exclusion(
  'opening_hours_once',
  `using gist (site_id with =, weekday with =, daterange(valid_from, valid_until, '[]') with &&,
    int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&)`,
)
@Index('opening_hours_site', ['siteId'])
export class OpeningHours {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('smallint')
  weekday!: number;

  @Column('time')
  opens!: string;

  @Column('time')
  closes!: string;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validUntil!: string | null;
}

/** Dates on which the weekly hours of a site do not hold. */
@Entity()
@Check('closure_dates', 'ends_on >= starts_on')
@Check('closure_hours', '(opens is null) = (closes is null) and (opens is null or opens < closes)')
@Check('closure_source', `source in ('manager', 'holiday')`)
@Check('closure_status', `status in ('proposed', 'confirmed', 'dismissed')`)
@Index('closure_site', ['siteId', 'endsOn'])
export class Closure {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('time', { nullable: true })
  opens!: string | null;

  @Column('time', { nullable: true })
  closes!: string | null;

  @Column('text')
  reason!: string;

  @Column('text')
  source!: ClosureSource;

  @Column('text')
  status!: ClosureStatus;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
