import { EntityManager } from 'typeorm';
import { Period } from '../../kernel/period';
import { judge } from '../../kernel/refusal';
import { datesOf } from '../../kernel/site-time';
import { BookingFacts, bookingCase } from '../booking.facts';
import { bookingRules } from '../booking.rules';
import { BookingRow } from '../booking.view';

/** A booking that was cancelled by the house, as it was before. */
export type Displaced = Pick<
  BookingRow,
  'id' | 'siteId' | 'personId' | 'resourceId' | 'membershipId' | 'startsAt' | 'endsAt' | 'status'
>;

/** A free place like that of a booking. */
export interface EqualPlace {
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
}

/** What a cancelled booking is judged on in another place; undefined when its holder could not book that. */
export async function judged(
  tx: EntityManager,
  booking: Displaced,
  place: EqualPlace,
  now: Date,
): Promise<BookingFacts | undefined> {
  const facts = await factsOfReplacement(tx, booking, place, now);
  return facts && judge(bookingRules, replacementCase(facts, booking, place, now)).length === 0 ? facts : undefined;
}

/** Everything the rules ask for about a booking in the place that is to replace its own. */
export async function factsOfReplacement(
  tx: EntityManager,
  booking: Pick<Displaced, 'id' | 'personId'>,
  { resourceId, startsAt, endsAt }: EqualPlace,
  now: Date,
): Promise<BookingFacts | undefined> {
  const rows: { facts: BookingFacts | null }[] = await tx.query(
    'select booking_facts($1, $2, $3, $4, $5, $6) as facts',
    [booking.personId, resourceId, startsAt, endsAt, now, booking.id],
  );
  return rows[0]?.facts ?? undefined;
}

/**
 * The case that the rules judge. At its own time a booking keeps what it was agreed with (notice, grid, hours of then),
 * unless a closure has come over its dates since.
 */
export function replacementCase(
  facts: BookingFacts,
  booking: Pick<Displaced, 'membershipId' | 'startsAt' | 'endsAt'>,
  { startsAt, endsAt }: EqualPlace,
  now: Date,
): ReturnType<typeof bookingCase> {
  const period = Period.of(startsAt, endsAt);
  const works = booking.membershipId === null;
  const isSameTime = startsAt.getTime() === booking.startsAt.getTime() && endsAt.getTime() === booking.endsAt.getTime();
  const keeps = isSameTime && !touchesClosure(facts, period);
  return bookingCase(facts, { period, now, works, ...(keeps && { before: period }) });
}

function touchesClosure({ closures, site }: BookingFacts, period: Period): boolean {
  return datesOf(period, site.timeZone).some((date) =>
    closures.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn),
  );
}
