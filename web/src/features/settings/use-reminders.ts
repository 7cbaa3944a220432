import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isStale } from '../../shared/api/as-opened';
import { answered, api } from '../../shared/api/client';
import { asWish } from './reminder-groups';
import type { Preferences } from './reminder-groups';

/** What somebody chooses, as a change of whatever is chosen already. */
export type Choice = (now: Preferences) => Preferences;

const reminders = (personId: string) =>
  queryOptions({
    queryKey: ['reminders', personId],
    queryFn: (): Promise<Preferences> => answered(api.GET('/api/v1/me/reminder-preferences')),
  });

function put(wanted: Preferences): Promise<Preferences> {
  const header = { 'If-Match': `"${wanted.version}"` };
  return answered(api.PUT('/api/v1/me/reminder-preferences', { params: { header }, body: asWish(wanted) }));
}

/** Keeps a choice; what another window or a link in a mail has chosen since is read, and stays beside it. */
async function keep(client: QueryClient, personId: string, choice: Choice): Promise<void> {
  const { queryKey } = reminders(personId);
  const known = await client.query({ ...reminders(personId), staleTime: 'static' });
  const kept = await put(choice(known)).catch(async (error: unknown) => {
    if (!isStale(error)) throw error;
    return put(choice(await client.query({ ...reminders(personId), staleTime: 0 })));
  });
  client.setQueryData(queryKey, kept);
}

/** How one is told of what, and its change: at once on the screen, one after the other on the server. */
export function useReminders(personId: string) {
  const client = useQueryClient();
  const { queryKey } = reminders(personId);
  const preferences = useQuery(reminders(personId));
  const [waiting, setWaiting] = useState<Choice[]>([]);
  const choosing = useMutation({
    scope: { id: 'reminders' },
    mutationFn: (choice: Choice) => keep(client, personId, choice),
    // What could not be kept is not shown as if it were.
    onError: () => client.invalidateQueries({ queryKey }),
    onSettled: (_, __, choice) => setWaiting((before) => before.filter((one) => one !== choice)),
  });
  const choose = (choice: Choice) => {
    void client.cancelQueries({ queryKey });
    setWaiting((before) => [...before, choice]);
    choosing.mutate(choice);
  };
  const now = preferences.data && waiting.reduce((before, choice) => choice(before), preferences.data);
  return { preferences, now, choose, error: choosing.error };
}
