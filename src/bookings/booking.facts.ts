import { Period } from '../kernel/period';
import { ClosedDays, WeeklyHours } from '../sites/opening.rules';
import { BookingTerms } from '../sites/resource.rules';
import { BookingCase } from './booking.rules';

/** What the SQL function `booking_facts` answers about one resource and one person. */
export interface BookingFacts {
  resource: { id: string; name: string; kind: string; status: string; needsApproval: boolean };
  site: { id: string; timeZone: string; status: string };
  rule: BookingTerms;
  hours: WeeklyHours[];
  closures: ClosedDays[];
  ahead: number;
}

/** The case that the rules judge: the facts of the house and those of the command. */
export function bookingCase(
  facts: BookingFacts,
  command: { period: Period; now: Date; belongs: boolean; before?: Period },
): BookingCase {
  return { ...facts, ...command };
}
