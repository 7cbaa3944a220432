import { ApiProperty } from '@nestjs/swagger';
import { locales } from '../people/people.rules';
import { PeriodView } from '../bookings/day.view';

/** A time at which a place is taken, as its door tells everybody who walks by. */
export class DoorTimeView extends PeriodView {
  @ApiProperty({ type: String, nullable: true, description: 'what it is for, when this door may say so' })
  title!: string | null;

  @ApiProperty({ description: 'whether the place is out of service then' })
  isMaintenance!: boolean;
}

/** The code that checks in here. */
export class DoorCodeView {
  @ApiProperty({ example: 'k7m2-9qxd-4wtz' })
  code!: string;

  @ApiProperty({ description: 'a QR code in SVG' })
  svg!: string;
}

/** What the display beside a door shows. Nobody's name is in it. */
export class DoorView {
  @ApiProperty()
  resource!: string;

  @ApiProperty({ enum: ['desk', 'room', 'booth'] })
  kind!: string;

  @ApiProperty()
  capacity!: number;

  @ApiProperty()
  site!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ enum: locales, description: 'the language of the display' })
  locale!: string;

  @ApiProperty({ format: 'date-time', description: 'when this was so, by the clock of the house' })
  now!: string;

  @ApiProperty({ type: () => PeriodView, isArray: true, description: 'when the site is open today' })
  open!: PeriodView[];

  @ApiProperty({ type: () => DoorTimeView, isArray: true, description: 'from now to the end of tomorrow' })
  taken!: DoorTimeView[];

  @ApiProperty({ type: () => DoorCodeView, nullable: true })
  checkIn!: DoorCodeView | null;
}
