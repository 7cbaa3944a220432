import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { BookedResource } from '../booking.view';

/** A place that is held for a person while they decide. */
export class HoldView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty({ format: 'date-time', description: 'until when nobody else can take it; from then on anybody can' })
  expiresAt!: string;
}

/** All holds of a person; there are never many. */
export class HoldList {
  @ApiProperty({ type: () => HoldView, isArray: true })
  items!: HoldView[];
}

/** A row of a hold with the names it is shown with. */
export interface HoldRow {
  id: string;
  siteId: string;
  resourceId: string;
  resourceName: string;
  resourceKind: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  expiresAt: Date;
}

/** Shows a hold to its holder. */
export function holdView(row: HoldRow): HoldView {
  return {
    id: row.id,
    siteId: row.siteId,
    resource: { id: row.resourceId, name: row.resourceName, kind: row.resourceKind },
    start: instant(row.startsAt),
    end: instant(row.endsAt),
    timeZone: row.timeZone,
    expiresAt: instant(row.expiresAt),
  };
}
