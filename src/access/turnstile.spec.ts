import { setTimeout as pause } from 'node:timers/promises';
import { TooMany } from '../kernel/errors';
import { Turnstile } from './turnstile';

describe('Turnstile', () => {
  it('lets two work at once, keeps five waiting and turns the eighth away', async () => {
    const turnstile = new Turnstile(2, 5);
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await pause(5);
      inside--;
    };
    const tries = Array.from({ length: 8 }, () => turnstile.pass(work));
    const outcomes = await Promise.allSettled(tries);
    expect(most).toBe(2);
    expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(7).fill('fulfilled'), 'rejected']);
    expect((outcomes[7] as PromiseRejectedResult).reason).toBeInstanceOf(TooMany);
  });

  it('gives the place back when the work fails', async () => {
    const turnstile = new Turnstile(1, 0);
    await expect(turnstile.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turnstile.pass(() => Promise.resolve(7))).resolves.toBe(7);
  });
});
