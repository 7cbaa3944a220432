import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../shared/api/problem';
import type { Series } from '../../shared/api/views';
import { No } from '../../shared/booking/No';
import { useNow } from '../../shared/booking/now';
import { instant, localDate, minute, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { useAddDate } from './reads';

/** Laws of what would come along: without it the date may be possible. */
const lawsOfAdditions = ['extra_stock', 'extra_available', 'guest_limit', 'guest_seats', 'guests_per_day'];

/** Dates that were left out, each with why and a way to book it after all. */
export function SkippedDates({ series }: { series: Series }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="skipped">
      <Title order={2} id="skipped" mb="sm">
        {t('series.skipped')}
      </Title>
      <Stack gap="sm">
        {series.skipped.map(({ date, reason }) => (
          <Skipped key={date} series={series} date={date} reason={reason} />
        ))}
      </Stack>
    </section>
  );
}

function Skipped(props: { series: Series; date: string; reason: Series['skipped'][number]['reason'] }) {
  const { series, date, reason } = props;
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const adding = useAddDate(series);
  const isAhead = date >= localDate(now, series.timeZone);
  const [first] = series.bookings;
  const length = first ? spanOf(first) : { start: 0, end: 60 * minute };
  // Whoever has said already that nothing is to come along need not say so again.
  const { extras, guests } = adding.variables ?? {};
  const along = { ...(extras && { extras }), ...(guests && { guests }) };
  const added = {
    onSuccess: () => notifications.show({ message: t('series.added', { date: words.dateWithin(date) }) }),
  };
  return (
    <Paper component="article" withBorder radius="lg" p="md" py="sm" aria-label={words.date(date)}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{words.date(date)}</Text>
          <Text size="sm" c="dimmed">
            {t(`series.why.${reason}`)}
          </Text>
        </div>
        {isAhead && (
          <Button
            size="compact-sm"
            variant="default"
            loading={adding.isPending}
            aria-label={`${t('series.add')}: ${words.dateWithin(date)}`}
            onClick={() => adding.mutate({ date }, added)}
          >
            {t('series.add')}
          </Button>
        )}
      </Group>
      {adding.error && (
        <Stack mt="sm">
          <No
            error={adding.error}
            timeZone={series.timeZone}
            wish={length}
            busy={adding.isPending}
            onTake={(one) => adding.mutate({ ...along, date, start: one.start, resourceId: one.resourceId }, added)}
            onInstead={(span) => adding.mutate({ ...along, date, start: instant(span.start) }, added)}
          />
          {isOfAdditions(adding.error) && (
            <Button
              variant="default"
              maw="100%"
              styles={{
                root: { alignSelf: 'start', height: 'auto', minHeight: 42, paddingBlock: 6 },
                label: { whiteSpace: 'normal' },
              }}
              loading={adding.isPending}
              onClick={() => adding.mutate({ ...adding.variables, date, extras: [], guests: [] }, added)}
            >
              {t('series.addAlone')}
            </Button>
          )}
        </Stack>
      )}
    </Paper>
  );
}

/** Whether nothing else is in the way of a date than what would come along. */
function isOfAdditions(error: unknown): boolean {
  return (
    error instanceof Problem &&
    error.code === 'refused' &&
    error.refusals.every(({ code }) => lawsOfAdditions.includes(code))
  );
}
