import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../api/use-session';
import { useNow } from '../booking/now';
import { NotGranted } from '../membership/NotGranted';
import { localDate, minute, minutesOf, spanOf } from '../time/site-time';
import { useWords } from '../time/words';
import { Sheet } from '../ui/Sheet';
import { ActionLines } from './ActionLines';
import type { ActionLine } from './ActionLines';
import { useClosing } from './closing';
import type { Closing } from './closing';
import { FollowUpChoice } from './FollowUpChoice';
import type { FollowUp } from './FollowUpChoice';
import type { Note, Session } from './views';

type Attendance = Closing['attendance'][number]['attendance'];
const attendances = ['present', 'late', 'absent'] as const;

interface Props {
  session: Session;
  opened: boolean;
  onClose: () => void;
}

/**
 * Closes a session on the spot: who came, how long, what was said, what is to be done, and when the next one is. Of one
 * that is closed it puts right who came and how long.
 */
export function CloseSheet({ session, opened, onClose }: Props) {
  const { t } = useTranslation();
  const who = session.participants.map(({ fullName }) => fullName).join(', ');
  const title = session.correctableUntil === null ? t('coach.close.title', { who }) : t('coach.correct.title');
  return (
    <Sheet opened={opened} onClose={onClose} title={title}>
      {opened && <CloseForm key={session.id} session={session} onClose={onClose} />}
    </Sheet>
  );
}

function CloseForm({ session, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const person = usePerson();
  // Said once at the beginning: what is closed meanwhile by this form is not a correction yet.
  const [until] = useState(session.correctableUntil);
  const isCorrection = until !== null;
  const isCoach = session.coach.id === person.id;
  const span = spanOf(session);
  const most = Math.min(480, Math.max(1, Math.ceil((now - span.start) / minute)));
  const [came, setCame] = useState<Record<string, Attendance>>(() => toldOf(session));
  const [coachAbsent, setCoachAbsent] = useState(session.absent === 'coach');
  const told = session.heldMinutes ?? 0;
  const [minutes, setMinutes] = useState<number | string>(told > 0 ? told : Math.min(minutesOf(span), most));
  const [note, setNote] = useState('');
  const [visibility, setVisibility] = useState<Note['visibility']>('private');
  const [lines, setLines] = useState<ActionLine[]>([]);
  const [followUp, setFollowUp] = useState<FollowUp>();
  const closing = useClosing(session, () => {
    notifications.show({ message: isCorrection ? t('coach.correct.done') : t('coach.close.done') });
    onClose();
  });
  const attendance = session.participants.map(({ id }) => ({ personId: id, attendance: came[id] ?? 'present' }));
  const met = !coachAbsent && attendance.some((one) => one.attendance !== 'absent');

  function close() {
    closing.mutate({
      attendance,
      heldMinutes: met ? Number(minutes) : 0,
      coachAbsent,
      followUp,
      note: note.trim() ? { visibility, text: note.trim() } : undefined,
      items: lines.filter(({ title }) => title.trim()),
    });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <Stack gap="lg">
        {isCorrection && (
          <Text c="dimmed">
            {t('coach.correct.text', { until: words.dateWithin(localDate(Date.parse(until), session.timeZone)) })}
          </Text>
        )}
        <Stack gap="xs">
          {session.participants.map(({ id, fullName: name }) => (
            <div key={id}>
              <Text fw={600} size="sm" mb={4}>
                {t('coach.close.came', { name })}
              </Text>
              <SegmentedControl
                fullWidth
                aria-label={t('coach.close.came', { name })}
                value={came[id] ?? 'present'}
                onChange={(value) => setCame({ ...came, [id]: value })}
                data={attendances.map((value) => ({ value, label: t(`coach.attendance.${value}`) }))}
              />
            </div>
          ))}
          <Checkbox
            label={
              isCoach ? t('coach.close.coachAbsent') : t('coach.close.otherAbsent', { name: session.coach.fullName })
            }
            checked={coachAbsent}
            onChange={(event) => setCoachAbsent(event.currentTarget.checked)}
          />
        </Stack>
        {met && (
          <NumberInput
            label={t('coach.close.minutes')}
            description={t('coach.close.planned', { length: words.length(minutesOf(span)) })}
            size="md"
            min={1}
            max={most}
            step={15}
            allowDecimal={false}
            inputMode="numeric"
            value={minutes}
            onChange={setMinutes}
          />
        )}
        {!isCorrection && isCoach && (
          <Stack gap={6}>
            <Textarea
              label={t('coach.close.note')}
              size="md"
              autosize
              minRows={3}
              maxRows={10}
              maxLength={10_000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <SegmentedControl
              fullWidth
              aria-label={t('coach.note.who')}
              value={visibility}
              onChange={(value) => setVisibility(value)}
              data={[
                { value: 'private', label: t('coach.note.private') },
                { value: 'shared', label: t('coach.note.shared') },
              ]}
            />
            <Text size="sm" c="dimmed">
              {visibility === 'private' ? t('coach.note.privateText') : t('coach.note.sharedText')}
            </Text>
          </Stack>
        )}
        {!isCorrection && isCoach && session.membershipId && <ActionLines lines={lines} onChange={setLines} />}
        {!isCorrection && isCoach && session.assignmentId && met && (
          <section aria-labelledby="follow-up">
            <Title order={3} id="follow-up" mb={6}>
              {t('coach.followUp.title')}
            </Title>
            <FollowUpChoice session={session} value={followUp} onChange={setFollowUp} />
          </section>
        )}
        <NotGranted error={closing.error} timeZone={session.timeZone} />
        {closing.error && closing.isPartly() && <Alert color="yellow">{t('coach.close.partly')}</Alert>}
        <Group gap="sm">
          <Button type="submit" flex="1 0 auto" loading={closing.isPending} disabled={met && !Number(minutes)}>
            {isCorrection ? t('coach.correct.confirm') : t('coach.close.confirm')}
          </Button>
          <Button variant="default" flex="none" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Who came, as it was told when the session was closed. */
function toldOf({ participants }: Session): Record<string, Attendance> {
  return Object.fromEntries(
    participants.flatMap(({ id, attendance }): [string, Attendance][] => (attendance ? [[id, attendance]] : [])),
  );
}
