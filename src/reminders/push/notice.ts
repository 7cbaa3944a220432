import { Kind } from '../kind';
import { Claim } from '../ledger';
import { Draft } from '../templates/letter';
import { Notice } from './push-sender';

/**
 * A message as a notification: what there is to say, then what and when it is about, and where a tap leads. Addresses of
 * meetings stay out of it: a telephone shows it to whoever looks.
 */
export function noticeOf(
  { id, personId, usefulUntil }: Claim,
  { isUrgent }: Kind,
  { subject, body, details, link }: Draft,
): Notice {
  const facts = details.map(([, value]) => value).filter((value) => !/^https?:/.test(value));
  const text = [...body, facts.join(' · ')].filter(Boolean).join(' ');
  return { id, personId: personId ?? '', title: subject, text, link, usefulUntil, isUrgent };
}
