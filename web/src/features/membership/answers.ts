import type { Membership } from '../../shared/api/views';

type Pause = Membership['pauses'][number];
type Renewal = Membership['renewals'][number];

/** The pauses that are worth a line: a refusal is told until another one is asked for. Ids rise with the time of asking. */
export function pausesToTell(pauses: readonly Pause[]): Pause[] {
  return pauses.filter(({ id, status }) => status !== 'refused' || pauses.every((other) => other.id <= id));
}

/** The wish for one more term that waits or was refused, unless another came after it: they stand in the order of asking. */
export function renewalToTell(renewals: readonly Renewal[]): Renewal | undefined {
  const last = renewals.at(-1);
  return last?.status === 'requested' || last?.status === 'refused' ? last : undefined;
}
