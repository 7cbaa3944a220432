import { Temporal } from 'temporal-polyfill';
import { Rule } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';
import { AgeBand } from './answers.rules';

export const outcomes = ['pass', 'fail', 'manual'] as const;
/** What a rule of eligibility says; `manual` leaves it to a person. */
export type Outcome = (typeof outcomes)[number];

export const grounds = [
  'age_unknown',
  'old_enough',
  'too_young',
  'perhaps_too_young',
  'company_unknown',
  'no_company',
  'company_undated',
  'company_young',
  'company_old',
  'sector_unknown',
  'sector_named',
  'sector_not_named',
  'municipality_unknown',
  'in_region',
  'outside_region',
  'places_unlimited',
  'place_free',
  'places_taken',
  'suspended',
  'nothing_known',
  'terminated',
  'terminated_long_ago',
  'no_own_office',
  'own_office',
  'check_unknown',
] as const;
/** Why a rule says what it says: a code, which everybody reads in their own language. */
export type Ground = (typeof grounds)[number];

/** What a rule said of an application, and why: as a code with its facts, and in the words of the house. */
export interface Judgement {
  outcome: Outcome;
  because: Ground;
  facts: Record<string, string | number>;
  reason: string;
}

/** What a rule of a site needs to know beside its check. */
export interface EligibilityParameters {
  years?: number;
  months?: number;
  sectors?: string[];
  municipalities?: string[];
}

/** What a site asks of applicants: a check that the code knows, with its parameters. */
export interface SiteRule {
  code: string;
  check: CheckName;
  parameters: EligibilityParameters;
  active: boolean;
}

/** What an application is judged on when it is submitted. */
export interface EligibilityCase {
  today: LocalDate;
  noOwnOffice: boolean;
  ageBand?: AgeBand;
  municipality?: string;
  sector?: string;
  company?: { founded: boolean; registeredOn?: string };
  /** Null is no limit. */
  places: number | null;
  taken: number;
  /** The last day of a membership at the site that was ended for a cause, and whether one is suspended now. */
  terminatedOn: LocalDate | null;
  suspended: boolean;
}

type Check = (facts: EligibilityCase, parameters: EligibilityParameters) => Judgement;

type Says = (because: Ground, reason: string, facts?: Judgement['facts']) => Judgement;
const says =
  (outcome: Outcome): Says =>
  (because, reason, facts = {}) => ({ outcome, because, facts, reason });
const [pass, fail, manual] = [says('pass'), says('fail'), says('manual')];

/** The ages of a band in years, both included. */
const ages: Record<AgeBand, [least: number, most: number]> = {
  under_18: [0, 17],
  '18_24': [18, 24],
  '25_29': [25, 29],
  '30_34': [30, 34],
  '35_54': [35, 54],
  '55_or_more': [55, 150],
};

function minimumAge({ ageBand }: EligibilityCase, { years = 18 }: EligibilityParameters): Judgement {
  if (ageBand === undefined) return manual('age_unknown', 'No age was told.');
  const [least, most] = ages[ageBand];
  if (least >= years) return pass('old_enough', `At least ${years} years old.`, { years });
  return most < years
    ? fail('too_young', `Members are at least ${years} years old.`, { years })
    : manual('perhaps_too_young', `May be younger than ${years} years.`, { years });
}

function companyYoungerThan({ company, today }: EligibilityCase, { months = 12 }: EligibilityParameters): Judgement {
  if (company === undefined) return manual('company_unknown', 'Nothing was told about a company.');
  if (!company.founded) return pass('no_company', 'No company has been founded yet.');
  if (company.registeredOn === undefined)
    return manual('company_undated', 'The company has no date of registration yet.');
  const oldest = Temporal.PlainDate.from(today).subtract({ months }).toString();
  return company.registeredOn > oldest
    ? pass('company_young', `The company is younger than ${months} months.`, { months })
    : fail('company_old', `The company was registered ${months} months ago or earlier.`, { months });
}

