import { chaos, missed } from '../support/chaos';

const queue = process.env['REDIS_URL'] ? 'redis' : 'postgres';

/**
 * `npm run chaos -- reminders` in a size that fits in here: real workers that are killed, a queue that is emptied and a
 * database that is cut off while reminders come due. The full size is run on demand.
 */
describe('reminders, while everything that carries them fails', () => {
  it('none lost, none early, none for what was cancelled, none twice but those in hand', async () => {
    const figures = await chaos('reminders', '--size', 'reduced', '--queue', queue);
    expect(figures.find(({ name }) => name === 'messages due')?.found).toBe(500);
    expect(missed(figures)).toEqual([]);
  }, 400_000);

  it('and without claims the oracle finds letters that went out twice', async () => {
    const figures = await chaos('reminders', '--size', 'tiny', '--queue', queue, '--off', 'claims');
    expect(missed(figures).map(({ name }) => name)).toContain(
      'mails handed over again that were not on their way at a kill or an outage',
    );
  }, 200_000);
});
