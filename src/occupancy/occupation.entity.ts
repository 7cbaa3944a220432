import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { longestHours } from './overlap';

/** Why a subject is taken. */
export const causes = ['booking', 'session', 'hold', 'maintenance'] as const;
export type Cause = (typeof causes)[number];

/**
 * One subject (a resource or a person, exactly one) taken for a half-open period. The two exclusion constraints are
 * the law of the house: nothing and nobody is taken twice at any instant.
 */
@Entity()
@Check('occupation_cause', `cause in ('booking', 'session', 'hold', 'maintenance')`)
@Check('occupation_one_subject', `num_nonnulls(resource_id, person_id) = 1`)
@Check('occupation_site', `resource_id is null or site_id is not null`)
@Check('occupation_finite', `isfinite(starts_at) and isfinite(ends_at)`)
@Check('occupation_not_empty', `starts_at < ends_at`)
@Check('occupation_longest', `ends_at - starts_at <= interval '${longestHours} hours'`)
@Exclusion(
  'no_double_booking',
  `using gist (resource_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (resource_id is not null)`,
)
@Exclusion(
  'person_not_twice',
  `using gist (person_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (person_id is not null)`,
)
@Index('occupation_site_start', { synchronize: false })
@Index('occupation_resource_start', { synchronize: false })
@Index('occupation_person_start', { synchronize: false })
@Index('occupation_expiring', { synchronize: false })
@Index('occupation_cause_id', ['causeId'])
export class Occupation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  cause!: Cause;

  /** The booking, session, hold or maintenance that takes the subject. */
  @Column('uuid')
  causeId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Resource')
  resourceId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  personId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Site')
  siteId!: string | null;

  /** For whom the subject is taken. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  holderId!: string | null;

  @Column('timestamptz')
  startsAt!: Date;

  /** Includes the time for cleaning. */
  @Column('timestamptz')
  endsAt!: Date;

  /** How many of the last minutes are for cleaning and not shown. */
  @Column('smallint', { default: 0 })
  bufferMinutes!: number;

  /** When a hold or an offer lapses; null for what stays. */
  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;
}

export const occupancyEntities = [Occupation];
