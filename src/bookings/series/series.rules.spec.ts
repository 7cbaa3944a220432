import { Malformed, Refused } from '../../kernel/errors';
import { instant, Period } from '../../kernel/period';
import { exactInstantOf, LocalTime } from '../../kernel/site-time';
import { datesOfRule, readRule } from './recurrence';
import { nearest, Occurrence, occurrencesOf, onDate } from './series.rules';

const always = () => true;
const dates = (first: string, rule: string) => datesOfRule(readRule(rule), first, always);

/** A series whose first date has these local times; both must exist on it. */
function series(first: string, starts: LocalTime, ends: LocalTime, zone: string, rule: string): Occurrence[] {
  const start = exactInstantOf(first, starts, zone);
  const period = start && onDate(first, { starts, ends }, zone);
  if (!period) throw new Error('the first date must have both times');
  return occurrencesOf(period, rule, zone);
}

const starts = (occurrences: Occurrence[]) =>
  occurrences.map(({ period }) => (period ? instant(period.start) : 'skipped'));

describe('the dates of a rule', () => {
  it.each([
    ['the same weekday', '2027-03-03', 'FREQ=WEEKLY;COUNT=3', '2027-03-03 2027-03-10 2027-03-17'],
    ['every other day', '2027-03-03', 'FREQ=DAILY;INTERVAL=2;COUNT=3', '2027-03-03 2027-03-05 2027-03-07'],
    ['working days only', '2027-03-05', 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=2', '2027-03-05 2027-03-08'],
    ['several weekdays', '2027-03-02', 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3', '2027-03-02 2027-03-04 2027-03-09'],
    ['short months have no 31st', '2027-01-31', 'FREQ=MONTHLY;COUNT=4', '2027-01-31 2027-03-31 2027-05-31 2027-07-31'],
    ['the last day', '2027-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2027-01-31 2027-02-28 2027-03-31'],
    ['the first Monday', '2027-03-01', 'FREQ=MONTHLY;BYDAY=1MO;COUNT=3', '2027-03-01 2027-04-05 2027-05-03'],
    ['the last Friday', '2027-03-26', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', '2027-03-26 2027-04-30'],
    [
      'the last working day',
      '2027-03-31',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      '2027-03-31 2027-04-30 2027-05-31',
    ],
    ['29 February', '2028-02-29', 'FREQ=YEARLY;COUNT=3', '2028-02-29 2032-02-29 2036-02-29'],
    [
      'weeks that begin on Monday',
      '1997-08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997-08-05 1997-08-10 1997-08-19 1997-08-24',
    ],
    [
      'weeks that begin on Sunday',
      '1997-08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05 1997-08-17 1997-08-19 1997-08-31',
    ],
  ])('%s', (_, first, rule, expected) => {
    expect(dates(first, rule)).toEqual(expected.split(' '));
  });

  it('series_length: are 52 at most, and have an end', () => {
    expect(dates('2027-03-03', 'FREQ=DAILY;COUNT=52')).toHaveLength(52);
    for (const rule of ['FREQ=DAILY;COUNT=53', 'FREQ=DAILY;UNTIL=20991231', 'FREQ=DAILY', 'FREQ=YEARLY;INTERVAL=999']) {
      expect(() => dates('2027-03-03', rule)).toThrow(Refused);
    }
  });

  it.each([
    '',
    'FREQ=HOURLY;COUNT=2',
    'COUNT=2',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=2;COUNT=3',
    'FREQ=DAILY;COUNT=2;UNTIL=20270401',
    'FREQ=DAILY;COUNT=two',
    'FREQ=DAILY;INTERVAL=0;COUNT=2',
    'FREQ=DAILY;BYHOUR=9;COUNT=2',
    'FREQ=WEEKLY;BYDAY=1MO;COUNT=2',
    'FREQ=WEEKLY;BYDAY=XX;COUNT=2',
    'FREQ=WEEKLY;BYMONTHDAY=3;COUNT=2',
    'FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2',
    'FREQ=MONTHLY;BYSETPOS=1;COUNT=2',
    'FREQ=WEEKLY;WKST=1;COUNT=2',
    'FREQ=DAILY;UNTIL=20270230',
    'FREQ=DAILY;UNTIL=20270401T100000',
    'RRULE:FREQ=DAILY;COUNT=2',
    'freq=daily;count=2',
    'FREQ=DAILY;COUNT=2;',
    'FREQ=MONTHLY;BYMONTHDAY=3;BYSETPOS=40;COUNT=2',
    'FREQ=WEEKLY;BYDAY=TU;COUNT=2',
  ])('are not understood from "%s"', (rule) => {
    expect(() => dates('2027-03-03', rule)).toThrow(Malformed);
  });
});

describe('a series by the clock of the site', () => {
  it.each([
    ['Europe/Paris', 'a gap is skipped', '2027-03-27', '02:30', '2027-03-28', 'skipped'],
    ['Europe/Paris', 'of two the earlier', '2027-10-30', '02:30', '2027-10-31', '2027-10-31T00:30:00Z'],
    ['America/New_York', 'a gap is skipped', '2027-03-13', '02:30', '2027-03-14', 'skipped'],
    ['America/New_York', 'of two the earlier', '2027-11-06', '01:30', '2027-11-07', '2027-11-07T05:30:00Z'],
    ['Australia/Lord_Howe', 'a gap of 30 minutes', '2027-10-02', '02:15', '2027-10-03', 'skipped'],
    ['Africa/Casablanca', 'of two the earlier', '2027-02-06', '02:30', '2027-02-07', '2027-02-07T01:30:00Z'],
    ['Africa/Cairo', 'no midnight', '2027-04-29', '00:30', '2027-04-30', 'skipped'],
    ['America/Santiago', 'no midnight', '2027-09-04', '00:30', '2027-09-05', 'skipped'],
    ['Asia/Beirut', 'no midnight', '2027-03-27', '00:30', '2027-03-28', 'skipped'],
    ['Pacific/Apia', 'a day that never was', '2011-12-29', '12:00', '2011-12-30', 'skipped'],
    ['Europe/Dublin', 'winter time is the exception', '2027-03-27', '01:30', '2027-03-28', 'skipped'],
    ['Asia/Kathmandu', '45 minutes off', '2026-12-31', '09:00', '2027-01-01', '2027-01-01T03:15:00Z'],
  ])('%s: %s', (zone, _, first, time, date, expected) => {
    const found = series(first, time, '23:00', zone, 'FREQ=DAILY;COUNT=2');
    expect(found.map((one) => one.date)).toEqual([first, date]);
    expect(starts(found)[1]).toBe(expected);
  });

  it('is skipped where its end does not exist, and counts that date', () => {
    const found = series('2027-03-27', '01:00', '02:30', 'Europe/Paris', 'FREQ=DAILY;COUNT=3');
    expect(starts(found)).toEqual(['2027-03-27T00:00:00Z', 'skipped', '2027-03-28T23:00:00Z']);
  });

  it('keeps start and end by the clock: an hour less or more only when the clock changes in between', () => {
    const spring = series('2027-03-27', '01:30', '04:00', 'Europe/Paris', 'FREQ=DAILY;COUNT=3');
    expect(spring.map(({ period }) => period?.minutes)).toEqual([150, 90, 150]);
    const autumn = series('2027-10-30', '01:30', '02:30', 'Europe/Paris', 'FREQ=DAILY;COUNT=3');
    expect(autumn.map(({ period }) => period?.minutes)).toEqual([60, 60, 60]);
    const whole = series('2027-10-30', '01:30', '03:30', 'Europe/Paris', 'FREQ=DAILY;COUNT=3');
    expect(whole.map(({ period }) => period?.minutes)).toEqual([120, 180, 120]);
  });

  it('crosses both changes of a year at the same local time', () => {
    const found = series('2027-03-01', '09:00', '11:00', 'Europe/Helsinki', 'FREQ=MONTHLY;COUNT=9');
    expect(starts(found).map((start) => start.slice(11, 16))).toEqual([
      '07:00',
      '06:00',
      '06:00',
      '06:00',
      '06:00',
      '06:00',
      '06:00',
      '06:00',
      '07:00',
    ]);
  });

  it('changes on the dates of the site, not on those of another country', () => {
    const rule = 'FREQ=WEEKLY;COUNT=3';
    const cairo = series('2027-04-22', '09:00', '10:00', 'Africa/Cairo', rule);
    expect(starts(cairo)).toEqual(['2027-04-22T07:00:00Z', '2027-04-29T07:00:00Z', '2027-05-06T06:00:00Z']);
    const paris = series('2027-04-22', '09:00', '10:00', 'Europe/Paris', rule);
    expect(starts(paris)).toEqual(['2027-04-22T07:00:00Z', '2027-04-29T07:00:00Z', '2027-05-06T07:00:00Z']);
  });

  it('may end on the next day', () => {
    const found = series('2027-03-26', '23:30', '00:30', 'Europe/Paris', 'FREQ=DAILY;COUNT=3');
    expect(found.map(({ date, period }) => [date, period && instant(period.start), period?.minutes])).toEqual([
      ['2027-03-26', '2027-03-26T22:30:00Z', 60],
      ['2027-03-27', '2027-03-27T22:30:00Z', 60],
      ['2027-03-28', '2027-03-28T21:30:00Z', 60],
    ]);
  });

  it.each([
    ['the last instant is included', '20270310T070000Z', 2],
    ['a second before is not enough', '20270310T065959Z', 1],
    ['a date at the site is included', '20270310', 2],
    ['the day before is not', '20270309', 1],
  ])('UNTIL: %s', (_, until, count) => {
    const found = series('2027-03-03', '09:00', '11:00', 'Europe/Helsinki', `FREQ=WEEKLY;UNTIL=${until}`);
    expect(found).toHaveLength(count);
  });

  it('takes the first period as it was sent, with its offset', () => {
    // 02:30 comes twice on this date; the second was meant.
    const first = Period.of(new Date('2027-10-31T02:30:00+01:00'), new Date('2027-10-31T04:00:00+01:00'));
    const found = occurrencesOf(first, 'FREQ=DAILY;COUNT=2', 'Europe/Paris');
    expect(starts(found)).toEqual(['2027-10-31T01:30:00Z', '2027-11-01T01:30:00Z']);
  });

  it('is not for stays longer than a day', () => {
    const first = Period.of(new Date('2027-03-03T07:00:00Z'), new Date('2027-03-04T07:01:00Z'));
    expect(() => occurrencesOf(first, 'FREQ=WEEKLY;COUNT=2', 'Europe/Helsinki')).toThrow(Malformed);
  });
});

describe('the date nearest to another', () => {
  it.each([
    ['before or after', ['2027-03-03', '2027-03-24'], '2027-03-17', '2027-03-24'],
    ['of two that are as near the earlier', ['2027-03-10', '2027-03-24'], '2027-03-17', '2027-03-10'],
    ['over the end of a year', ['2026-12-30', '2027-01-20'], '2027-01-06', '2026-12-30'],
    ['of none is none', [], '2027-01-06', undefined],
  ])('%s', (_, of, to, expected) => {
    expect(
      nearest(
        of.map((date) => ({ date })),
        to,
      )?.date,
    ).toBe(expected);
  });
});
