import { Period } from '../../kernel/period';
import { localDate } from '../../kernel/site-time';
import { openDuring } from '../../sites/opening.rules';
import {
  AvailabilityOn,
  availableSpans,
  CoachCalendar,
  fitsInto,
  freeSpansOf,
  WeeklyAvailability,
} from './availability.rules';

const hours = (weekday: number, from: string, to: string, siteId: string | null = null): WeeklyAvailability => ({
  weekday,
  from,
  to,
  siteId,
});
const period = (start: string, end: string) => Period.of(new Date(start), new Date(end));
const dayAround = (date: string) => period(`${date}T00:00:00Z`, `${date}T23:59:00Z`);
const times = (spans: readonly { start: Date; end: Date }[]) =>
  spans.map(({ start, end }) => `${start.toISOString().slice(0, 16)}/${end.toISOString().slice(0, 16)}`);

// The clock of Helsinki skips 03:00 to 04:00 on Sunday 28 March 2027 and shows it twice on 31 October; Moscow's does neither.
describe('hours of a coach as instants', () => {
  it.each([
    [
      'Helsinki, the day before spring',
      'Europe/Helsinki',
      '2027-03-27',
      6,
      '09:00',
      '11:00',
      ['2027-03-27T07:00/2027-03-27T09:00'],
    ],
    [
      'Helsinki, the day of spring',
      'Europe/Helsinki',
      '2027-03-28',
      7,
      '09:00',
      '11:00',
      ['2027-03-28T06:00/2027-03-28T08:00'],
    ],
    [
      'Helsinki, over the hour that is skipped',
      'Europe/Helsinki',
      '2027-03-28',
      7,
      '02:00',
      '05:00',
      ['2027-03-28T00:00/2027-03-28T02:00'],
    ],
    [
      'Helsinki, into the hour that is skipped',
      'Europe/Helsinki',
      '2027-03-28',
      7,
      '02:30',
      '03:30',
      ['2027-03-28T00:30/2027-03-28T01:00'],
    ],
    [
      'Helsinki, out of the hour that is skipped',
      'Europe/Helsinki',
      '2027-03-28',
      7,
      '03:30',
      '04:30',
      ['2027-03-28T01:00/2027-03-28T01:30'],
    ],
    ['Helsinki, in the hour that is skipped', 'Europe/Helsinki', '2027-03-28', 7, '03:00', '04:00', []],
    [
      'Helsinki, the day of autumn',
      'Europe/Helsinki',
      '2027-10-31',
      7,
      '09:00',
      '11:00',
      ['2027-10-31T07:00/2027-10-31T09:00'],
    ],
    [
      'Helsinki, over the hour that comes twice',
      'Europe/Helsinki',
      '2027-10-31',
      7,
      '02:00',
      '05:00',
      ['2027-10-30T23:00/2027-10-31T03:00'],
    ],
    [
      'Helsinki, the hour that comes twice',
      'Europe/Helsinki',
      '2027-10-31',
      7,
      '03:00',
      '04:00',
      ['2027-10-31T00:00/2027-10-31T02:00'],
    ],
    [
      'Helsinki, half of the hour that comes twice',
      'Europe/Helsinki',
      '2027-10-31',
      7,
      '03:00',
      '03:30',
      ['2027-10-31T00:00/2027-10-31T00:30', '2027-10-31T01:00/2027-10-31T01:30'],
    ],
    [
      'Moscow, the same spring night',
      'Europe/Moscow',
      '2027-03-28',
      7,
      '02:00',
      '05:00',
      ['2027-03-27T23:00/2027-03-28T02:00'],
    ],
    [
      'Moscow, the same autumn night',
      'Europe/Moscow',
      '2027-10-31',
      7,
      '03:00',
      '04:00',
      ['2027-10-31T00:00/2027-10-31T01:00'],
    ],
    [
      'Moscow, to the end of the day',
      'Europe/Moscow',
      '2027-03-27',
      6,
      '22:00',
      '24:00',
      ['2027-03-27T19:00/2027-03-27T21:00'],
    ],
    [
      'Helsinki, the whole day of spring',
      'Europe/Helsinki',
      '2027-03-28',
      7,
      '00:00',
      '24:00',
      ['2027-03-27T22:00/2027-03-28T21:00'],
    ],
    [
      'Helsinki, the whole day of autumn',
      'Europe/Helsinki',
      '2027-10-31',
      7,
      '00:00',
      '24:00',
      ['2027-10-30T21:00/2027-10-31T22:00'],
    ],
  ])('%s', (_, zone, date, weekday, from, to, expected) => {
    const wide = period(`${date}T00:00:00Z`, `${date}T23:59:00Z`);
    const window = Period.of(new Date(wide.start.getTime() - 864e5), new Date(wide.end.getTime() + 864e5));
    const found = availableSpans([hours(weekday, from, to)], [], zone, window);

    expect(times(found)).toEqual(expected);
    expect(found.every((span) => span.date === date)).toBe(true);
  });

  it('are the same time of day on the coach’s clock throughout, and move on the founder’s', () => {
    const window = period('2027-03-22T00:00:00Z', '2027-04-05T00:00:00Z');
    const mondays = (zone: string) => availableSpans([hours(1, '10:00', '11:00')], [], zone, window);

    expect(times(mondays('Europe/Moscow'))).toEqual([
      '2027-03-22T07:00/2027-03-22T08:00',
      '2027-03-29T07:00/2027-03-29T08:00',
    ]);
    expect(times(mondays('Europe/Helsinki'))).toEqual([
      '2027-03-22T08:00/2027-03-22T09:00',
      '2027-03-29T07:00/2027-03-29T08:00',
    ]);
  });

  it.each<[string, AvailabilityOn[], string[]]>([
    ['a closed date', [{ date: '2027-03-02', closed: true, from: null, to: null, siteId: null }], []],
    [
      'other hours instead',
      [
        { date: '2027-03-02', closed: false, from: '17:00', to: '18:00', siteId: null },
        { date: '2027-03-02', closed: false, from: '12:00', to: '13:00', siteId: null },
      ],
      ['2027-03-02T10:00/2027-03-02T11:00', '2027-03-02T15:00/2027-03-02T16:00'],
    ],
    [
      'another date',
      [{ date: '2027-03-03', closed: true, from: null, to: null, siteId: null }],
      ['2027-03-02T07:00/2027-03-02T09:00'],
    ],
  ])('give way to %s', (_, exceptions, expected) => {
    expect(
      times(availableSpans([hours(2, '09:00', '11:00')], exceptions, 'Europe/Helsinki', dayAround('2027-03-02'))),
    ).toEqual(expected);
  });

  it('are cut to the window', () => {
    const found = availableSpans(
      [hours(2, '09:00', '11:00')],
      [],
      'Europe/Helsinki',
      period('2027-03-02T07:30:00Z', '2027-03-02T08:00:00Z'),
    );
    expect(times(found)).toEqual(['2027-03-02T07:30/2027-03-02T08:00']);
  });
});

