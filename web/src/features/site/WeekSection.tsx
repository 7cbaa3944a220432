import { Button, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { isDate, localDate, plusDays } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Conflicts } from './Conflicts';
import { decided, undecided } from './decision';
import type { Deciding } from './decision';
import { touchedBySite } from './reads';
import { inOrder, isSound } from './week';
import type { OpeningSpan } from './week';
import { WeekFields } from './WeekFields';
import { WeekList } from './WeekList';

/** The week of a site as it is, as it will be, and a form for another one from some day on. */
export function WeekSection({ site }: { site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const today = localDate(useNow(), site.timeZone);
  const [isChanging, setChanging] = useState(false);
  const shown = site.openingHoursVersions.filter(({ validUntil }) => validUntil === null || validUntil >= today);
  return (
    <section aria-labelledby="week">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="week">
          {t('site.hours.title')}
        </Title>
        {!isChanging && <Button onClick={() => setChanging(true)}>{t('site.hours.change')}</Button>}
      </Group>
      <Stack>
        {isChanging && (
          <ChangeWeek
            site={site}
            today={today}
            onDone={() => {
              notifications.show({ message: t('site.saved') });
              setChanging(false);
            }}
            onLeave={() => setChanging(false)}
          />
        )}
        {shown.length === 0 && !isChanging && <Text c="dimmed">{t('site.hours.none')}</Text>}
        {shown.map((version) => (
          <Paper key={version.validFrom} withBorder radius="lg" p="md">
            <Text fw={650} mb="xs">
              {version.validFrom <= today
                ? version.validUntil
                  ? t('site.hours.nowUntil', { date: words.fullDate(version.validUntil) })
                  : t('site.hours.now')
                : t('site.hours.from', { date: words.fullDate(version.validFrom) })}
            </Text>
            <WeekList week={version.openingHours} />
          </Paper>
        ))}
      </Stack>
    </section>
  );
}

interface ChangeProps {
  site: Site;
  today: string;
  onDone: () => void;
  onLeave: () => void;
}

function ChangeWeek({ site, today, onDone, onLeave }: ChangeProps) {
  const { t } = useTranslation();
  const [validFrom, setValidFrom] = useState(plusDays(today, 1));
  const [week, setWeek] = useState<OpeningSpan[]>(() => inOrder(site.openingHours));
  const [decision, setDecision] = useState<Deciding>(undecided);
  const isReady = isSound(week) && isDate(validFrom);
  const [settled] = useDebouncedValue({ validFrom, openingHours: inOrder(week) }, 400);
  const path = { id: site.id };
  const preview = useQuery({
    queryKey: ['site', 'week-preview', site.id, settled],
    queryFn: async () => {
      const params = { path, query: { preview: true } };
      const answer = await answered(api.PUT('/api/v1/sites/{id}/opening-hours', { params, body: settled }));
      if ('id' in answer) throw new Error('The server answered a preview with a site.');
      return answer;
    },
    enabled: isReady && isSound(settled.openingHours),
    staleTime: 0,
    retry: false,
  });
  const saving = useCommand((meant: Site) => {
    const body = { validFrom, openingHours: inOrder(week), ...decided(decision, preview.data?.seen) };
    const params = { path, header: { 'If-Match': `"${meant.version}"` } };
    return answered(api.PUT('/api/v1/sites/{id}/opening-hours', { params, body }));
  }, touchedBySite);
  const asOpened = useAsOpened(site, saving.error);
  return (
    <Paper component="section" withBorder radius="lg" p="md" aria-label={t('site.hours.change')}>
      <Stack>
        <TextInput
          type="date"
          maw={260}
          autoFocus
          label={t('site.hours.validFrom')}
          min={today}
          value={validFrom}
          onChange={(event) => setValidFrom(event.currentTarget.value)}
        />
        <WeekFields week={week} onChange={setWeek} />
        {!isSound(week) && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('site.hours.unsound')}
          </Text>
        )}
        {isReady && preview.isFetching && !preview.data && <Skeleton h={60} aria-hidden />}
        {isReady && preview.data && (
          <Conflicts preview={preview.data} timeZone={site.timeZone} value={decision} onChange={setDecision} />
        )}
        <NotGranted error={saving.error ?? preview.error} timeZone={site.timeZone} />
        <Group>
          <Button
            loading={saving.isPending}
            disabled={!isReady || !preview.data || preview.isFetching}
            onClick={() => saving.mutate(asOpened, { onSuccess: onDone })}
          >
            {t('site.hours.save')}
          </Button>
          <Button variant="default" onClick={onLeave}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
