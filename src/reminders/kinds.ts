import { applicationKinds } from './application.kinds';
import { bookingKinds } from './booking.kinds';
import { Kind } from './kind';
import { managerKinds } from './manager.kinds';
import { membershipKinds } from './membership.kinds';
import { privacyKinds } from './privacy.kinds';
import { tokenKinds } from './token.kinds';
import { waitingListOffer } from './waiting-list.kind';

/** Everything that the house says by itself. */
export const kinds: readonly Kind[] = [
  ...tokenKinds,
  ...privacyKinds,
  ...bookingKinds,
  waitingListOffer as Kind,
  ...applicationKinds,
  ...membershipKinds,
  ...managerKinds,
];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** The kind of that name, or undefined when this version of the software knows none. */
export function kindNamed(name: string): Kind | undefined {
  return byName.get(name);
}
