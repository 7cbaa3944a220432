import { ApiProperty } from '@nestjs/swagger';
import { CoachingMinutes, coachingMinutes, coachingMinutesBy, Grouping, HeldSession } from './coaching-hours.rules';
import { csv } from './csv';
import { hiddenCells, smallestCell } from './report.rules';
import { Scope } from './report.scope';
import { hoursOf, Members, reportHead, ReportView } from './report.view';

const figure = (description: string) => ApiProperty({ type: Number, nullable: true, description });

/** Hours of coaching. What is hidden is null. */
export class CoachingFiguresView {
  @figure('closed sessions in which somebody was there')
  sessions!: number | null;

  @figure('held hours, once for each venture of a session')
  ventureHours!: number | null;

  @figure('held hours, once for each session')
  coachHours!: number | null;

  @figure('held hours, once for each founder who was there')
  participantHours!: number | null;
}

/** Hours of one group. */
export class CoachingGroupView extends CoachingFiguresView {
  @ApiProperty({ type: String, nullable: true, description: 'the topic, type, mode or coach; null when none was said' })
  key!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the name of a coach' })
  name!: string | null;
}

/** Hours of coaching, counted once. */
export class CoachingHoursReportView extends ReportView {
  @ApiProperty({ type: () => CoachingFiguresView })
  total!: CoachingFiguresView;

  @ApiProperty({ type: () => CoachingGroupView, isArray: true })
  byTopic!: CoachingGroupView[];

  @ApiProperty({ type: () => CoachingGroupView, isArray: true })
  byType!: CoachingGroupView[];

  @ApiProperty({ type: () => CoachingGroupView, isArray: true })
  byMode!: CoachingGroupView[];

  @ApiProperty({ type: () => CoachingGroupView, isArray: true, description: 'not shown to observers' })
  byCoach!: CoachingGroupView[];
}

/** The version of what is counted here. */
const definition = 1;

/** A report from the sessions; small groups are hidden where the scope says so. */
export function coachingHoursReportView(
  scope: Scope,
  sessions: readonly HeldSession[],
  now: Date,
): CoachingHoursReportView {
  const hides = scope.hidesSmallCells;
  const total = coachingMinutes(sessions);
  const hideAll = hides && total.people.size > 0 && total.people.size < smallestCell;
  const by = (grouping: Grouping): CoachingGroupView[] => {
    const groups = coachingMinutesBy(sessions, grouping);
    const cells = hides ? hiddenCells(groups.map(({ sum }) => sum.people.size)) : [];
    return groups.map(({ key, name, sum }, index) => ({
      key,
      name,
      ...figures(sum, hideAll || (cells[index] ?? false)),
    }));
  };
  return {
    ...reportHead(scope, definition, now),
    total: figures(total, hideAll),
    byTopic: by('topic'),
    byType: by('type'),
    byMode: by('mode'),
    // One coach is one person, and nobody's colleagues.
    byCoach: hides ? [] : by('coach'),
  };
}

function figures(
  { sessions, venture, coach, participant }: CoachingMinutes,
  isHidden: boolean,
): Members<CoachingFiguresView> {
  if (isHidden) return { sessions: null, ventureHours: null, coachHours: null, participantHours: null };
  return {
    sessions,
    ventureHours: hoursOf(venture),
    coachHours: hoursOf(coach),
    participantHours: hoursOf(participant),
  };
}

/** The same as one table. */
export function coachingHoursCsv(report: CoachingHoursReportView): string {
  const line = (group: string, key: string | null, name: string | null, each: CoachingFiguresView) => [
    group,
    key,
    name,
    each.sessions,
    each.ventureHours,
    each.coachHours,
    each.participantHours,
  ];
  const lines = (group: string, each: readonly CoachingGroupView[]) =>
    each.map((one) => line(group, one.key, one.name, one));
  return csv(
    ['group', 'key', 'name', 'sessions', 'venture_hours', 'coach_hours', 'participant_hours'],
    [
      line('total', null, null, report.total),
      ...lines('topic', report.byTopic),
      ...lines('type', report.byType),
      ...lines('mode', report.byMode),
      ...lines('coach', report.byCoach),
    ],
  );
}
