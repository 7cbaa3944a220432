import { closuresIn } from '../../src/demo/demo-closures';

const day = 86_400_000;

/** So many days after it are open as well: specs book a week ahead and more. */
const openDays = 14;

/**
 * The next Tuesday, 08:00 in Helsinki (07:00 in winter is as good), after which the demonstration is not closed for two
 * weeks. Not a date of the past: browsers throw away cookies by the clock of the machine.
 */
export function aTuesdayMorning(now = new Date()): Date {
  const days = (9 - now.getUTCDay()) % 7 || 7;
  const morning = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 6));
  return isClosedSoon(morning) ? aTuesdayMorning(morning) : morning;
}

function isClosedSoon(from: Date): boolean {
  const [first, last] = [from, new Date(from.getTime() + openDays * day)].map((at) => at.toISOString().slice(0, 10));
  const closures = [from.getUTCFullYear(), from.getUTCFullYear() + 1].flatMap(closuresIn);
  return closures.some(({ startsOn, endsOn }) => startsOn <= (last ?? '') && endsOn >= (first ?? ''));
}
