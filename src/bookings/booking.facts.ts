import { Actor } from '../kernel/actor';
import { Period } from '../kernel/period';
import { ClosedDays, WeeklyHours } from '../sites/opening.rules';
import { BookingTerms } from '../sites/resource.rules';
import { BookingCase } from './booking.rules';
import { Charge, DeskShare, Standing, termsUnder } from './terms.rules';

/** What the SQL function `booking_facts` answers about one resource and one person. */
export interface BookingFacts {
  resource: { id: string; name: string; kind: string; status: string; needsApproval: boolean };
  site: { id: string; timeZone: string; status: string };
  rule: BookingTerms;
  hours: WeeklyHours[];
  closures: ClosedDays[];
  ahead: number;
  standing: Standing | null;
  quote: Charge[];
  desks: DeskShare | null;
  blockedUntil: string | null;
}

/** The case that the rules judge: the facts of the house under the person's plan, and those of the command. */
export function bookingCase(
  facts: BookingFacts,
  command: { period: Period; now: Date; works: boolean; before?: Period },
): BookingCase {
  return { ...facts, ...command, rule: termsUnder(facts.rule, facts.standing) };
}

/** Whether the person works at the site; staff book without a membership. */
export function worksAt(actor: Actor, siteId: string): boolean {
  return actor.holds('coach', siteId) || actor.manages(siteId);
}
