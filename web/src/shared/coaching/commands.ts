import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { Problem } from '../api/problem';
import { Submission } from '../api/submission';
import { useCommand } from '../membership/command';
import { myWishes, sessionOf, touchedByCoaching, touchedBySessions } from './reads';
import type { ActionItem, Assignment, Goal, Note, Session, SessionMove, SessionPreview, SessionWish } from './views';

/** The header that says which state of a thing a change is meant for. */
const unchanged = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` });

/** Books a session. The same wish sent again, after an answer that never came, is the same session. */
export function useBookSession() {
  const [submission] = useState(() => new Submission());
  return useCommand(async (wish: SessionWish): Promise<Session> => {
    const header = { 'Idempotency-Key': submission.keyFor(wish) };
    const answer = await answered(api.POST('/api/v1/coaching/sessions', { params: { header }, body: wish }));
    if (!('id' in answer)) throw new Error('The server answered a session with a preview.');
    submission.done();
    return answer;
  }, touchedBySessions);
}

/** What would come of a session: what it costs, and what stands in the way. Nothing is booked. */
export const sessionPreview = (wish: SessionWish) =>
  queryOptions({
    queryKey: ['session preview', wish],
    queryFn: async (): Promise<SessionPreview> => {
      const query = { preview: true };
      const answer = await answered(api.POST('/api/v1/coaching/sessions', { params: { query }, body: wish }));
      if ('id' in answer) throw new Error('The server answered a preview with a session.');
      return answer;
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** The no that a preview foretells, as the command would say it; undefined when nothing stands in the way. */
export function foretoldNo(preview: SessionPreview | undefined): Problem | undefined {
  if (!preview) return undefined;
  if (preview.refusals.length > 0) return new Problem(422, 'refused', '', preview.refusals);
  const [clash] = preview.clashes;
  if (!clash) return undefined;
  const code = clash.who === 'room' ? 'no_double_booking' : 'person_not_twice';
  const alternatives = preview.alternatives.map((one) => ({
    ...one,
    resourceId: one.resourceId ?? '',
    name: one.name ?? '',
  }));
  return new Problem(409, code, '', [], alternatives, [], undefined, clash.who);
}

/** Moves a session, provided that it is still the one that was read. */
export function useMoveSession() {
  return useCommand(
    ({ session, move }: { session: Session; move: SessionMove }) =>
      answered(
        api.POST('/api/v1/coaching/sessions/{id}/move', {
          params: { path: { id: session.id }, header: unchanged(session) },
          body: move,
        }),
      ),
    touchedBySessions,
  );
}

/** Calls a session off. */
export function useCancelSession() {
  return useCommand(
    ({ id, reason }: { id: string; reason?: string }) =>
      answered(api.POST('/api/v1/coaching/sessions/{id}/cancel', { params: { path: { id } }, body: { reason } })),
    touchedBySessions,
  );
}

/** Says what a session will be about. The answer shows at once, whatever else has to be read again. */
export function useDescribeSession() {
  const client = useQueryClient();
  return useCommand(async ({ session, ...body }: { session: Session; topic?: string; brief?: string }) => {
    const params = { path: { id: session.id }, header: unchanged(session) };
    const answer = await answered(api.PATCH('/api/v1/coaching/sessions/{id}', { params, body }));
    client.setQueryData(sessionOf(session.id).queryKey, answer);
    return answer;
  }, touchedByCoaching);
}

/** Writes a note of a session. */
export function useWriteNote(sessionId: string) {
  const [submission] = useState(() => new Submission());
  return useCommand(async (body: { visibility: Note['visibility']; text: string }): Promise<Note> => {
    const params = { path: { id: sessionId }, header: { 'Idempotency-Key': submission.keyFor(body) } };
    const note = await answered(api.POST('/api/v1/coaching/sessions/{id}/notes', { params, body }));
    submission.done();
    return note;
  }, touchedByCoaching);
}

/** Changes one's own note, or shares it; what is shared stays shared. */
export function useChangeNote() {
  return useCommand(
    ({ note, ...body }: { note: Note; visibility?: Note['visibility']; text?: string }) =>
      answered(
        api.PATCH('/api/v1/coaching/notes/{id}', { params: { path: { id: note.id }, header: unchanged(note) }, body }),
      ),
    touchedByCoaching,
  );
}

/** Takes one's own private note away for good. */
export function useRemoveNote() {
  return useCommand(
    (id: string) => answered(api.DELETE('/api/v1/coaching/notes/{id}', { params: { path: { id } } })),
    touchedByCoaching,
  );
}

/** Tells once how a session was. */
export function useGiveFeedback(sessionId: string) {
  return useCommand(
    (body: { rating: number; text?: string }) =>
      answered(api.POST('/api/v1/coaching/sessions/{id}/feedback', { params: { path: { id: sessionId } }, body })),
    touchedByCoaching,
  );
}

/** What a goal is set with. */
export interface NewGoal {
  membershipId: string;
  title: string;
  measure?: string;
  dueOn?: string | null;
}

/** Sets a goal. */
export function useAddGoal() {
  const [submission] = useState(() => new Submission());
  return useCommand(async (body: NewGoal): Promise<Goal> => {
    const header = { 'Idempotency-Key': submission.keyFor(body) };
    const goal = await answered(api.POST('/api/v1/coaching/goals', { params: { header }, body }));
    submission.done();
    return goal;
  }, touchedByCoaching);
}

/** Changes a goal, or says what became of it. */
export function useChangeGoal() {
  return useCommand(
    ({ goal, ...body }: { goal: Goal } & Partial<Omit<NewGoal, 'membershipId'>> & { status?: Goal['status'] }) =>
      answered(
        api.PATCH('/api/v1/coaching/goals/{id}', { params: { path: { id: goal.id }, header: unchanged(goal) }, body }),
      ),
    touchedByCoaching,
  );
}

/** What somebody agrees to do. */
export interface NewActionItem {
  membershipId?: string;
  sessionId?: string;
  goalId?: string;
  assigneeId?: string;
  title: string;
  dueOn?: string | null;
}

/** Agrees on something to do. */
export function useAddActionItem() {
  const [submission] = useState(() => new Submission());
  return useCommand(async (body: NewActionItem): Promise<ActionItem> => {
    const header = { 'Idempotency-Key': submission.keyFor(body) };
    const item = await answered(api.POST('/api/v1/coaching/action-items', { params: { header }, body }));
    submission.done();
    return item;
  }, touchedByCoaching);
}

/** Ticks something off, or opens it again. It shows at once; a no puts it back. */
export function useTick() {
  const client = useQueryClient();
  const everywhere = { queryKey: ['coaching', 'items'] };
  return useMutation({
    mutationFn: ({ item, status }: { item: ActionItem; status: ActionItem['status'] }) =>
      answered(
        api.PATCH('/api/v1/coaching/action-items/{id}', {
          params: { path: { id: item.id }, header: unchanged(item) },
          body: { status },
        }),
      ),
    onMutate: async ({ item, status }) => {
      await client.cancelQueries(everywhere);
      client.setQueriesData<ActionItem[]>(everywhere, (items) =>
        items?.map((one) => (one.id === item.id ? { ...one, status } : one)),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['coaching'] }),
  });
}

/** Says whom one would like as coach, the dearest first. It shows at once; a no puts it back. */
export function useWish(personId: string) {
  const client = useQueryClient();
  const { queryKey } = myWishes(personId);
  return useMutation({
    mutationFn: (personIds: string[]) => answered(api.PUT('/api/v1/coaching/wishes', { body: { personIds } })),
    onMutate: async (personIds) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, personIds);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Ends an assignment early; nobody needs a reason. */
export function useEndAssignment() {
  return useCommand(
    ({ assignment, reason }: { assignment: Assignment; reason?: string }) =>
      answered(
        api.POST('/api/v1/coaching/assignments/{id}/end', {
          params: { path: { id: assignment.id } },
          body: { reason },
        }),
      ),
    touchedBySessions,
  );
}
