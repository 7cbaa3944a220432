import { Refused } from '../kernel/errors';
import { instant, Period } from '../kernel/period';
import { parseInstant } from '../kernel/site-time';
import { localPeriod } from './local-period.rules';

/** What a wish leads to: the instants of the period, or the codes of what refuses it. */
function read(date: string, from: string, to: string, timeZone: string): string[] {
  try {
    const { start, end } = localPeriod(date, from, to, timeZone);
    return [instant(start), instant(end)];
  } catch (error) {
    if (error instanceof Refused) return error.refusals.map(({ code }) => code);
    throw error;
  }
}

describe('a single booking by the clock of the site', () => {
  it.each([
    ['Europe/Paris', '2027-03-28', '02:30', '04:00'],
    ['America/New_York', '2027-03-14', '02:30', '04:00'],
    ['Australia/Lord_Howe', '2027-10-03', '02:15', '04:00'],
    ['Africa/Cairo', '2027-04-30', '00:30', '04:00'],
    ['America/Santiago', '2027-09-05', '00:30', '04:00'],
    ['Asia/Beirut', '2027-03-28', '00:30', '04:00'],
    ['Pacific/Apia', '2011-12-30', '12:00', '13:00'],
    ['Europe/Dublin', '2027-03-28', '01:30', '04:00'],
  ])('local_time_exists: %s has no %s %s', (zone, date, from, to) => {
    expect(read(date, from, to, zone)).toEqual(['local_time_exists']);
  });

  it.each([
    ['Europe/Paris', '2027-10-31', '02:30', '2027-10-31T00:30:00Z'],
    ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00Z'],
    ['Africa/Casablanca', '2027-02-07', '02:30', '2027-02-07T01:30:00Z'],
  ])('in %s of %s %s, which comes twice, the earlier is meant', (zone, date, from, start) => {
    expect(read(date, from, '12:00', zone)[0]).toBe(start);
  });

  it('in Kathmandu is 45 minutes off the full hours of others', () => {
    expect(read('2027-01-01', '09:00', '11:00', 'Asia/Kathmandu')).toEqual([
      '2027-01-01T03:15:00Z',
      '2027-01-01T05:15:00Z',
    ]);
  });

  it('local_time_exists: neither may its end be skipped', () => {
    expect(read('2027-03-28', '01:00', '02:30', 'Europe/Paris')).toEqual(['local_time_exists']);
    expect(read('2027-03-27', '22:00', '24:00', 'Asia/Beirut')).toEqual(['local_time_exists']);
  });

  it.each([
    ['01:30', '02:30', 60],
    ['01:30', '03:30', 180],
    ['02:30', '03:30', 120],
    ['00:00', '24:00', 25 * 60],
  ])('on the night on which an hour comes twice, %s to %s lasts what passes: %d minutes', (from, to, minutes) => {
    expect(localPeriod('2027-10-31', from, to, 'Europe/Paris').minutes).toBe(minutes);
  });

  it.each([
    ['Europe/Paris', '2027-03-28', '01:30', '03:30', 60],
    ['Europe/Paris', '2027-03-28', '00:00', '24:00', 23 * 60],
    ['Australia/Lord_Howe', '2027-10-03', '01:30', '02:45', 45],
    ['Africa/Cairo', '2027-04-30', '01:00', '24:00', 23 * 60],
  ])('in %s on %s, when the clock goes forward, %s to %s is shorter', (zone, date, from, to, minutes) => {
    expect(localPeriod(date, from, to, zone).minutes).toBe(minutes);
  });

  it('is the second of two when it is said with its offset, and may go over midnight', () => {
    const second = Period.of(parseInstant('2027-10-31T02:30:00+01:00')!, parseInstant('2027-10-31T03:30:00+01:00')!);
    expect(second.toJSON()).toEqual({ start: '2027-10-31T01:30:00Z', end: '2027-10-31T02:30:00Z' });
    const late = Period.of(parseInstant('2027-03-27T23:30:00+01:00')!, parseInstant('2027-03-28T00:30:00+01:00')!);
    expect(late.minutes).toBe(60);
  });
});
