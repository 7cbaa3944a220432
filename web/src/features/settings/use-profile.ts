import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import { session } from '../../shared/api/session';
import type { Locale, Person } from '../../shared/api/views';

/** What people may change about themselves. */
export type Particulars = { fullName?: string; locale?: Locale; timeZone?: string | null };

/** Changes one's own particulars; every screen knows them at once. */
export function useProfile() {
  return useMutation({
    mutationFn: (changes: Particulars): Promise<Person> => answered(api.PATCH('/api/v1/me', { body: changes })),
    onSuccess: (changed) => session.know(changed),
  });
}
