import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PositionView } from '../sites/resource.view';
import { bookingStatuses } from './booking.rules';

/** A stretch of time between two instants. */
export class PeriodView {
  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;
}

/** A resource as the day and the lists of free places show it. */
export class PlaceView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['desk', 'room', 'booth'] })
  kind!: string;

  @ApiProperty()
  capacity!: number;

  @ApiProperty({ type: String, isArray: true })
  features!: string[];

  @ApiProperty({ type: String, nullable: true })
  zone!: string | null;

  @ApiProperty({ type: () => PositionView, nullable: true })
  position!: PositionView | null;

  @ApiProperty()
  needsApproval!: boolean;
}

/** A free resource. */
export class FreePlaceView extends PlaceView {
  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: ['active', 'retired'] })
  status!: string;
}

/** A time at which a place is taken; what it is taken by is told only to its holder and to those who run the site. */
export class OccupiedView extends PeriodView {
  @ApiPropertyOptional({ format: 'date-time', description: 'when the place is free again after cleaning' })
  blockedUntil?: string;

  @ApiProperty({ enum: ['booking', 'session', 'hold', 'maintenance'] })
  cause!: string;

  @ApiProperty()
  mine!: boolean;

  @ApiPropertyOptional({ format: 'uuid' })
  bookingId?: string;

  @ApiPropertyOptional()
  title?: string;

  @ApiPropertyOptional({ enum: bookingStatuses })
  status?: string;

  @ApiPropertyOptional({ description: 'the name of the person; only for those who run the site' })
  holder?: string;
}

/** One place and when it is taken. */
export class DayResourceView {
  @ApiProperty({ type: () => PlaceView })
  resource!: PlaceView;

  @ApiProperty({ type: () => OccupiedView, isArray: true })
  occupied!: OccupiedView[];
}

/** The day of a site as a person sees it. */
export class DayView {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: () => PeriodView, isArray: true, description: 'when the site is open' })
  open!: PeriodView[];

  @ApiProperty({ type: () => DayResourceView, isArray: true })
  resources!: DayResourceView[];
}

export class FreePlacesView {
  @ApiProperty({ type: () => FreePlaceView, isArray: true })
  items!: FreePlaceView[];
}

/** A time at which a place is free for the wanted length. */
export class SlotView extends PeriodView {
  @ApiProperty({ format: 'uuid' })
  resourceId!: string;
}

export class SlotsView {
  @ApiProperty({ type: () => SlotView, isArray: true })
  items!: SlotView[];
}
