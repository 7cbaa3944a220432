import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from '../../shared/coaching/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Sheet } from '../../shared/ui/Sheet';
import { useAct } from './commands';
import type { AssignmentAct } from './commands';

const steps = ['hold', 'resume', 'complete', 'end'] as const;
type Step = (typeof steps)[number];

/** What can become of a coaching now: it rests, goes on, is done, or ends without fault. */
export function Standing({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const acting = useAct(assignment);
  const [step, setStep] = useState<Step>();
  const possible = steps.filter((one) => assignment.possible.includes(one));
  if (possible.length === 0) return null;
  return (
    <section aria-labelledby="standing">
      <Title order={2} id="standing" mb="sm">
        {t('coach.standing.title')}
      </Title>
      <Group gap="sm">
        {possible.map((one) => (
          <Button key={one} variant="default" onClick={() => setStep(one)}>
            {t(`coach.standing.do.${one}`)}
          </Button>
        ))}
      </Group>
      <Sheet
        opened={step !== undefined}
        onClose={() => setStep(undefined)}
        title={step ? t(`coach.standing.do.${step}`) : ''}
      >
        {step && (
          <StepForm
            key={step}
            step={step}
            timeZone={assignment.timeZone}
            acting={acting}
            onClose={() => setStep(undefined)}
          />
        )}
      </Sheet>
    </section>
  );
}

interface StepProps {
  step: Step;
  timeZone: string;
  acting: ReturnType<typeof useAct>;
  onClose: () => void;
}

function StepForm({ step, timeZone, acting, onClose }: StepProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  function act(): AssignmentAct {
    if (step === 'hold') return { does: 'hold', until, reason: reason.trim() };
    return step === 'end' ? { does: 'end', reason: reason.trim() } : { does: step };
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        acting.mutate(act(), {
          onSuccess: () => {
            notifications.show({ message: t(`coach.standing.done.${step}`) });
            onClose();
          },
        });
      }}
    >
      <Stack>
        <Text>{t(`coach.standing.text.${step}`)}</Text>
        {step === 'hold' && (
          <TextInput
            type="date"
            label={t('coach.standing.until')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        {(step === 'hold' || step === 'end') && (
          <Textarea
            label={t('coach.standing.reason')}
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <NotGranted error={acting.error} timeZone={timeZone} />
        <Group>
          <Button type="submit" loading={acting.isPending} color={step === 'end' ? 'red' : undefined}>
            {t(`coach.standing.do.${step}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
