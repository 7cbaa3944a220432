import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Weekly hours by the coach's clock; with a site only there, without one anywhere and over a link. */
@Entity()
@Check('availability_rule_weekday', `weekday between 1 and 7`)
@Check('availability_rule_order', `from_time < to_time`)
@Exclusion(
  'availability_rule_once',
  `using gist (coach_id with =, weekday with =, int4range(extract(epoch from from_time)::integer, extract(epoch from to_time)::integer) with &&)`,
)
export class AvailabilityRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  /** ISO weekday: Monday is 1, Sunday is 7. */
  @Column('smallint')
  weekday!: number;

  @Column('time')
  fromTime!: string;

  @Column('time')
  toTime!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Site')
  siteId!: string | null;
}

/** A date on which the weekly hours do not hold: closed, or other hours instead (one row for each span). */
@Entity()
@Check(
  'availability_exception_hours',
  `closed = (from_time is null) and closed = (to_time is null) and (closed or from_time < to_time)`,
)
@Index('availability_exception_coach', ['coachId', 'date'])
export class AvailabilityException {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  @Column('date')
  date!: string;

  @Column('boolean')
  closed!: boolean;

  @Column('time', { nullable: true })
  fromTime!: string | null;

  @Column('time', { nullable: true })
  toTime!: string | null;

  /** Where the other hours are; null as in the weekly hours. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Site')
  siteId!: string | null;
}

export const availabilityEntities = [AvailabilityRule, AvailabilityException];
