import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BookingTerms, ResourceKind } from './resource.rules';

export const resourceStatuses = ['active', 'retired'] as const;
/** A retired resource keeps its history and its name, and is never given again. */
export type ResourceStatus = (typeof resourceStatuses)[number];

/** A desk, a room or a booth. */
@Entity()
@Unique('resource_name', ['siteId', 'name'])
@Check('resource_kind', `kind in ('desk', 'room', 'booth')`)
@Check('resource_capacity', 'capacity between 1 and 500')
@Check('resource_status', `status in ('active', 'retired')`)
export class Resource {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  kind!: ResourceKind;

  @Column('text')
  name!: string;

  /** How many people it seats. */
  @Column('smallint', { default: 1 })
  capacity!: number;

  @Column('text', { array: true, default: '{}' })
  features!: string[];

  @Column('text', { nullable: true })
  zone!: string | null;

  /** Position on the site's plan, in metres from its upper left corner. */
  @Column('real', { nullable: true })
  positionX!: number | null;

  @Column('real', { nullable: true })
  positionY!: number | null;

  @Column('boolean', { default: false })
  needsApproval!: boolean;

  @Column('text', { default: 'active' })
  status!: ResourceStatus;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** What every resource of a kind asks of a booking at a site. */
@Entity()
@Check('resource_rule_kind', `kind in ('desk', 'room', 'booth')`)
@Check('resource_rule_grid', 'grid_minutes in (5, 10, 15, 20, 30, 60)')
@Check(
  'resource_rule_length',
  '0 < shortest_minutes and shortest_minutes <= longest_minutes and longest_minutes <= 1440',
)
@Check('resource_rule_notice', 'notice_minutes >= 0')
@Check('resource_rule_horizon', 'horizon_days between 1 and 730')
@Check('resource_rule_future', 'future_bookings > 0')
@Check('resource_rule_cancel', 'cancel_minutes >= 0')
@Check('resource_rule_check_in', 'check_in_before_minutes >= 0 and check_in_after_minutes >= 0')
@Check('resource_rule_buffer', 'buffer_minutes between 0 and 60')
export class ResourceRule implements BookingTerms {
  @PrimaryColumn('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @PrimaryColumn('text')
  kind!: ResourceKind;

  @Column('smallint')
  gridMinutes!: number;

  @Column('smallint')
  shortestMinutes!: number;

  @Column('smallint')
  longestMinutes!: number;

  @Column('integer')
  noticeMinutes!: number;

  @Column('smallint')
  horizonDays!: number;

  @Column('smallint', { nullable: true })
  futureBookings!: number | null;

  @Column('integer')
  cancelMinutes!: number;

  @Column('smallint')
  checkInBeforeMinutes!: number;

  @Column('smallint')
  checkInAfterMinutes!: number;

  @Column('smallint')
  bufferMinutes!: number;
}

/** A period for which a resource is out of service. */
@Entity()
@Check('maintenance_order', 'starts_at < ends_at')
@Index('maintenance_resource', ['resourceId', 'endsAt'])
export class Maintenance {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Resource')
  resourceId!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  reason!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
