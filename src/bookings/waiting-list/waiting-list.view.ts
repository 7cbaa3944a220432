import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { BookedResource } from '../booking.view';
import { EntryStatus, entryStatuses } from './waiting-list.rules';

/** Somebody's entry in the waiting list. */
export class WaitingListEntryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiPropertyOptional({ description: 'who waits; for those who run the site' })
  fullName?: string;

  @ApiProperty({ enum: ['desk', 'room', 'booth'] })
  kind!: string;

  @ApiProperty({ type: () => BookedResource, nullable: true, description: 'null: any of the kind that fits' })
  resource!: BookedResource | null;

  @ApiProperty()
  capacity!: number;

  @ApiProperty({ type: String, isArray: true })
  features!: string[];

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty({ enum: entryStatuses })
  status!: EntryStatus;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'among those who wait for the same, 1 is the next: least used, then longest waiting; null when over',
  })
  position!: number | null;

  @ApiProperty({ description: 'minutes of the site that the person has had in the last 30 days' })
  usedMinutes!: number;

  @ApiProperty({ format: 'date-time' })
  waitingSince!: string;

  @ApiProperty({ type: () => BookedResource, nullable: true, description: 'what is or was offered' })
  offered!: BookedResource | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'until when the offer is held' })
  offerExpiresAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the booking that the offer became' })
  bookingId!: string | null;
}

/** One page of entries. */
export class WaitingListPage {
  @ApiProperty({ type: () => WaitingListEntryView, isArray: true })
  items!: WaitingListEntryView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of an entry with the names it is shown with. */
export interface EntryRow {
  id: string;
  siteId: string;
  personId: string;
  fullName: string;
  kind: string;
  resourceId: string | null;
  resourceName: string | null;
  capacity: number;
  features: string[];
  startsAt: Date;
  endsAt: Date;
  bufferMinutes: number;
  timeZone: string;
  status: EntryStatus;
  position: number | null;
  usedMinutes: number;
  createdAt: Date;
  offeredResourceId: string | null;
  offeredResourceName: string | null;
  offerExpiresAt: Date | null;
  bookingId: string | null;
}

/** Selects {@link EntryRow}s; `$1` is now. */
export const entryRows = `
  select e.id, e.site_id as "siteId", e.person_id as "personId", p.full_name as "fullName", e.kind,
         e.resource_id as "resourceId", r.name as "resourceName", e.capacity, e.features, e.starts_at as "startsAt",
         e.ends_at as "endsAt", l.buffer_minutes as "bufferMinutes", s.time_zone as "timeZone", e.status,
         waiting_position(e.id, $1)::int as position, round(used_minutes(e.person_id, e.site_id, $1))::int as "usedMinutes",
         e.created_at as "createdAt", e.offered_resource_id as "offeredResourceId", o.name as "offeredResourceName",
         e.offer_expires_at as "offerExpiresAt", e.booking_id as "bookingId"
  from waiting_list_entry e
  join person p on p.id = e.person_id
  join site s on s.id = e.site_id
  join resource_rule l on l.site_id = e.site_id and l.kind = e.kind
  left join resource r on r.id = e.resource_id
  left join resource o on o.id = e.offered_resource_id`;

/** Shows an entry to the person, or with their name to those who run the site. */
export function entryView(row: EntryRow, forManager = false): WaitingListEntryView {
  const { kind } = row;
  return {
    id: row.id,
    siteId: row.siteId,
    personId: row.personId,
    ...(forManager && { fullName: row.fullName }),
    kind,
    resource: row.resourceId === null ? null : { id: row.resourceId, name: row.resourceName ?? '', kind },
    capacity: row.capacity,
    features: row.features,
    start: instant(row.startsAt),
    end: instant(row.endsAt),
    timeZone: row.timeZone,
    status: row.status,
    position: row.position,
    usedMinutes: row.usedMinutes,
    waitingSince: instant(row.createdAt),
    offered:
      row.offeredResourceId === null ? null : { id: row.offeredResourceId, name: row.offeredResourceName ?? '', kind },
    offerExpiresAt: row.offerExpiresAt && instant(row.offerExpiresAt),
    bookingId: row.bookingId,
  };
}
