import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minute } from '../time/site-time';
import { useWords } from '../time/words';

/** The present instant, renewed each second while somebody waits for an end. */
export function useSecond(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How much time is left: minutes and seconds at the end, whole minutes before. */
export function Countdown({ until, onEnd }: { until: number; onEnd?: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useSecond();
  const left = Math.max(0, until - now);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) onEnd?.();
    // Only the end counts, however often the screen is drawn anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOver]);
  const seconds = Math.ceil(left / 1000);
  const shown =
    left > 10 * minute
      ? words.length(Math.floor(left / minute))
      : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <Text component="span" inherit fw={650} role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {isOver ? t('waiting.over') : shown}
    </Text>
  );
}
