export const ageBands = ['under_18', '18_24', '25_29', '30_34', '35_54', '55_or_more'] as const;
/** How old somebody is; nobody needs to know the birthday. */
export type AgeBand = (typeof ageBands)[number];

export const affiliations = ['none', 'student', 'researcher', 'employee', 'job_seeker', 'other'] as const;
/** What somebody does beside the idea. */
export type AffiliationKind = (typeof affiliations)[number];

export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;
/** How well somebody speaks a language, in the levels of the Council of Europe. */
export type LanguageLevel = (typeof languageLevels)[number];

export const sectors = [
  'ict',
  'health',
  'energy',
  'circular_economy',
  'forest',
  'food',
  'manufacturing',
  'logistics',
  'tourism',
  'education',
  'creative',
  'services',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

export const ideaOwners = ['applicant', 'team', 'university', 'employer', 'unclear'] as const;
/** To whom the idea belongs. */
export type IdeaOwner = (typeof ideaOwners)[number];

export const disclosures = ['secret', 'told_in_confidence', 'published'] as const;
/** Who knows of the idea. */
export type Disclosure = (typeof disclosures)[number];
