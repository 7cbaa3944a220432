import { setTimeout as pause } from 'node:timers/promises';
import { Busy } from '../kernel/errors';

const pauseBeforeRetry = 250;

/**
 * What `ask` answers, asked again while the database is away: a message in hand goes on as soon as that is back, and what
 * became of a letter that has left the house is written down, because a letter of which nothing is known has to be sent
 * again. Only for what may be done twice: it may have been done already when the answer was lost. Every write of a sender
 * is, as it names its claim: when that was lost meanwhile, it changes nothing.
 * @param longest for how many milliseconds at most
 * @throws Busy when it takes longer
 */
export async function patiently<T>(ask: () => Promise<T>, longest = 15_000): Promise<T> {
  const until = performance.now() + longest;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Busy) || performance.now() > until) throw error;
      await pause(pauseBeforeRetry);
    }
  }
}
