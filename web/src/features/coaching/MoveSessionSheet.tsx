import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/booking/now';
import { useMoveSession } from '../../shared/coaching/commands';
import { slotsOf } from '../../shared/coaching/reads';
import { RoomChoice } from '../../shared/coaching/RoomChoice';
import { SessionNo } from '../../shared/coaching/SessionNo';
import type { Session } from '../../shared/coaching/views';
import { instant, localDate, minute, minutesOf, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Failure } from '../../shared/ui/Failure';
import { Sheet } from '../../shared/ui/Sheet';
import { SlotChoice } from './SlotChoice';

interface Props {
  session: Session;
  opened: boolean;
  onClose: () => void;
}

/** Another time of the same coach, and where it needs one another room: one change, all or nothing. */
export function MoveSessionSheet({ session, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet opened={opened} onClose={onClose} title={t('session.moveTitle')}>
      {opened && <MoveForm session={session} onClose={onClose} />}
    </Sheet>
  );
}

const weeks = 28 * 24 * 60 * minute;

function MoveForm({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const moving = useMoveSession();
  const before = spanOf(session);
  const [date, setDate] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Span>();
  const [roomId, setRoomId] = useState('');
  const { timeZone, mode, siteId } = session;
  const hour = Math.floor(now / (60 * minute)) * 60 * minute;
  const slots = useQuery(
    slotsOf({
      coachId: session.coach.id,
      from: hour,
      to: hour + weeks,
      minutes: minutesOf(before),
      siteId: mode === 'remote' ? undefined : siteId,
    }),
  );
  const ahead = slots.data?.filter(({ start }) => Date.parse(start) > now) ?? [];

  function move(when: Span, room: string) {
    const place = mode === 'remote' ? {} : room ? { roomId: room } : { anyRoom: true };
    moving.mutate(
      { session, move: { start: instant(when.start), end: instant(when.end), ...place } },
      {
        onSuccess: () => {
          notifications.show({ message: t('session.moved') });
          onClose();
        },
      },
    );
  }

  if (slots.error && !slots.data) return <Failure error={slots.error} onRetry={() => void slots.refetch()} />;
  if (!slots.data) return <Skeleton h={200} />;
  return (
    <Stack>
      <Text c="dimmed">
        {t('session.sofar')} {words.dateWithin(localDate(before.start, timeZone))},{' '}
        <Clocks span={before} timeZone={timeZone} />
      </Text>
      {ahead.length === 0 && <Text role="alert">{t('bookSession.noTimes')}</Text>}
      {!chosen && ahead.length > 0 && (
        <SlotChoice {...{ slots: ahead, timeZone, now, date }} onDate={setDate} onChoose={setChosen} />
      )}
      {chosen && (
        <>
          <Text fw={650}>
            {t('session.instead')} {words.dateWithin(localDate(chosen.start, timeZone))},{' '}
            <Clocks span={chosen} timeZone={timeZone} />
          </Text>
          {mode !== 'remote' && (
            <RoomChoice {...{ siteId, timeZone, span: chosen }} value={roomId} onChange={setRoomId} />
          )}
          {moving.error && (
            <SessionNo
              error={moving.error}
              timeZone={timeZone}
              wish={chosen}
              busy={moving.isPending}
              onTake={(one) => {
                setChosen(spanOf(one));
                setRoomId(one.resourceId);
                move(spanOf(one), one.resourceId);
              }}
            />
          )}
          <Group gap="sm">
            <Button loading={moving.isPending} onClick={() => move(chosen, roomId)}>
              {t('session.moveConfirm')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setChosen(undefined);
                moving.reset();
              }}
            >
              {t('bookSession.otherTime')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
