import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../shared/api/views';
import type { Stage } from '../../shared/coaching/views';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { BarTable, shareOf } from './BarTable';
import { FigureRow } from './Figure';
import { useFigures } from './figures';
import { participantsOf } from './reads';
import type { Participants, Question } from './reads';

/** Whom the sites have served, how long people waited, and what has come of it. */
export function ParticipantsReport({ question }: { question: Question }) {
  const { t } = useTranslation();
  const words = useWords();
  const figures = useFigures();
  const report = useQuery(participantsOf(question));
  if (report.error) return <Failure error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <Skeleton h={320} />;
  const one = report.data;
  const days = ({ cases, medianDays }: Participants['timeToDecision']) =>
    medianDays === null && cases === 0 ? '–' : t('reports.days', { days: figures.decimal(medianDays) });
  const cases = ({ cases }: Participants['timeToDecision']) => t('reports.cases', { cases: figures.whole(cases) });
  const missed = ({ all, missedPercent }: Participants['bookingNoShows']) => figures.share(missedPercent, all === 0);
  const people = (groups: Participants['byAgeBand'], nameOf: (key: string) => string) =>
    groups.map((group) => ({
      key: group.key ?? '',
      name: group.name ?? (group.key === null ? t('reports.unknown') : nameOf(group.key)),
      figures: [figures.whole(group.people)],
      share: shareOf(
        group.people,
        groups.map(({ people }) => people),
      ),
    }));
  return (
    <Stack gap="lg">
      <FigureRow
        figures={[
          { name: t('reports.people'), value: figures.whole(one.people) },
          { name: t('reports.ventures'), value: figures.whole(one.ventures) },
          { name: t('reports.companies'), value: figures.whole(one.companiesFounded) },
          {
            name: t('reports.benefit'),
            value: one.benefitCents === null ? t('reports.hidden') : words.money(one.benefitCents),
          },
          { name: t('reports.timeToDecision'), value: days(one.timeToDecision), note: cases(one.timeToDecision) },
          {
            name: t('reports.timeToFirstSession'),
            value: days(one.timeToFirstSession),
            note: cases(one.timeToFirstSession),
          },
          { name: t('reports.bookingNoShows'), value: missed(one.bookingNoShows) },
          { name: t('reports.sessionNoShows'), value: missed(one.sessionNoShows) },
        ]}
      />
      <BarTable
        title={t('reports.decisionsByTime')}
        first={t('reports.took')}
        columns={[t('reports.decisions')]}
        lines={
          one.timeToDecision.cases === 0
            ? []
            : one.decisionsByTime.map(({ fromDays, belowDays, applications }) => ({
                key: String(fromDays),
                name:
                  belowDays === null
                    ? t('reports.daysAndMore', { from: fromDays })
                    : t('reports.daysBelow', { from: fromDays, below: belowDays }),
                figures: [figures.whole(applications)],
                share: shareOf(
                  applications,
                  one.decisionsByTime.map((span) => span.applications),
                ),
              }))
        }
      />
      {one.bySite.length > 1 && (
        <BarTable
          title={t('reports.bySite')}
          first={t('reports.site')}
          columns={[t('reports.people')]}
          lines={people(one.bySite, (key) => key)}
        />
      )}
      <BarTable
        title={t('reports.byAge')}
        first={t('reports.age')}
        columns={[t('reports.people')]}
        lines={people(one.byAgeBand, (key) => t(`apply.ageBand.${key as NonNullable<Answers['ageBand']>}`))}
      />
      <BarTable
        title={t('reports.byMunicipality')}
        first={t('reports.municipality')}
        columns={[t('reports.people')]}
        lines={people(one.byMunicipality, (key) => key)}
      />
      <BarTable
        title={t('reports.stageProgress')}
        first={t('reports.step')}
        columns={[t('reports.ventures')]}
        lines={one.stageProgress.map(({ from, to, ventures }) => ({
          key: `${from} ${to}`,
          name: t('reports.fromTo', { from: t(`apply.stage.${from as Stage}`), to: t(`apply.stage.${to as Stage}`) }),
          figures: [figures.whole(ventures)],
          share: shareOf(
            ventures,
            one.stageProgress.map((step) => step.ventures),
          ),
        }))}
      />
    </Stack>
  );
}
