import { Badge, Button, Group, Paper, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { useChangeGoal } from '../../shared/coaching/commands';
import { actionItemsOf, goalsOf } from '../../shared/coaching/reads';
import type { ActionItem, Goal } from '../../shared/coaching/views';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';
import { Part } from './Part';
import { GoalForm } from './GoalForm';

/** What founder and coach work towards, and how far it has come. */
export function Goals({ membershipId }: { membershipId: string | undefined }) {
  const { t } = useTranslation();
  const person = usePerson();
  const goals = useQuery({ ...goalsOf(person.id, membershipId), enabled: membershipId !== undefined });
  const items = useQuery(actionItemsOf(person.id, { membershipId }));
  const [isAdding, adding] = useDisclosure();
  if (membershipId === undefined) return null;
  const order = ['open', 'reached', 'dropped'];
  const shown = (goals.data ?? []).toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return (
    <Part id="goals" title={t('goals.title')}>
      <Stack gap="sm">
        {goals.error && !goals.data && <Failure error={goals.error} onRetry={() => void goals.refetch()} />}
        {goals.isPending && <Skeleton h={90} />}
        {goals.data?.length === 0 && <Text c="dimmed">{t('goals.none')}</Text>}
        {shown.map((goal) => (
          <One key={goal.id} goal={goal} items={items.data?.filter(({ goalId }) => goalId === goal.id) ?? []} />
        ))}
        <Group>
          <Button variant="default" size="sm" leftSection={<Icon name="plus" size={18} />} onClick={adding.open}>
            {t('goals.add')}
          </Button>
        </Group>
      </Stack>
      <Sheet opened={isAdding} onClose={adding.close} title={t('goals.add')}>
        <GoalForm membershipId={membershipId} onClose={adding.close} />
      </Sheet>
    </Part>
  );
}

const colours = { open: 'palm', reached: 'palm', dropped: 'gray' };

function One({ goal, items }: { goal: Goal; items: ActionItem[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const change = useChangeGoal();
  const [isEditing, editing] = useDisclosure();
  const counted = items.filter(({ status }) => status !== 'dropped');
  const done = counted.filter(({ status }) => status === 'done').length;
  const isOpen = goal.status === 'open';
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={goal.title}>
      <Stack gap={8}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text fw={650} style={{ flex: '1 1 12rem', overflowWrap: 'anywhere' }}>
            {goal.title}
          </Text>
          {!isOpen && (
            <Badge
              variant="light"
              color={colours[goal.status]}
              tt="none"
              leftSection={goal.status === 'reached' && <Icon name="check" size={16} />}
            >
              {t(`goals.status.${goal.status}`)}
            </Badge>
          )}
        </Group>
        {goal.measure && (
          <Text size="sm" c="dimmed">
            {t('goals.measured', { measure: goal.measure })}
          </Text>
        )}
        {isOpen && counted.length > 0 && (
          <div>
            <Progress
              value={(done / counted.length) * 100}
              aria-label={t('goals.progressOf', { title: goal.title })}
              size="sm"
              radius="xl"
            />
            <Text size="sm" mt={4}>
              {t('goals.progress', { done, count: counted.length })}
            </Text>
          </div>
        )}
        {goal.dueOn && <Text size="sm">{t('goals.dueOn', { date: words.fullDate(goal.dueOn) })}</Text>}
        {change.error && <Failure error={change.error} />}
        <Group gap="xs">
          {isOpen ? (
            <>
              <Button
                size="sm"
                variant="light"
                loading={change.isPending}
                onClick={() => change.mutate({ goal, status: 'reached' })}
              >
                {t('goals.reached')}
              </Button>
              <Button size="sm" variant="default" onClick={editing.open}>
                {t('goals.change')}
              </Button>
            </>
          ) : (
            <Button
              size="sm"
              variant="subtle"
              loading={change.isPending}
              onClick={() => change.mutate({ goal, status: 'open' })}
            >
              {t('goals.reopen')}
            </Button>
          )}
        </Group>
      </Stack>
      <Sheet opened={isEditing} onClose={editing.close} title={t('goals.changeTitle')}>
        <GoalForm goal={goal} membershipId={goal.membershipId} onClose={editing.close} />
      </Sheet>
    </Paper>
  );
}
