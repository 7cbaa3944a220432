import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { BookedResource } from '../booking.view';
import { ReplacementCause, replacementCauses, ReplacementStatus, replacementStatuses } from './replacement.rules';

/** A place at a time. */
export class PlaceInTime {
  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;
}

/** An equal place that is offered for a booking whose own is taken away. */
export class ReplacementView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  bookingId!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiPropertyOptional({ description: 'whose booking it is; for those who run the site' })
  fullName?: string;

  @ApiProperty({ enum: replacementStatuses })
  status!: ReplacementStatus;

  @ApiProperty({ enum: replacementCauses, description: 'what took the place away' })
  cause!: ReplacementCause;

  @ApiProperty({ format: 'uuid', description: 'the closure, the maintenance, or the resource that is out of use' })
  causeId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'why, in words for the holder' })
  reason!: string | null;

  @ApiProperty({ type: () => PlaceInTime, description: 'what was booked' })
  instead!: PlaceInTime;

  @ApiProperty({ type: () => PlaceInTime, description: 'what is held for the holder' })
  offered!: PlaceInTime;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty({ format: 'date-time' })
  offeredAt!: string;

  @ApiProperty({ format: 'date-time', description: 'until when it is held' })
  expiresAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: string | null;
}

/** One page of replacements. */
export class ReplacementPage {
  @ApiProperty({ type: () => ReplacementView, isArray: true })
  items!: ReplacementView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** Which place a booking that loses its own is offered. */
export class PlannedReplacement extends PlaceInTime {
  @ApiProperty({ format: 'uuid' })
  bookingId!: string;

  @ApiProperty({ format: 'date-time', description: 'until when it is held' })
  expiresAt!: string;
}

/** A row of a replacement with the names it is shown with. */
export interface ReplacementRow {
  id: string;
  bookingId: string;
  siteId: string;
  personId: string;
  fullName: string;
  status: ReplacementStatus;
  cause: ReplacementCause;
  causeId: string;
  reason: string | null;
  bookingStatus: 'requested' | 'confirmed';
  fromResourceId: string;
  fromResourceName: string;
  fromStartsAt: Date;
  fromEndsAt: Date;
  resourceId: string;
  resourceName: string;
  resourceKind: string;
  startsAt: Date;
  endsAt: Date;
  bufferMinutes: number;
  timeZone: string;
  membershipId: string | null;
  ventureId: string | null;
  offeredAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
}

/** Selects {@link ReplacementRow}s; append a condition on `p`. */
export const replacementRows = `
  select p.id, p.booking_id as "bookingId", p.site_id as "siteId", p.person_id as "personId", h.full_name as "fullName",
         p.status, p.cause, p.cause_id as "causeId", b.reason, p.booking_status as "bookingStatus",
         p.from_resource_id as "fromResourceId", f.name as "fromResourceName", p.from_starts_at as "fromStartsAt",
         p.from_ends_at as "fromEndsAt", p.resource_id as "resourceId", r.name as "resourceName", r.kind as "resourceKind",
         p.starts_at as "startsAt", p.ends_at as "endsAt", l.buffer_minutes as "bufferMinutes", s.time_zone as "timeZone",
         b.membership_id as "membershipId", m.venture_id as "ventureId", p.offered_at as "offeredAt", p.expires_at as "expiresAt", p.answered_at as "answeredAt"
  from replacement p
  join booking b on b.id = p.booking_id
  join person h on h.id = p.person_id
  join site s on s.id = p.site_id
  join resource f on f.id = p.from_resource_id
  join resource r on r.id = p.resource_id
  join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
  left join membership m on m.id = b.membership_id`;

/** Shows a replacement to the holder, or with their name to those who run the site. */
export function replacementView(row: ReplacementRow, forManager = false): ReplacementView {
  const kind = row.resourceKind;
  return {
    id: row.id,
    bookingId: row.bookingId,
    siteId: row.siteId,
    personId: row.personId,
    ...(forManager && { fullName: row.fullName }),
    status: row.status,
    cause: row.cause,
    causeId: row.causeId,
    reason: row.reason,
    instead: {
      resource: { id: row.fromResourceId, name: row.fromResourceName, kind },
      start: instant(row.fromStartsAt),
      end: instant(row.fromEndsAt),
    },
    offered: {
      resource: { id: row.resourceId, name: row.resourceName, kind },
      start: instant(row.startsAt),
      end: instant(row.endsAt),
    },
    timeZone: row.timeZone,
    offeredAt: instant(row.offeredAt),
    expiresAt: instant(row.expiresAt),
    answeredAt: row.answeredAt && instant(row.answeredAt),
  };
}
