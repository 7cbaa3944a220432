import type { Answers, Application } from '../../shared/api/views';
import { sectors } from '../../shared/membership/sectors';

export const ageBands = ['under_18', '18_24', '25_29', '30_34', '35_54', '55_or_more'] as const;
export const affiliations = ['none', 'student', 'researcher', 'employee', 'job_seeker', 'other'] as const;
export const stages = ['idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded'] as const;
export const ideaOwners = ['applicant', 'team', 'university', 'employer', 'unclear'] as const;
export const disclosures = ['secret', 'told_in_confidence', 'published'] as const;

/** What nobody can be judged without, in the order of the form. */
export const required = [
  'ageBand',
  'municipality',
  'idea',
  'problem',
  'customer',
  'solution',
  'sector',
  'stage',
  'company',
  'startsOn',
] as const;
export type Required = (typeof required)[number];

/** The form as a person sees it: everything is a text until it is sent. */
export interface Fields {
  ageBand: string;
  municipality: string;
  phone: string;
  affiliation: string;
  idea: string;
  problem: string;
  customer: string;
  solution: string;
  novelty: string;
  sector: string;
  stage: string;
  ideaOwner: string;
  disclosure: string;
  interviews: string;
  prototype: boolean;
  sales: boolean;
  company: '' | 'no' | 'yes';
  registeredOn: string;
  companyName: string;
  team: string;
  weeklyDays: string;
  startsOn: string;
  noOwnOffice: boolean;
}

/** What was filled in before. */
export function fieldsOf({ answers, startsOn, noOwnOffice }: Application): Fields {
  const { evidence, company } = answers;
  return {
    ageBand: answers.ageBand ?? '',
    municipality: answers.municipality ?? '',
    phone: answers.phone ?? '',
    affiliation: answers.affiliation?.kind ?? '',
    idea: answers.idea ?? '',
    problem: answers.problem ?? '',
    customer: answers.customer ?? '',
    solution: answers.solution ?? '',
    novelty: answers.novelty ?? '',
    sector: answers.sector ?? '',
    stage: answers.stage ?? '',
    ideaOwner: answers.ideaOwner ?? '',
    disclosure: answers.disclosure ?? '',
    interviews: evidence?.interviews?.toString() ?? '',
    prototype: evidence?.prototype ?? false,
    sales: evidence?.sales ?? false,
    company: company ? (company.founded ? 'yes' : 'no') : '',
    registeredOn: company?.registeredOn ?? '',
    companyName: company?.name ?? '',
    team: answers.team?.map(({ name }) => name).join('\n') ?? '',
    weeklyDays: answers.weeklyDays?.toString() ?? '',
    startsOn: startsOn ?? '',
    noOwnOffice,
  };
}

/** One of a list, or nothing. */
function oneOf<T extends string>(list: readonly T[], value: string): T | null {
  return list.find((each) => each === value) ?? null;
}

const words = (value: string) => value.trim() || null;

/** A whole number in its range, or nothing. */
function count(value: string, most: number): number | null {
  const number = Number(value);
  return value.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= most ? number : null;
}

/** The form as the server takes it; what is empty is taken back. */
export function answersOf(fields: Fields): Answers {
  const affiliation = oneOf(affiliations, fields.affiliation);
  const interviews = count(fields.interviews, 10_000);
  const evidence = {
    ...(interviews !== null && { interviews }),
    ...(fields.prototype && { prototype: true }),
    ...(fields.sales && { sales: true }),
  };
  const team = fields.team.split('\n').flatMap((line) => (line.trim() ? [{ name: line.trim().slice(0, 120) }] : []));
  return {
    ageBand: oneOf(ageBands, fields.ageBand),
    municipality: words(fields.municipality),
    phone: words(fields.phone),
    affiliation: affiliation && { kind: affiliation },
    idea: words(fields.idea),
    problem: words(fields.problem),
    customer: words(fields.customer),
    solution: words(fields.solution),
    novelty: words(fields.novelty),
    sector: oneOf(sectors, fields.sector),
    stage: oneOf(stages, fields.stage),
    ideaOwner: oneOf(ideaOwners, fields.ideaOwner),
    disclosure: oneOf(disclosures, fields.disclosure),
    evidence: Object.keys(evidence).length > 0 ? evidence : null,
    company:
      fields.company === ''
        ? null
        : {
            founded: fields.company === 'yes',
            ...(fields.company === 'yes' && fields.registeredOn && { registeredOn: fields.registeredOn }),
            ...(fields.company === 'yes' && words(fields.companyName) && { name: fields.companyName.trim() }),
          },
    team: team.length > 0 ? team.slice(0, 20) : null,
    weeklyDays: count(fields.weeklyDays, 7),
  };
}

/** Only what differs: an answer that is told nowhere else on the form stays as it was. */
export function changed(before: Answers, after: Answers): Answers {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Answers]),
    ),
  );
}

/** What is still missing, by the fields of the form. */
export function missing(fields: Fields): Required[] {
  return required.filter((name) => fields[name].trim() === '');
}
