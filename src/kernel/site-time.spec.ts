import { Malformed } from './errors';
import { instant } from './period';
import { dayOf, exactInstantOf, instantOf, localDate, localTime, plusDays, turnOf } from './site-time';

describe('the instant of a local time', () => {
  /** For a gap: where rules that people wrote down lead instead, which is the first instant after it. */
  it.each([
    ['Europe/Paris', '2027-03-28', '02:30', '2027-03-28T01:00:00Z'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:00:00Z'],
    ['Australia/Lord_Howe', '2027-10-03', '02:15', '2027-10-02T15:30:00Z'],
    ['Africa/Cairo', '2027-04-30', '00:30', '2027-04-29T22:00:00Z'],
    ['America/Santiago', '2027-09-05', '00:30', '2027-09-05T04:00:00Z'],
    ['Asia/Beirut', '2027-03-28', '00:30', '2027-03-27T22:00:00Z'],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00Z'],
    ['Europe/Dublin', '2027-03-28', '01:30', '2027-03-28T01:00:00Z'],
  ])('in %s on %s at %s there is none; opening hours begin when the gap ends', (zone, date, time, after) => {
    expect(exactInstantOf(date, time, zone)).toBeUndefined();
    expect(instant(instantOf(date, time, zone))).toBe(after);
  });

  it.each([
    ['Europe/Paris', '2027-10-31', '02:30', '2027-10-31T00:30:00Z'],
    ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00Z'],
    ['Africa/Casablanca', '2027-02-07', '02:30', '2027-02-07T01:30:00Z'],
    ['Asia/Kathmandu', '2027-01-01', '09:00', '2027-01-01T03:15:00Z'],
  ])('in %s on %s at %s is the only or the earlier one', (zone, date, time, expected) => {
    for (const read of [exactInstantOf, instantOf]) {
      const at = read(date, time, zone);
      expect(at && instant(at)).toBe(expected);
      expect(at && `${localDate(at, zone)} ${localTime(at, zone)}`).toBe(`${date} ${time}`);
    }
  });
});

describe('a local day', () => {
  it.each([
    ['Europe/Paris', '2027-03-28', 23],
    ['Europe/Paris', '2027-10-31', 25],
    ['Europe/Paris', '2027-11-01', 24],
    ['Australia/Lord_Howe', '2027-10-03', 23.5],
    ['Africa/Cairo', '2027-04-30', 23],
    ['America/Santiago', '2027-09-05', 23],
  ])('in %s on %s has %d hours', (zone, date, hours) => {
    expect(dayOf(date, zone).minutes).toBe(hours * 60);
  });

  it('that never was is none, and the days beside it touch', () => {
    expect(() => dayOf('2011-12-30', 'Pacific/Apia')).toThrow(Malformed);
    expect(dayOf('2011-12-29', 'Pacific/Apia').end).toEqual(dayOf('2011-12-31', 'Pacific/Apia').start);
  });

  it('later is not 24 hours later when the clock changes', () => {
    const noon = instantOf('2027-03-27', '12:00', 'Europe/Paris');
    const next = instantOf(plusDays('2027-03-27', 1), '12:00', 'Europe/Paris');
    expect(next.getTime() - noon.getTime()).toBe(23 * 3_600_000);
  });
});

describe('a time that the clock shows twice', () => {
  it.each([
    ['2027-10-31T00:15:00Z', 'Europe/Helsinki', 'first'],
    ['2027-10-31T01:15:00Z', 'Europe/Helsinki', 'second'],
    ['2027-10-30T23:59:00Z', 'Europe/Helsinki', undefined],
    ['2027-10-31T02:00:00Z', 'Europe/Helsinki', undefined],
    ['2027-03-28T00:59:00Z', 'Europe/Helsinki', undefined],
    ['2027-03-28T01:00:00Z', 'Europe/Helsinki', undefined],
    // By half an hour.
    ['2027-04-03T14:45:00Z', 'Australia/Lord_Howe', 'first'],
    ['2027-04-03T15:15:00Z', 'Australia/Lord_Howe', 'second'],
    ['2027-10-31T00:15:00Z', 'Europe/Moscow', undefined],
  ])('%s in %s: %s', (at, timeZone, turn) => {
    expect(turnOf(new Date(at), timeZone)).toBe(turn);
  });
});
