import { Period } from '../../kernel/period';
import { busyTimes, UnreadableCalendar } from './busy-times';

const window = Period.of(new Date('2027-03-01T00:00:00Z'), new Date('2027-06-01T00:00:00Z'));
const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => file('BEGIN:VEVENT', 'UID:one', 'SUMMARY:Dentist', ...lines, 'END:VEVENT');
const busy = (text: string, zone = 'Europe/Helsinki', within = window) =>
  busyTimes(text, within, zone).map(
    ({ start, end }) => `${start.toISOString().slice(5, 16)}/${end.toISOString().slice(5, 16)}`,
  );

const helsinki = 'TZID=Europe/Helsinki';
/** A zone as office programs write it: five hours ahead of UTC, under a name of nobody else. */
const ownZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Own Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0500',
  'TZOFFSETTO:+0500',
  'END:STANDARD',
  'END:VTIMEZONE',
];

describe('a calendar outside', () => {
  it.each<[string, string, string[]]>([
    ['in UTC', event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z'), ['03-02T10:00/03-02T11:00']],
    [
      'with a zone',
      event(`DTSTART;${helsinki}:20270302T100000`, `DTEND;${helsinki}:20270302T110000`),
      ['03-02T08:00/03-02T09:00'],
    ],
    [
      'with a zone on a path',
      event('DTSTART;TZID=/vendor.example/Europe/Helsinki:20270302T100000', 'DURATION:PT1H'),
      ['03-02T08:00/03-02T09:00'],
    ],
    [
      'with a zone of the file',
      file(
        ...ownZone,
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART;TZID=Own Standard Time:20270302T100000',
        'DURATION:PT30M',
        'END:VEVENT',
      ),
      ['03-02T05:00/03-02T05:30'],
    ],
    [
      'with a zone that nobody knows',
      event('DTSTART;TZID=Nowhere:20270302T100000', 'DURATION:PT30M'),
      ['03-02T08:00/03-02T08:30'],
    ],
    ['without a zone', event('DTSTART:20270302T100000', 'DTEND:20270302T110000'), ['03-02T08:00/03-02T09:00']],
    ['of a whole day', event('DTSTART;VALUE=DATE:20270302'), ['03-01T22:00/03-02T22:00']],
    [
      'of the day on which the clock skips an hour',
      event('DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270329'),
      ['03-27T22:00/03-28T21:00'],
    ],
    ['that is marked as free', event('DTSTART:20270302T100000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'), []],
    ['that is cancelled', event('DTSTART:20270302T100000Z', 'DURATION:PT1H', 'STATUS:CANCELLED'), []],
    ['without a length', event('DTSTART:20270302T100000Z'), []],
    ['that is over', event('DTSTART:20260302T100000Z', 'DURATION:PT1H'), []],
    ['that began before', event('DTSTART:20270228T230000Z', 'DURATION:PT2H'), ['03-01T00:00/03-01T01:00']],
    [
      'that overlaps another',
      file(
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART:20270302T100000Z',
        'DURATION:PT1H',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:2',
        'DTSTART:20270302T103000Z',
        'DURATION:PT1H',
        'END:VEVENT',
      ),
      ['03-02T10:00/03-02T11:30'],
    ],
    [
      'every week over the clock change, less one',
      event(
        `DTSTART;${helsinki}:20260310T100000`,
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;UNTIL=20270406T070000Z',
        `EXDATE;${helsinki}:20270309T100000`,
      ),
      [
        '03-02T08:00/03-02T09:00',
        '03-16T08:00/03-16T09:00',
        '03-23T08:00/03-23T09:00',
        '03-30T07:00/03-30T08:00',
        '04-06T07:00/04-06T08:00',
      ],
    ],
    [
      'that is left out in UTC',
      event(
        `DTSTART;${helsinki}:20270302T100000`,
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE:20270303T080000Z',
      ),
      ['03-02T08:00/03-02T09:00', '03-04T08:00/03-04T09:00'],
    ],
    [
      'whose one occurrence was moved, and another called off',
      file(
        ...[
          'BEGIN:VEVENT',
          'UID:a',
          `DTSTART;${helsinki}:20270302T100000`,
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY;COUNT=3',
          'END:VEVENT',
        ],
        ...[
          'BEGIN:VEVENT',
          'UID:a',
          `RECURRENCE-ID;${helsinki}:20270303T100000`,
          `DTSTART;${helsinki}:20270310T150000`,
          'DURATION:PT1H',
          'END:VEVENT',
        ],
        ...[
          'BEGIN:VEVENT',
          'UID:a',
          'RECURRENCE-ID:20270304T080000Z',
          'DTSTART:20270304T080000Z',
          'DURATION:PT1H',
          'STATUS:CANCELLED',
          'END:VEVENT',
        ],
      ),
      ['03-02T08:00/03-02T09:00', '03-10T13:00/03-10T14:00'],
    ],
    [
      'with further dates',
      event('DTSTART:20270302T100000Z', 'DURATION:PT1H', 'RDATE:20270305T100000Z,20270306T120000Z'),
      ['03-02T10:00/03-02T11:00', '03-05T10:00/03-05T11:00', '03-06T12:00/03-06T13:00'],
    ],
    [
      'every year as a whole day',
      event('DTSTART;VALUE=DATE:19900315', 'RRULE:FREQ=YEARLY'),
      ['03-14T22:00/03-15T22:00'],
    ],
  ])('knows an event %s', (_, text, expected) => expect(busy(text)).toEqual(expected));

  it('takes times without a zone by the coach’s clock, whatever the clock of the server', () => {
    expect(busy(event('DTSTART:20270302T100000', 'DURATION:PT1H'), 'Asia/Tokyo')).toEqual(['03-02T01:00/03-02T02:00']);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html></html>'],
    ['half a file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
    ['a time that is none', event('DTSTART:yesterday', 'DURATION:PT1H')],
  ])('says so of %s', (_, text) => {
    expect(() => busy(text)).toThrow(new UnreadableCalendar('not_a_calendar'));
  });

  it.each([
    ['every second', event('DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')],
    [
      'on a date that never comes',
      event('DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
    ],
    [
      'ten thousand times over',
      file(
        ...Array.from({ length: 10_000 }, (_, n) => [
          'BEGIN:VEVENT',
          `UID:${n}`,
          'DTSTART:20270302T100000Z',
          'DURATION:PT1M',
          'RRULE:FREQ=MINUTELY;INTERVAL=7',
          'END:VEVENT',
        ]).flat(),
      ),
    ],
  ])('comes to an end with one that repeats %s', (_, text) => {
    try {
      busy(text);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableCalendar);
    }
  });

  it('reads some hundred plain events', () => {
    const text = file(
      ...Array.from({ length: 300 }, (_, n) => [
        'BEGIN:VEVENT',
        `UID:${n}`,
        `DTSTART;${helsinki}:2027031${n % 10}T100000`,
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY',
        'END:VEVENT',
      ]).flat(),
    );
    expect(busy(text).length).toBeGreaterThan(50);
  });
});
