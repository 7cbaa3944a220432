import { Badge, Button, Checkbox, Group, Paper, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { useChangeNote, useRemoveNote, useWriteNote } from '../../shared/coaching/commands';
import { notesOf } from '../../shared/coaching/reads';
import type { Note, Session } from '../../shared/coaching/views';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Confirmation } from '../../shared/ui/Confirmation';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Part } from './Part';

/** What was written down: one's own, and what others have shared. Each says who reads it. */
export function Notes({ session }: { session: Session }) {
  const { t } = useTranslation();
  const notes = useQuery(notesOf(session.id));
  const [isWriting, writing] = useDisclosure();
  return (
    <Part id="notes" title={t('notes.title')}>
      <Stack gap="sm">
        {notes.error && !notes.data && <Failure error={notes.error} onRetry={() => void notes.refetch()} />}
        {notes.isPending && <Skeleton h={80} />}
        {notes.data?.length === 0 && !isWriting && <Text c="dimmed">{t('notes.none')}</Text>}
        {notes.data?.map((note) => (
          <One key={note.id} note={note} />
        ))}
        {isWriting ? (
          <NewNote sessionId={session.id} onClose={writing.close} />
        ) : (
          <Group>
            <Button variant="default" size="sm" leftSection={<Icon name="note" size={18} />} onClick={writing.open}>
              {t('notes.write')}
            </Button>
          </Group>
        )}
      </Stack>
    </Part>
  );
}

function One({ note }: { note: Note }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const change = useChangeNote();
  const remove = useRemoveNote();
  const [isAsking, asking] = useDisclosure();
  const isOwn = note.authorId === person.id;
  const isShared = note.visibility === 'shared';
  const error = change.error ?? remove.error;
  const written = words.fullDate(localDate(Date.parse(note.createdAt), viewerZone()));
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={t('notes.by', { name: note.authorName })}>
      <Stack gap={8}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {isOwn ? t('notes.yours') : note.authorName} · {written}
          </Text>
          <Badge
            variant="light"
            size="md"
            color={isShared ? 'palm' : 'gray'}
            tt="none"
            leftSection={<Icon name={isShared ? 'people' : 'key'} size={16} />}
          >
            {isShared ? t('notes.shared') : t('notes.private')}
          </Badge>
        </Group>
        <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{note.text}</Text>
        {note.openings.map((one) => (
          <Text key={one.at} size="sm" c="var(--mantine-color-error)">
            {t('notes.opened', { name: one.fullName, reason: one.reason })}
          </Text>
        ))}
        {isOwn && !isShared && (
          <Group gap="xs">
            <Button
              size="sm"
              variant="light"
              loading={change.isPending}
              onClick={() => change.mutate({ note, visibility: 'shared' })}
            >
              {t('notes.share')}
            </Button>
            <Button size="sm" variant="subtle" onClick={asking.open}>
              {t('notes.remove')}
            </Button>
          </Group>
        )}
        {error && <Failure error={error} />}
      </Stack>
      <Confirmation
        opened={isAsking}
        onClose={asking.close}
        title={t('notes.removeTitle')}
        text={t('notes.removeText')}
        confirm={t('notes.removeConfirm')}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate(note.id, { onSettled: asking.close })}
      />
    </Paper>
  );
}

function NewNote({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWriteNote(sessionId);
  const form = useForm({
    initialValues: { text: '', shared: false },
    validate: { text: (value) => (value.trim() ? null : t('notes.empty')) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ text, shared }) =>
        write.mutate({ text: text.trim(), visibility: shared ? 'shared' : 'private' }, { onSuccess: onClose }),
      )}
    >
      <Stack gap="sm">
        <Textarea
          autosize
          minRows={3}
          maxRows={20}
          maxLength={20_000}
          autoFocus
          label={t('notes.text')}
          {...form.getInputProps('text')}
        />
        <Checkbox
          label={t('notes.shareNow')}
          description={t('notes.shareHint')}
          {...form.getInputProps('shared', { type: 'checkbox' })}
        />
        {write.error && <Failure error={write.error} />}
        <Group gap="sm">
          <Button type="submit" size="sm" loading={write.isPending}>
            {t('notes.keep')}
          </Button>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
