import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';
import { Scope } from './report.scope';

/** A site whose figures are in a report. */
export class ReportedSiteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** What every report says of itself. */
export class ReportView {
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date', description: 'the last date, by the clock of each site' })
  to!: string;

  @ApiProperty({ type: () => ReportedSiteView, isArray: true })
  sites!: ReportedSiteView[];

  @ApiProperty({ description: 'rises when what is counted, or how, changes' })
  definition!: number;

  @ApiProperty({
    description: 'groups of fewer than five people are hidden (null), and so are those that would tell them',
  })
  smallCellsHidden!: boolean;

  @ApiProperty({ format: 'date-time' })
  asOf!: string;
}

/** The members of an answer, before they are one. */
export type Members<View> = Pick<View, keyof View>;

/** The head of a report. */
export function reportHead(
  { from, to, sites, hidesSmallCells }: Scope,
  definition: number,
  now: Date,
): Members<ReportView> {
  return {
    from,
    to,
    sites: sites.map(({ id, name }) => ({ id, name })),
    definition,
    smallCellsHidden: hidesSmallCells,
    asOf: instant(now),
  };
}

/** A share of a whole as a percentage with one decimal; null of nothing. */
export function percent(part: number | null, whole: number): number | null {
  return part === null || whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** Minutes as hours with two decimals. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 0.6) / 100;
}
