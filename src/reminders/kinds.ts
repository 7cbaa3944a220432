import { accountKinds } from './account.kinds';
import { answerKinds } from './answer.kinds';
import { applicationKinds } from './application.kinds';
import { bookingKinds } from './booking.kinds';
import { assignmentKinds } from './coaching/assignment.kinds';
import { calendarKinds } from './coaching/calendar.kinds';
import { sessionLeft } from './coaching/departure.kind';
import { followUpKinds } from './coaching/follow-up.kinds';
import { sessionKinds } from './coaching/session.kinds';
import { extraWithdrawn } from './extra.kind';
import { guestSeriesKinds } from './guest-series.kinds';
import { guestKinds } from './guest.kinds';
import { Kind } from './kind';
import { managerKinds } from './manager.kinds';
import { membershipKinds } from './membership.kinds';
import { privacyKinds } from './privacy.kinds';
import { replacementOffer } from './replacement.kind';
import { tokenKinds } from './token.kinds';
import { waitingListOffer } from './waiting-list.kind';
import { allowanceLow } from './wallet.kind';

/** Everything that the house says by itself. */
export const kinds: readonly Kind[] = [
  ...tokenKinds,
  ...accountKinds,
  ...privacyKinds,
  ...bookingKinds,
  waitingListOffer as Kind,
  replacementOffer as Kind,
  extraWithdrawn as Kind,
  ...guestKinds,
  ...guestSeriesKinds,
  ...applicationKinds,
  ...membershipKinds,
  ...answerKinds,
  allowanceLow as Kind,
  ...assignmentKinds,
  ...sessionKinds,
  sessionLeft as Kind,
  ...calendarKinds,
  ...followUpKinds,
  ...managerKinds,
];

/** What people with an account are told, and may choose about. */
export const kindsForPeople: readonly Kind[] = kinds.filter(({ addressee }) => addressee !== 'guest');

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** The kind of that name, or undefined when this version of the software knows none. */
export function kindNamed(name: string): Kind | undefined {
  return byName.get(name);
}
