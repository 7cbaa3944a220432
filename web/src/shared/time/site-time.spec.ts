import { instant, isDate, localDate, localTime, minuteOfDay, plusDays, sameClock, turnOf } from './site-time';

const at = (text: string) => Date.parse(text);

it('dates and times are those of the place, not of the machine', () => {
  expect(localDate(at('2026-11-21T22:30:00Z'), 'Europe/Helsinki')).toBe('2026-11-22');
  expect(localTime(at('2026-11-21T22:30:00Z'), 'Europe/Helsinki')).toBe('00:30');
  expect(localTime(at('2027-01-01T03:15:00Z'), 'Asia/Kathmandu')).toBe('09:00');
  expect(minuteOfDay(at('2026-11-21T22:30:00Z'), 'Europe/Helsinki')).toBe(30);
});

it('a day later is the next date, also where a day has 23 or 25 hours', () => {
  expect(plusDays('2027-03-27', 1)).toBe('2027-03-28');
  expect(plusDays('2027-10-31', 1)).toBe('2027-11-01');
  expect(plusDays('2027-01-01', -1)).toBe('2026-12-31');
});

it('only dates of the calendar are dates', () => {
  expect(isDate('2028-02-29')).toBe(true);
  expect(isDate('2027-02-29')).toBe(false);
  expect(isDate('27-2-2027')).toBe(false);
  expect(isDate(null)).toBe(false);
});

it('Helsinki and Moscow show the same in summer and not in winter', () => {
  expect(sameClock(at('2027-07-01T09:00:00Z'), 'Europe/Helsinki', 'Europe/Moscow')).toBe(true);
  expect(sameClock(at('2027-01-01T09:00:00Z'), 'Europe/Helsinki', 'Europe/Moscow')).toBe(false);
});

it('instants are written as the server writes them', () => {
  expect(instant(at('2027-03-04T09:00:00+02:00'))).toBe('2027-03-04T07:00:00Z');
});

it('a time that the clock shows twice is told apart', () => {
  expect(turnOf(at('2027-10-31T00:15:00Z'), 'Europe/Helsinki')).toBe('first');
  expect(turnOf(at('2027-10-31T01:15:00Z'), 'Europe/Helsinki')).toBe('second');
  expect(turnOf(at('2027-10-31T02:00:00Z'), 'Europe/Helsinki')).toBeUndefined();
  expect(turnOf(at('2027-03-28T01:00:00Z'), 'Europe/Helsinki')).toBeUndefined();
  expect(turnOf(at('2027-04-03T15:15:00Z'), 'Australia/Lord_Howe')).toBe('second');
});
