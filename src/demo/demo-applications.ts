import { EntityManager } from 'typeorm';
import { newId } from '../kernel/id';
import { LocalDate, localDate, plusDays } from '../kernel/site-time';
import { Answers } from '../memberships/intake/answers';
import { ApplicationStatus, Recommendation, Scores } from '../memberships/intake/application.rules';
import { EligibilityCase, eligibilityOf } from '../memberships/intake/eligibility.rules';
import { demoEligibility } from './demo-plans';

/** An application of the demonstration, by an applicant and for a plan. */
interface DemoApplication {
  applicant: string;
  plan: string;
  status: ApplicationStatus;
  /** How many days ago it was handed in. */
  submitted: number | null;
  answers: Answers;
  returned?: string;
  decision?: string;
  reviews?: { reviewer: string; scores: Scores; recommendation: Recommendation; comment: string }[];
}

const applicants = 'applicants.oasis.example';
const noCompany = { founded: false };

const demoApplications: readonly DemoApplication[] = [
  {
    applicant: `veera.ojala@${applicants}`,
    plan: 'idea-pass',
    status: 'draft',
    submitted: null,
    answers: { idea: 'Old sails become bags that last.', sector: 'circular_economy' },
  },
  {
    applicant: `ilmari.peltonen@${applicants}`,
    plan: 'launch',
    status: 'submitted',
    submitted: 1,
    answers: {
      ageBand: '25_29',
      municipality: 'Taipalsaari',
      idea: 'A float that tells how clean the bathing water is.',
      problem: 'Samples take two days; by then the weekend is over.',
      customer: 'Municipalities with beaches, camping sites.',
      solution: 'A float measures each hour and sends the numbers home.',
      novelty: 'The sensor cleans itself.',
      sector: 'ict',
      stage: 'problem_solution_fit',
      evidence: { interviews: 18, prototype: true, sales: false },
      company: noCompany,
      needs: ['sales', 'funding'],
      weeklyDays: 3,
    },
  },
  {
    applicant: `mei.chen@${applicants}`,
    plan: 'launch',
    status: 'returned',
    submitted: 6,
    returned: 'Please tell who would pay for it, and whether you have talked with any of them.',
    answers: {
      ageBand: '18_24',
      municipality: 'Lappeenranta',
      affiliation: { kind: 'student', institution: 'LUT' },
      idea: 'Lecture notes that translate themselves.',
      problem: 'Exchange students miss half of what is said.',
      customer: 'Students.',
      solution: 'Live captions with the terms of the course.',
      sector: 'education',
      stage: 'idea',
      company: noCompany,
    },
  },
  {
    applicant: `joonas.rautio@${applicants}`,
    plan: 'launch',
    status: 'under_review',
    submitted: 9,
    answers: {
      ageBand: '35_54',
      municipality: 'Imatra',
      idea: 'Spare parts of paper machines, printed on the spot.',
      problem: 'A stopped machine costs more in an hour than the part.',
      customer: 'Mills in the region.',
      solution: 'Scanned parts, certified powder, a printer in a container.',
      sector: 'manufacturing',
      stage: 'mvp',
      evidence: { interviews: 25, prototype: true, sales: true },
      company: noCompany,
      weeklyDays: 4,
    },
    reviews: [
      {
        reviewer: 'coach@oasis.example',
        scores: { team: 4, problem: 5, novelty: 3, feasibility: 4, fit: 4, need: 4 },
        recommendation: 'approve',
        comment: 'Has sold before building. Needs help with contracts.',
      },
    ],
  },
  {
    applicant: `anastasia.volkova@${applicants}`,
    plan: 'idea-pass',
    status: 'under_review',
    submitted: 12,
    answers: {
      ageBand: '25_29',
      municipality: 'Lappeenranta',
      idea: 'Bilingual picture books that grow with the child.',
      problem: 'Families of two languages find books in neither.',
      customer: 'Parents, libraries.',
      solution: 'Printed on demand in any two of twelve languages.',
      sector: 'creative',
      stage: 'idea',
      company: noCompany,
    },
    reviews: [
      {
        reviewer: 'coach@oasis.example',
        scores: { team: 3, problem: 4, novelty: 4, feasibility: 4, fit: 5, need: 5 },
        recommendation: 'approve',
        comment: 'Small and honest.',
      },
      {
        reviewer: 'coach2@oasis.example',
        scores: { team: 4, problem: 4, novelty: 3, feasibility: 3, fit: 4, need: 5 },
        recommendation: 'approve',
        comment: 'Should talk with ten libraries in the first month.',
      },
    ],
  },
  {
    applicant: `petra.sundstrom@${applicants}`,
    plan: 'founder',
    status: 'waitlisted',
    submitted: 20,
    decision: 'All Founder desks are promised until spring; you are the first on the list.',
    answers: {
      ageBand: '35_54',
      municipality: 'Lappeenranta',
      idea: 'Heat of server rooms for greenhouses.',
      problem: 'Heat is thrown away beside plants that are heated.',
      customer: 'Growers near data centres.',
      solution: 'A heat exchanger for rent, with a promise of temperature.',
      sector: 'energy',
      stage: 'company_founded',
      company: { founded: true, name: 'Lämpölehti Oy' },
    },
  },
  {
    applicant: `kalle.aalto@${applicants}`,
    plan: 'launch',
    status: 'rejected',
    submitted: 25,
    decision:
      'You need a workshop with ventilation more than a desk. The workshop in Mikkeli has one; we have told them.',
    answers: {
      ageBand: '55_or_more',
      municipality: 'Luumäki',
      idea: 'Canoes of birch that weigh ten kilograms.',
      problem: 'Canoes are heavy.',
      customer: 'People who paddle alone.',
      solution: 'Laminated in moulds.',
      sector: 'manufacturing',
      stage: 'mvp',
      company: noCompany,
    },
  },
];

