import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTopicName } from '../../shared/coaching/names';
import type { SessionMode, SessionType } from '../../shared/coaching/views';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { BarTable, shareOf } from './BarTable';
import { FigureRow } from './Figure';
import { useFigures } from './figures';
import { coachingHoursOf } from './reads';
import type { CoachingHours, Question } from './reads';

/** Hours of coaching that were held, by topic, kind of session, way of meeting and coach. */
export function CoachingReport({ question }: { question: Question }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const topic = useTopicName();
  const report = useQuery(coachingHoursOf(question));
  if (report.error) return <Failure error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <Skeleton h={320} />;
  const { total, byTopic, byType, byMode, byCoach } = report.data;
  if (total.sessions === 0)
    return <Empty scene="desk" title={t('reports.noSessions')} text={t('reports.noSessionsText')} />;
  const hours = (value: number | null) => figures.hours(value === null ? null : value * 60);
  const lines = (groups: CoachingHours['byTopic'], nameOf: (key: string) => string) =>
    groups
      .toSorted((a, b) => (b.coachHours ?? -1) - (a.coachHours ?? -1))
      .map((group) => ({
        key: group.key ?? '',
        name: group.name ?? (group.key === null ? t('reports.notSaid') : nameOf(group.key)),
        figures: [figures.whole(group.sessions), hours(group.coachHours)],
        share: shareOf(
          group.coachHours,
          groups.map(({ coachHours }) => coachHours),
        ),
      }));
  const columns = [t('reports.sessions'), t('reports.hours')];
  return (
    <Stack gap="lg">
      <FigureRow
        figures={[
          { name: t('reports.sessionsHeld'), value: figures.whole(total.sessions) },
          { name: t('reports.coachHours'), value: hours(total.coachHours) },
          { name: t('reports.ventureHours'), value: hours(total.ventureHours) },
          { name: t('reports.participantHours'), value: hours(total.participantHours) },
        ]}
      />
      <BarTable
        title={t('reports.byTopic')}
        first={t('reports.topic')}
        columns={columns}
        lines={lines(byTopic, topic)}
      />
      <BarTable
        title={t('reports.byType')}
        first={t('reports.type')}
        columns={columns}
        lines={lines(byType, (key) => t(`sessionType.${key as SessionType}`))}
      />
      <BarTable
        title={t('reports.byMode')}
        first={t('reports.mode')}
        columns={columns}
        lines={lines(byMode, (key) => t(`sessionMode.${key as SessionMode}`))}
      />
      {byCoach.length > 0 && (
        <BarTable
          title={t('reports.byCoach')}
          first={t('reports.coach')}
          columns={columns}
          lines={lines(byCoach, (key) => key)}
        />
      )}
    </Stack>
  );
}
