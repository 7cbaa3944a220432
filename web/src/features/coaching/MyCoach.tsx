import { Button, Group, Paper, Skeleton, Spoiler, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../shared/api/use-session';
import { useEndAssignment } from '../../shared/coaching/commands';
import { coachOf } from '../../shared/coaching/reads';
import type { Assignment } from '../../shared/coaching/views';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Sheet } from '../../shared/ui/Sheet';
import { CoachFacts } from './CoachFacts';

/** One's coach: who it is, how to meet, and a way out that asks for no reason. */
export function MyCoach({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const words = useWords();
  const coach = useQuery(coachOf(assignment.coach.id));
  const [isEnding, ending] = useDisclosure();
  const isOfTeam = assignment.entrepreneur.id !== usePerson().id;
  const rests = assignment.status === 'on_hold';
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={assignment.coach.fullName}>
      <Stack gap="sm">
        <div>
          <Text fw={650} fz="lg">
            {assignment.coach.fullName}
          </Text>
          <Text c="dimmed">{coach.data?.headline || t(`myCoach.kind.${assignment.kind}`)}</Text>
          {isOfTeam && <Text>{t('myCoach.ofTeam', { name: assignment.entrepreneur.fullName })}</Text>}
        </div>
        {rests && (
          <Text>
            {assignment.heldUntil
              ? t('myCoach.restsUntil', { date: words.fullDate(assignment.heldUntil) })
              : t('myCoach.rests')}
          </Text>
        )}
        {coach.error && !coach.data && <Failure error={coach.error} onRetry={() => void coach.refetch()} />}
        {coach.isPending && <Skeleton h={80} />}
        {coach.data && <CoachFacts coach={coach.data} />}
        {coach.data?.about && (
          <Spoiler maxHeight={76} showLabel={t('myCoach.readMore')} hideLabel={t('myCoach.readLess')}>
            <Text style={{ whiteSpace: 'pre-line' }}>{coach.data.about}</Text>
          </Spoiler>
        )}
        <Group gap="sm">
          {assignment.status === 'active' && (
            <Button component={Link} to={`/coaching/book?assignment=${assignment.id}`}>
              {t('coaching.book')}
            </Button>
          )}
          {assignment.possible.includes('end') && (
            <Button variant="default" onClick={ending.open}>
              {t('myCoach.end')}
            </Button>
          )}
        </Group>
      </Stack>
      <Sheet opened={isEnding} onClose={ending.close} title={t('myCoach.endTitle')}>
        <EndForm assignment={assignment} onClose={ending.close} />
      </Sheet>
    </Paper>
  );
}

function EndForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useEndAssignment();
  const form = useForm({ initialValues: { reason: '' } });
  const name = assignment.coach.fullName;
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) =>
        // The card of the coach goes with the coaching, and with it whoever would hear of a success: a promise stays.
        end.mutateAsync({ assignment, reason: reason.trim() || undefined }).then(
          () => {
            notifications.show({ message: t('myCoach.ended') });
            onClose();
          },
          () => undefined,
        ),
      )}
    >
      <Stack>
        <Text>{t('myCoach.endText', { name })}</Text>
        <Textarea
          autosize
          minRows={2}
          maxLength={1000}
          label={t('myCoach.endReason')}
          {...form.getInputProps('reason')}
        />
        {end.error && <Failure error={end.error} />}
        <Group>
          <Button type="submit" color="red" loading={end.isPending}>
            {t('myCoach.endConfirm')}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('myCoach.goOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
