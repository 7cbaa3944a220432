import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/client';
import type { components } from '../api/schema';
import { Submission } from '../api/submission';
import { touchedBySessions } from './reads';
import type { Note, Session } from './views';

type CloseBody = components['schemas']['CloseSessionDto'];

/** All that is told when a session is closed. */
export interface Closing extends CloseBody {
  note?: { visibility: Note['visibility']; text: string };
  items: { title: string; dueOn: string }[];
}

/**
 * Closes a session, then writes the note and what was agreed on. When something of it fails, what is done stays done: the
 * same form sent again goes on where it stopped.
 */
export function useClosing(session: Session) {
  const client = useQueryClient();
  const [isClosed, setClosed] = useState(false);
  const [keys] = useState(() => new Map<string, Submission>());
  const keyOf = (what: string, body: unknown) => {
    const known = keys.get(what) ?? new Submission();
    keys.set(what, known);
    return known.keyFor(body);
  };
  const path = { id: session.id };
  const mutation = useMutation({
    mutationFn: async ({ note, items, ...body }: Closing): Promise<void> => {
      if (!isClosed) {
        await answered(api.POST('/api/v1/coaching/sessions/{id}/close', { params: { path }, body }));
        setClosed(true);
      }
      if (note) {
        const header = { 'Idempotency-Key': keyOf('note', note) };
        await answered(api.POST('/api/v1/coaching/sessions/{id}/notes', { params: { path, header }, body: note }));
      }
      for (const [index, { title, dueOn }] of items.entries()) {
        const item = { sessionId: session.id, title: title.trim(), dueOn: dueOn || null };
        const header = { 'Idempotency-Key': keyOf(`item ${index}`, item) };
        await answered(api.POST('/api/v1/coaching/action-items', { params: { header }, body: item }));
      }
    },
    onSettled: () => Promise.all(touchedBySessions.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return { ...mutation, isClosed };
}
