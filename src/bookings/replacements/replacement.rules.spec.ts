import { Period } from '../../kernel/period';
import { WeeklyHours } from '../../sites/opening.rules';
import { daysLater, equalTimes, replacementDeadline } from './replacement.rules';

const helsinki = 'Europe/Helsinki';
const week = (opens: string, closes: string, weekdays = [1, 2, 3, 4, 5, 6, 7]): WeeklyHours[] =>
  weekdays.map((weekday) => ({ weekday, opens, closes, validFrom: '2020-01-01', validUntil: null }));
const closed = (startsOn: string, endsOn = startsOn, opens: string | null = null, closes: string | null = null) => ({
  startsOn,
  endsOn,
  opens,
  closes,
});
const period = (start: string, end: string) => Period.of(new Date(start), new Date(end));
const starts = (times: readonly Period[]) => times.map(({ start }) => start.toISOString().slice(0, 16));

describe('the deadline of an offered replacement', () => {
  const now = new Date('2027-03-02T06:00:00Z');
  it.each([
    ['two days when the start is far', 100 * 60, 48 * 60],
    ['two hours before the start when it is nearer', 26 * 60, 24 * 60],
    ['half of the time that is left when that is longer', 3 * 60, 90],
    ['ten minutes at least', 12, 10],
    ['but never after the start', 6, 6],
  ])('is %s', (_, left, expected) => {
    const start = new Date(now.getTime() + left * 60_000);
    expect(replacementDeadline(now, start)).toEqual(new Date(now.getTime() + expected * 60_000));
  });

  it('is none once it has begun', () => {
    expect(replacementDeadline(now, now)).toBeUndefined();
  });

  it('lies after now and not after the start, whatever is left', () => {
    for (let left = 1; left < 5_000; left++) {
      const start = new Date(now.getTime() + left * 60_000);
      const deadline = replacementDeadline(now, start);
      expect(deadline && deadline > now && deadline <= start).toBe(true);
    }
  });
});

describe('times that are as good as one that is closed', () => {
  const morning = period('2027-03-03T07:00:00Z', '2027-03-03T09:00:00Z');

  it('are the nearest of the day, then the same of the next fourteen', () => {
    const times = equalTimes(morning, helsinki, {
      hours: week('08:00', '20:00'),
      closures: [closed('2027-03-03', '2027-03-03', '10:00', '14:00')],
    });
    expect(starts(times).slice(0, 3)).toEqual(['2027-03-03T08:00', '2027-03-04T07:00', '2027-03-05T07:00']);
    expect(times).toHaveLength(1 + daysLater);
  });

  it('leave out days on which the site does not open at all, and hours that are too short', () => {
    const times = equalTimes(morning, helsinki, {
      hours: week('08:00', '20:00', [1, 3]),
      closures: [closed('2027-03-03', '2027-03-03', '10:00', '11:00'), closed('2027-03-08')],
    });
    expect(starts(times)).toEqual(['2027-03-10T07:00', '2027-03-15T07:00', '2027-03-17T07:00']);
  });

  it('keep the clock of the site through both changes of the year, and its nights', () => {
    const hours = week('00:00', '24:00');
    const spring = equalTimes(period('2027-03-27T07:00:00Z', '2027-03-27T09:00:00Z'), helsinki, {
      hours,
      closures: [closed('2027-03-27')],
    });
    expect(starts(spring)[0]).toBe('2027-03-28T06:00');
    const autumn = equalTimes(period('2027-10-30T20:30:00Z', '2027-10-30T21:30:00Z'), helsinki, {
      hours,
      closures: [closed('2027-10-30')],
    });
    // From 23:30 to 00:30, on the day of 25 hours: an hour later by the world's clock.
    expect(autumn[0]?.toJSON()).toEqual({ start: '2027-10-31T21:30:00Z', end: '2027-10-31T22:30:00Z' });
  });

  it('skip a date on which the clock skips them', () => {
    const night = period('2027-03-27T01:30:00Z', '2027-03-27T03:30:00Z');
    const times = equalTimes(night, helsinki, { hours: week('00:00', '24:00'), closures: [closed('2027-03-27')] });
    expect(starts(times)[0]).toBe('2027-03-29T00:30');
  });
});
