import {
  Choice,
  DateField,
  Id,
  Instant,
  Int,
  ListOf,
  QueryBool,
  QueryInt,
  QueryWords,
  Text,
  TimeField,
  Words,
} from '../platform/http/fields';
import { PageQuery } from '../platform/http/page';
import { resourceKinds } from '../sites/resource.rules';
import { bookingStatuses } from './booking.rules';
import { WantedExtraDto } from './extras/extra.dto';
import { GuestDto } from './guests/guest.dto';

/**
 * What to book and when. What: one resource by its id, or any free one of a kind at a site. When: two instants, or a
 * date with two times by the site's clock.
 */
export class BookDto {
  @Id({ optional: true, description: 'the resource; leave it out to be given any free one of `kind` at `siteId`' })
  resourceId?: string;

  @Id({ optional: true })
  siteId?: string;

  @Choice(resourceKinds, { optional: true })
  kind?: string;

  @Int({ optional: true, min: 1, max: 500, description: 'how many people it has to hold' })
  capacity?: number;

  @Words({ optional: true, max: 20, description: 'what it has to have' })
  features?: string[];

  @Instant({ optional: true })
  start?: Date;

  @Instant({ optional: true, example: '2027-03-04T11:00:00+02:00' })
  end?: Date;

  @DateField({ optional: true, description: 'instead of start and end: the date at the site' })
  date?: string;

  @TimeField({ optional: true, description: "from when by the site's clock" })
  from?: string;

  @TimeField({ optional: true, example: '11:00', description: "until when by the site's clock" })
  to?: string;

  @Text({ optional: true, nullable: true, max: 120 })
  title?: string | null;

  @ListOf(() => WantedExtraDto, { optional: true, max: 20, description: 'what to take along, all of it or nothing' })
  extras?: WantedExtraDto[];

  @ListOf(() => GuestDto, { optional: true, max: 100, description: 'whom to invite; they need no account' })
  guests?: GuestDto[];

  @Id({ optional: true, description: 'instead of place and time: a hold of yours, which becomes the booking' })
  holdId?: string;
}

export class BookQuery {
  @QueryBool({ optional: true, description: 'true answers what the booking would cost, and books nothing' })
  preview?: boolean;
}

/** What to change of a booking; what is left out stays. */
export class ChangeBookingDto {
  @Instant({ optional: true })
  start?: Date;

  @Instant({ optional: true, example: '2027-03-04T11:00:00+02:00' })
  end?: Date;

  @Id({ optional: true })
  resourceId?: string;

  @Text({ optional: true, nullable: true, max: 120 })
  title?: string | null;

  @ListOf(() => WantedExtraDto, { optional: true, max: 20, description: 'all that it is to take along from now on' })
  extras?: WantedExtraDto[];
}

export class CancelBookingDto {
  @Text({ optional: true, max: 500, lines: true })
  reason?: string;
}

export class RejectBookingDto {
  @Text({ max: 500, lines: true, description: 'the person can read it' })
  reason!: string;
}

/** Which bookings to list: one's own, or a site's for those who run it. */
export class BookingsQuery extends PageQuery {
  @Instant({ optional: true, description: 'those that end after this instant' })
  from?: Date;

  @Instant({ optional: true, description: 'those that start before this instant' })
  to?: Date;

  @Choice(bookingStatuses, { optional: true })
  status?: string;

  @Id({ optional: true, description: 'one site; its managers see all of it' })
  siteId?: string;

  @Id({ optional: true, description: 'one person; only for managers, and for oneself' })
  personId?: string;
}

export class DayQuery {
  @DateField({ description: 'a date at the site' })
  date!: string;
}

/** For which period, kind and needs something has to be free. */
export class AvailabilityQuery {
  @Instant()
  start!: Date;

  @Instant({ example: '2027-03-04T11:00:00+02:00' })
  end!: Date;

  @Choice(resourceKinds, { optional: true })
  kind?: string;

  @QueryInt({ optional: true, min: 1, max: 500 })
  capacity?: number;

  @QueryWords({ optional: true, max: 20 })
  features?: string[];
}

/** On which date to look for free times, for how long, and of what kind. */
export class FreeSlotsQuery {
  @DateField()
  date!: string;

  @Choice(resourceKinds)
  kind!: string;

  @QueryInt({ min: 5, max: 1440 })
  minutes!: number;
}
