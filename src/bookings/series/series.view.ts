import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { RefusalView } from '../answers.view';
import { BookedResource, BookingView } from '../booking.view';
import { ChargeView } from '../preview.queries';
import { SkipReason, skipReasons } from './series.rules';

/** Another place of the kind that stands in. */
export class SubstituteView {
  @ApiProperty({ format: 'uuid' })
  resourceId!: string;

  @ApiProperty()
  name!: string;
}

/** What would come of one date of a series. */
export class SeriesOccurrenceView {
  @ApiProperty({ format: 'date', description: 'the date at the site' })
  date!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null when the clock skips the time' })
  start!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  end!: string | null;

  @ApiProperty({ enum: ['free', 'clash', 'refused', 'skipped'] })
  status!: string;

  @ApiProperty({
    type: () => SubstituteView,
    nullable: true,
    description: 'the chosen place, or one that is free when the wanted one is taken',
  })
  substitute!: SubstituteView | null;

  @ApiProperty({ type: () => RefusalView, isArray: true, description: 'every rule it would break' })
  refusals!: RefusalView[];

  @ApiProperty({ type: () => ChargeView, isArray: true, description: 'what it costs, those before it counted' })
  charges!: ChargeView[];
}

/** What would come of a series, had it been asked for now. Nothing is taken and nothing promised. */
export class SeriesPreviewView {
  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: () => SeriesOccurrenceView, isArray: true })
  occurrences!: SeriesOccurrenceView[];

  @ApiProperty({ type: () => ChargeView, isArray: true, description: 'what all that would be booked takes per month' })
  totals!: ChargeView[];
}

/** A date of a series without a booking. */
export class SkippedDateView {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty({ enum: skipReasons })
  reason!: SkipReason;
}

/** A series as its holder and the managers of its site read it. */
export class SeriesView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ description: 'RFC 5545', example: 'FREQ=WEEKLY;COUNT=8' })
  rule!: string;

  @ApiProperty({ format: 'date' })
  firstDate!: string;

  @ApiProperty({ example: '09:00', description: 'by the clock of the site' })
  startTime!: string;

  @ApiProperty({ example: '11:00', description: 'on the next day when it is not after the start' })
  endTime!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: () => BookingView, isArray: true, description: 'in order of their start, cancelled ones too' })
  bookings!: BookingView[];

  @ApiProperty({ type: () => SkippedDateView, isArray: true, description: 'dates that can be added later' })
  skipped!: SkippedDateView[];

  @ApiProperty({ description: 'rises with each change of the series; send it as If-Match when changing' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

/** A row of a series with the names it is shown with. */
export interface SeriesRow {
  id: string;
  siteId: string;
  personId: string;
  resourceId: string;
  resourceName: string;
  resourceKind: string;
  rule: string;
  firstDate: string;
  starts: string;
  ends: string;
  timeZone: string;
  title: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  skipped: SkippedDateView[];
}

/** What the columns of a {@link SeriesRow} are called in SQL; goes with {@link seriesJoins}. */
export const seriesColumns = `
  q.id, q.site_id as "siteId", q.person_id as "personId", q.resource_id as "resourceId", r.name as "resourceName",
  r.kind as "resourceKind", q.rule, q.first_date as "firstDate", to_char(q.starts, 'HH24:MI') as starts,
  to_char(q.ends, 'HH24:MI') as ends, s.time_zone as "timeZone", q.title, q.version, q.created_at as "createdAt",
  q.updated_at as "updatedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('date', d.date, 'reason', d.skipped) order by d.date), '[]')
   from booking_series_date d where d.series_id = q.id and d.skipped is not null) as skipped`;

export const seriesJoins = `
  booking_series q join resource r on r.id = q.resource_id join site s on s.id = q.site_id`;

/** Shows a series: an allow-list of what its holder and the site's managers may read. */
export function seriesView(row: SeriesRow, bookings: BookingView[]): SeriesView {
  return {
    id: row.id,
    siteId: row.siteId,
    personId: row.personId,
    resource: { id: row.resourceId, name: row.resourceName, kind: row.resourceKind },
    rule: row.rule,
    firstDate: row.firstDate,
    startTime: row.starts,
    endTime: row.ends,
    timeZone: row.timeZone,
    title: row.title,
    bookings,
    skipped: row.skipped,
    version: row.version,
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
  };
}
