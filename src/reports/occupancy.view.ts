import { ApiProperty } from '@nestjs/swagger';
import { csv } from './csv';
import { Minutes, ReportedResource, Sums } from './occupancy.rules';
import { hiddenCells, smallestCell } from './report.rules';
import { Scope } from './report.scope';
import { Members, percent, reportHead, ReportView } from './report.view';

const minutes = (description: string) => ApiProperty({ type: Number, nullable: true, description });

/** Minutes of one group. What is hidden is null. */
export class OccupancyFiguresView {
  @ApiProperty({ description: 'minutes within opening hours minus closures, for every resource there was' })
  bookableMinutes!: number;

  @minutes(
    'of these, minutes booked, and minutes of coaching sessions in rooms; requests and cancellations are not counted',
  )
  bookedMinutes!: number | null;

  @minutes('of the booked ones, minutes for which somebody checked in or a session was held')
  checkedInMinutes!: number | null;

  @minutes('booked outside the opening hours, by plans that allow it; not part of the occupancy')
  outsideMinutes!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'booked of bookable, percent' })
  occupancyPercent!: number | null;
}

/** A resource and its minutes. */
export class ResourceOccupancyView extends OccupancyFiguresView {
  @ApiProperty({ format: 'uuid' })
  resourceId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['desk', 'room', 'booth'] })
  kind!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ description: 'of the site; places of two sites may have one name' })
  siteName!: string;
}

/** A kind of resource and its minutes. */
export class KindOccupancyView extends OccupancyFiguresView {
  @ApiProperty({ enum: ['desk', 'room', 'booth'] })
  kind!: string;
}

/** One hour of the week for one kind. */
export class HourOccupancyView extends KindOccupancyView {
  @ApiProperty({ minimum: 1, maximum: 7, description: 'Monday is 1' })
  weekday!: number;

  @ApiProperty({ minimum: 0, maximum: 23, description: 'the hour of the clock face in which it begins' })
  hour!: number;
}

/** A plan and the minutes that its members booked. */
export class PlanOccupancyView {
  @ApiProperty({ type: String, nullable: true, description: 'null for those who work at the site, and for sessions' })
  planCode!: string | null;

  @minutes('minutes booked within opening hours')
  bookedMinutes!: number | null;

  @minutes('of these, with somebody there')
  checkedInMinutes!: number | null;

  @minutes('booked outside the opening hours')
  outsideMinutes!: number | null;
}

/** How much of what can be booked is booked. */
export class OccupancyReportView extends ReportView {
  @ApiProperty({ type: () => OccupancyFiguresView })
  total!: OccupancyFiguresView;

  @ApiProperty({ type: () => KindOccupancyView, isArray: true })
  byKind!: KindOccupancyView[];

  @ApiProperty({ type: () => ResourceOccupancyView, isArray: true })
  byResource!: ResourceOccupancyView[];

  @ApiProperty({
    type: () => HourOccupancyView,
    isArray: true,
    description: 'only hours in which there is opening time',
  })
  byWeekdayAndHour!: HourOccupancyView[];

  @ApiProperty({ type: () => PlanOccupancyView, isArray: true })
  byPlan!: PlanOccupancyView[];
}

/** The version of what is counted here. */
const definition = 1;

