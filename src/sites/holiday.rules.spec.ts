import { holidaysOf } from './holiday.rules';

describe('holidaysOf', () => {
  const finland = holidaysOf('FI', 'Europe/Helsinki', 2027) ?? [];
  const russia = holidaysOf('RU', 'Europe/Moscow', 2027) ?? [];

  it.each([
    ['2027-01-01', "New Year's Day"],
    ['2027-03-26', 'Good Friday'],
    ['2027-06-25', 'Midsummer Eve'],
    ['2027-12-06', 'Independence Day'],
    ['2027-12-24', 'Christmas Eve'],
    ['2027-12-31', "New Year's Eve"],
  ])('knows %s in Finland as %s', (date, name) => {
    expect(finland).toContainEqual({ startsOn: date, endsOn: date, name });
  });

  it('knows that Midsummer moves', () => {
    const names = (year: number) =>
      holidaysOf('FI', 'Europe/Helsinki', year)?.find((holiday) => holiday.name === 'Midsummer Eve')?.startsOn;

    expect([2026, 2027, 2028].map(names)).toEqual(['2026-06-19', '2027-06-25', '2028-06-23']);
  });

  it('gives holidays of several days their last day', () => {
    expect(russia).toContainEqual({ startsOn: '2027-01-02', endsOn: '2027-01-06', name: 'New Year Holiday' });
  });

  it('is in order and names no days twice', () => {
    for (const holidays of [finland, russia]) {
      const days = holidays.map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`);

      expect(days).toEqual([...new Set(days)].sort());
    }
  });

  it('says so when it knows nothing of a country', () => {
    expect(holidaysOf('XX', 'Europe/Helsinki', 2027)).toBeUndefined();
  });
});
