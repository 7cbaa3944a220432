import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import { asWish } from './reminder-groups';
import type { Preferences } from './reminder-groups';

const reminders = (personId: string) =>
  queryOptions({
    queryKey: ['reminders', personId],
    queryFn: (): Promise<Preferences> => answered(api.GET('/api/v1/me/reminder-preferences')),
  });

/** How one is told of what, and its change: at once on the screen, one after the other on the server. */
export function useReminders(personId: string) {
  const client = useQueryClient();
  const { queryKey } = reminders(personId);
  const preferences = useQuery(reminders(personId));
  const choosing = useMutation({
    scope: { id: 'reminders' },
    mutationFn: (wanted: Preferences) => answered(api.PUT('/api/v1/me/reminder-preferences', { body: asWish(wanted) })),
    // What could not be kept is not shown as if it were.
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const choose = (wanted: Preferences) => {
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, wanted);
    choosing.mutate(wanted);
  };
  return { preferences, choose, error: choosing.error };
}
