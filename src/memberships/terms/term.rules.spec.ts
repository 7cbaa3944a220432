import { judge } from '../../kernel/refusal';
import { datesBetween } from '../../kernel/site-time';
import { daysOf, endOfTerm, longestStay, monthOf, overlap, PauseCase, pauseRules, plusMonths } from './term.rules';

describe('a term', () => {
  it.each([
    ['2027-03-02', 6, '2027-09-01'],
    ['2027-01-01', 3, '2027-03-31'],
    ['2027-08-31', 6, '2028-02-28'],
    ['2027-11-30', 3, '2028-02-28'],
    ['2026-11-30', 3, '2027-02-27'],
    ['2028-02-29', 12, '2029-02-27'],
    ['2027-12-31', 2, '2028-02-28'],
  ])('from %s for %i months ends on %s', (startsOn, months, endsOn) => {
    expect(endOfTerm(startsOn, months)).toBe(endsOn);
  });

  it('is followed by the next on the day after, without a gap in the months that are long enough', () => {
    expect(plusMonths('2027-03-02', 6)).toBe('2027-09-02');
    expect(plusMonths('2027-01-31', 1)).toBe('2027-02-28');
  });

  it('counts both its dates', () => {
    const term = { startsOn: '2027-03-27', endsOn: '2027-03-29' };

    // The night of the clock change lies in it: days are dates here, not hours.
    expect(daysOf(term)).toBe(datesBetween(term.startsOn, term.endsOn).length);
    expect(daysOf({ startsOn: '2028-02-01', endsOn: '2028-03-01' })).toBe(30);
    expect(monthOf('2027-03-29')).toBe('2027-03-01');
  });

  it('shares a date with another one that begins on its last', () => {
    const term = { startsOn: '2027-03-01', endsOn: '2027-03-31' };

    expect(overlap(term, { startsOn: '2027-03-31', endsOn: '2027-04-30' })).toBe(true);
    expect(overlap(term, { startsOn: '2027-04-01', endsOn: '2027-04-30' })).toBe(false);
  });
});

describe('the longest stay', () => {
  it('is counted from the beginning that gives most days', () => {
    expect(longestStay(['2027-02-01'], 1)).toBe(28);
    expect(longestStay(['2027-02-01', '2027-07-01'], 1)).toBe(31);
    expect(longestStay([], 1)).toBe(0);
  });
});

describe('a pause', () => {
  const open: PauseCase = {
    wanted: { startsOn: '2027-04-01', endsOn: '2027-04-10' },
    today: '2027-03-20',
    term: { startsOn: '2027-03-01', endsOn: '2027-08-31' },
    taken: [],
    plan: { maxPauses: 1, pauseDays: 10, pauseEdgeDays: 7 },
  };
  const said = (change: Partial<PauseCase>) => judge(pauseRules, { ...open, ...change }).map(({ code }) => code);

  it.each<[string, Partial<PauseCase>, string[]]>([
    ['within everything is fine', {}, []],
    ['that begins today is fine', { today: '2027-04-01' }, []],
    ['that began yesterday is too late', { today: '2027-04-02' }, ['in_the_past']],
    ['the wrong way round', { wanted: { startsOn: '2027-04-10', endsOn: '2027-04-01' } }, ['in_the_past']],
    ['outside any term', { term: undefined }, ['pause_limits']],
    ['a day too long', { wanted: { startsOn: '2027-04-01', endsOn: '2027-04-11' } }, ['pause_limits']],
    ['one too many', { taken: [{ startsOn: '2027-05-01', endsOn: '2027-05-01' }] }, ['pause_limits']],
    ['in another term, which does not count', { taken: [{ startsOn: '2026-05-01', endsOn: '2026-05-01' }] }, []],
    [
      'on the last of the first days',
      { wanted: { startsOn: '2027-03-07', endsOn: '2027-03-08' }, today: '2027-03-01' },
      ['pause_limits'],
    ],
    ['on the day after them', { wanted: { startsOn: '2027-03-08', endsOn: '2027-03-08' }, today: '2027-03-01' }, []],
    ['up to the last days', { wanted: { startsOn: '2027-08-20', endsOn: '2027-08-24' } }, []],
    ['into the last days', { wanted: { startsOn: '2027-08-20', endsOn: '2027-08-25' } }, ['pause_limits']],
  ])('%s', (_, change, codes) => {
    expect(said(change)).toEqual(codes);
  });
});