function sectorAllowed({ sector }: EligibilityCase, { sectors = [] }: EligibilityParameters): Judgement {
  if (sector === undefined) return manual('sector_unknown', 'No sector was told.');
  return sectors.includes(sector)
    ? pass('sector_named', 'The sector is one of those of the site.')
    : fail('sector_not_named', 'The sector is not one of those of the site.');
}

function region({ municipality }: EligibilityCase, { municipalities = [] }: EligibilityParameters): Judgement {
  if (municipality === undefined) return manual('municipality_unknown', 'No municipality was told.');
  const isNear = municipalities.some((each) => each.toLowerCase() === municipality.toLowerCase());
  return isNear
    ? pass('in_region', 'Lives in the region of the site.')
    : manual('outside_region', `${municipality} is outside the region of the site.`, { municipality });
}

function placeAvailable({ places, taken }: EligibilityCase): Judgement {
  if (places === null) return pass('places_unlimited', 'The plan has no limit of places.');
  return taken < places
    ? pass('place_free', 'A place is free.')
    : manual('places_taken', 'All places of the plan are taken now; there is a waiting list.');
}

function notExcluded(facts: EligibilityCase, { months = 12 }: EligibilityParameters): Judgement {
  const { terminatedOn, suspended, today } = facts;
  if (suspended) return fail('suspended', 'A membership at this site is suspended.');
  if (terminatedOn === null) return pass('nothing_known', 'Nothing is known that speaks against it.');
  const until = Temporal.PlainDate.from(terminatedOn).add({ months }).toString();
  return today < until
    ? fail('terminated', `A membership at this site was ended for a cause; a new one is possible from ${until}.`, {
        until,
      })
    : pass('terminated_long_ago', `A membership at this site was ended for a cause more than ${months} months ago.`, {
        months,
      });
}

function noOwnOffice(facts: EligibilityCase): Judgement {
  return facts.noOwnOffice
    ? pass('no_own_office', 'Declared to have no office of their own.')
    : fail('own_office', 'Has not declared to have no office of their own.');
}

/** Every check that a rule of a site can name. */
const checks = {
  minimum_age: minimumAge,
  no_own_office: noOwnOffice,
  company_younger_than: companyYoungerThan,
  sector_allowed: sectorAllowed,
  region,
  place_available: placeAvailable,
  not_excluded: notExcluded,
} satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;
export const checkNames = Object.keys(checks) as CheckName[];

/** What each active rule of a site says, in their order. */
export function eligibilityOf(rules: readonly SiteRule[], facts: EligibilityCase): (Judgement & { code: string })[] {
  return rules
    .filter(({ active }) => active)
    .map(({ code, check, parameters }) => ({ code, ...judgeBy(check, facts, parameters) }));
}

/** A rule that an older or newer house wrote down may name a check that this one does not know: then a person judges. */
function judgeBy(check: string, facts: EligibilityCase, parameters: EligibilityParameters): Judgement {
  const found = (checks as Partial<Record<string, Check>>)[check];
  return found
    ? found(facts, parameters)
    : manual('check_unknown', `The house knows no check named ${check}.`, { check });
}

/** The parameter without which a check says nothing. The others have a usual value, or need none. */
const needed: Partial<Record<CheckName, 'sectors' | 'municipalities'>> = {
  sector_allowed: 'sectors',
  region: 'municipalities',
};

const codesOnce: Rule<readonly SiteRule[]> = {
  name: 'eligibility_rule_once',
  judge: (rules) => {
    const codes = rules.map(({ code }) => code);
    return new Set(codes).size === codes.length
      ? undefined
      : { detail: 'Each rule has a code of its own.', facts: { codes } };
  },
};

const parametersGiven: Rule<readonly SiteRule[]> = {
  name: 'eligibility_parameters',
  judge: (rules) => {
    const lacking = rules.flatMap(({ code, check, parameters }) => {
      const name = needed[check];
      return name && !parameters[name]?.length ? [{ code, parameter: name }] : [];
    });
    return lacking.length === 0 ? undefined : { detail: 'A rule lacks what it needs to judge.', facts: { lacking } };
  },
};

/** The laws of the rules themselves. */
export const eligibilityRules: readonly Rule<readonly SiteRule[]>[] = [codesOnce, parametersGiven];
