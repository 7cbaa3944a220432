import { Badge, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { siteName } from '../../shared/api/house';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { thoughtSlots } from '../../shared/coaching/coach-reads';
import { NotGranted } from '../../shared/membership/NotGranted';
import { isDate, localDate, minuteOfDay } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { hoursBody, isWhole, stretchesOf } from './hours';
import type { Draft, FreeStretch } from './hours';
import classes from './ResultingSlots.module.css';
import { around, clockMoves, datesFrom, mondayOf } from './week';
import { WeekNav } from './WeekNav';

/** What founders could book under the hours as they are being edited, week by week. */
export function ResultingSlots({ draft, sites }: { draft: Draft; sites: Site[] }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(draft, 300);
  const [minutes, setMinutes] = useState(60);
  const [query, setQuery] = useSearchParams();
  const { timeZone } = settled;
  const thisMonday = mondayOf(localDate(useNow(), timeZone));
  const asked = query.get('week');
  const monday = mondayOf(isDate(asked) ? asked : thisMonday);
  const { from, to } = around(monday, 7);
  const { minimumNoticeMinutes, bufferMinutes, longestDayMinutes } = settled;
  const hours = { ...hoursBody(settled), minimumNoticeMinutes, bufferMinutes, longestDayMinutes };
  const slots = useQuery({
    ...thoughtSlots(hours, from, to, minutes),
    enabled: isWhole(settled),
    placeholderData: keepPreviousData,
  });
  const stretches = stretchesOf(slots.data?.items ?? []);
  return (
    <Stack gap="sm" data-slots={slots.data && !slots.isPlaceholderData ? 'shown' : 'asked'}>
      <WeekNav
        monday={monday}
        thisMonday={thisMonday}
        onChange={(value) => setQuery(value === thisMonday ? {} : { week: value }, { replace: true })}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('coach.slots.length')}
        value={String(minutes)}
        onChange={(value) => setMinutes(Number(value))}
        data={[30, 60, 90].map((each) => ({ value: String(each), label: t('time.minutes', { minutes: each }) }))}
      />
      <NotGranted error={slots.error} timeZone={timeZone} />
      {slots.isPending && isWhole(settled) && <Skeleton h={240} />}
      {!isWhole(settled) && <Text role="status">{t('coach.slots.notWhole')}</Text>}
      {slots.data && (
        <div>
          {datesFrom(monday, 7).map((date) => (
            <DaySlots
              key={date}
              date={date}
              timeZone={timeZone}
              sites={sites}
              stretches={stretches.filter(({ start }) => localDate(start, timeZone) === date)}
            />
          ))}
        </div>
      )}
    </Stack>
  );
}

function DaySlots(props: { date: string; timeZone: string; sites: Site[]; stretches: FreeStretch[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const { date, timeZone, sites, stretches } = props;
  const moves = clockMoves(date, timeZone);
  const left = (at: number) => (minuteOfDay(at, timeZone) / (24 * 60)) * 100;
  return (
    <div className={classes.day} data-date={date}>
      <Text fw={600}>
        {words.weekday(date)} {words.dayOfMonth(date)}
      </Text>
      <div>
        {moves !== 0 && (
          <Badge color="yellow" variant="light" tt="none">
            {moves > 0
              ? t('coach.slots.forward', { length: words.length(moves) })
              : t('coach.slots.back', { length: words.length(-moves) })}
          </Badge>
        )}
        {stretches.length === 0 && <Text c="dimmed">{t('coach.slots.noneThatDay')}</Text>}
        {stretches.map((stretch) => {
          const site = sites.find(({ id }) => id === stretch.siteId);
          return (
            <Text key={`${stretch.start} ${stretch.siteId ?? ''}`}>
              <Clocks span={stretch} timeZone={timeZone} />
              {site && ` · ${siteName(site)}`}
            </Text>
          );
        })}
      </div>
      <div className={classes.strip} aria-hidden>
        {stretches.map(({ start, end, siteId }) => (
          <span
            key={`${start} ${siteId ?? ''}`}
            className={classes.free}
            style={{
              left: `${left(start)}%`,
              width: `${(localDate(end, timeZone) === date ? left(end) : 100) - left(start)}%`,
            }}
          />
        ))}
      </div>
    </div>
  );
}
