import { chaos, Figure } from '../support/chaos';

const scenarios = [
  ['reminders', 'F7 PostgreSQL', 'reminders, while workers, queue and database fail'],
  ['unclaimed', 'F7 unclaimed', 'senders that do not know of each other are noticed'],
  ['slot', 'F1', 'one slot and a crowd'],
  ['series', 'F2', 'series that cross each other'],
  ['quota', 'F3 quota', 'a wallet that forty requests want to spend'],
  ['waiting', 'F3 waiting', 'places that become free while people wait'],
  ['killed', 'F4', 'APIs that are killed'],
  ['database', 'F5', 'a database that is cut off'],
  ['rolling', 'Rolling', 'programs that are restarted one by one, into the next version and back'],
  ['unlocked', 'F1 unlocked', 'a house without the constraint and the locks is noticed'],
] as const;

/**
 * `npm run chaos` in a size that fits in here: one house of processes, a site of it for each scenario, people who want
 * the same, and faults. The other scenarios, and the full sizes, are run on demand. Times are printed and not judged.
 */
describe('a house in which everything fails', () => {
  let figures: Figure[];
  beforeAll(async () => {
    const names = scenarios.map(([name]) => name);
    figures = await chaos(...names, '--size', 'reduced', '--queue', 'postgres', '--one-house');
  }, 400_000);

  it.each(scenarios)('%s (%s): %s; nothing lost, nothing twice', (_, scenario) => {
    const own = figures.filter((figure) => figure.scenario === scenario);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ met, isTime }) => !met && !isTime)).toEqual([]);
  });

  it('was really shaken', () => {
    const found = (scenario: string, name: string): unknown =>
      figures.find((figure) => figure.scenario === scenario && figure.name === name)?.found;
    expect(found('F7 PostgreSQL', 'messages due')).toBe(240);
    expect(found('F7 PostgreSQL', 'workers killed')).toBe(3);
    expect(found('F1', 'told that it is taken, with the law')).toBeGreaterThan(20);
    expect(found('F4', 'wishes')).toBeGreaterThan(10);
    expect(found('F5', 'wishes')).toBeGreaterThan(10);
  });
});
