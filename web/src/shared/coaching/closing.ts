import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
 * same form sent again goes on where it stopped. The screens read anew once the form is gone, so that a session which is
 * closed does not take its half-kept form away.
 */
export function useClosing(session: Session, onDone: () => void) {
  const client = useQueryClient();
  const closed = useRef(false);
  const [keys] = useState(() => new Map<string, Submission>());
  const keyOf = (what: string, body: unknown) => {
    const known = keys.get(what) ?? new Submission();
    keys.set(what, known);
    return known.keyFor(body);
  };
  useEffect(
    () => () => {
      if (!closed.current) return;
      for (const queryKey of touchedBySessions) void client.invalidateQueries({ queryKey });
    },
    [client],
  );
  const path = { id: session.id };
  const mutation = useMutation({
    mutationFn: async ({ note, items, ...body }: Closing): Promise<void> => {
      if (!closed.current) {
        await answered(api.POST('/api/v1/coaching/sessions/{id}/close', { params: { path }, body }));
        closed.current = true;
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
    onSuccess: onDone,
  });
  return { ...mutation, isPartly: () => closed.current };
}
