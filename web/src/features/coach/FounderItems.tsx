import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { ActionItems, inOrderOfDue } from '../../shared/coaching/ActionItems';
import { useAddActionItem } from '../../shared/coaching/commands';
import { actionItemsOf } from '../../shared/coaching/reads';
import type { Assignment } from '../../shared/coaching/views';
import { Failure } from '../../shared/ui/Failure';

/** What was agreed on, by the founder or by the coach. */
export function FounderItems({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const person = usePerson();
  const { membershipId, entrepreneur } = assignment;
  const items = useQuery(actionItemsOf(person.id, { membershipId }));
  const adding = useAddActionItem();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [assigneeId, setAssignee] = useState(entrepreneur.id);
  return (
    <section aria-labelledby="items">
      <Title order={2} id="items" mb="sm">
        {t('coach.items.title')}
      </Title>
      {items.error && !items.data && <Failure error={items.error} onRetry={() => void items.refetch()} />}
      {items.data?.length === 0 && (
        <Text c="dimmed" mb="sm">
          {t('coach.items.none')}
        </Text>
      )}
      <Stack gap="sm">
        {items.data && items.data.length > 0 && (
          <Paper withBorder radius="lg" px="md" py={6}>
            <ActionItems items={inOrderOfDue(items.data)} label={t('coach.items.title')} />
          </Paper>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            adding.mutate(
              { membershipId, assigneeId, title: title.trim(), dueOn: dueOn || null },
              {
                onSuccess: () => {
                  setTitle('');
                  setDueOn('');
                },
              },
            );
          }}
        >
          <Group gap="sm" align="flex-end">
            <TextInput
              flex="2 1 14rem"
              label={t('coach.items.new')}
              placeholder={t('coach.items.example')}
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <NativeSelect
              flex="1 1 9rem"
              label={t('coach.items.who')}
              value={assigneeId}
              onChange={(event) => setAssignee(event.currentTarget.value)}
              data={[
                { value: entrepreneur.id, label: entrepreneur.fullName },
                { value: person.id, label: t('coach.items.me') },
              ]}
            />
            <TextInput
              type="date"
              flex="1 1 9rem"
              label={t('coach.items.until')}
              value={dueOn}
              onChange={(event) => setDueOn(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={adding.isPending} disabled={!title.trim()}>
              {t('coach.items.add')}
            </Button>
          </Group>
        </form>
        {adding.error && <Failure error={adding.error} />}
      </Stack>
    </section>
  );
}
