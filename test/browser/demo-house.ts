import { loadDemo } from '../../src/demo/demo';
import { TestClock } from '../support/clock';
import { Oasis, startOasis } from '../support/oasis';

/**
 * The next Tuesday, 08:00 in Helsinki (07:00 in winter is as good). Not a date of the past: browsers throw away cookies
 * by the clock of the machine.
 */
export function aTuesdayMorning(now = new Date()): Date {
  const days = (9 - now.getUTCDay()) % 7 || 7;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 6));
}

/** The house with its demonstration data on a Tuesday morning. */
export async function startDemoHouse(): Promise<Oasis> {
  const oasis = await startOasis({ clock: new TestClock(aTuesdayMorning()) });
  await loadDemo(oasis.database, oasis.clock.now());
  return oasis;
}
