import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Submission } from '../../shared/api/submission';
import { usePerson } from '../../shared/api/use-session';
import { myConflicts, touchedByCoach } from '../../shared/coaching/coach-reads';
import type { DeclaredConflict } from '../../shared/coaching/coach-reads';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { foundersNearby } from './founders-nearby';

const kinds = [
  'employment',
  'family',
  'financial_interest',
  'competitor',
  'supplier_or_client',
  'co_applicant',
  'earlier_complaint',
  'other',
] as const;

/** Whom one cannot coach or judge without a conflict of interest. */
export function Conflicts() {
  const { t } = useTranslation();
  const person = usePerson();
  const conflicts = useQuery(myConflicts);
  const [isDeclaring, setDeclaring] = useState(false);
  const mine = conflicts.data?.filter(({ personId, endedAt }) => personId === person.id && endedAt === null) ?? [];
  return (
    <section aria-labelledby="conflicts">
      <Title order={2} id="conflicts" mb={4}>
        {t('coach.conflicts.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('coach.conflicts.text')}
      </Text>
      {conflicts.error && <Failure error={conflicts.error} onRetry={() => void conflicts.refetch()} />}
      <Stack gap="sm" align="stretch">
        {conflicts.data && mine.length === 0 && <Text>{t('coach.conflicts.none')}</Text>}
        {mine.map((conflict) => (
          <One key={conflict.id} conflict={conflict} />
        ))}
        {isDeclaring ? (
          <Declare onDone={() => setDeclaring(false)} />
        ) : (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setDeclaring(true)}>
            {t('coach.conflicts.declare')}
          </Button>
        )}
      </Stack>
    </section>
  );
}

function One({ conflict }: { conflict: DeclaredConflict }) {
  const { t } = useTranslation();
  const words = useWords();
  const ending = useCommand(
    (id: string) => answered(api.POST('/api/v1/conflicts-of-interest/{id}/end', { params: { path: { id } } })),
    touchedByCoach,
  );
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={conflict.about}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={650}>{conflict.about}</Text>
          <Text>{t(`coach.conflicts.kind.${conflict.kind}`)}</Text>
          {conflict.note && <Text c="dimmed">{conflict.note}</Text>}
          {conflict.endsOn && (
            <Text c="dimmed">{t('coach.conflicts.until', { date: words.fullDate(conflict.endsOn) })}</Text>
          )}
        </div>
        <Button variant="default" size="sm" loading={ending.isPending} onClick={() => ending.mutate(conflict.id)}>
          {t('coach.conflicts.end')}
        </Button>
      </Group>
      {ending.error && <Failure error={ending.error} />}
    </Paper>
  );
}

function Declare({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const person = usePerson();
  const people = useQuery(foundersNearby(person.id));
  const [about, setAbout] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('employment');
  const [note, setNote] = useState('');
  const [submission] = useState(() => new Submission());
  const declaring = useCommand(async (body: { aboutPersonId: string; kind: typeof kind; note?: string }) => {
    const header = { 'Idempotency-Key': submission.keyFor(body) };
    return answered(api.POST('/api/v1/conflicts-of-interest', { params: { header }, body }));
  }, touchedByCoach);
  return (
    <Paper withBorder radius="lg" p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          declaring.mutate(
            { aboutPersonId: about, kind, note: note.trim() || undefined },
            {
              onSuccess: () => {
                notifications.show({ message: t('coach.conflicts.declared') });
                onDone();
              },
            },
          );
        }}
      >
        <Stack gap="sm">
          {people.error && <Failure error={people.error} onRetry={() => void people.refetch()} />}
          <NativeSelect
            label={t('coach.conflicts.who')}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
            data={[
              { value: '', label: t('coach.conflicts.choose') },
              ...(people.data ?? []).map(({ id, fullName }) => ({ value: id, label: fullName })),
            ]}
          />
          <NativeSelect
            label={t('coach.conflicts.which')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
            data={kinds.map((value) => ({ value, label: t(`coach.conflicts.kind.${value}`) }))}
          />
          <TextInput
            label={t('coach.conflicts.note')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <NotGranted error={declaring.error} timeZone={viewerZone()} />
          <Group>
            <Button type="submit" loading={declaring.isPending} disabled={!about}>
              {t('coach.conflicts.declare')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('action.notNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
