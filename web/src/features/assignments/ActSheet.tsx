import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from '../../shared/coaching/views';
import { NotMade } from './NotMade';
import { useAct } from './reads';
import type { Act } from './reads';

const acts = ['hold', 'resume', 'complete', 'end'] as const;
type Verb = (typeof acts)[number];

/** What can be done with an assignment now, one at a time, each with the words that it needs. */
export function ActSheet({ assignment, onDone }: { assignment: Assignment; onDone: () => void }) {
  const { t } = useTranslation();
  const acting = useAct(assignment.id);
  const possible = acts.filter((act) => assignment.possible.includes(act));
  const [chosen, setChosen] = useState<Verb | undefined>(possible.length === 1 ? possible[0] : undefined);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [neverAgain, setNeverAgain] = useState(false);
  const says = chosen === 'hold' || chosen === 'end';
  const wanted = (verb: Verb): Act => {
    const words = reason.trim() || undefined;
    if (verb === 'hold') return { do: verb, until: until || undefined, reason: words };
    return verb === 'end' ? { do: verb, reason: words, neverAgain } : { do: verb };
  };
  return (
    <Stack>
      <Text>{t('assign.pair', { coach: assignment.coach.fullName, founder: assignment.entrepreneur.fullName })}</Text>
      {possible.length === 0 && <Text c="dimmed">{t('assign.nothingToDo')}</Text>}
      <Group gap="xs">
        {possible.map((verb) => (
          <Button
            key={verb}
            size="sm"
            variant={verb === chosen ? 'light' : 'default'}
            aria-pressed={verb === chosen}
            onClick={() => setChosen(verb)}
          >
            {t(`assign.act.${verb}`)}
          </Button>
        ))}
      </Group>
      {chosen && <Text size="sm">{t(`assign.actMeans.${chosen}`)}</Text>}
      {chosen === 'hold' && (
        <TextInput
          type="date"
          label={t('assign.holdUntil')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      )}
      {says && (
        <Textarea
          label={t('assign.reason')}
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {chosen === 'end' && (
        <Checkbox
          label={t('assign.neverAgain')}
          checked={neverAgain}
          onChange={(event) => setNeverAgain(event.currentTarget.checked)}
        />
      )}
      <NotMade error={acting.error} />
      {chosen && (
        <Button
          loading={acting.isPending}
          onClick={() =>
            acting.mutate(wanted(chosen), {
              onSuccess: () => {
                notifications.show({ message: t('assign.done') });
                onDone();
              },
            })
          }
        >
          {t(`assign.act.${chosen}`)}
        </Button>
      )}
    </Stack>
  );
}
