import type { Day, DayRow } from '../api/views';
import { localTime, minute, spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';
import {
  addressed,
  addressOf,
  freeSpans,
  inOrder,
  nextStep,
  openSpans,
  quickChoices,
  shortened,
  standingOf,
  stepsOf,
} from './plan';

const timeZone = 'Europe/Helsinki';
/** An instant of Wednesday 3 March 2027, when Helsinki is two hours ahead of UTC. */
const at = (time: string) => Date.parse(`2027-03-03T${time}:00+02:00`);
const between = (start: string, end: string): Span => ({ start: at(start), end: at(end) });
const period = (start: string, end: string) => ({
  start: new Date(at(start)).toISOString(),
  end: new Date(at(end)).toISOString(),
});

function day(open: { start: string; end: string }[], date = '2027-03-03'): Day {
  return { date, timeZone, open, resources: [] };
}

function place(name: string, ...occupied: DayRow['occupied']): DayRow {
  const particulars = { capacity: 1, features: [], zone: null, position: null, needsApproval: false };
  return { resource: { id: name, name, kind: 'desk', ...particulars }, occupied };
}

const times = (span: Span | undefined) => span && `${localTime(span.start, timeZone)}-${localTime(span.end, timeZone)}`;

describe('what is free', () => {
  it('is the open hours without what is taken', () => {
    const free = freeSpans([between('08:00', '20:00')], [between('12:00', '13:00'), between('08:00', '09:30')]);
    expect(free.map(times)).toEqual(['09:30-12:00', '13:00-20:00']);
  });

  it('leaves out a break at noon and what reaches beyond the hours', () => {
    const open = [between('08:00', '12:00'), between('13:00', '16:00')];
    expect(freeSpans(open, [between('11:00', '14:00')]).map(times)).toEqual(['08:00-11:00', '14:00-16:00']);
  });

  it('joins bookings that overlap or stand one inside the other', () => {
    const taken = [between('09:00', '15:00'), between('10:00', '11:00'), between('14:00', '16:00')];
    expect(freeSpans([between('08:00', '18:00')], taken).map(times)).toEqual(['08:00-09:00', '16:00-18:00']);
  });

  it('treats back-to-back as free', () => {
    const row = place('1', { ...period('08:00', '10:00'), cause: 'booking', mine: false });
    expect(standingOf(row, [between('08:00', '20:00')], between('10:00', '11:00'))).toEqual({ is: 'free' });
  });

  it('counts the time for cleaning as taken', () => {
    const cleaned = { ...period('08:00', '10:00'), blockedUntil: period('10:15', '11:00').start };
    const row = place('1', { ...cleaned, cause: 'booking', mine: false });
    expect(standingOf(row, [between('08:00', '20:00')], between('10:00', '11:00')).is).toBe('taken');
  });

  it('says mine before taken, and closed outside of the hours', () => {
    const row = place(
      '1',
      { ...period('09:00', '10:00'), cause: 'booking', mine: false },
      { ...period('10:00', '11:00'), cause: 'booking', mine: true },
    );
    const open = [between('08:00', '20:00')];
    expect(standingOf(row, open, between('09:00', '11:00')).is).toBe('mine');
    expect(standingOf(row, open, between('19:30', '20:30')).is).toBe('closed');
  });
});

describe('the steps of a day', () => {
  it('are quarters of the hour of the site, the closing included', () => {
    const steps = stepsOf([between('08:00', '09:00')], timeZone);
    expect(steps.map((one) => localTime(one, timeZone))).toEqual(['08:00', '08:15', '08:30', '08:45', '09:00']);
  });

  it('begin at the next quarter when the site opens at an odd minute', () => {
    const steps = stepsOf([between('08:10', '08:50')], timeZone);
    expect(steps.map((one) => localTime(one, timeZone))).toEqual(['08:15', '08:30', '08:45']);
  });

  it('follow a clock that is off by three quarters of an hour', () => {
    const kathmandu = 'Asia/Kathmandu';
    const after = nextStep(Date.parse('2027-03-03T03:20:00Z'), kathmandu, 60);
    expect(localTime(after, kathmandu)).toBe('10:00');
  });

  it('are as many as there are quarters in the night that has an hour more', () => {
    const night = { start: '2027-10-30T21:00:00Z', end: '2027-10-31T22:00:00Z' };
    expect(stepsOf([spanOf(night)], timeZone)).toHaveLength(25 * 4 + 1);
  });
});

describe('the quick choices', () => {
  const open = [period('08:00', '20:00')];
  const choices = (now: number, hours = open) =>
    quickChoices(day(hours), now).map(({ choice, span }) => `${choice} ${times(span) ?? ''}`);

  it('are morning, afternoon and the whole day on a day to come', () => {
    expect(choices(at('09:00') - 24 * 60 * minute)).toEqual([
      'morning 08:00-12:00',
      'afternoon 12:00-20:00',
      'wholeDay 08:00-20:00',
    ]);
  });

  it('begin with the next full hour today, and leave out what has passed', () => {
    expect(choices(at('09:20'))).toEqual([
      'nextHour 10:00-11:00',
      'morning 09:30-12:00',
      'afternoon 12:00-20:00',
      'wholeDay 09:30-20:00',
    ]);
    expect(choices(at('13:05'))).toEqual(['nextHour 14:00-15:00', 'afternoon 13:15-20:00']);
  });

  it('are none when the day is over or closed', () => {
    expect(choices(at('19:50'))).toEqual([]);
    expect(choices(at('07:00'), [])).toEqual([]);
  });

  it('know a site that closes at noon', () => {
    expect(choices(at('07:00') - 24 * 60 * minute, [period('08:00', '12:00')])).toEqual(['morning 08:00-12:00']);
  });
});

it('a wish is cut to what the rules allow at most', () => {
  expect(times(shortened(between('08:00', '20:00'), 120))).toBe('08:00-10:00');
  expect(times(shortened(between('08:00', '09:00'), 120))).toBe('08:00-09:00');
});

it('places stand in the order in which people count', () => {
  expect(inOrder([place('Desk 10'), place('Desk 2')]).map((row) => row.resource.name)).toEqual(['Desk 2', 'Desk 10']);
});

it('the open hours are read in order', () => {
  expect(openSpans(day([period('13:00', '16:00'), period('08:00', '12:00')])).map(times)).toEqual([
    '08:00-12:00',
    '13:00-16:00',
  ]);
});

describe('the address of a period', () => {
  const all = (date: string, start: string, end: string): Day => day([{ start, end }], date);
  const kept = (span: Span, on: Day) => addressed(addressOf(span, on), on);

  it('ends at the midnight after its start', () => {
    const on = all('2027-03-03', '2027-03-02T22:00:00Z', '2027-03-03T22:00:00Z');
    for (const span of [between('12:00', '24:00'), between('00:00', '24:00'), between('00:00', '09:15')])
      expect(kept(span, on)).toEqual(span);
    expect(addressOf(between('12:00', '24:00'), on)).toEqual({ from: '12:00', to: '00:00' });
  });

  it('tells apart the two times that the clock shows when it is put back', () => {
    const on = all('2027-10-31', '2027-10-30T21:00:00Z', '2027-10-31T22:00:00Z');
    const utc = (start: string, end: string): Span => ({
      start: Date.parse(`2027-10-31T${start}:00Z`),
      end: Date.parse(`2027-10-31T${end}:00Z`),
    });
    const spans = [utc('00:15', '00:30'), utc('00:15', '01:15'), utc('01:15', '01:45'), utc('01:30', '22:00')];
    for (const span of spans) expect(kept(span, on)).toEqual(span);
    expect(addressOf(utc('01:15', '01:45'), on)).toEqual({ from: '03:15.2', to: '03:45' });
  });

  it('is none of a day without such steps', () => {
    const on = day([period('08:00', '12:00'), period('12:00', '16:00')]);
    expect(kept(between('09:00', '12:00'), on)).toEqual(between('09:00', '12:00'));
    for (const [from, to] of [
      ['07:00', '09:00'],
      ['09:00', '09:00'],
      ['09:00', '09:07'],
      [null, '09:00'],
    ] as const)
      expect(addressed({ from, to }, on)).toBeUndefined();
  });
});
