import fc from 'fast-check';
import { dayOf, plusDays } from '../kernel/site-time';
import { Period } from '../kernel/period';
import { ClosedDays, isOpenThroughout, openDuring, openPeriods, WeeklyHours } from './opening.rules';

const helsinki = 'Europe/Helsinki';

/** Every day of the week from `opens` to `closes`, for ever. */
function daily(
  opens: string,
  closes: string,
  validFrom = '2020-01-01',
  validUntil: string | null = null,
): WeeklyHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes, validFrom, validUntil }));
}

function closed(startsOn: string, endsOn = startsOn): ClosedDays {
  return { startsOn, endsOn, opens: null, closes: null };
}

function openOnly(date: string, opens: string, closes: string): ClosedDays {
  return { startsOn: date, endsOn: date, opens, closes };
}

function texts(periods: Period[]): string[] {
  return periods.map(({ start, end }) => `${start.toISOString().slice(0, 16)}/${end.toISOString().slice(0, 16)}`);
}

describe('openPeriods', () => {
  // Tuesday 2 March 2027: Helsinki is two hours ahead of UTC.
  const tuesday = '2027-03-02';

  it.each<[string, WeeklyHours[], ClosedDays[], string[]]>([
    ['the hours of the weekday', daily('08:00', '20:00'), [], ['2027-03-02T06:00/2027-03-02T18:00']],
    ['nothing without hours', [], [], []],
    ['nothing on a weekday without hours', daily('08:00', '20:00').filter((span) => span.weekday !== 2), [], []],
    [
      'several spans of one day, in order',
      [...daily('13:00', '16:00'), ...daily('08:00', '12:00')],
      [],
      ['2027-03-02T06:00/2027-03-02T10:00', '2027-03-02T11:00/2027-03-02T14:00'],
    ],
    [
      'spans that meet as one',
      [...daily('08:00', '12:00'), ...daily('12:00', '16:00')],
      [],
      ['2027-03-02T06:00/2027-03-02T14:00'],
    ],
    ['the whole day', daily('00:00', '24:00'), [], ['2027-03-01T22:00/2027-03-02T22:00']],
    ['hours on their first day', daily('08:00', '20:00', tuesday), [], ['2027-03-02T06:00/2027-03-02T18:00']],
    ['nothing on the day before', daily('08:00', '20:00', '2027-03-03'), [], []],
    [
      'hours on their last day',
      daily('08:00', '20:00', '2027-01-01', tuesday),
      [],
      ['2027-03-02T06:00/2027-03-02T18:00'],
    ],
    ['nothing on the day after', daily('08:00', '20:00', '2027-01-01', '2027-03-01'), [], []],
    ['nothing on a closed day', daily('08:00', '20:00'), [closed(tuesday)], []],
    ['nothing on the first closed day', daily('08:00', '20:00'), [closed(tuesday, '2027-03-05')], []],
    ['nothing on the last closed day', daily('08:00', '20:00'), [closed('2027-02-26', tuesday)], []],
    [
      'the hours beside a closure of other days',
      daily('08:00', '20:00'),
      [closed('2027-03-01'), closed('2027-03-03')],
      ['2027-03-02T06:00/2027-03-02T18:00'],
    ],
    [
      'the hours of a closure instead of shorter ones of the week',
      daily('10:00', '12:00'),
      [openOnly(tuesday, '09:00', '15:00')],
      ['2027-03-02T07:00/2027-03-02T13:00'],
    ],
    [
      'the hours of a closure on a weekday that is otherwise closed',
      [],
      [openOnly(tuesday, '09:00', '15:00')],
      ['2027-03-02T07:00/2027-03-02T13:00'],
    ],
    [
      'what several closures leave together',
      daily('00:00', '24:00'),
      [openOnly(tuesday, '09:00', '15:00'), openOnly(tuesday, '12:00', '18:00')],
      ['2027-03-02T10:00/2027-03-02T13:00'],
    ],
    [
      'nothing when several closures leave nothing together',
      daily('00:00', '24:00'),
      [openOnly(tuesday, '09:00', '12:00'), openOnly(tuesday, '12:00', '18:00')],
      [],
    ],
    [
      'nothing when one of several closures is for the day',
      daily('00:00', '24:00'),
      [openOnly(tuesday, '09:00', '15:00'), closed(tuesday)],
      [],
    ],
  ])('answers %s', (_, hours, closures, expected) => {
    expect(texts(openPeriods(tuesday, helsinki, hours, closures))).toEqual(expected);
  });

  // In Helsinki the clock jumps from 03:00 to 04:00 on 28 March 2027 and falls from 04:00 to 03:00 on 31 October 2027.
  const spring = '2027-03-28';
  const autumn = '2027-10-31';

  it.each<[string, string, string, string, string[], number]>([
    ['a spring day has 23 hours', spring, '00:00', '24:00', ['2027-03-27T22:00/2027-03-28T21:00'], 23 * 60],
    [
      'a spring night has five hours to six o’clock',
      spring,
      '00:00',
      '06:00',
      ['2027-03-27T22:00/2027-03-28T03:00'],
      300,
    ],
    [
      'a span that ends in the gap ends with the old time',
      spring,
      '02:00',
      '03:30',
      ['2027-03-28T00:00/2027-03-28T01:00'],
      60,
    ],
    [
      'a span that begins in the gap begins with the new time',
      spring,
      '03:30',
      '05:00',
      ['2027-03-28T01:00/2027-03-28T02:00'],
      60,
    ],
    ['a span inside the gap does not take place', spring, '03:00', '04:00', [], 0],
    ['a span deep inside the gap does not take place', spring, '03:15', '03:45', [], 0],
    ['a span over the gap is an hour shorter', spring, '02:00', '05:00', ['2027-03-28T00:00/2027-03-28T02:00'], 120],
    [
      'the morning after the gap is as long as ever',
      spring,
      '08:00',
      '20:00',
      ['2027-03-28T05:00/2027-03-28T17:00'],
      720,
    ],
    ['an autumn day has 25 hours', autumn, '00:00', '24:00', ['2027-10-30T21:00/2027-10-31T22:00'], 25 * 60],
    [
      'an autumn night has seven hours to six o’clock',
      autumn,
      '00:00',
      '06:00',
      ['2027-10-30T21:00/2027-10-31T04:00'],
      420,
    ],
    [
      'a span over the repeated hour is an hour longer',
      autumn,
      '02:00',
      '05:00',
      ['2027-10-30T23:00/2027-10-31T03:00'],
      240,
    ],
    [
      'a time that comes twice is the first of the two',
      autumn,
      '02:00',
      '03:30',
      ['2027-10-30T23:00/2027-10-31T00:30'],
      90,
    ],
    [
      'a span from a time that comes twice has both hours',
      autumn,
      '03:30',
      '05:00',
      ['2027-10-31T00:30/2027-10-31T03:00'],
      150,
    ],
    [
      'the morning after the repeated hour is as long as ever',
      autumn,
      '08:00',
      '20:00',
      ['2027-10-31T06:00/2027-10-31T18:00'],
      720,
    ],
  ])('on the nights that clocks change: %s', (_, date, opens, closes, expected, minutes) => {
    const open = openPeriods(date, helsinki, daily(opens, closes), []);

    expect(texts(open)).toEqual(expected);
    expect(open.reduce((sum, period) => sum + period.minutes, 0)).toBe(minutes);
  });

  it('reads the hours of a closure by the same clock as those of the week', () => {
    const byClosure = openPeriods(spring, helsinki, [], [openOnly(spring, '02:00', '05:00')]);

    expect(byClosure).toEqual(openPeriods(spring, helsinki, daily('02:00', '05:00'), []));
  });

  it.each([
    ['Europe/Moscow', '2027-03-28', '2027-03-28T05:00/2027-03-28T17:00'],
    ['Europe/Moscow', '2013-01-15', '2013-01-15T04:00/2013-01-15T16:00'],
    ['Asia/Kathmandu', '2027-01-04', '2027-01-04T02:15/2027-01-04T14:15'],
    ['America/New_York', '2027-03-14', '2027-03-14T12:00/2027-03-15T00:00'],
  ])('keeps to the clock of %s on %s, whatever the zone of the server', (timeZone, date, expected) => {
    expect(texts(openPeriods(date, timeZone, daily('08:00', '20:00', '2010-01-01'), []))).toEqual([expected]);
  });

  it('is never open outside the local day, and its periods neither overlap nor touch', () => {
    const time = fc
      .integer({ min: 0, max: 96 })
      .map(
        (quarter) =>
          `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
      );
    const span = fc.tuple(time, time).filter(([opens, closes]) => opens < closes);
    const date = fc.integer({ min: 0, max: 365 }).map((days) => plusDays('2027-01-01', days));

    fc.assert(
      fc.property(date, fc.array(span, { maxLength: 5 }), fc.option(span), (day, spans, exception) => {
        const hours = spans.flatMap(([opens, closes]) => daily(opens, closes));
        const closures = exception ? [openOnly(day, ...exception)] : [];
        const open = openPeriods(day, helsinki, hours, closures);

        expect(open.every((period) => dayOf(day, helsinki).contains(period))).toBe(true);
        open.slice(1).forEach((period, index) => expect(period.start > (open[index]?.end ?? period.end)).toBe(true));
      }),
    );
  });
});

describe('openDuring', () => {
  const overnight = Period.of(new Date('2027-03-02T20:00:00Z'), new Date('2027-03-03T02:00:00Z'));

  it('joins days that meet at midnight', () => {
    expect(texts(openDuring(overnight, helsinki, daily('00:00', '24:00'), []))).toEqual([
      '2027-03-01T22:00/2027-03-03T22:00',
    ]);
  });

  it('keeps days apart that do not meet', () => {
    expect(openDuring(overnight, helsinki, daily('08:00', '20:00'), [])).toHaveLength(2);
  });

  it('touches one date only when the period ends at midnight', () => {
    const evening = Period.of(new Date('2027-03-02T20:00:00Z'), new Date('2027-03-02T22:00:00Z'));

    expect(openDuring(evening, helsinki, daily('08:00', '20:00'), [])).toHaveLength(1);
  });
});

describe('isOpenThroughout', () => {
  const hours = daily('08:00', '20:00');
  const period = (start: string, end: string) => Period.of(new Date(start), new Date(end));

  it.each([
    ['from opening to closing', period('2027-03-02T06:00:00Z', '2027-03-02T18:00:00Z'), true],
    ['from a minute before opening', period('2027-03-02T05:59:00Z', '2027-03-02T07:00:00Z'), false],
    ['to a minute after closing', period('2027-03-02T17:00:00Z', '2027-03-02T18:01:00Z'), false],
    ['from one day into the next', period('2027-03-02T17:00:00Z', '2027-03-03T07:00:00Z'), false],
  ])('%s: %s is %s', (_, asked, expected) => {
    expect(isOpenThroughout(asked, helsinki, hours, [])).toBe(expected);
  });

  it('does not bridge a break', () => {
    const split = [...daily('08:00', '12:00'), ...daily('13:00', '16:00')];

    expect(isOpenThroughout(period('2027-03-02T09:00:00Z', '2027-03-02T12:00:00Z'), helsinki, split, [])).toBe(false);
  });

  it('goes through midnight and a closure that ends there', () => {
    const night = period('2027-03-02T20:00:00Z', '2027-03-03T02:00:00Z');

    expect(isOpenThroughout(night, helsinki, daily('00:00', '24:00'), [closed('2027-03-01')])).toBe(true);
    expect(isOpenThroughout(night, helsinki, daily('00:00', '24:00'), [closed('2027-03-03')])).toBe(false);
  });
});
