import { ActionIcon, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rulesOf } from '../../shared/api/house';
import { useSiteChanges } from '../../shared/api/live';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { useView } from '../../shared/site/run-site';
import { SiteScreen } from '../../shared/site/SiteScreen';
import { isDate, localDate, plusDays } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Comings } from './Comings';
import { Counts } from './Counts';
import { daySheetOf } from './day-sheet';
import type { DaySheet } from './day-sheet';
import { Rooms } from './Rooms';
import { Sessions } from './Sessions';
import classes from './SiteDayPage.module.css';

/** The day of a site as those who run it need it: who is expected, who is here, who did not come. */
export function SiteDayPage() {
  const { t } = useTranslation();
  return <SiteScreen title={t('siteDay.title')}>{(site) => <TheDay site={site} />}</SiteScreen>;
}

function TheDay({ site }: { site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const [query, see] = useView();
  useSiteChanges(site.id);
  const today = localDate(now, site.timeZone);
  const asked = query.get('date');
  const date = isDate(asked) ? asked : today;
  const sheet = useQuery(daySheetOf(site.id, date));
  const go = (chosen: string) => see({ date: chosen === today ? null : chosen });
  return (
    <Stack gap="lg" className={classes.sheet}>
      <Group gap="xs" wrap="wrap">
        <Text component="p" fw={650} fz="lg" m={0} className={classes.date} aria-live="polite">
          {words.day(date, today)}
        </Text>
        <Group gap={6} wrap="nowrap" className={classes.deeds}>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('siteDay.before')}
            onClick={() => go(plusDays(date, -1))}
          >
            <Icon name="left" />
          </ActionIcon>
          <TextInput
            type="date"
            aria-label={t('siteDay.date')}
            value={date}
            onChange={(event) => isDate(event.currentTarget.value) && go(event.currentTarget.value)}
          />
          <ActionIcon variant="default" size={44} aria-label={t('siteDay.after')} onClick={() => go(plusDays(date, 1))}>
            <Icon name="right" />
          </ActionIcon>
        </Group>
        <Group gap="xs" className={classes.deeds}>
          {date !== today && (
            <Button variant="default" onClick={() => go(today)}>
              {t('siteDay.today')}
            </Button>
          )}
          <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
            {t('siteDay.print')}
          </Button>
        </Group>
      </Group>
      {sheet.error && !sheet.data && <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.isPending && <Skeleton h={300} aria-hidden />}
      {sheet.error && sheet.data && <Text c="dimmed">{t('siteDay.mayBeOld')}</Text>}
      {sheet.data && <Sheet key={date} site={site} sheet={sheet.data} now={now} isToday={date === today} />}
    </Stack>
  );
}

function Sheet({ site, sheet, now, isToday }: { site: Site; sheet: DaySheet; now: number; isToday: boolean }) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState('');
  const rules = useQuery(rulesOf(site.id));
  if (sheet.bookings.length === 0 && sheet.sessions.length === 0)
    return <Empty scene="desk" title={t('siteDay.nobody')} text={t('siteDay.nobodyText')} />;
  const needle = asked.trim().toLocaleLowerCase(i18n.language);
  const matches = (...texts: (string | null)[]) =>
    texts.some((text) => text?.toLocaleLowerCase(i18n.language).includes(needle));
  const bookings = sheet.bookings.filter((one) =>
    matches(one.person.name, one.venture, one.resource.name, one.title, ...one.guests),
  );
  const sessions = sheet.sessions.filter((one) =>
    matches(one.coach.name, one.room?.name ?? null, ...one.participants.map(({ name }) => name)),
  );
  return (
    <>
      <Counts sheet={sheet} />
      <TextInput
        type="search"
        className={classes.deeds}
        aria-label={t('siteDay.find')}
        placeholder={t('siteDay.find')}
        leftSection={<Icon name="search" />}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      {bookings.length === 0 && sessions.length === 0 && <Text>{t('siteDay.notFound')}</Text>}
      <Comings site={site} date={sheet.date} bookings={bookings} rules={rules.data ?? []} now={now} isToday={isToday} />
      <Sessions sessions={sessions} timeZone={site.timeZone} />
      <Rooms bookings={bookings} sessions={sessions} timeZone={site.timeZone} now={now} />
    </>
  );
}
