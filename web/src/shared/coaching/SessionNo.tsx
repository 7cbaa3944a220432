import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Alternative } from '../api/problem';
import { localDate, spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { Refusals } from '../ui/Refusals';

interface Props {
  error: unknown;
  timeZone: string;
  wish: Span;
  busy: boolean;
  /** Takes another time or room at once; a room is named where one is needed. */
  onTake: (alternative: Alternative) => void;
}

/** Whether a no is final for the wish as it is: asking again changes nothing, another wish may. */
export function isAnswered(error: unknown): boolean {
  return error instanceof Problem && ['person_not_twice', 'no_double_booking', 'refused'].includes(error.code);
}

/** Why a session was not granted: who or what has something else, with other times as buttons, or every law that objects. */
export function SessionNo({ error, timeZone, wish, busy, onTake }: Props) {
  const { t } = useTranslation();
  if (!(error instanceof Problem)) return <Failure error={error} />;
  if (error.refusals.length > 0)
    return <Refusals refusals={error.refusals} timeZone={timeZone} wish={wish} title={t('refusal.notLikeThis')} />;
  if (!isAnswered(error)) return <Failure error={error} />;
  const isRoom = error.code === 'no_double_booking';
  const title = isRoom
    ? t('session.taken.room')
    : error.who === 'coach'
      ? t('session.taken.coach')
      : t('session.taken.founder');
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="bolt" />} title={title}>
      <Text>{error.alternatives.length > 0 ? t('session.taken.choose') : t('session.taken.nothing')}</Text>
      <Stack gap={6} mt="sm">
        {error.alternatives.map((one) => (
          <Other key={`${one.resourceId} ${one.start}`} {...{ one, timeZone, busy, onTake }} />
        ))}
      </Stack>
    </Alert>
  );
}

function Other({ one, timeZone, busy, onTake }: { one: Alternative } & Pick<Props, 'timeZone' | 'busy' | 'onTake'>) {
  const words = useWords();
  const span = spanOf(one);
  const when = `${words.date(localDate(span.start, timeZone))}, ${words.span(span, timeZone)}`;
  return (
    <Button
      variant="default"
      fullWidth
      h="auto"
      py={8}
      justify="flex-start"
      styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
      disabled={busy}
      onClick={() => onTake(one)}
    >
      {one.name ? `${when} · ${one.name}` : when}
    </Button>
  );
}
