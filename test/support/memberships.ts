import { newId } from '../../src/kernel/id';
import { Actor } from '../../src/kernel/actor';
import { MembershipView } from '../../src/memberships/terms/membership.view';
import { TermsService } from '../../src/memberships/terms/terms.service';
import { Database } from '../../src/platform/database/database';
import { aPerson } from './house';
import { Oasis } from './oasis';

const longAgo = new Date('2026-01-01T00:00:00Z');

export interface PlanOptions {
  termMonths?: number;
  maxRenewals?: number;
  totalMonths?: number;
  offerDays?: number;
  noticeDays?: number;
  maxPauses?: number;
  pauseDays?: number;
  pauseEdgeDays?: number;
  pauseExtendsTerm?: boolean;
  needs?: 'nothing' | 'home_membership' | 'lead_membership';
}

/** A plan and its one version. */
export interface TestPlan {
  planId: string;
  versionId: string;
}

/** A plan like Launch: six months, once more, twelve in all, unlimited desks, ten hours of rooms. */
export async function aLaunchPlan(db: Database, siteId: string, options: PlanOptions = {}): Promise<TestPlan> {
  const [planId, versionId] = [newId(), newId()];
  await db.read(`insert into plan (id, site_id, code, created_at) values ($1, $2, $3, $4)`, [
    planId,
    siteId,
    `launch-${planId.slice(-12)}`,
    longAgo,
  ]);
  await db.read(
    `insert into plan_version (id, plan_id, version, published_at, texts, term_months, max_renewals, total_months,
       price_cents, normal_price_cents, offer_days, notice_days, max_pauses, pause_days, pause_edge_days,
       pause_extends_term, access, needs)
     values ($1, $2, 1, $3, $4, $5, $6, $7, 3000, 16000, $8, $9, $10, $11, $12, $13, 'opening_hours', $14)`,
    [
      versionId,
      planId,
      longAgo,
      JSON.stringify({
        en: { name: 'Launch', summary: 'For founders' },
        fi: { name: 'Lähtö', summary: 'Perustajille' },
      }),
      options.termMonths ?? 6,
      options.maxRenewals ?? 1,
      options.totalMonths ?? 12,
      options.offerDays ?? 14,
      options.noticeDays ?? 30,
      options.maxPauses ?? 1,
      options.pauseDays ?? 30,
      options.pauseEdgeDays ?? 7,
      options.pauseExtendsTerm ?? true,
      options.needs ?? 'nothing',
    ],
  );
  await db.read(
    `insert into plan_allowance (plan_version_id, kind, amount) values ($1, 'desk_days', null), ($1, 'room_minutes', 600)`,
    [versionId],
  );
  return { planId, versionId };
}

/** Publishes the next version of a document of a site; answers its id. */
export async function publish(db: Database, siteId: string, kind: 'agreement' | 'house_rules'): Promise<string> {
  const id = newId();
  await db.read(
    `insert into document_version (id, site_id, kind, version, published_at, binding_locale, texts, hash)
     select $1, $2, $3, count(*) + 1, $4, 'en', '{}', 'hash-' || $3 || '-' || count(*) + 1
     from document_version where site_id = $2 and kind = $3`,
    [id, siteId, kind, longAgo],
  );
  return id;
}

/** The first agreement and house rules of a site. */
export async function publishDocuments(db: Database, siteId: string): Promise<void> {
  await publish(db, siteId, 'agreement');
  await publish(db, siteId, 'house_rules');
}

export interface OfferOptions {
  startsOn: string;
  ventureId?: string | null;
}

/** Offers a membership as a manager's approval does; answers its id. */
export function anOffer(
  oasis: Oasis,
  siteId: string,
  personId: string,
  plan: TestPlan,
  { startsOn, ventureId = null }: OfferOptions,
): Promise<string> {
  const offered = { siteId, personId, applicationId: null, ventureId, planVersionId: plan.versionId, startsOn };
  return oasis.database.transaction(async (tx) =>
    oasis.get(TermsService).offer(tx, offered, await aPerson(oasis.database), oasis.clock.now()),
  );
}

/** Offers a membership and accepts it. */
export async function anAccepted(
  oasis: Oasis,
  siteId: string,
  person: Actor,
  plan: TestPlan,
  options: OfferOptions,
): Promise<MembershipView> {
  const id = await anOffer(oasis, siteId, person.personId, plan, options);
  return oasis.get(TermsService).accept(person, id, 1);
}

/** Every row that a command on memberships could change. */
export async function everything(db: Database): Promise<unknown> {
  const tables = [
    'membership',
    'membership_term',
    'acceptance',
    'pause',
    'renewal_request',
    'benefit',
    'role_grant',
    'allowance_account',
    'allowance_entry',
    'booking',
    'occupation',
    'audit_event',
  ];
  const contents = tables.map((table) => `(select jsonb_agg(t order by t::text) from ${table} t) as ${table}`);
  return db.read(`select ${contents.join(', ')}`);
}
