import { mostOccurrences } from './recurrence';
import { Bool, Choice, DateField, Id, Instant, ListOf, QueryBool, Text, TimeField } from '../../platform/http/fields';
import { PageQuery } from '../../platform/http/page';
import { WantedExtraDto } from '../extras/extra.dto';
import { GuestDto } from '../guests/guest.dto';
import { OnClash, onClashWords } from './series.rules';

/** What was chosen for one date: another place of the kind, or nothing. */
export class SeriesChoiceDto {
  @DateField({ description: 'a date of the series' })
  date!: string;

  @Id({ optional: true, description: 'another place of the same kind at the same site' })
  resourceId?: string;

  @Bool({ optional: true, description: 'leave this date out' })
  skip?: boolean;
}

/** Which place, when first, by which rule, and what to do where it is taken. */
export class BookSeriesDto {
  @Id()
  resourceId!: string;

  @Instant({ description: 'start of the first date; the others start at the same time by the clock of the site' })
  start!: Date;

  @Instant({ example: '2027-03-04T11:00:00+02:00' })
  end!: Date;

  @Text({
    max: 300,
    example: 'FREQ=WEEKLY;COUNT=8',
    description: 'RFC 5545: FREQ, INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY, BYSETPOS, WKST; at most 52 dates',
  })
  rule!: string;

  @Choice(onClashWords, { optional: true, description: '`fail` (all or nothing) when left out' })
  onClash?: OnClash;

  @ListOf(() => SeriesChoiceDto, { optional: true, max: mostOccurrences })
  choices?: SeriesChoiceDto[];

  @Text({ optional: true, nullable: true, max: 120 })
  title?: string | null;

  @ListOf(() => WantedExtraDto, { optional: true, max: 20, description: 'what to take along on every date' })
  extras?: WantedExtraDto[];

  @ListOf(() => GuestDto, { optional: true, max: 100, description: 'whom to invite to every date, in one letter each' })
  guests?: GuestDto[];
}

export class BookSeriesQuery {
  @QueryBool({ optional: true, description: 'true answers what would become of each date, and books nothing' })
  preview?: boolean;
}

/** Which dates to cancel: one, this and following, or without either all that are ahead. */
export class CancelSeriesDto {
  @DateField({ optional: true, description: 'this date and the following ones' })
  from?: string;

  @DateField({ optional: true, description: 'this date only' })
  only?: string;

  @Text({ optional: true, max: 500, lines: true })
  reason?: string;
}

/** What to change of which dates; what is left out stays. */
export class ChangeSeriesDto {
  @DateField({ optional: true, description: 'this date and the following ones' })
  from?: string;

  @DateField({ optional: true, description: 'this date only' })
  only?: string;

  @TimeField({ optional: true, description: 'by the clock of the site' })
  startTime?: string;

  @TimeField({ optional: true, example: '11:00', description: 'on the next day when it is not after the start' })
  endTime?: string;

  @Id({ optional: true, description: 'another place of the same kind at the same site' })
  resourceId?: string;
}

/** Which skipped date to book after all: `date`, `start`, or both. */
export class AddDateDto {
  @DateField({ optional: true, description: 'a date of the series that was skipped; at the times of the series' })
  date?: string;

  @Instant({ optional: true, description: 'another start on that date, for as long as the series' })
  start?: Date;

  @Id({ optional: true, description: 'another place of the same kind at the same site' })
  resourceId?: string;

  @ListOf(() => WantedExtraDto, {
    optional: true,
    max: 20,
    description: 'what to take along; the same as on the nearest date of the series when left out',
  })
  extras?: WantedExtraDto[];

  @ListOf(() => GuestDto, {
    optional: true,
    max: 100,
    description: 'whom to invite; the same as to the nearest date of the series when left out',
  })
  guests?: GuestDto[];
}

/** Which series to list. */
export class SeriesListQuery extends PageQuery {
  @Id({ optional: true, description: 'those of a site, for those who run it; one’s own when left out' })
  siteId?: string;
}