describe('what is free of a coach', () => {
  const now = new Date('2027-03-01T06:00:00Z');
  const tuesday = dayAround('2027-03-02');
  const coach: CoachCalendar = {
    timeZone: 'Europe/Helsinki',
    status: 'active',
    minimumNoticeMinutes: 720,
    bufferMinutes: 15,
    longestDayMinutes: 120,
    qualifiedUntil: null,
    siteIds: ['oasis'],
    weekly: [hours(2, '09:00', '12:00')],
    exceptions: [],
    taken: [],
    sessions: [],
  };
  const freeOf = (change: Partial<CoachCalendar>, open: Period[] = [], at = now, window = tuesday) =>
    freeSpansOf({ ...coach, ...change }, new Map([['oasis', open]]), window, at);

  it.each<[string, Partial<CoachCalendar>, string[]]>([
    ['all of the hours', {}, ['2027-03-02T07:00/2027-03-02T10:00']],
    [
      'the rest beside a session, with the buffer before it',
      { taken: [period('2027-03-02T08:00:00Z', '2027-03-02T09:15:00Z')] },
      ['2027-03-02T07:00/2027-03-02T07:45', '2027-03-02T09:15/2027-03-02T10:00'],
    ],
    [
      'no more than the buffer leaves before what comes after the hours',
      { taken: [period('2027-03-02T10:00:00Z', '2027-03-02T11:00:00Z')] },
      ['2027-03-02T07:00/2027-03-02T09:45'],
    ],
    ['nothing of somebody who is away', { status: 'away' }, []],
    ['nothing after the qualification', { qualifiedUntil: '2027-03-01' }, []],
    ['the last date of the qualification', { qualifiedUntil: '2027-03-02' }, ['2027-03-02T07:00/2027-03-02T10:00']],
    ['nothing of a day that is full', { sessions: [period('2027-03-02T16:00:00Z', '2027-03-02T18:00:00Z')] }, []],
    [
      'a day that is not yet full',
      { sessions: [period('2027-03-02T16:00:00Z', '2027-03-02T17:45:00Z')] },
      ['2027-03-02T07:00/2027-03-02T10:00'],
    ],
    [
      'a day whose neighbours on the coach’s clock are full',
      {
        sessions: [
          period('2027-03-01T19:00:00Z', '2027-03-01T21:00:00Z'),
          period('2027-03-02T22:00:00Z', '2027-03-03T00:00:00Z'),
        ],
      },
      ['2027-03-02T07:00/2027-03-02T10:00'],
    ],
  ])('is %s', (_, change, expected) => {
    expect(times(freeOf(change))).toEqual(expected);
  });

  it('begins after the notice', () => {
    expect(times(freeOf({}, [], new Date('2027-03-01T20:30:00Z')))).toEqual(['2027-03-02T08:30/2027-03-02T10:00']);
    expect(freeOf({}, [], new Date('2027-03-02T09:00:00Z'))).toEqual([]);
  });

  it('is at a site only while it is open, and only where the coach works', () => {
    const weekly = [hours(2, '09:00', '12:00', 'oasis')];
    const open = [period('2027-03-02T08:00:00Z', '2027-03-02T09:00:00Z')];

    expect(times(freeOf({ weekly }, open))).toEqual(['2027-03-02T08:00/2027-03-02T09:00']);
    expect(freeOf({ weekly })).toEqual([]);
    expect(freeOf({ weekly, siteIds: [] }, open)).toEqual([]);
  });

  it('tells how much its day still takes, which a session has to fit into', () => {
    const free = freeOf({ sessions: [period('2027-03-02T16:00:00Z', '2027-03-02T17:00:00Z')] });

    expect(free).toMatchObject([{ minutesLeft: 60 }]);
    expect(fitsInto(free, period('2027-03-02T07:00:00Z', '2027-03-02T08:00:00Z'), null)).toBe(true);
    expect(fitsInto(free, period('2027-03-02T07:00:00Z', '2027-03-02T08:30:00Z'), null)).toBe(false);
    expect(fitsInto(free, period('2027-03-02T09:30:00Z', '2027-03-02T10:30:00Z'), null)).toBe(false);
  });

  // A coach in Moscow sits with a founder in Lappeenranta, whose site opens by the clock of Helsinki.
  it.each([
    ['in winter an hour of the coach lies before the doors open', '2027-03-22', ['2027-03-22T06:00/2027-03-22T08:00']],
    ['in summer both clocks agree', '2027-03-29', ['2027-03-29T05:00/2027-03-29T08:00']],
    ['in summer, the Monday before autumn', '2027-10-25', ['2027-10-25T05:00/2027-10-25T08:00']],
    ['in winter again', '2027-11-01', ['2027-11-01T06:00/2027-11-01T08:00']],
  ])('%s', (_, date, expected) => {
    const window = dayAround(date);
    const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      opens: '08:00',
      closes: '20:00',
      validFrom: '2020-01-01',
      validUntil: null,
    }));
    const open = openDuring(window, 'Europe/Helsinki', everyDay, []);
    const weekly = [hours(1, '08:00', '11:00', 'oasis')];

    const free = freeOf({ timeZone: 'Europe/Moscow', weekly }, open, now, window);
    expect(times(free)).toEqual(expected);
    expect(free.map(({ start }) => localDate(start, 'Europe/Moscow'))).toEqual([date]);
  });
});
