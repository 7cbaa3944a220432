import { useMutation } from '@tanstack/react-query';
import { isStale } from '../../shared/api/as-opened';
import { answered, api } from '../../shared/api/client';
import { session } from '../../shared/api/session';
import type { Locale, Person } from '../../shared/api/views';

/** What people may change about themselves. */
export type Particulars = { fullName?: string; locale?: Locale; timeZone?: string | null };

/** What is to be changed, and the state it is meant for; without one it is meant whatever there is. */
interface ProfileChange {
  changes: Particulars;
  meant?: Person;
}

/** Changes one's own particulars; every screen knows them at once, and so it does when they were others than was thought. */
export function useProfile() {
  return useMutation({
    mutationFn: ({ changes, meant }: ProfileChange): Promise<Person> => {
      const header = { 'If-Match': meant ? `"${meant.version}"` : '*' };
      return answered(api.PATCH('/api/v1/me', { params: { header }, body: changes }));
    },
    onSuccess: (changed) => session.know(changed),
    onError: async (error) => {
      if (isStale(error)) session.know(await answered(api.GET('/api/v1/me')));
    },
  });
}
