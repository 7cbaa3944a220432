import { chaos, missed } from '../support/chaos';

/** `npm run chaos` in a size that fits in here: a house of processes, people who want the same, and faults. */
describe('bookings, while everything that makes them fails', () => {
  it.each([
    ['one slot and fifty people', 'slot'],
    ['series that cross each other', 'series'],
    ['a wallet that forty requests want to spend', 'quota'],
    ['places that become free while people wait', 'waiting'],
    ['APIs that are killed', 'killed'],
    ['a database that is cut off', 'database'],
  ])(
    '%s: nothing lost, nothing twice',
    async (_, scenario) => {
      const figures = await chaos(scenario, '--size', 'reduced', '--queue', 'postgres');
      expect(figures.length).toBeGreaterThan(8);
      expect(missed(figures)).toEqual([]);
    },
    300_000,
  );

  it('and without the constraint and the locks the oracle finds places that were taken twice', async () => {
    const figures = await chaos('slot', '--size', 'tiny', '--queue', 'postgres', '--off', 'no_double_booking,locks');
    expect(missed(figures).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['taken twice', 'rounds with another number of winners than one']),
    );
  }, 200_000);
});
