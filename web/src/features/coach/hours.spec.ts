import { copied, draftOf, hoursBody, isWhole, nextHours, stretchesOf, withDates } from './hours';

const asks = { minimumNoticeMinutes: 60, bufferMinutes: 15, longestDayMinutes: 360 };
const availability = {
  timeZone: 'Europe/Helsinki',
  weekly: [
    { weekday: 1, from: '09:00', to: '12:00', siteId: null },
    { weekday: 3, from: '13:00', to: '16:00', siteId: 'here' },
  ],
  exceptions: [{ date: '2027-03-01', closed: true, from: null, to: null, siteId: null }],
  outside: [],
  version: 4,
};

it('what is edited and not changed is what was there', () => {
  const { timeZone, weekly, exceptions } = availability;
  expect(hoursBody(draftOf(availability, asks))).toEqual({ timeZone, weekly, exceptions });
});

it('a day is copied to others in the place of what they had', () => {
  const { week } = draftOf(availability, asks);
  const after = copied(week, 1, [2, 3]);
  expect(after[2]).toEqual(week[1]);
  expect(after[3]).toEqual(week[1]);
  expect(after[1]).toBe(week[1]);
});

it('hours that end before they begin are not asked about', () => {
  const draft = draftOf(availability, asks);
  expect(isWhole(draft)).toBe(true);
  expect(isWhole({ ...draft, week: { 1: [{ from: '12:00', to: '09:00', siteId: null }] } })).toBe(false);
  expect(isWhole({ ...draft, week: { 1: [{ from: '', to: '09:00', siteId: null }] } })).toBe(false);
});

it('more hours begin after those that are there', () => {
  expect(nextHours([])).toEqual({ from: '09:00', to: '12:00', siteId: null });
  expect(nextHours([{ from: '09:00', to: '12:00', siteId: 'a' }])).toEqual({ from: '13:00', to: '16:00', siteId: 'a' });
});

it('days off replace what was said of the same dates', () => {
  const other = { closed: false, from: '10:00', to: '11:00', siteId: null };
  const dates = withDates([{ date: '2027-03-02', ...other }], '2027-03-01', '2027-03-03', {
    closed: true,
    from: null,
    to: null,
    siteId: null,
  });
  expect(dates.map(({ date, closed }) => `${date} ${closed}`)).toEqual([
    '2027-03-01 true',
    '2027-03-02 true',
    '2027-03-03 true',
  ]);
});

it('slots that overlap make one stretch, by place', () => {
  const slot = (start: string, end: string, siteId: string | null = null) => ({
    start: `2027-03-02T${start}:00Z`,
    end: `2027-03-02T${end}:00Z`,
    siteId,
  });
  const stretches = stretchesOf([slot('07:00', '08:00'), slot('07:15', '08:15'), slot('10:00', '11:00', 'a')]);
  expect(stretches.map(({ start, end }) => (end - start) / 60_000)).toEqual([75, 60]);
});
