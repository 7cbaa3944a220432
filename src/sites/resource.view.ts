import { ApiProperty } from '@nestjs/swagger';
import { ResourceStatus, resourceStatuses } from './resource.entity';
import { BookingTerms, ResourceKind, resourceKinds } from './resource.rules';

/** A place on the plan of a site, in metres from its upper left corner. */
export class PositionView {
  @ApiProperty()
  x!: number;

  @ApiProperty()
  y!: number;
}

/** A desk, room or booth as every signed-in person sees it. */
export class ResourceView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: resourceKinds })
  kind!: ResourceKind;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'how many people it seats' })
  capacity!: number;

  @ApiProperty({ type: [String] })
  features!: string[];

  @ApiProperty({ type: String, nullable: true })
  zone!: string | null;

  @ApiProperty({ type: () => PositionView, nullable: true })
  position!: PositionView | null;

  @ApiProperty({ description: 'a manager decides on each booking' })
  needsApproval!: boolean;

  @ApiProperty({ enum: resourceStatuses })
  status!: ResourceStatus;

  @ApiProperty({ description: 'rises with each change; send it as If-Match when changing' })
  version!: number;
}

/** One page of resources. */
export class ResourcePage {
  @ApiProperty({ type: () => [ResourceView] })
  items!: ResourceView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of a resource. */
export interface ResourceRow {
  id: string;
  siteId: string;
  kind: ResourceKind;
  name: string;
  capacity: number;
  features: string[];
  zone: string | null;
  positionX: number | null;
  positionY: number | null;
  needsApproval: boolean;
  status: ResourceStatus;
  version: number;
}

/** What the columns of a {@link ResourceRow} are called in SQL. */
export const resourceColumns = `
  id, site_id as "siteId", kind, name, capacity, features, zone, position_x as "positionX", position_y as "positionY",
  needs_approval as "needsApproval", status, version`;

/** Shows a resource. */
export function resourceView(row: ResourceRow): ResourceView {
  return {
    id: row.id,
    siteId: row.siteId,
    kind: row.kind,
    name: row.name,
    capacity: row.capacity,
    features: row.features,
    zone: row.zone,
    position: row.positionX === null || row.positionY === null ? null : { x: row.positionX, y: row.positionY },
    needsApproval: row.needsApproval,
    status: row.status,
    version: row.version,
  };
}

/** What every resource of a kind asks of a booking at a site. */
export class ResourceRuleView implements BookingTerms {
  @ApiProperty({ enum: resourceKinds })
  kind!: ResourceKind;

  @ApiProperty()
  gridMinutes!: number;

  @ApiProperty()
  shortestMinutes!: number;

  @ApiProperty()
  longestMinutes!: number;

  @ApiProperty()
  noticeMinutes!: number;

  @ApiProperty()
  horizonDays!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'null is as many as one likes' })
  futureBookings!: number | null;

  @ApiProperty()
  cancelMinutes!: number;

  @ApiProperty()
  checkInBeforeMinutes!: number;

  @ApiProperty()
  checkInAfterMinutes!: number;

  @ApiProperty()
  bufferMinutes!: number;
}

/** The rules of a site, one for each kind; never more than a page. */
export class ResourceRulePage {
  @ApiProperty({ type: () => [ResourceRuleView] })
  items!: ResourceRuleView[];

  @ApiProperty({ type: String, nullable: true, description: 'always null: there are three kinds' })
  next!: string | null;
}

/** What the columns of a rule are called in SQL. */
export const ruleColumns = `
  kind, grid_minutes as "gridMinutes", shortest_minutes as "shortestMinutes", longest_minutes as "longestMinutes",
  notice_minutes as "noticeMinutes", horizon_days as "horizonDays", future_bookings as "futureBookings",
  cancel_minutes as "cancelMinutes", check_in_before_minutes as "checkInBeforeMinutes",
  check_in_after_minutes as "checkInAfterMinutes", buffer_minutes as "bufferMinutes"`;

/** Shows a rule; the order of its members is that of the screen. */
export function ruleView(row: BookingTerms): ResourceRuleView {
  return {
    kind: row.kind,
    gridMinutes: row.gridMinutes,
    shortestMinutes: row.shortestMinutes,
    longestMinutes: row.longestMinutes,
    noticeMinutes: row.noticeMinutes,
    horizonDays: row.horizonDays,
    futureBookings: row.futureBookings,
    cancelMinutes: row.cancelMinutes,
    checkInBeforeMinutes: row.checkInBeforeMinutes,
    checkInAfterMinutes: row.checkInAfterMinutes,
    bufferMinutes: row.bufferMinutes,
  };
}
