import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Alternative } from '../api/problem';
import type { WaitWish } from '../api/views';
import { spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { Refusals } from '../ui/Refusals';
import { useSettled } from '../ui/use-settled';
import { WaitForIt } from './WaitForIt';

interface Props {
  error: unknown;
  timeZone: string;
  wish: Span;
  busy: boolean;
  /** Takes an alternative at once. */
  onTake: (alternative: Alternative) => void;
  /** Puts an offered time into the form. */
  onInstead: (span: Span) => void;
  /** What to wait for, where waiting is possible. */
  wait?: WaitWish;
}

/** Whether a no is final for the wish as it is: asking again changes nothing, another wish may. */
export function isAnswered(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'no_double_booking' || error.code === 'refused');
}

/** Why a wish to book was not granted, and every way on that the server named. */
export function No({ error, timeZone, wish, busy, onTake, onInstead, wait }: Props) {
  if (!(error instanceof Problem)) return <Failure error={error} />;
  if (error.code === 'no_double_booking')
    return <Faster alternatives={error.alternatives} {...{ timeZone, wish, busy, onTake, wait }} />;
  if (error.code === 'refused')
    return <Refusals refusals={error.refusals} timeZone={timeZone} wish={wish} onInstead={onInstead} />;
  return <Failure error={error} />;
}

interface FasterProps extends Omit<Props, 'error' | 'onInstead'> {
  alternatives: Alternative[];
}

function Faster({ alternatives, timeZone, wish, busy, onTake, wait }: FasterProps) {
  const { t } = useTranslation();
  const words = useWords();
  // One press books, and a place may come to lie where "Book it" was a moment ago.
  const isSettled = useSettled();
  const isSameTime = (one: Alternative) => spanOf(one).start === wish.start && spanOf(one).end === wish.end;
  const groups = [
    { title: t('book.sameTime'), items: alternatives.filter(isSameTime) },
    { title: t('book.otherTime'), items: alternatives.filter((one) => !isSameTime(one)) },
  ].filter((group) => group.items.length > 0);
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="bolt" />} title={t('book.faster')}>
      <Text>{groups.length > 0 ? t('book.fasterChoose') : t('book.fasterNone')}</Text>
      {groups.map(({ title, items }) => (
        <Stack key={title} gap={6} mt="sm">
          <Text fw={600} size="sm">
            {title}
          </Text>
          {items.map((one) => (
            <Button
              key={`${one.resourceId} ${one.start}`}
              variant="default"
              fullWidth
              justify="space-between"
              disabled={busy || !isSettled}
              rightSection={<span>{t('book.take')}</span>}
              onClick={() => onTake(one)}
            >
              {one.name} · {words.span(spanOf(one), timeZone)}
            </Button>
          ))}
        </Stack>
      ))}
      {wait && (
        <Stack gap={6} mt="sm">
          <Text fw={600} size="sm">
            {t('waiting.orWait')}
          </Text>
          <WaitForIt wish={wait} timeZone={timeZone} />
        </Stack>
      )}
    </Alert>
  );
}
