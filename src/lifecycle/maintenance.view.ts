import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';

/** A period for which a resource is out of service. */
export class MaintenanceView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  resourceId!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty()
  reason!: string;
}

/** One page of maintenance. */
export class MaintenancePage {
  @ApiProperty({ type: () => [MaintenanceView] })
  items!: MaintenanceView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of maintenance with the zone of its site. */
export interface MaintenanceRow {
  id: string;
  resourceId: string;
  siteId: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  reason: string;
}

/** The rows of maintenance; append a condition on `m`. */
export const maintenanceRows = `
  select m.id, m.resource_id as "resourceId", m.site_id as "siteId", m.starts_at as "startsAt", m.ends_at as "endsAt",
         s.time_zone as "timeZone", m.reason
  from maintenance m join site s on s.id = m.site_id`;

/** Shows maintenance. */
export function maintenanceView(row: MaintenanceRow): MaintenanceView {
  return {
    id: row.id,
    resourceId: row.resourceId,
    siteId: row.siteId,
    start: instant(row.startsAt),
    end: instant(row.endsAt),
    timeZone: row.timeZone,
    reason: row.reason,
  };
}
