import { placeInMonth, proposedFor, ruleOf, spokenOf, weekdayOf } from './rule';

it('the weekday of the first date is always among the days', () => {
  expect(weekdayOf('2027-03-04')).toBe('TH');
  expect(ruleOf({ rhythm: 'weekly', days: ['MO'], ends: { count: 8 } }, '2027-03-04')).toBe(
    'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8',
  );
  expect(ruleOf({ rhythm: 'fortnightly', days: [], ends: { until: '2027-06-30' } }, '2027-03-04')).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270630',
  );
});

it('a fifth weekday of a month is the last one, so that no month is left out', () => {
  expect(placeInMonth('2027-03-29')).toBe(-1);
  expect(placeInMonth('2027-03-28')).toBe(4);
  expect(ruleOf({ rhythm: 'monthly', days: [], ends: { count: 3 } }, '2027-03-29')).toBe(
    'FREQ=MONTHLY;BYDAY=-1MO;COUNT=3',
  );
});

it('proposes what can be booked by now, and four weeks where nothing can', () => {
  const weekly = (count: number) => ({ rhythm: 'weekly', days: [], ends: { count } });
  expect(proposedFor('2027-03-04', '2027-04-30')).toEqual(weekly(4));
  expect(proposedFor('2027-03-04', '2027-03-24')).toEqual(weekly(3));
  expect(proposedFor('2027-03-04', '2027-03-11')).toEqual(weekly(2));
  expect(proposedFor('2027-03-04', '2027-03-10')).toEqual({
    rhythm: 'weekly',
    days: ['MO', 'TU', 'WE', 'TH', 'FR'],
    ends: { until: '2027-03-10' },
  });
  expect(proposedFor('2027-03-04', '2027-03-04')).toEqual(weekly(4));
});

it('what was written is read again, and what others wrote is not guessed', () => {
  expect(spokenOf('FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8', '2027-03-04')).toEqual({
    rhythm: 'weekly',
    days: ['MO', 'TH'],
    count: 8,
  });
  expect(spokenOf('FREQ=WEEKLY;COUNT=8', '2027-03-04')?.days).toEqual(['TH']);
  expect(spokenOf('FREQ=MONTHLY;BYDAY=-1MO;UNTIL=20270630T170000Z', '2027-03-29')).toEqual({
    rhythm: 'monthly',
    days: ['MO'],
    place: -1,
    until: '2027-06-30',
  });
  expect(spokenOf('FREQ=DAILY;COUNT=3', '2027-03-04')).toMatchObject({ rhythm: 'daily', count: 3 });
  expect(spokenOf('FREQ=DAILY;INTERVAL=3;COUNT=3', '2027-03-04')).toBeUndefined();
  expect(spokenOf('FREQ=MONTHLY;BYMONTHDAY=4;COUNT=3', '2027-03-04')).toBeUndefined();
});
