import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';
import { HouseReason, houseReasons } from '../kernel/why';
import { BookingAllowanceView } from './allowance';
import { BookingStatus, bookingStatuses } from './booking.rules';
import { BookedExtraView } from './extras/extra.view';
import { GuestView } from './guests/guest.view';

/** The resource of a booking, as far as a reader needs it. */
export class BookedResource {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['desk', 'room', 'booth'] })
  kind!: string;
}

/** From when to when something can be done. */
export class Window {
  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  until!: string;
}

/** A booking as the API shows it. */
export class BookingView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ enum: bookingStatuses })
  status!: BookingStatus;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  seriesId!: string | null;

  @ApiProperty({
    type: () => BookingAllowanceView,
    nullable: true,
    description: 'what it takes from the wallet; null when it costs nothing',
  })
  allowance!: BookingAllowanceView | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the membership that covers it' })
  membershipId!: string | null;

  @ApiProperty({ type: () => BookedExtraView, isArray: true })
  extras!: BookedExtraView[];

  @ApiProperty({ type: () => GuestView, isArray: true })
  guests!: GuestView[];

  @ApiProperty({ description: 'rises with each change; send it as If-Match when changing' })
  version!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'why it was cancelled or rejected, in the words of a person',
  })
  reason!: string | null;

  @ApiProperty({ enum: houseReasons, nullable: true, description: 'the same where the house did it by itself' })
  because!: HouseReason | null;

  @ApiProperty({ description: 'cancelled after the deadline for free cancellation' })
  late!: boolean;

  @ApiProperty({ format: 'date-time', description: 'until when cancelling is free' })
  freeCancellationUntil!: string;

  @ApiProperty({ type: () => Window, description: 'when the holder can check in' })
  checkIn!: Window;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  checkedInAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  checkedOutAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

/** A row of a booking with the names it is shown with. */
export interface BookingRow {
  id: string;
  siteId: string;
  resourceId: string;
  resourceName: string;
  resourceKind: string;
  personId: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  title: string | null;
  status: BookingStatus;
  seriesId: string | null;
  membershipId: string | null;
  ventureId: string | null;
  allowanceKind: string | null;
  allowanceAmount: number | null;
  extras: BookedExtraView[];
  guests: GuestView[];
  version: number;
  reason: string | null;
  because: HouseReason | null;
  late: boolean;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  cancelMinutes: number;
  checkInBeforeMinutes: number;
  checkInAfterMinutes: number;
}

/** What the columns of a {@link BookingRow} are called in SQL; joins `booking b`, `resource r`, `site s`, `resource_rule l`. */
export const bookingColumns = `
  b.id, b.site_id as "siteId", b.resource_id as "resourceId", r.name as "resourceName", r.kind as "resourceKind",
  b.person_id as "personId", b.starts_at as "startsAt", b.ends_at as "endsAt", s.time_zone as "timeZone", b.title, b.status,
  b.series_id as "seriesId", b.membership_id as "membershipId", m.venture_id as "ventureId",
  w.kind as "allowanceKind", w.amount as "allowanceAmount", b.version, b.reason, b.because, b.late,
  b.checked_in_at as "checkedInAt", b.checked_out_at as "checkedOutAt", b.created_at as "createdAt", b.updated_at as "updatedAt",
  l.cancel_minutes as "cancelMinutes", l.check_in_before_minutes as "checkInBeforeMinutes",
  l.check_in_after_minutes as "checkInAfterMinutes",
  (select coalesce(jsonb_agg(jsonb_build_object('extraId', e.id, 'name', e.name, 'count', x.count) order by e.name), '[]')
   from booking_extra x join extra e on e.id = x.extra_id
   where x.booking_id = b.id and x.withdrawn_at is null) as extras,
  (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'email', g.email) order by g.id), '[]')
   from booking_guest g where g.booking_id = b.id and g.removed_at is null) as guests`;

export const bookingJoins = `
  booking b
  join resource r on r.id = b.resource_id
  join site s on s.id = b.site_id
  join resource_rule l on l.site_id = b.site_id and l.kind = r.kind
  left join membership m on m.id = b.membership_id
  left join lateral (
    select min(a.kind) as kind, -sum(e.amount)::float8 as amount
    from allowance_entry e join allowance_account a on a.id = e.account_id
    where e.cause = 'booking' and e.cause_id = b.id
  ) w on true`;

/** Shows a booking: an allow-list of what its holder and the site's managers may read. */
export function bookingView(row: BookingRow): BookingView {
  const minutesFromStart = (minutes: number) => instant(new Date(row.startsAt.getTime() + minutes * 60_000));
  return {
    id: row.id,
    siteId: row.siteId,
    resource: { id: row.resourceId, name: row.resourceName, kind: row.resourceKind },
    personId: row.personId,
    start: instant(row.startsAt),
    end: instant(row.endsAt),
    timeZone: row.timeZone,
    title: row.title,
    status: row.status,
    seriesId: row.seriesId,
    allowance:
      row.allowanceKind === null ? null : { kind: row.allowanceKind, amount: Math.max(0, row.allowanceAmount ?? 0) },
    membershipId: row.membershipId,
    extras: row.extras,
    guests: row.guests,
    version: row.version,
    reason: row.reason,
    because: row.because,
    late: row.late,
    freeCancellationUntil: minutesFromStart(-row.cancelMinutes),
    checkIn: { from: minutesFromStart(-row.checkInBeforeMinutes), until: minutesFromStart(row.checkInAfterMinutes) },
    checkedInAt: row.checkedInAt && instant(row.checkedInAt),
    checkedOutAt: row.checkedOutAt && instant(row.checkedOutAt),
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
  };
}
