import { ActionIcon, Button, Checkbox, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/booking/now';
import type { Milestone, Venture } from '../../shared/coaching/views';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';
import { useChangeMilestone } from './commands';
import { MilestoneForm } from './MilestoneForm';
import { milestonesOf } from './reads';

/** What a venture has set itself to reach, with dates, to be ticked off. */
export function MilestoneList({ venture, mayChange }: { venture: Venture; mayChange: boolean }) {
  const { t } = useTranslation();
  const milestones = useQuery(milestonesOf(venture.id));
  const change = useChangeMilestone(venture.id);
  const [isAdding, adding] = useDisclosure();
  const [changed, setChanged] = useState<Milestone>();
  return (
    <section aria-labelledby="milestones">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="milestones">
          {t('milestones.list')}
        </Title>
        {mayChange && (
          <Button variant="default" size="sm" leftSection={<Icon name="plus" size={18} />} onClick={adding.open}>
            {t('milestones.add')}
          </Button>
        )}
      </Group>
      {milestones.error && !milestones.data && (
        <Failure error={milestones.error} onRetry={() => void milestones.refetch()} />
      )}
      {milestones.isPending && <Skeleton h={120} />}
      {milestones.data?.length === 0 && (
        <Empty scene="desk" title={t('milestones.noMilestone')} text={t('milestones.noMilestoneText')} />
      )}
      {change.error && <Failure error={change.error} />}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {milestones.data?.map((milestone) => (
          <li key={milestone.id}>
            <Line
              milestone={milestone}
              mayChange={mayChange}
              onTick={(done) => change.mutate({ id: milestone.id, done })}
              onChange={() => setChanged(milestone)}
            />
          </li>
        ))}
      </Stack>
      <Sheet opened={isAdding} onClose={adding.close} title={t('milestones.add')}>
        <MilestoneForm venture={venture} onClose={adding.close} />
      </Sheet>
      <Sheet
        opened={changed !== undefined}
        onClose={() => setChanged(undefined)}
        title={t('milestones.changeMilestone')}
      >
        {changed && <MilestoneForm venture={venture} milestone={changed} onClose={() => setChanged(undefined)} />}
      </Sheet>
    </section>
  );
}

interface LineProps {
  milestone: Milestone;
  mayChange: boolean;
  onTick: (done: boolean) => void;
  onChange: () => void;
}

function Line({ milestone, mayChange, onTick, onChange }: LineProps) {
  const { t } = useTranslation();
  const words = useWords();
  const today = localDate(useNow(), viewerZone());
  const { title, dueOn, doneAt, stage } = milestone;
  const isDone = doneAt !== null;
  const isLate = !isDone && dueOn !== null && dueOn < today;
  const when = isDone
    ? t('milestones.doneOn', { date: words.fullDate(localDate(Date.parse(doneAt), viewerZone())) })
    : dueOn &&
      (isLate
        ? t('milestones.late', { date: words.fullDate(dueOn) })
        : t('milestones.dueOn', { date: words.fullDate(dueOn) }));
  return (
    <Paper withBorder radius="lg" px="md" py="sm">
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <Checkbox
          checked={isDone}
          disabled={!mayChange}
          onChange={(event) => onTick(event.currentTarget.checked)}
          label={title}
          styles={{ label: { overflowWrap: 'anywhere' } }}
          description={
            <Text span size="sm" c={isLate ? 'var(--mantine-color-error)' : 'dimmed'}>
              {[t(`apply.stage.${stage}`), when].filter(Boolean).join(' · ')}
            </Text>
          }
        />
        {mayChange && (
          <ActionIcon variant="subtle" size={40} aria-label={t('milestones.changeOf', { title })} onClick={onChange}>
            <Icon name="more" />
          </ActionIcon>
        )}
      </Group>
    </Paper>
  );
}
