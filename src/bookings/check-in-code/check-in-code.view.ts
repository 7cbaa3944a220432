import { ApiProperty } from '@nestjs/swagger';
import { BookedResource, BookingView } from '../booking.view';
import { ScanOutcome, scanOutcomes } from './check-in-code.rules';

/** The code of a place, to be printed and laid on it. */
export class CheckInCodeView {
  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ type: String, nullable: true, description: 'the part of the site' })
  zone!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'k7m2-9qxd-4wtz',
    description: 'null when it has none, or one that can be scanned and not printed again',
  })
  code!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'where the picture leads' })
  address!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the picture: a QR code in SVG' })
  svg!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  issuedAt!: string | null;
}

/** The codes of a site. */
export class CheckInCodePage {
  @ApiProperty({ type: () => CheckInCodeView, isArray: true })
  items!: CheckInCodeView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A place as a stranger may know it: what is written on its door. */
export class CodedPlaceView {
  @ApiProperty()
  resource!: string;

  @ApiProperty({ enum: ['desk', 'room', 'booth'] })
  kind!: string;

  @ApiProperty()
  site!: string;
}

/** What came of scanning a code. */
export class ScanView {
  @ApiProperty({
    enum: scanOutcomes,
    description:
      'checked_in: welcome (also when one was already); elsewhere: `booking` is at another place now; too_early, too_late: ' +
      'checking in to `booking` is possible between `from` and `until`; not_confirmed: nobody has approved `booking` yet; ' +
      'free: it can be booked from `from`, and `until` is when somebody else comes or the site closes; taken: until `until`; ' +
      'closed: the site is',
  })
  outcome!: ScanOutcome;

  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  site!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: () => BookingView, nullable: true, description: 'the own booking that it is about' })
  booking!: BookingView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  from!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;
}
