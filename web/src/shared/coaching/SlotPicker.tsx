import { Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { localDate, localTime, minute, spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Failure } from '../ui/Failure';
import { slotsOf } from './reads';

const day = 24 * 60 * minute;

/** How far ahead a next session is looked for, in milliseconds. */
const ahead = 42 * day;

/** The hour from which on times are asked for: the same all day long, so that they are asked for once. */
const today = (now: number) => Math.floor(now / day) * day;

interface Props {
  coachId: string;
  /** Where people meet; over a link when left out. */
  siteId?: string;
  timeZone: string;
  minutes: number;
  now: number;
  /** The time to propose: that or the next free one is chosen at first. */
  wanted: number;
  value: Span | undefined;
  onChange: (span: Span) => void;
}

/** A day and a time at which a coach is free: two choices, the likeliest made already. */
export function SlotPicker({ coachId, siteId, timeZone, minutes, now, wanted, value, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const from = today(now);
  const slots = useQuery(slotsOf({ coachId, from, to: from + ahead, minutes, siteId }));
  const spans = slots.data?.map(spanOf).filter(({ start }) => start > now) ?? [];
  const isThere = value !== undefined && spans.some(({ start, end }) => start === value.start && end === value.end);
  const proposed = spans.find(({ start }) => start >= wanted) ?? spans.at(-1);

  // What was chosen is taken no longer, or another length or place was chosen: the nearest is proposed again.
  useEffect(() => {
    if (slots.data && !isThere && proposed) onChange(proposed);
  });

  if (slots.error) return <Failure error={slots.error} onRetry={() => void slots.refetch()} />;
  if (!slots.data) return <Skeleton h={70} />;
  if (!value || !proposed) return <Text c="dimmed">{t('coach.slots.none')}</Text>;
  const days = Map.groupBy(spans, ({ start }) => localDate(start, timeZone));
  const date = localDate(value.start, timeZone);
  const ofDay = days.get(date) ?? [];

  function choose(other: string) {
    const there = days.get(other) ?? [];
    const time = value && localTime(value.start, timeZone);
    const same = there.find(({ start }) => time !== undefined && localTime(start, timeZone) >= time) ?? there[0];
    if (same) onChange(same);
  }

  return (
    <div>
      <Group grow gap="sm" align="flex-end" preventGrowOverflow={false}>
        <NativeSelect
          label={t('coach.slots.day')}
          value={date}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[...days.keys()].map((one) => ({ value: one, label: words.date(one) }))}
        />
        <NativeSelect
          label={t('coach.slots.time')}
          value={String(value.start)}
          onChange={(event) => {
            const chosen = spans.find(({ start }) => String(start) === event.currentTarget.value);
            if (chosen) onChange(chosen);
          }}
          data={ofDay.map(({ start }) => ({ value: String(start), label: words.time(start, timeZone) }))}
        />
      </Group>
      <Text size="sm" c="dimmed" mt={6}>
        <Clocks span={value} timeZone={timeZone} />
      </Text>
    </div>
  );
}
