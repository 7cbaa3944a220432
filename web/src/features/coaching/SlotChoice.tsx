import { Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../shared/coaching/views';
import { localDate, sameClock, viewerZone } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { byDay, spaced } from './slots';
import classes from './Slots.module.css';

interface Props {
  slots: Slot[];
  timeZone: string;
  now: number;
  /** The day that is looked at, when somebody has chosen one that has free times. */
  date: string | null;
  onDate: (date: string) => void;
  onChoose: (span: Span) => void;
}

/** The days on which there is a free time, and the times of one of them as buttons. */
export function SlotChoice({ slots, timeZone, now, date, onDate, onChoose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [isEvery, setEvery] = useState(false);
  const days = byDay(slots, timeZone);
  const shown = date !== null && days.has(date) ? date : ([...days.keys()][0] ?? '');
  const all = days.get(shown) ?? [];
  const apart = spaced(all, 30);
  const times = isEvery ? all : apart;
  const mine = viewerZone();
  return (
    <Stack gap="md">
      <nav aria-label={t('bookSession.days')} className={classes.days}>
        {[...days].map(([one, spans]) => {
          const short = [words.weekday(one), words.dayOfMonth(one), words.month(one.slice(0, 7)).slice(0, 3)] as const;
          return (
            <UnstyledButton
              key={one}
              className={classes.day}
              aria-current={one === shown ? 'date' : undefined}
              aria-label={`${short.join(' ')}: ${t('bookSession.dayWith', { day: words.date(one), count: spans.length })}`}
              onClick={() => onDate(one)}
            >
              <span className={classes.small}>{short[0]}</span> <span className={classes.number}>{short[1]}</span>{' '}
              <span className={classes.small}>{short[2]}</span>
            </UnstyledButton>
          );
        })}
      </nav>
      <section aria-labelledby="times">
        <Title order={2} id="times" mb={4}>
          {words.day(shown, localDate(now, timeZone))}
        </Title>
        <Text c="dimmed" mb="sm">
          {t('bookSession.clock', { place: words.zone(timeZone) })}
        </Text>
        <ul className={classes.times}>
          {times.map((span) => (
            <li key={span.start}>
              <UnstyledButton className={classes.time} onClick={() => onChoose(span)}>
                {words.time(span.start, timeZone)}
                {!sameClock(span.start, timeZone, mine) && (
                  <span className={classes.small}>
                    {t('bookSession.yours', { time: words.time(span.start, mine) })}
                  </span>
                )}
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {apart.length < all.length && (
          <Group mt="sm">
            <Button variant="subtle" size="sm" onClick={() => setEvery((before) => !before)}>
              {isEvery ? t('bookSession.fewer') : t('bookSession.every')}
            </Button>
          </Group>
        )}
      </section>
    </Stack>
  );
}
