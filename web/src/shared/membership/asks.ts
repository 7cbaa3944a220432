import type { Membership } from '../api/views';

/** What a member has asked for and nobody has answered yet. */
export function asksFor({ pauses, renewals }: Membership): 'pause' | 'renewal' | undefined {
  if (pauses.some(({ status }) => status === 'requested')) return 'pause';
  return renewals.some(({ status }) => status === 'requested') ? 'renewal' : undefined;
}