/** Who applies in the demonstration; none of them signs in. */
export const demoApplicants: readonly { email: string; fullName: string; locale: 'en' | 'fi' | 'sv' | 'ru' }[] = [
  { email: `veera.ojala@${applicants}`, fullName: 'Veera Ojala', locale: 'fi' },
  { email: `ilmari.peltonen@${applicants}`, fullName: 'Ilmari Peltonen', locale: 'fi' },
  { email: `mei.chen@${applicants}`, fullName: 'Mei Chen', locale: 'en' },
  { email: `joonas.rautio@${applicants}`, fullName: 'Joonas Rautio', locale: 'fi' },
  { email: `anastasia.volkova@${applicants}`, fullName: 'Anastasia Volkova', locale: 'ru' },
  { email: `petra.sundstrom@${applicants}`, fullName: 'Petra Sundström', locale: 'sv' },
  { email: `kalle.aalto@${applicants}`, fullName: 'Kalle Aalto', locale: 'fi' },
];

const day = 24 * 60 * 60_000;

/** Lays down applications in every interesting state at a site whose plans are there. `people` are ids by address. */
export async function loadApplications(
  tx: EntityManager,
  site: { id: string; timeZone: string },
  people: Map<string, string>,
  now: Date,
): Promise<void> {
  const today = localDate(now, site.timeZone);
  for (const application of demoApplications) {
    const id = await writeApplication(tx, site.id, application, people, { now, today });
    await judge(tx, id, application, { now, today });
    for (const { reviewer, scores, recommendation, comment } of application.reviews ?? []) {
      await tx.query(
        `insert into application_review (id, application_id, reviewer_id, scores, recommendation, comment, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), id, people.get(reviewer), JSON.stringify(scores), recommendation, comment, ago(now, 2)],
      );
    }
  }
}

async function writeApplication(
  tx: EntityManager,
  siteId: string,
  { applicant, plan, status, submitted, answers, returned, decision }: DemoApplication,
  people: Map<string, string>,
  { now, today }: { now: Date; today: LocalDate },
): Promise<string> {
  const id = newId();
  const submittedAt = submitted === null ? null : ago(now, submitted);
  const decidedAt = decision === undefined ? null : ago(now, 3);
  await tx.query(
    `insert into application (id, site_id, person_id, plan_id, status, answers, starts_on, no_own_office, created_at,
       updated_at, submitted_at, return_reason, return_deadline, decided_at, decided_by, decision_reason, notified_at)
     values ($1, $2, $3, (select id from plan where site_id = $2 and code = $4), $5, $6, $7, $8, $9, $10, $11, $12, $13,
       $14, $15, $16, $14)`,
    [
      id,
      siteId,
      people.get(applicant),
      plan,
      status,
      JSON.stringify(answers),
      plusDays(today, 21),
      status !== 'draft',
      ago(now, (submitted ?? 0) + 2),
      decidedAt ?? submittedAt ?? ago(now, 1),
      submittedAt,
      returned,
      returned === undefined ? null : new Date(now.getTime() + 10 * day),
      decidedAt,
      decision === undefined ? null : people.get('manager@oasis.example'),
      decision,
    ],
  );
  return id;
}

/** What the rules of the site said when it was handed in. */
async function judge(
  tx: EntityManager,
  id: string,
  { submitted, answers }: DemoApplication,
  { now, today }: { now: Date; today: LocalDate },
): Promise<void> {
  if (submitted === null) return;
  const { ageBand, municipality, sector, company } = answers;
  const facts: EligibilityCase = {
    today,
    noOwnOffice: true,
    ageBand: ageBand ?? undefined,
    municipality: municipality ?? undefined,
    sector: sector ?? undefined,
    company: company ?? undefined,
    places: null,
    taken: 0,
    terminatedOn: null,
    suspended: false,
  };
  await tx.query(
    `insert into eligibility_result (application_id, code, outcome, because, facts, reason, judged_at)
     select $1, code, outcome, because, facts, reason, $3
     from jsonb_to_recordset($2) as r (code text, outcome text, because text, facts jsonb, reason text)`,
    [id, JSON.stringify(eligibilityOf(demoEligibility, facts)), ago(now, submitted)],
  );
}

function ago(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}
