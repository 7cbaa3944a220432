import { Button, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { CoachWaits } from '../../shared/coaching/CoachWaits';
import { mySessions } from '../../shared/coaching/reads';
import { SessionCard } from '../../shared/coaching/SessionCard';
import type { Session } from '../../shared/coaching/views';
import { isDate, localDate, spanOf, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { around, datesFrom, mondayOf } from './week';
import { WeekGrid } from './WeekGrid';
import { WeekNav } from './WeekNav';

/** A coach's week across all sites, as a list or as a picture, and above it what waits for an answer. */
export function CoachPage() {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const now = useNow();
  const [query, setQuery] = useSearchParams();
  const zone = viewerZone();
  const today = localDate(now, zone);
  const asked = query.get('week');
  const monday = mondayOf(isDate(asked) ? asked : today);
  const view = query.get('view') === 'grid' ? 'grid' : 'list';
  const { from, to } = around(monday, 7);
  const sessions = useQuery(mySessions(person.id, from, to));
  const dates = datesFrom(monday, 7);
  const shown = (sessions.data ?? []).filter(
    (one) =>
      one.coach.id === person.id && one.status !== 'cancelled' && dates.includes(localDate(spanOf(one).start, zone)),
  );
  const set = (name: string, value: string) =>
    setQuery(
      (before) => {
        before.set(name, value);
        return before;
      },
      { replace: name === 'view' },
    );

  return (
    <Page
      title={t('coach.week.title')}
      below={t('coach.week.clock', { place: words.zone(zone) })}
      beside={
        <SegmentedControl
          aria-label={t('coach.week.view')}
          value={view}
          onChange={(value) => set('view', value)}
          data={[
            { value: 'list', label: t('coach.week.list') },
            { value: 'grid', label: t('coach.week.grid') },
          ]}
        />
      }
    >
      <Stack gap="xl">
        <CoachWaits now={now} />
        <Stack gap="md" component="section" aria-label={t('coach.week.which')}>
          <WeekNav monday={monday} thisMonday={mondayOf(today)} onChange={(value) => set('week', value)} />
          {sessions.error && !sessions.data && (
            <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />
          )}
          {sessions.isPending && <Skeleton h={240} />}
          {sessions.data && view === 'grid' && (
            <WeekGrid sessions={shown} dates={dates} timeZone={zone} today={today} />
          )}
          {sessions.data && view === 'list' && shown.length === 0 && (
            <Empty scene="desk" title={t('coach.week.none')} text={t('coach.week.noneText')}>
              <Button component={Link} to="/coach/availability" mt="sm">
                {t('coach.hours.title')}
              </Button>
            </Empty>
          )}
          {view === 'list' && shown.length > 0 && <Days sessions={shown} zone={zone} today={today} now={now} />}
        </Stack>
        <Group gap="sm">
          <Button component={Link} to="/coach/availability" variant="default">
            {t('coach.hours.title')}
          </Button>
          <Button component={Link} to="/coach/founders" variant="default">
            {t('coach.founders.title')}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
}

function Days({ sessions, zone, today, now }: { sessions: Session[]; zone: string; today: string; now: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const days = Map.groupBy(sessions, (one) => localDate(spanOf(one).start, zone));
  return (
    <Stack gap="lg">
      {[...days].map(([date, items]) => (
        <section key={date} aria-label={words.date(date)}>
          <Title order={3} mb="xs">
            {words.day(date, today)}{' '}
            <Text span c="dimmed" fw={400}>
              {t('coach.week.count', { count: items.length })}
            </Text>
          </Title>
          <Stack gap="sm">
            {items.map((session) => (
              <SessionCard key={session.id} session={session} now={now} />
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
