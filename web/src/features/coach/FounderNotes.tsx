import { Badge, Button, Group, Paper, SegmentedControl, Skeleton, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { CloseNow } from '../../shared/coaching/CloseNow';
import { useChangeNote, useWriteNote } from '../../shared/coaching/commands';
import { notesOf } from '../../shared/coaching/reads';
import { SessionCard } from '../../shared/coaching/SessionCard';
import type { Note, Session } from '../../shared/coaching/views';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';

/** So many sessions are shown at a stretch. */
const atOnce = 5;

/** Past sessions with their notes: private ones, which nobody else reads, and those both read. */
export function FounderNotes({ sessions, now }: { sessions: Session[]; now: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(atOnce);
  return (
    <section aria-labelledby="notes">
      <Title order={2} id="notes" mb="sm">
        {t('coach.note.title')}
      </Title>
      {sessions.length === 0 && <Text c="dimmed">{t('coach.note.noSessions')}</Text>}
      <Stack gap="lg">
        {sessions.slice(0, shown).map((session) => (
          <div key={session.id}>
            <SessionCard session={session} now={now}>
              <CloseNow session={session} now={now} />
            </SessionCard>
            <Notes session={session} />
          </div>
        ))}
        {sessions.length > shown && (
          <Button variant="default" onClick={() => setShown(shown + atOnce)}>
            {t('coach.note.earlier')}
          </Button>
        )}
      </Stack>
    </section>
  );
}

function Notes({ session }: { session: Session }) {
  const { t } = useTranslation();
  const notes = useQuery(notesOf(session.id));
  const [isWriting, setWriting] = useState(false);
  return (
    <Stack gap={8} mt={8} pl={{ base: 0, xs: 'lg' }}>
      {notes.isPending && <Skeleton h={40} />}
      {notes.error && !notes.data && <Failure error={notes.error} onRetry={() => void notes.refetch()} />}
      {notes.data?.map((note) => (
        <One key={note.id} note={note} />
      ))}
      {isWriting ? (
        <NewNote sessionId={session.id} onDone={() => setWriting(false)} />
      ) : (
        <Button
          variant="subtle"
          size="compact-md"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setWriting(true)}
        >
          {t('coach.note.add')}
        </Button>
      )}
    </Stack>
  );
}

function One({ note }: { note: Note }) {
  const { t } = useTranslation();
  const person = usePerson();
  const changing = useChangeNote();
  const isPrivate = note.visibility === 'private';
  const isOwn = note.authorId === person.id;
  return (
    <Paper withBorder radius="md" p="sm" bg={isPrivate ? 'var(--oasis-closed)' : undefined} data-note={note.visibility}>
      <Group justify="space-between" gap="xs">
        <Badge
          color={isPrivate ? 'gray' : 'palm'}
          variant="light"
          tt="none"
          leftSection={<Icon name={isPrivate ? 'key' : 'people'} size={14} />}
        >
          {isPrivate ? t('coach.note.onlyYou') : t('coach.note.both')}
        </Badge>
        {!isOwn && (
          <Text size="sm" c="dimmed">
            {note.authorName}
          </Text>
        )}
      </Group>
      <Text mt={6} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {note.text}
      </Text>
      {isOwn && isPrivate && (
        <Button
          mt={6}
          size="compact-sm"
          variant="subtle"
          loading={changing.isPending}
          onClick={() => changing.mutate({ note, visibility: 'shared' })}
        >
          {t('coach.note.share')}
        </Button>
      )}
      {changing.error && <Failure error={changing.error} />}
    </Paper>
  );
}

function NewNote({ sessionId, onDone }: { sessionId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const writing = useWriteNote(sessionId);
  const [text, setText] = useState('');
  const [visibility, setVisibility] = useState<Note['visibility']>('private');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        writing.mutate({ visibility, text: text.trim() }, { onSuccess: onDone });
      }}
    >
      <Stack gap={8}>
        <Textarea
          aria-label={t('coach.note.add')}
          autosize
          autoFocus
          minRows={3}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('coach.note.who')}
          value={visibility}
          onChange={(value) => setVisibility(value)}
          data={[
            { value: 'private', label: t('coach.note.private') },
            { value: 'shared', label: t('coach.note.shared') },
          ]}
        />
        <Text size="sm" c="dimmed">
          {visibility === 'private' ? t('coach.note.privateText') : t('coach.note.sharedText')}
        </Text>
        {writing.error && <Failure error={writing.error} />}
        <Group>
          <Button type="submit" size="sm" loading={writing.isPending} disabled={!text.trim()}>
            {t('action.save')}
          </Button>
          <Button size="sm" variant="default" onClick={onDone}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
