import { Anchor, Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Problem } from '../../shared/api/problem';
import type { Booking, Series } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { CancelDatesSheet } from './CancelDatesSheet';
import { ChangeDatesSheet } from './ChangeDatesSheet';
import { seriesOf } from './reads';
import { useRuleWords } from './rule-words';
import { SkippedDates } from './SkippedDates';

/** A series with all its dates: one, this and following, or all can be changed or cancelled. */
export function SeriesPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const words = useWords();
  const ruleWords = useRuleWords();
  const series = useQuery(seriesOf(id));
  const back = { to: '/series', label: t('series.title') };
  if (series.error instanceof Problem && [400, 404].includes(series.error.status))
    return (
      <Page title={t('series.one')} back={back}>
        <Empty scene="lost" title={t('series.missing')} />
      </Page>
    );
  if (!series.data)
    return (
      <Page title={t('series.one')} back={back}>
        {series.error ? <Failure error={series.error} onRetry={() => void series.refetch()} /> : <Skeleton h={300} />}
      </Page>
    );
  const { title, resource, rule, firstDate, startTime, endTime } = series.data;
  return (
    <Page
      title={title ?? resource.name}
      below={[title && resource.name, ruleWords(rule, firstDate), `${words.clock(startTime)}–${words.clock(endTime)}`]
        .filter(Boolean)
        .join(' · ')}
      back={back}
    >
      <Stack gap="xl">
        <Dates series={series.data} />
        {series.data.skipped.length > 0 && <SkippedDates series={series.data} />}
      </Stack>
    </Page>
  );
}

type Opened = { what: 'change' | 'cancel'; booking: Booking; isWhole: boolean };

function Dates({ series }: { series: Series }) {
  const { t } = useTranslation();
  const now = useNow();
  const [opened, setOpened] = useState<Opened>();
  const isAhead = (one: Booking) => ['requested', 'confirmed'].includes(one.status) && spanOf(one).end > now;
  const ahead = series.bookings.filter(isAhead);
  const past = series.bookings.filter((one) => !isAhead(one));
  const [next] = ahead;
  const act = (what: Opened['what']) => (booking: Booking) => setOpened({ what, booking, isWhole: false });
  const close = () => setOpened(undefined);
  return (
    <>
      <section aria-labelledby="ahead">
        <Group justify="space-between" mb="sm" gap="xs">
          <Title order={2} id="ahead">
            {t('series.ahead', { count: ahead.length })}
          </Title>
          {next && ahead.length > 1 && (
            <Group gap="xs">
              <Button
                size="sm"
                variant="default"
                onClick={() => setOpened({ what: 'change', booking: next, isWhole: true })}
              >
                {t('series.changeAll')}
              </Button>
              <Button
                size="sm"
                variant="default"
                onClick={() => setOpened({ what: 'cancel', booking: next, isWhole: true })}
              >
                {t('series.cancelAll')}
              </Button>
            </Group>
          )}
        </Group>
        {ahead.length === 0 && <Text c="dimmed">{t('series.nothingAhead')}</Text>}
        <Stack gap="sm">
          {ahead.map((booking) => (
            <OneDate key={booking.id} booking={booking} now={now} onChange={act('change')} onCancel={act('cancel')} />
          ))}
        </Stack>
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <Title order={2} id="past" mb="sm">
            {t('series.past')}
          </Title>
          <Stack gap="sm">
            {past.map((booking) => (
              <OneDate key={booking.id} booking={booking} now={now} />
            ))}
          </Stack>
        </section>
      )}
      <ChangeDatesSheet
        series={series}
        about={opened?.what === 'change' ? opened.booking : undefined}
        isWhole={opened?.isWhole ?? false}
        onClose={close}
      />
      <CancelDatesSheet
        series={series}
        about={opened?.what === 'cancel' ? opened.booking : undefined}
        isWhole={opened?.isWhole ?? false}
        onClose={close}
      />
    </>
  );
}

interface OneDateProps {
  booking: Booking;
  now: number;
  onChange?: (booking: Booking) => void;
  onCancel?: (booking: Booking) => void;
}

function OneDate({ booking, now, onChange, onCancel }: OneDateProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { timeZone } = booking;
  const span = spanOf(booking);
  const day = words.day(localDate(span.start, timeZone), localDate(now, timeZone));
  return (
    <Paper component="article" withBorder radius="lg" p="md" py="sm" aria-label={day}>
      <Group justify="space-between" gap="xs">
        <div>
          <Group gap="xs" mb={2}>
            <Anchor component={Link} to={`/bookings/${booking.id}`} fw={600} c="inherit" underline="hover">
              {day}
            </Anchor>
            {booking.status !== 'confirmed' && (
              <Badge variant="light" color="gray" tt="none">
                {t(`status.${booking.status}`)}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            <Clocks span={span} timeZone={timeZone} /> · {booking.resource.name}
          </Text>
        </div>
        {onChange && onCancel && (
          <Group gap={6}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('series.changeOf', { date: day })}
              onClick={() => onChange(booking)}
            >
              {t('bookings.move')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('series.cancelOf', { date: day })}
              onClick={() => onCancel(booking)}
            >
              {t('bookings.cancel')}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
