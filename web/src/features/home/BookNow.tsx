import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf, rulesOf, siteName } from '../../shared/api/house';
import type { Kind, Site } from '../../shared/api/views';
import { BookingSheet } from '../../shared/booking/BookingSheet';
import type { Wish } from '../../shared/booking/BookingSheet';
import { longestOf, quickChoices, shortened } from '../../shared/booking/plan';
import type { QuickChoice } from '../../shared/booking/plan';
import { localDate, plusDays } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';

/** Any free desk, today or tomorrow, in two presses: one here, one to confirm. */
export function BookNow({ site, now }: { site: Site; now: number }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish>();
  const today = localDate(now, site.timeZone);
  return (
    <section aria-labelledby="book-now">
      <Title order={2} id="book-now" mb="sm">
        {t('home.book', { site: siteName(site) })}
      </Title>
      {site.status !== 'active' && <Alert color="yellow">{t('day.notActive')}</Alert>}
      <Stack gap="sm">
        <AnyDesk {...{ site, now, date: today, label: t('time.todayShort'), onWish: setWish }} />
        <AnyDesk {...{ site, now, date: plusDays(today, 1), label: t('time.tomorrowShort'), onWish: setWish }} />
        <Button component={Link} to="/day" variant="default" leftSection={<Icon name="calendar" />}>
          {t('home.seeDay')}
        </Button>
      </Stack>
      <BookingSheet site={site} wish={wish} onClose={() => setWish(undefined)} />
    </section>
  );
}

interface AnyDeskProps {
  site: Site;
  now: number;
  date: string;
  label: string;
  onWish: (wish: Wish) => void;
}

const kind: Kind = 'desk';

function AnyDesk({ site, now, date, label, onWish }: AnyDeskProps) {
  const { t } = useTranslation();
  const words = useWords();
  const day = useQuery(dayOf(site.id, date));
  const rules = useQuery(rulesOf(site.id));
  const choices = day.data ? quickChoices(day.data, now) : [];
  const wishFor = (span: Span): Wish => ({ date, kind, span: shortened(span, longestOf(kind, rules.data)) });
  const name = (choice: QuickChoice) => t(`book.quick.${choice}`);
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={650}>{t('home.anyDesk', { day: label })}</Text>
          <Text size="sm" c="dimmed">
            {words.date(date)}
          </Text>
        </div>
        {day.data && choices.length === 0 && <Text c="dimmed">{t('home.closed')}</Text>}
        {!day.data && !day.error && <Skeleton h={36} w={240} />}
        {choices.length > 0 && (
          <Group gap={8} role="group" aria-label={t('home.anyDesk', { day: label })}>
            {choices.map(({ choice, span }) => (
              <Button key={choice} size="sm" px="md" radius="xl" variant="light" onClick={() => onWish(wishFor(span))}>
                {name(choice)}
              </Button>
            ))}
          </Group>
        )}
      </Group>
    </Paper>
  );
}
