import { DateField, Id } from '../platform/http/fields';

/** Which figures are wanted: of one site or of all that one may read, on dates of their clocks, both included. */
export class ReportQuery {
  @Id({ optional: true, description: 'all sites whose figures you may read when left out' })
  siteId?: string;

  @DateField()
  from!: string;

  @DateField({ description: 'the last date; at most 366 days' })
  to!: string;
}

/** Whose coaching is wanted. */
export class OverviewQuery {
  @Id()
  siteId!: string;
}
