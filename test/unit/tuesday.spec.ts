import { closuresIn } from '../../src/demo/demo-closures';
import { aTuesdayMorning } from '../browser/tuesday';

const day = 86_400_000;

it('the house of the browser is open for two weeks on whatever day the specs run', () => {
  const closed = new Set([2026, 2027, 2028].flatMap(closuresIn).flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]));
  for (let now = Date.UTC(2026, 0, 1, 12); now < Date.UTC(2028, 0, 1); now += day) {
    const morning = aTuesdayMorning(new Date(now));
    expect(morning.getUTCDay()).toBe(2);
    expect(morning.getTime()).toBeGreaterThan(now);
    expect(morning.getTime() - now).toBeLessThan(28 * day);
    const ahead = Array.from({ length: 15 }, (_, n) =>
      new Date(morning.getTime() + n * day).toISOString().slice(0, 10),
    );
    expect(ahead.filter((date) => closed.has(date))).toEqual([]);
  }
});
