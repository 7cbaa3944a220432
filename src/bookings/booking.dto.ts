import { Choice, DateField, Id, Instant, ListOf, QueryBool, QueryInt, QueryWords, Text } from '../platform/http/fields';
import { PageQuery } from '../platform/http/page';
import { resourceKinds } from '../sites/resource.rules';
import { bookingStatuses } from './booking.rules';
import { WantedExtraDto } from './extras/extra.dto';
import { GuestDto } from './guests/guest.dto';
import { WishDto } from './wish.dto';

/** What to book and when. */
export class BookDto extends WishDto {
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
