import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';
import { WeeklyHours } from './opening.rules';
import { ClosureSource, closureSources, ClosureStatus, closureStatuses, SiteStatus, siteStatuses } from './site.rules';

/** One span of the weekly hours. */
export class OpeningSpanView {
  @ApiProperty({ minimum: 1, maximum: 7, description: 'Monday is 1, Sunday is 7' })
  weekday!: number;

  @ApiProperty({ example: '08:00' })
  opens!: string;

  @ApiProperty({ example: '20:00', description: '24:00 is the end of the day' })
  closes!: string;
}

/** The week of a site as it holds between two dates. */
export class OpeningHoursVersionView {
  @ApiProperty({ format: 'date' })
  validFrom!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'the last date; null is until further notice',
  })
  validUntil!: string | null;

  @ApiProperty({ type: () => [OpeningSpanView] })
  openingHours!: OpeningSpanView[];
}

/** A site as every signed-in person sees it. */
export class SiteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  city!: string;

  @ApiProperty({ example: 'FI' })
  country!: string;

  @ApiProperty()
  address!: string;

  @ApiProperty({ example: 'Europe/Helsinki' })
  timeZone!: string;

  @ApiProperty({ enum: siteStatuses })
  status!: SiteStatus;

  @ApiProperty({ description: 'percent of its desks that one venture may hold at any instant' })
  fairSharePercent!: number;

  @ApiProperty({ description: 'after so many no-shows only the same day can be booked' })
  noShowStrikes!: number;

  @ApiProperty({ description: 'for how many days a no-show counts' })
  noShowDays!: number;

  @ApiProperty({ description: 'for how many days after the last one that holds' })
  noShowBlockDays!: number;

  @ApiProperty({
    description: 'rises with each change of the site or of its weekly hours; send it as If-Match when changing',
  })
  version!: number;

  @ApiProperty({ type: () => [OpeningSpanView], description: 'the week as it holds today' })
  openingHours!: OpeningSpanView[];

  @ApiProperty({ type: () => [OpeningHoursVersionView], description: 'the week of today and those to come' })
  openingHoursVersions!: OpeningHoursVersionView[];
}

/** One page of sites. */
export class SitePage {
  @ApiProperty({ type: () => [SiteView] })
  items!: SiteView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of a site with its present and later hours, and the date its clock shows. */
export interface SiteRow {
  id: string;
  slug: string;
  name: string;
  city: string;
  country: string;
  address: string;
  timeZone: string;
  fairSharePercent: number;
  noShowStrikes: number;
  noShowDays: number;
  noShowBlockDays: number;
  status: SiteStatus;
  version: number;
  today: string;
  hours: WeeklyHours[];
}

/** Shows a site. */
export function siteView(row: SiteRow): SiteView {
  const versions = versionsOf(row.hours);
  const current = versions.find(
    (version) => version.validFrom <= row.today && (version.validUntil === null || row.today <= version.validUntil),
  );
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    city: row.city,
    country: row.country,
    address: row.address,
    timeZone: row.timeZone,
    fairSharePercent: row.fairSharePercent,
    noShowStrikes: row.noShowStrikes,
    noShowDays: row.noShowDays,
    noShowBlockDays: row.noShowBlockDays,
    status: row.status,
    version: row.version,
    openingHours: current?.openingHours ?? [],
    openingHoursVersions: versions,
  };
}

/** Weeks in order of their validity; the spans of one week are written, replaced and ended together. */
function versionsOf(hours: readonly WeeklyHours[]): OpeningHoursVersionView[] {
  const versions = new Map<string, OpeningHoursVersionView>();
  for (const { weekday, opens, closes, validFrom, validUntil } of hours) {
    const version = versions.get(validFrom) ?? { validFrom, validUntil, openingHours: [] };
    version.openingHours.push({ weekday, opens, closes });
    versions.set(validFrom, version);
  }
  return [...versions.values()].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

/** Dates on which the weekly hours of a site do not hold. */
export class ClosureView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'date' })
  startsOn!: string;

  @ApiProperty({ format: 'date', description: 'the last date' })
  endsOn!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null when the site is closed all day' })
  opens!: string | null;

  @ApiProperty({ type: String, nullable: true })
  closes!: string | null;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ enum: closureSources })
  source!: ClosureSource;

  @ApiProperty({ enum: closureStatuses, description: 'only a confirmed closure is in force' })
  status!: ClosureStatus;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;
}

/** One page of closures. */
export class ClosurePage {
  @ApiProperty({ type: () => [ClosureView] })
  items!: ClosureView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of a closure, times cut to minutes. */
export interface ClosureRow {
  id: string;
  siteId: string;
  startsOn: string;
  endsOn: string;
  opens: string | null;
  closes: string | null;
  reason: string;
  source: ClosureSource;
  status: ClosureStatus;
  createdAt: Date;
  decidedAt: Date | null;
}

/** What the columns of a {@link ClosureRow} are called in SQL. */
export const closureColumns = `
  id, site_id as "siteId", starts_on as "startsOn", ends_on as "endsOn", to_char(opens, 'HH24:MI') as opens,
  to_char(closes, 'HH24:MI') as closes, reason, source, status, created_at as "createdAt", decided_at as "decidedAt"`;

/** Shows a closure. */
export function closureView(row: ClosureRow): ClosureView {
  return {
    id: row.id,
    siteId: row.siteId,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    opens: row.opens,
    closes: row.closes,
    reason: row.reason,
    source: row.source,
    status: row.status,
    createdAt: instant(row.createdAt),
    decidedAt: row.decidedAt && instant(row.decidedAt),
  };
}
