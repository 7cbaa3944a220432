import { checkNames, EligibilityCase, eligibilityOf, EligibilityParameters, SiteRule } from './eligibility.rules';

const facts: EligibilityCase = {
  today: '2027-03-02',
  noOwnOffice: true,
  ageBand: '25_29',
  municipality: 'Lappeenranta',
  sector: 'ict',
  company: { founded: false },
  places: null,
  taken: 0,
  terminatedOn: null,
  suspended: false,
};

const outcome = (
  check: SiteRule['check'],
  differing: Partial<EligibilityCase>,
  parameters: EligibilityParameters = {},
) => eligibilityOf([{ code: 'it', check, parameters, active: true }], { ...facts, ...differing })[0]?.outcome;

describe('minimum_age', () => {
  it.each([
    ['under_18', 18, 'fail'],
    ['under_18', 16, 'manual'],
    ['25_29', 26, 'manual'],
    ['18_24', 18, 'pass'],
    ['55_or_more', 18, 'pass'],
    [undefined, 18, 'manual'],
  ] as const)('%s for at least %i years: %s', (ageBand, years, said) => {
    expect(outcome('minimum_age', { ageBand }, { years })).toBe(said);
  });

  it('asks for eighteen years when nothing is said', () => {
    expect(outcome('minimum_age', { ageBand: 'under_18' })).toBe('fail');
  });
});

describe('no_own_office', () => {
  it('passes whoever has declared it, and nobody else', () => {
    expect(outcome('no_own_office', {})).toBe('pass');
    expect(outcome('no_own_office', { noOwnOffice: false })).toBe('fail');
  });
});

describe('company_younger_than', () => {
  it.each([
    [{ founded: false }, 'pass'],
    [{ founded: true }, 'manual'],
    [{ founded: true, registeredOn: '2026-03-02' }, 'fail'],
    [{ founded: true, registeredOn: '2026-03-03' }, 'pass'],
    [undefined, 'manual'],
  ] as const)('%j is %s', (company, said) => {
    expect(outcome('company_younger_than', { company }, { months: 12 })).toBe(said);
  });
});

describe('sector_allowed', () => {
  it('knows the sectors of the site', () => {
    expect(outcome('sector_allowed', {}, { sectors: ['ict', 'energy'] })).toBe('pass');
    expect(outcome('sector_allowed', { sector: 'food' }, { sectors: ['ict', 'energy'] })).toBe('fail');
    expect(outcome('sector_allowed', { sector: undefined }, { sectors: ['ict'] })).toBe('manual');
  });
});

describe('region', () => {
  it('passes neighbours, however they write it, and leaves others to a person', () => {
    expect(outcome('region', { municipality: 'lappeenranta' }, { municipalities: ['Lappeenranta'] })).toBe('pass');
    expect(outcome('region', { municipality: 'Oulu' }, { municipalities: ['Lappeenranta'] })).toBe('manual');
  });
});

describe('place_available', () => {
  it.each([
    [null, 90, 'pass'],
    [10, 9, 'pass'],
    [10, 10, 'manual'],
  ] as const)('%s places, %i taken: %s', (places, taken, said) => {
    expect(outcome('place_available', { places, taken })).toBe(said);
  });
});

describe('not_excluded', () => {
  it.each([
    [null, 'pass'],
    ['2026-03-02', 'pass'],
    ['2026-03-03', 'fail'],
  ] as const)('a membership ended for a cause on %s: %s', (terminatedOn, said) => {
    expect(outcome('not_excluded', { terminatedOn }, { months: 12 })).toBe(said);
  });

  it('fails whoever is suspended', () => {
    expect(outcome('not_excluded', { suspended: true })).toBe('fail');
  });
});

describe('the rules of a site', () => {
  it('each say why', () => {
    const rules = checkNames.map((check) => ({ code: check, check, parameters: {}, active: true }));
    const said = eligibilityOf(rules, facts);
    expect(said.map(({ code }) => code)).toEqual(checkNames);
    expect(said.every(({ reason }) => reason.length > 5)).toBe(true);
  });

  it('say nothing while they rest', () => {
    expect(eligibilityOf([{ code: 'age', check: 'minimum_age', parameters: {}, active: false }], facts)).toEqual([]);
  });

  it('leave it to a person when the check is not known', () => {
    const rule = { code: 'old', check: 'moon_phase' as 'region', parameters: {}, active: true };
    expect(eligibilityOf([rule], facts)).toEqual([
      {
        code: 'old',
        outcome: 'manual',
        because: 'check_unknown',
        facts: { check: 'moon_phase' },
        reason: 'The house knows no check named moon_phase.',
      },
    ]);
  });
});
