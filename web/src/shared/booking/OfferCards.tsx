import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Hold, Replacement, WaitingEntry } from '../api/views';
import { localDate, spanOf } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { Refusals } from '../ui/Refusals';
import { Countdown } from './Countdown';
import { useAnswerHold, useAnswerOffer, useAnswerReplacement } from './offers';
import type { Answer } from './offers';

/** A place that became free and is held for the one who waited longest: two presses to choose from, and the time left. */
export function WaitingOffer({ entry }: { entry: WaitingEntry }) {
  const { t } = useTranslation();
  const answering = useAnswerOffer();
  const place = entry.offered?.name ?? '';
  return (
    <Offered
      title={t('waiting.offerTitle', { place })}
      until={entry.offerExpiresAt ?? entry.start}
      timeZone={entry.timeZone}
      error={answering.error}
      pending={answering.isPending ? answering.variables.answer : undefined}
      onAnswer={(answer) =>
        answering.mutate(
          { id: entry.id, answer },
          {
            onSuccess: (booking) =>
              notifications.show({
                message: booking ? t('waiting.accepted', { place: booking.resource.name }) : t('waiting.declined'),
              }),
          },
        )
      }
    >
      <When of={entry} timeZone={entry.timeZone} />
    </Offered>
  );
}

/** An equal place for one that was taken away, with what stood there before and why it fell. */
export function ReplacementOffer({ replacement }: { replacement: Replacement }) {
  const { t } = useTranslation();
  const answering = useAnswerReplacement();
  const { instead, offered, timeZone, reason } = replacement;
  return (
    <Offered
      title={t('replacement.title', { place: offered.resource.name })}
      until={replacement.expiresAt}
      timeZone={timeZone}
      error={answering.error}
      pending={answering.isPending ? answering.variables.answer : undefined}
      onAnswer={(answer) =>
        answering.mutate(
          { id: replacement.id, answer },
          {
            onSuccess: (booking) =>
              notifications.show({
                message: booking
                  ? t('replacement.accepted', { place: booking.resource.name })
                  : t('replacement.declined'),
              }),
          },
        )
      }
    >
      <When of={offered} timeZone={timeZone} />
      <Text size="sm" c="dimmed">
        {t(`replacement.cause.${replacement.cause}`, { place: instead.resource.name })}
        {reason && ` ${t('bookings.reason', { reason })}`}
      </Text>
      {(instead.start !== offered.start || instead.end !== offered.end) && (
        <Text size="sm" c="dimmed" component="div">
          {t('replacement.before')} <When of={instead} timeZone={timeZone} isPlain />
        </Text>
      )}
    </Offered>
  );
}

/** A place that somebody holds while they decide, as it is met where they were not when they began: book it, or let it go. */
export function HeldPlace({ hold, onEnd }: { hold: Hold; onEnd: () => void }) {
  const { t } = useTranslation();
  const answering = useAnswerHold();
  const place = hold.resource.name;
  return (
    <Offered
      title={t('hold.title', { place })}
      until={hold.expiresAt}
      timeZone={hold.timeZone}
      error={answering.error}
      pending={answering.isPending ? answering.variables.answer : undefined}
      words={{ accept: t('book.confirm'), decline: t('hold.letGo') }}
      onEnd={onEnd}
      onAnswer={(answer) =>
        answering.mutate(
          { hold, answer },
          {
            onSuccess: (booking) =>
              notifications.show({
                message: booking ? t('waiting.accepted', { place }) : t('hold.gone', { place }),
              }),
          },
        )
      }
    >
      <When of={hold} timeZone={hold.timeZone} />
    </Offered>
  );
}

interface OfferedProps {
  title: string;
  until: string;
  timeZone: string;
  error: unknown;
  pending: Answer | undefined;
  /** What the answers are called, where they are not those to an offer. */
  words?: Record<Answer, string>;
  onEnd?: () => void;
  onAnswer: (answer: Answer) => void;
  children: ReactNode;
}

function Offered({ title, until, timeZone, error, pending, words: called, onEnd, onAnswer, children }: OfferedProps) {
  const { t } = useTranslation();
  const words = useWords();
  const ends = Date.parse(until);
  return (
    <Paper
      component="article"
      withBorder
      radius="lg"
      p="md"
      aria-label={title}
      style={{ borderColor: 'var(--oasis-accent)' }}
    >
      <Stack gap="sm">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Text component="span" c="var(--oasis-accent)" lh={0} mt={2}>
            <Icon name="bell" size={26} />
          </Text>
          <div style={{ minWidth: 0 }}>
            <Text fw={650}>{title}</Text>
            {children}
            <Text size="sm">
              {t('waiting.heldUntil', {
                time: `${words.dateWithin(localDate(ends, timeZone))} ${words.time(ends, timeZone)}`,
              })}{' '}
              (<Countdown until={ends} {...(onEnd && { onEnd })} />)
            </Text>
          </div>
        </Group>
        {error !== null && error !== undefined && (
          <div>
            {error instanceof Problem && error.refusals.length > 0 ? (
              <Refusals refusals={error.refusals} timeZone={timeZone} />
            ) : error instanceof Problem && /_expired$/.test(error.code) ? (
              <Alert role="alert" color="yellow" icon={<Icon name="clock" />}>
                {t('waiting.tooLate')}
              </Alert>
            ) : (
              <Failure error={error} />
            )}
          </div>
        )}
        <Group gap="sm">
          <Button
            leftSection={<Icon name="check" size={18} />}
            loading={pending === 'accept'}
            disabled={pending === 'decline'}
            onClick={() => onAnswer('accept')}
          >
            {called?.accept ?? t('waiting.accept')}
          </Button>
          <Button
            variant="default"
            loading={pending === 'decline'}
            disabled={pending === 'accept'}
            onClick={() => onAnswer('decline')}
          >
            {called?.decline ?? t('waiting.decline')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function When({ of, timeZone, isPlain }: { of: { start: string; end: string }; timeZone: string; isPlain?: boolean }) {
  const words = useWords();
  const span = spanOf(of);
  return (
    <Text component={isPlain ? 'span' : 'p'} inherit={isPlain}>
      {words.date(localDate(span.start, timeZone))}, <Clocks span={span} timeZone={timeZone} />
    </Text>
  );
}
