import { Paper, SegmentedControl, Text, Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useWords } from '../../shared/time/words';
import { useFigures } from './figures';
import type { Occupancy } from './reads';
import classes from './Reports.module.css';

/** A Monday, from which the names of the days of a week are taken. */
const monday = 5;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** How full each hour of the week is: a table whose cells carry the figure, the shade and, at the peak, a frame. */
export function HeatMap({ report }: { report: Occupancy }) {
  const { t } = useTranslation();
  const words = useWords();
  const figures = useFigures();
  const [query, setQuery] = useSearchParams();
  const kinds = (['desk', 'room', 'booth'] as const).filter((one) =>
    report.byWeekdayAndHour.some(({ kind }) => kind === one),
  );
  const kind = kinds.find((one) => one === query.get('kind')) ?? kinds[0];
  const cells = report.byWeekdayAndHour.filter((cell) => cell.kind === kind);
  const hours = [...new Set(cells.map(({ hour }) => hour))].toSorted((a, b) => a - b);
  const peak = Math.max(0, ...cells.map(({ occupancyPercent }) => occupancyPercent ?? 0));
  const days = weekdays.filter((day) => cells.some(({ weekday }) => weekday === day));
  if (!kind) return null;
  return (
    <Paper component="section" aria-labelledby="heat" withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }}>
      <Title order={2} id="heat" mb="xs">
        {t('reports.heat')}
      </Title>
      {kinds.length > 1 && (
        <SegmentedControl
          mb="sm"
          aria-label={t('reports.kind')}
          value={kind}
          onChange={(value) =>
            setQuery(
              (before) => {
                before.set('kind', value);
                return before;
              },
              { replace: true, preventScrollReset: true },
            )
          }
          data={kinds.map((value) => ({ value, label: t(`kind.plural.${value}`) }))}
        />
      )}
      <table className={classes.heat} aria-labelledby="heat">
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('reports.hour')}</VisuallyHidden>
            </th>
            {days.map((day) => (
              <th key={day} scope="col">
                {words.weekday(`2026-01-${String(monday + day - 1).padStart(2, '0')}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">{words.clock(`${String(hour).padStart(2, '0')}:00`)}</th>
              {days.map((weekday) => {
                const cell = cells.find((one) => one.weekday === weekday && one.hour === hour);
                if (!cell || cell.bookableMinutes === 0)
                  return (
                    <td key={weekday} className={classes.closed}>
                      –
                    </td>
                  );
                const percent = cell.occupancyPercent;
                return (
                  <td
                    key={weekday}
                    className={classes.cell}
                    style={{ '--share': peak > 0 ? ((percent ?? 0) / peak) * 100 : 0 } as React.CSSProperties}
                    data-peak={percent !== null && percent > 0 && percent === peak ? true : undefined}
                  >
                    {percent === null ? '*' : figures.whole(percent)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="sm" c="dimmed" mt="sm">
        {t('reports.heatHow')} {cells.some(({ occupancyPercent }) => occupancyPercent === null) && t('reports.starred')}
      </Text>
    </Paper>
  );
}