/** A report from its sums; small groups are hidden where the scope says so, each within its whole. */
export function occupancyReportView(
  scope: Scope,
  sums: Sums,
  resources: ReadonlyMap<string, ReportedResource>,
  now: Date,
): OccupancyReportView {
  const hides = scope.hidesSmallCells;
  const hideTotal = hides && isSmall(sums.total);
  const kinds = hidden([...sums.kinds], hides, () => hideTotal);
  const plans = hidden([...sums.plans], hides, () => hideTotal);
  const isKindHidden = (kind: string) => kinds.some(({ key, isHidden }) => key === kind && isHidden);
  const partsOf = (groups: Map<string, Minutes>, kindOf: (key: string) => string) =>
    [...sums.kinds.keys()].flatMap((kind) =>
      hidden(
        [...groups].filter(([key]) => kindOf(key) === kind),
        hides,
        () => isKindHidden(kind),
      ),
    );
  return {
    ...reportHead(scope, definition, now),
    total: figures(sums.total, hideTotal),
    byKind: kinds.map(({ key, group, isHidden }) => ({ kind: key, ...figures(group, isHidden) })),
    byResource: partsOf(sums.resources, (id) => resources.get(id)?.kind ?? '').map(({ key, group, isHidden }) => ({
      resourceId: key,
      name: resources.get(key)?.name ?? '',
      kind: resources.get(key)?.kind ?? '',
      siteId: resources.get(key)?.site.id ?? '',
      siteName: resources.get(key)?.site.name ?? '',
      ...figures(group, isHidden),
    })),
    byWeekdayAndHour: partsOf(sums.cells, (key) => key.split(' ')[0] ?? '').map(({ key, group, isHidden }) => {
      const [kind = '', weekday, hour] = key.split(' ');
      return { kind, weekday: Number(weekday), hour: Number(hour), ...figures(group, isHidden) };
    }),
    byPlan: plans.map(({ key, group, isHidden }) => {
      const { bookedMinutes, checkedInMinutes, outsideMinutes } = figures(group, isHidden);
      return { planCode: key === '' ? null : key, bookedMinutes, checkedInMinutes, outsideMinutes };
    }),
  };
}

interface Group {
  key: string;
  group: Minutes;
  isHidden: boolean;
}

/** The parts of one whole in their order; all are hidden when the whole is. */
function hidden(groups: readonly [string, Minutes][], hides: boolean, isWholeHidden: () => boolean): Group[] {
  const cells = hides ? hiddenCells(groups.map(([, { people }]) => people.size)) : groups.map(() => false);
  const all = isWholeHidden();
  return groups.map(([key, group], index) => ({
    key,
    group,
    isHidden: (cells[index] ?? false) || (all && group.people.size > 0),
  }));
}

function isSmall({ people }: Minutes): boolean {
  return people.size > 0 && people.size < smallestCell;
}

function figures({ bookable, booked, checkedIn, outside }: Minutes, isHidden: boolean): Members<OccupancyFiguresView> {
  const bookedMinutes = isHidden ? null : booked;
  return {
    bookableMinutes: bookable,
    bookedMinutes,
    checkedInMinutes: isHidden ? null : checkedIn,
    outsideMinutes: isHidden ? null : outside,
    occupancyPercent: percent(bookedMinutes, bookable),
  };
}

/** The same as one table: a line for each group. */
export function occupancyCsv(report: OccupancyReportView): string {
  const line = (
    group: string,
    key: string,
    name: string,
    { bookableMinutes, siteName, ...rest }: Partial<OccupancyFiguresView & { siteName: string }>,
  ) => [
    group,
    key,
    name,
    bookableMinutes ?? null,
    rest.bookedMinutes ?? null,
    rest.checkedInMinutes ?? null,
    rest.outsideMinutes ?? null,
    rest.occupancyPercent ?? null,
    siteName ?? '',
  ];
  return csv(
    [
      'group',
      'key',
      'name',
      'bookable_minutes',
      'booked_minutes',
      'checked_in_minutes',
      'outside_minutes',
      'occupancy_percent',
      'site',
    ],
    [
      line('total', '', '', report.total),
      ...report.byKind.map((each) => line('kind', each.kind, each.kind, each)),
      ...report.byResource.map((each) => line('resource', each.resourceId, each.name, each)),
      ...report.byWeekdayAndHour.map((each) =>
        line('hour', `${each.kind} ${each.weekday} ${each.hour}`, each.kind, each),
      ),
      ...report.byPlan.map((each) => line('plan', each.planCode ?? '', each.planCode ?? '', each)),
    ],
  );
}
