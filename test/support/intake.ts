import type { Response } from 'supertest';
import { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { documentHash } from '../../src/memberships/plans/document-hash';
import { NewPlanVersion } from '../../src/memberships/plans/plan.store';
import { Database } from '../../src/platform/database/database';
import { anAccount, signIn } from './account';
import { aPlan, aSite, SiteOptions } from './house';
import { Oasis } from './oasis';

const longAgo = new Date('2026-01-01T00:00:00Z');

/** The same words in every language of the house. */
export function inAllLanguages<T>(words: T): Record<'en' | 'fi' | 'sv' | 'ru', T> {
  return { en: words, fi: words, sv: words, ru: words };
}

/** A version of a plan as a manager would publish it. */
export const launch: NewPlanVersion = {
  texts: {
    en: { name: 'Launch', summary: 'From the first customer to the plan.' },
    fi: { name: 'Lähtö', summary: 'Ensimmäisestä asiakkaasta suunnitelmaan.' },
    sv: { name: 'Start', summary: 'Från första kunden till planen.' },
    ru: { name: 'Запуск', summary: 'От первого клиента до плана.' },
  },
  termMonths: 6,
  maxRenewals: 1,
  totalMonths: 12,
  priceCents: 3000,
  normalPriceCents: 16000,
  allowances: [
    { kind: 'desk_days', amount: null },
    { kind: 'room_minutes', amount: 600 },
  ],
  pause: { most: 1, days: 30 },
  access: 'evenings',
  eveningCloses: '22:00',
};

/** Agreement and house rules of a site in one version each. */
export async function documents(db: Database, siteId: string): Promise<void> {
  for (const kind of ['agreement', 'house_rules']) {
    const text = { title: kind, body: 'Be kind.\n\nLeave nothing behind.' };
    await db.read(
      `insert into document_version (id, site_id, kind, version, published_at, binding_locale, texts, hash)
       values ($1, $2, $3, 1, $4, 'en', $5, $6)`,
      [newId(), siteId, kind, longAgo, JSON.stringify(inAllLanguages(text)), documentHash(text)],
    );
  }
}

/** A site that takes applications: with documents to agree to, and a plan. */
export async function aSiteWithPlan(
  db: Database,
  { places = null, ...options }: SiteOptions & { places?: number | null } = {},
): Promise<{ siteId: string; planId: string; planVersionId: string }> {
  const { id: siteId } = await aSite(db, options);
  await documents(db, siteId);
  const { planId, versionId } = await aPlan(db, siteId);
  await db.read('update plan set places = $2 where id = $1', [planId, places]);
  return { siteId, planId, planVersionId: versionId };
}

/** Answers that leave nothing open. */
export const wholeAnswers = {
  ageBand: '25_29',
  municipality: 'Lappeenranta',
  idea: 'Sensors that tell when a bridge is tired.',
  problem: 'Nobody knows how tired a bridge is.',
  customer: 'Towns with many bridges and few engineers.',
  solution: 'A sensor that is glued on in ten minutes.',
  sector: 'ict',
  stage: 'problem_solution_fit',
  company: { founded: false },
} as const;

export interface ApplicationOptions {
  status?: string;
  planId?: string | null;
  answers?: object;
  startsOn?: string | null;
  submittedAt?: Date;
  returnDeadline?: Date;
  decidedBy?: string | null;
  notifiedAt?: Date | null;
}

/** An application of a person, complete and under review, or as the options say. */
export async function anApplication(
  db: Database,
  siteId: string,
  personId: string,
  options: ApplicationOptions = {},
): Promise<string> {
  const { status = 'under_review', planId = null, answers = wholeAnswers, startsOn = '2027-04-01' } = options;
  const { submittedAt = longAgo, decidedBy = null, notifiedAt = null } = options;
  const isDecided = ['approved', 'waitlisted', 'rejected'].includes(status);
  const id = newId();
  await db.read(
    `insert into application (id, site_id, person_id, plan_id, status, answers, starts_on, no_own_office, created_at,
       updated_at, submitted_at, return_reason, return_deadline, decided_at, decided_by, decision_reason, notified_at)
     values ($1, $2, $3, $4, $5, $6, $7, true, $8, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      siteId,
      personId,
      planId,
      status,
      JSON.stringify(answers),
      startsOn,
      longAgo,
      status === 'draft' ? null : submittedAt,
      status === 'returned' ? 'The problem is missing.' : null,
      status === 'returned' ? (options.returnDeadline ?? new Date('2030-01-01T00:00:00Z')) : null,
      isDecided ? longAgo : null,
      isDecided ? decidedBy : null,
      isDecided ? 'As it was.' : null,
      notifiedAt,
    ],
  );
  return id;
}

/** What a rule of eligibility said of an application. */
export async function aResult(db: Database, applicationId: string, code: string, outcome: string): Promise<void> {
  await db.read(
    `insert into eligibility_result (application_id, code, outcome, reason, judged_at) values ($1, $2, $3, 'So it is.', $4)`,
    [applicationId, code, outcome, longAgo],
  );
}

/** Somebody who is signed in: sends requests with their token. */
export interface Caller {
  id: string;
  get(path: string): Promise<Response>;
  send(
    method: 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Response>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Response>;
}

/** Signs somebody in who holds some roles. */
export async function aCaller(
  oasis: Oasis,
  roles: { role: Role; siteId: string | null }[] = [],
  fullName?: string,
): Promise<Caller> {
  const account = await anAccount(oasis, { roles, fullName });
  const { accessToken } = await signIn(oasis, account);
  const authorization = `Bearer ${accessToken}`;
  const send: Caller['send'] = (method, path, body, headers = {}) =>
    oasis.http[method](`/api/v1${path}`)
      .set({ authorization, ...headers })
      .send(body);
  return {
    id: account.id,
    get: (path) => oasis.http.get(`/api/v1${path}`).set({ authorization }),
    send,
    post: (path, body, headers) => send('post', path, body, headers),
  };
}
