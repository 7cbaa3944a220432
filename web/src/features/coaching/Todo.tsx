import { Button, Group, Paper, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { ActionItems, inOrderOfDue } from '../../shared/coaching/ActionItems';
import { useAddActionItem } from '../../shared/coaching/commands';
import { actionItemsOf } from '../../shared/coaching/reads';
import { minute } from '../../shared/time/site-time';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Part } from './Part';

/** What is to be done: open things first, with one line to add another. */
export function Todo({ membershipId }: { membershipId: string | undefined }) {
  const { t } = useTranslation();
  const person = usePerson();
  const now = useNow();
  const items = useQuery(actionItemsOf(person.id, { assigneeId: person.id }));
  const [isAdding, adding] = useDisclosure();
  const [showsDone, setShowsDone] = useState(false);
  const all = inOrderOfDue(items.data ?? []);
  // What was ticked off just now stays, so that it can be seen and taken back.
  const open = all.filter(({ status, doneAt }) => status === 'open' || isFresh(doneAt, now));
  const shown = showsDone ? all : open;
  const doneCount = all.length - open.length;
  return (
    <Part id="todo" title={t('todo.title')}>
      {items.error && !items.data && <Failure error={items.error} onRetry={() => void items.refetch()} />}
      {items.isPending && <Skeleton h={90} />}
      {items.data && (
        <Stack gap="sm">
          <Paper withBorder radius="lg" px="md" py={6}>
            {shown.length > 0 ? (
              <ActionItems items={shown} label={t('todo.title')} />
            ) : (
              <Text c="dimmed" py={8}>
                {t('todo.none')}
              </Text>
            )}
          </Paper>
          {isAdding && membershipId && <AddItem of={{ membershipId }} onClose={adding.close} />}
          <Group gap="sm">
            {membershipId && !isAdding && (
              <Button variant="default" size="sm" leftSection={<Icon name="plus" size={18} />} onClick={adding.open}>
                {t('todo.add')}
              </Button>
            )}
            {doneCount > 0 && (
              <Button variant="subtle" size="sm" onClick={() => setShowsDone((before) => !before)}>
                {showsDone ? t('todo.hideDone') : t('todo.showDone', { count: doneCount })}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Part>
  );
}

/** Whether something was done so lately that one may still look at it; without a time it is being ticked off. */
function isFresh(doneAt: string | null, now: number): boolean {
  return doneAt === null || now - Date.parse(doneAt) < 10 * minute;
}

/** One line to add something to do, with a date where that helps. */
export function AddItem(props: { of: { membershipId: string } | { sessionId: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddActionItem();
  const form = useForm({
    initialValues: { title: '', dueOn: '' },
    validate: { title: (value) => (value.trim() ? null : t('todo.titleMissing')) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ title, dueOn }) =>
        add.mutate({ ...props.of, title: title.trim(), dueOn: dueOn || null }, { onSuccess: props.onClose }),
      )}
    >
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <TextInput
            label={t('todo.what')}
            maxLength={300}
            data-autofocus
            autoFocus
            style={{ flex: '1 1 14rem' }}
            {...form.getInputProps('title')}
          />
          <TextInput type="date" label={t('todo.until')} {...form.getInputProps('dueOn')} />
        </Group>
        {add.error && <Failure error={add.error} />}
        <Group gap="sm">
          <Button type="submit" size="sm" loading={add.isPending}>
            {t('todo.keep')}
          </Button>
          <Button variant="default" size="sm" onClick={props.onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
