import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { siteName } from '../../shared/api/house';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { BarTable, shareOf } from './BarTable';
import { FigureRow } from './Figure';
import { useFigures } from './figures';
import { HeatMap } from './HeatMap';
import { occupancyOf } from './reads';
import type { Question } from './reads';

/** How full the places are: in one figure, by hour of the week, by place and by plan. */
export function OccupancyReport({ question, planNames }: { question: Question; planNames: Map<string, string> }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const report = useQuery(occupancyOf(question));
  if (report.error) return <Failure error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <Skeleton h={320} />;
  const { total, byResource, byPlan, byKind } = report.data;
  if (total.bookableMinutes === 0 && byPlan.length === 0)
    return <Empty scene="night" title={t('reports.noHours')} text={t('reports.noHoursText')} />;
  const came =
    total.bookedMinutes && total.checkedInMinutes !== null
      ? (total.checkedInMinutes / total.bookedMinutes) * 100
      : null;
  const hidden = byResource.filter((one) => one.occupancyPercent === null && one.bookableMinutes !== 0).length;
  const kindOf = (kind: string) => byKind.find((one) => one.kind === kind);
  return (
    <Stack gap="lg">
      <FigureRow
        figures={[
          {
            name: t('reports.occupancy'),
            value: figures.share(total.occupancyPercent, total.bookableMinutes === 0),
          },
          { name: t('reports.booked'), value: figures.hours(total.bookedMinutes) },
          { name: t('reports.came'), value: figures.share(came, total.bookedMinutes === 0) },
          { name: t('reports.outside'), value: figures.hours(total.outsideMinutes) },
        ]}
      />
      <HeatMap report={report.data} />
      <BarTable
        title={t('reports.byResource')}
        first={t('reports.place')}
        columns={[t('reports.booked'), t('reports.occupancy')]}
        lines={byResource
          .filter((one) => one.occupancyPercent !== null || one.bookableMinutes === 0)
          .toSorted(
            (a, b) =>
              (b.occupancyPercent ?? -1) - (a.occupancyPercent ?? -1) ||
              a.name.localeCompare(b.name) ||
              a.siteName.localeCompare(b.siteName),
          )
          .map((one) => ({
            key: one.resourceId,
            name: one.name,
            below: [
              !question.siteId && siteName({ name: one.siteName }),
              kindOf(one.kind) && t(`kind.plural.${one.kind}`),
            ]
              .filter(Boolean)
              .join(' · '),
            figures: [figures.hours(one.bookedMinutes), figures.share(one.occupancyPercent, one.bookableMinutes === 0)],
            share: one.occupancyPercent === null ? null : one.occupancyPercent / 100,
          }))}
        below={hidden > 0 ? t('reports.hiddenPlaces', { count: hidden }) : undefined}
      />
      <BarTable
        title={t('reports.byPlan')}
        first={t('reports.plan')}
        columns={[t('reports.booked'), t('reports.outside')]}
        lines={byPlan.map((one) => ({
          key: one.planCode ?? '',
          name: one.planCode === null ? t('reports.noPlan') : (planNames.get(one.planCode) ?? one.planCode),
          figures: [figures.hours(one.bookedMinutes), figures.hours(one.outsideMinutes)],
          share: shareOf(
            one.bookedMinutes,
            byPlan.map(({ bookedMinutes }) => bookedMinutes),
          ),
        }))}
      />
    </Stack>
  );
}
