import { addBookable, addUses, noSums, openPieces, ReportedResource } from './occupancy.rules';

const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opens: '00:00',
  closes: '24:00',
  validFrom: '2020-01-01',
  validUntil: null,
}));
const desk: ReportedResource = {
  id: 'desk',
  name: 'Desk',
  kind: 'desk',
  site: { id: 'oasis', name: 'Oasis' },
  since: 0,
  until: Number.POSITIVE_INFINITY,
};
const at = (text: string) => Date.parse(text);
const total = (pieces: { start: number; end: number }[]) =>
  pieces.reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0);

describe('opening time by the hours of the clock', () => {
  it.each([
    ['2027-03-27', 24, 24],
    // 03:00 becomes 04:00: there is no third hour.
    ['2027-03-28', 23, 23],
    // 04:00 becomes 03:00: the third hour lasts two.
    ['2027-10-31', 25, 24],
  ])('%s has %i hours in %i pieces', (date, hours, pieces) => {
    const found = openPieces([date], 'Europe/Helsinki', always, []);
    expect(total(found)).toBe(hours * 60);
    expect(found).toHaveLength(pieces);
  });

  it('knows which hour is missing, and which comes twice', () => {
    const spring = openPieces(['2027-03-28'], 'Europe/Helsinki', always, []).map(({ hour }) => hour);
    expect(spring).not.toContain(3);
    const autumn = openPieces(['2027-10-31'], 'Europe/Helsinki', always, []).filter(({ hour }) => hour === 3);
    expect(total(autumn)).toBe(120);
  });

  it('leaves out closures, and begins and ends within an hour', () => {
    const hours = [{ ...always[1]!, opens: '08:30', closes: '10:15' }];
    const found = openPieces(['2027-03-02', '2027-03-09'], 'Europe/Helsinki', hours, [
      { startsOn: '2027-03-09', endsOn: '2027-03-09', opens: null, closes: null },
    ]);
    expect(found.map(({ hour, start, end }) => [hour, (end - start) / 60_000])).toEqual([
      [8, 30],
      [9, 60],
      [10, 15],
    ]);
  });
});

describe('sums', () => {
  const pieces = openPieces(
    ['2027-03-02'],
    'Europe/Helsinki',
    [{ ...always[1]!, opens: '08:00', closes: '10:00' }],
    [],
  );

  it('count what is inside the hours, and tell apart what is not', () => {
    const sums = noSums();
    addBookable(sums, pieces, [desk]);
    addUses(sums, pieces, new Map([['desk', desk]]), [
      {
        resourceId: 'desk',
        personId: 'aino',
        planCode: 'launch',
        start: at('2027-03-02T07:30Z'),
        end: at('2027-03-02T09:00Z'),
        came: true,
      },
      {
        resourceId: 'gone',
        personId: 'aino',
        planCode: null,
        start: at('2027-03-02T07:30Z'),
        end: at('2027-03-02T09:00Z'),
        came: true,
      },
    ]);
    // 08:00 to 10:00 is 06:00Z to 08:00Z: half an hour of the booking is inside.
    expect(sums.total).toMatchObject({ bookable: 120, booked: 30, checkedIn: 30, outside: 60 });
    expect(sums.plans.get('launch')).toMatchObject({ booked: 30, outside: 60 });
    expect(sums.cells.get('desk 2 9')).toMatchObject({ bookable: 60, booked: 30 });
    expect(sums.cells.get('desk 2 8')).toMatchObject({ bookable: 60, booked: 0 });
  });

  it('count a resource only from when it was there, until it was retired', () => {
    const sums = noSums();
    addBookable(sums, pieces, [{ ...desk, since: at('2027-03-02T06:30Z'), until: at('2027-03-02T07:15Z') }]);
    expect(sums.total.bookable).toBe(45);
  });

  it('count those that were there all the time beside those that were not', () => {
    const sums = noSums();
    const [other, late] = [
      { ...desk, id: 'other' },
      { ...desk, id: 'late', since: at('2027-03-02T07:30Z') },
    ];
    addBookable(sums, pieces, [desk, other, late, { ...desk, id: 'gone', until: at('2027-03-02T06:00Z') }]);
    expect(sums.total.bookable).toBe(120 + 120 + 30);
    expect(['desk', 'other', 'late', 'gone'].map((id) => sums.resources.get(id)?.bookable)).toEqual([120, 120, 30, 0]);
    expect(sums.cells.get('desk 2 8')).toMatchObject({ bookable: 120 });
    expect(sums.cells.get('desk 2 9')).toMatchObject({ bookable: 150 });
  });
});
