import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { useCancelSession } from '../../shared/coaching/commands';
import type { Session } from '../../shared/coaching/views';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Failure } from '../../shared/ui/Failure';
import { Sheet } from '../../shared/ui/Sheet';

interface Props {
  session: Session;
  opened: boolean;
  onClose: () => void;
  now: number;
}

/** Asks once before a session is called off, and says whether its minutes come back. */
export function CancelSessionSheet({ session, opened, onClose, now }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const cancel = useCancelSession();
  const form = useForm({ initialValues: { reason: '' } });
  const span = spanOf(session);
  const { timeZone, allowance } = session;
  const isCharged = (allowance?.amount ?? 0) > 0;
  const isLate = now > Date.parse(session.freeCancellationUntil) && session.coach.id !== person.id;
  return (
    <Sheet opened={opened} onClose={onClose} title={t('session.cancelTitle')}>
      <form
        onSubmit={form.onSubmit(({ reason }) =>
          cancel.mutate(
            { id: session.id, reason: reason.trim() || undefined },
            {
              onSuccess: () => {
                notifications.show({ message: t('session.cancelled') });
                onClose();
              },
            },
          ),
        )}
      >
        <Stack>
          <Text>
            {words.date(localDate(span.start, timeZone))}, <Clocks span={span} timeZone={timeZone} />
          </Text>
          {isCharged && <Text>{isLate ? t('session.cancelLate') : t('session.cancelFree')}</Text>}
          <Textarea
            autosize
            minRows={2}
            maxLength={500}
            label={t('session.cancelReason')}
            description={t('session.cancelReasonHint')}
            {...form.getInputProps('reason')}
          />
          {cancel.error && <Failure error={cancel.error} />}
          <Group gap="sm">
            <Button type="submit" color="red" loading={cancel.isPending}>
              {t('session.cancelConfirm')}
            </Button>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('session.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
