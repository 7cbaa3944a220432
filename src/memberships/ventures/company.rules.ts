import { Rule } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';

/** What is known of a registered company. */
export interface CompanyFacts {
  name: string;
  businessId: string;
  /** ISO 3166 code of two letters. */
  country: string;
  registeredOn: LocalDate;
}

/** Weights of the digits before the check digit of a Finnish business ID (Y-tunnus). */
const weights = [7, 9, 10, 5, 8, 4, 2];

/**
 * Whether a text is a Finnish business ID: seven digits, a hyphen and the check digit, which brings the weighted sum to
 * a multiple of eleven. A remainder of one has no check digit, so such numbers are never given.
 */
export function isFinnishBusinessId(text: string): boolean {
  const parts = /^(\d{7})-(\d)$/.exec(text);
  if (!parts) return false;
  const [, digits = '', check = ''] = parts;
  const remainder = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
  return remainder !== 1 && Number(check) === (11 - remainder) % 11;
}

/** Whether the ID has the form that the register of the country gives; other countries are taken at their word. */
function hasForm({ businessId, country }: CompanyFacts): boolean {
  return country === 'FI' ? isFinnishBusinessId(businessId) : /^[A-Z0-9][A-Z0-9./-]{2,29}$/.test(businessId);
}

const companyFacts: Rule<CompanyFacts & { today: LocalDate }> = {
  name: 'company_facts',
  judge: ({ today, ...company }) => {
    if (!hasForm(company)) {
      const { businessId, country } = company;
      return { detail: 'This is not a business ID of that country.', facts: { businessId, country } };
    }
    return company.registeredOn <= today
      ? undefined
      : { detail: 'A company is registered today or before.', facts: { registeredOn: company.registeredOn, today } };
  },
};

/** The laws of a company. */
export const companyRules: readonly Rule<CompanyFacts & { today: LocalDate }>[] = [companyFacts];
