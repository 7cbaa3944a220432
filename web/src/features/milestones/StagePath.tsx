import { Alert, Anchor, Button, Group, List, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StageStep, Venture } from '../../shared/coaching/views';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';
import { ProposeForm } from './ProposeForm';
import { stepsOf } from './reads';
import { order } from './stages';
import classes from './StagePath.module.css';

/** The codes of what a stage asks that the screens have words for. */
const known = [
  'customer_interviews',
  'measurable_experiment',
  'tested_prototype',
  'reviewed_plan',
  'register_extract',
] as const;

/** Where a venture stands on its way, what it shows before it goes on, and the step that waits for an answer. */
export function StagePath({ venture, mayPropose }: { venture: Venture; mayPropose: boolean }) {
  const { t } = useTranslation();
  const steps = useQuery(stepsOf(venture.id));
  const [isProposing, proposing] = useDisclosure();
  const [isLooking, looking] = useDisclosure();
  const waiting = steps.data?.find(({ status }) => status === 'proposed');
  const returned = steps.data?.[0]?.status === 'returned' ? steps.data[0] : undefined;
  const present = order.indexOf(venture.stage);
  const criteria = venture.criteria.flatMap(({ code, count }) => {
    const criterion = known.find((one) => one === code);
    return criterion ? [{ criterion, count }] : [];
  });
  return (
    <section aria-labelledby="stages">
      <Group justify="space-between" mb="md">
        <Title order={2} id="stages">
          {t('milestones.stages')}
        </Title>
        {(steps.data?.length ?? 0) > 0 && (
          <Anchor component="button" type="button" onClick={looking.open}>
            {t('milestones.history')}
          </Anchor>
        )}
      </Group>
      <ol className={classes.path}>
        {order.map((stage, index) => {
          const standing = index < present ? 'past' : index === present ? 'present' : 'ahead';
          return (
            <li
              key={stage}
              className={`${classes.stage ?? ''} ${classes[standing] ?? ''}`}
              aria-current={standing === 'present' ? 'step' : undefined}
            >
              <span className={classes.dot} aria-hidden>
                {standing === 'past' ? <Icon name="check" size={18} /> : index + 1}
              </span>
              <span className={classes.name}>
                {t(`apply.stage.${stage}`)}
                <VisuallyHidden>, {t(`milestones.standing.${standing}`)}</VisuallyHidden>
              </span>
            </li>
          );
        })}
      </ol>
      <Paper withBorder radius="lg" p="md" mt="md">
        <Stack gap="sm" align="flex-start">
          <Text fw={650}>{t('milestones.toShow', { stage: t(`apply.stage.${venture.stage}`) })}</Text>
          <List>
            {criteria.map(({ criterion, count }) => (
              <List.Item key={criterion}>{t(`milestones.criterion.${criterion}`, { count })}</List.Item>
            ))}
          </List>
          {waiting ? (
            <Alert color="palm" icon={<Icon name="clock" />} w="100%">
              <Waiting step={waiting} />
            </Alert>
          ) : (
            <>
              {returned && (
                <Alert color="yellow" icon={<Icon name="warning" />} title={t('milestones.returned')} w="100%">
                  {returned.decisionReason}
                </Alert>
              )}
              {mayPropose && (
                <Button variant="light" onClick={proposing.open}>
                  {t('milestones.propose')}
                </Button>
              )}
            </>
          )}
        </Stack>
      </Paper>
      <Sheet opened={isProposing} onClose={proposing.close} title={t('milestones.propose')}>
        <ProposeForm venture={venture} onClose={proposing.close} />
      </Sheet>
      <Sheet opened={isLooking} onClose={looking.close} title={t('milestones.history')}>
        <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {steps.data?.map((step) => (
            <li key={step.id}>
              <Past step={step} />
            </li>
          ))}
        </Stack>
      </Sheet>
    </section>
  );
}

function Waiting({ step }: { step: StageStep }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <>
      <Text>
        {t('milestones.waiting', {
          stage: t(`apply.stage.${step.toStage}`),
          date: words.fullDate(localDate(Date.parse(step.proposedAt), viewerZone())),
        })}
      </Text>
      {step.evidence && (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {step.evidence}
        </Text>
      )}
    </>
  );
}

function Past({ step }: { step: StageStep }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <>
      <Text fw={650}>
        {t('milestones.step', { from: t(`apply.stage.${step.fromStage}`), to: t(`apply.stage.${step.toStage}`) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`milestones.decision.${step.status}`)} ·{' '}
        {words.fullDate(localDate(Date.parse(step.decidedAt ?? step.proposedAt), viewerZone()))}
      </Text>
      {[step.evidence, step.reason, step.decisionReason].map(
        (text) =>
          text && (
            <Text key={text} size="sm" style={{ whiteSpace: 'pre-line' }}>
              {text}
            </Text>
          ),
      )}
    </>
  );
}
