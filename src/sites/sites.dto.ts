import { ArrayMinSize } from 'class-validator';
import { Choice, DateField, Form, Int, ListOf, QueryInt, Text, TimeField, ZoneField } from '../platform/http/fields';
import { PageQuery } from '../platform/http/page';
import { ClosureStatus, closureStatuses, SiteStatus, siteStatuses } from './site.rules';

/** Which sites are wanted. */
export class SitesQuery extends PageQuery {
  @Choice(siteStatuses, { optional: true })
  status?: SiteStatus;
}

/** Which closures of a site are wanted. */
export class ClosuresQuery extends PageQuery {
  @DateField({ optional: true, description: 'closures that end on this date or later' })
  from?: string;

  @DateField({ optional: true, description: 'closures that start on this date or earlier' })
  to?: string;

  @Choice(closureStatuses, { optional: true })
  status?: ClosureStatus;
}

/** The year whose holidays are to be proposed. */
export class ProposeQuery {
  @QueryInt({ min: 2020, max: 2100, example: 2027 })
  year!: number;
}

/** One span of a week. */
export class OpeningSpanDto {
  @Int({ min: 1, max: 7, description: 'Monday is 1, Sunday is 7' })
  weekday!: number;

  @TimeField({ example: '08:00' })
  opens!: string;

  @TimeField({ example: '20:00' })
  closes!: string;
}

/** A new site. */
export class NewSiteDto {
  @Text({ min: 2, max: 40, example: 'lappeenranta', description: 'lower case, digits and single hyphens' })
  @Form(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case letters, digits and single hyphens')
  slug!: string;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 100 })
  city!: string;

  @Text({ min: 2, max: 2, example: 'FI', description: 'ISO 3166 code of the country' })
  @Form(/^[A-Z]{2}$/, 'two capital letters, such as FI')
  country!: string;

  @Text({ optional: true, min: 0, max: 200 })
  address?: string;

  @ZoneField()
  timeZone!: string;

  @ListOf(() => OpeningSpanDto, { optional: true, max: 42, description: 'the week from today on' })
  openingHours?: OpeningSpanDto[];
}

/** What changes of a site. */
export class ChangeSiteDto {
  @Text({ optional: true, max: 100 })
  name?: string;

  @Text({ optional: true, max: 100 })
  city?: string;

  @Text({ optional: true, min: 0, max: 200 })
  address?: string;

  @Choice(siteStatuses, { optional: true, description: 'with any other than active, bookings ahead are cancelled' })
  status?: SiteStatus;

  @Text({ optional: true, max: 300, description: 'why, for those whose bookings are cancelled' })
  reason?: string;

  @ZoneField({ optional: true, description: 'only while nothing is booked at the site' })
  timeZone?: string;

  @Int({
    optional: true,
    min: 1,
    max: 100,
    description: 'percent of its desks that one venture may hold at any instant',
  })
  fairSharePercent?: number;

  @Int({ optional: true, min: 1, max: 20, description: 'after so many no-shows only the same day can be booked' })
  noShowStrikes?: number;

  @Int({ optional: true, min: 1, max: 365, description: 'for how many days a no-show counts' })
  noShowDays?: number;

  @Int({ optional: true, min: 0, max: 90, description: 'for how many days after the last one that holds' })
  noShowBlockDays?: number;
}

/** The whole week of a site from a date on. */
export class WeekDto {
  @DateField({ description: 'the first date of this week; today or later' })
  validFrom!: string;

  @ListOf(() => OpeningSpanDto, { max: 42, description: 'weekdays that are not named are closed' })
  @ArrayMinSize(1)
  openingHours!: OpeningSpanDto[];
}

/** Dates on which a site is closed, or open at other hours. */
export class NewClosureDto {
  @DateField()
  startsOn!: string;

  @DateField({ description: 'the last date' })
  endsOn!: string;

  @TimeField({ optional: true, nullable: true, description: 'left out when the site is closed all day' })
  opens?: string | null;

  @TimeField({ optional: true, nullable: true })
  closes?: string | null;

  @Text({ max: 300, description: 'told to everybody whose booking is cancelled' })
  reason!: string;
}
