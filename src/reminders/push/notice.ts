import { Kind } from '../kind';
import { Claim } from '../ledger';
import { Draft } from '../templates/letter';
import { Notice } from './push-sender';

/** A message as a notification: what there is to say in two lines, and where a tap leads. */
export function noticeOf(
  { id, personId, usefulUntil }: Claim,
  { isUrgent }: Kind,
  { subject, body, details, link }: Draft,
): Notice {
  const text = body.length > 0 ? body.join(' ') : details.map(([, value]) => value).join(' · ');
  return { id, personId: personId ?? '', title: subject, text, link, usefulUntil, isUrgent };
}
