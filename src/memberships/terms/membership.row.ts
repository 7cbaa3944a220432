import { EndReason, MembershipStatus } from './membership.rules';
import { Dates, PauseStatus, RenewalStatus, TermKind } from './term.rules';

/** The pinned version of the plan of a membership. */
export interface PinnedPlan {
  id: string;
  planId: string;
  code: string;
  version: number;
  texts: Partial<Record<string, { name: string }>>;
  termMonths: number;
  maxRenewals: number;
  totalMonths: number;
  priceCents: number;
  normalPriceCents: number;
  noticeDays: number;
  maxPauses: number;
  pauseDays: number;
  pauseEdgeDays: number;
  pauseExtendsTerm: boolean;
  needs: 'nothing' | 'home_membership' | 'lead_membership';
  allowances: { kind: string; amount: number | null; shared: boolean }[];
}

/** A pinned version of a document. */
export interface PinnedDocument {
  id: string;
  version: number;
  hash: string;
}

/** A membership with everything that hangs on it, as commands judge it and screens show it. */
export interface MembershipRow {
  id: string;
  siteId: string;
  timeZone: string;
  personId: string;
  personName: string;
  applicationId: string | null;
  ventureId: string | null;
  leadMembershipId: string | null;
  status: MembershipStatus;
  startsOn: string;
  endsOn: string | null;
  offerExpiresAt: Date;
  acceptedAt: Date | null;
  noticeGivenOn: string | null;
  suspendedReason: string | null;
  suspendedAt: Date | null;
  reviewOn: string | null;
  suspensionAnswer: string | null;
  endedAt: Date | null;
  endReason: EndReason | null;
  endNote: string | null;
  version: number;
  plan: PinnedPlan;
  agreement: PinnedDocument;
  houseRules: PinnedDocument;
  terms: (Dates & { id: string; kind: TermKind })[];
  pauses: (Dates & { id: string; status: PauseStatus; reason: string | null; answer: string | null })[];
  renewals: {
    id: string;
    status: RenewalStatus;
    noOwnOffice: boolean;
    progress: string;
    agreementVersionId: string;
    houseRulesVersionId: string;
    acceptanceHash: string;
    requestedAt: string;
    review: string | null;
    reason: string | null;
  }[];
}

/** The rows of memberships; append a condition on `m`. Terms and pauses are in order of their first day. */
export const membershipRows = `
  select m.id, m.site_id as "siteId", s.time_zone as "timeZone", m.person_id as "personId", p.full_name as "personName",
    m.application_id as "applicationId", m.venture_id as "ventureId", m.lead_membership_id as "leadMembershipId", m.status,
    m.starts_on as "startsOn", m.ends_on as "endsOn", m.offer_expires_at as "offerExpiresAt", m.accepted_at as "acceptedAt",
    m.notice_given_on as "noticeGivenOn", m.suspended_reason as "suspendedReason", m.suspended_at as "suspendedAt",
    m.review_on as "reviewOn", m.suspension_answer as "suspensionAnswer", m.ended_at as "endedAt",
    m.end_reason as "endReason", m.end_note as "endNote", m.version,
    jsonb_build_object('id', v.id, 'planId', v.plan_id, 'code', l.code, 'version', v.version, 'texts', v.texts,
      'termMonths', v.term_months, 'maxRenewals', v.max_renewals, 'totalMonths', v.total_months,
      'priceCents', v.price_cents, 'normalPriceCents', v.normal_price_cents, 'noticeDays', v.notice_days,
      'maxPauses', v.max_pauses, 'pauseDays', v.pause_days, 'pauseEdgeDays', v.pause_edge_days,
      'pauseExtendsTerm', v.pause_extends_term, 'needs', v.needs,
      'allowances', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'amount', amount::float8, 'shared', shared) order by kind), '[]')
        from plan_allowance where plan_version_id = v.id)) as plan,
    jsonb_build_object('id', a.id, 'version', a.version, 'hash', a.hash) as agreement,
    jsonb_build_object('id', h.id, 'version', h.version, 'hash', h.hash) as "houseRules",
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'startsOn', starts_on, 'endsOn', ends_on)
       order by starts_on), '[]') from membership_term where membership_id = m.id) as terms,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'startsOn', starts_on, 'endsOn', ends_on, 'status', status,
       'reason', reason, 'answer', answer) order by starts_on, id), '[]') from pause where membership_id = m.id) as pauses,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'status', status, 'noOwnOffice', no_own_office,
       'progress', progress, 'agreementVersionId', agreement_version_id, 'houseRulesVersionId', house_rules_version_id,
       'acceptanceHash', acceptance_hash, 'requestedAt', requested_at, 'review', review, 'reason', reason)
       order by requested_at), '[]') from renewal_request where membership_id = m.id) as renewals
  from membership m
  join site s on s.id = m.site_id
  join person p on p.id = m.person_id
  join plan l on l.id = m.plan_id
  join plan_version v on v.id = m.plan_version_id
  join document_version a on a.id = m.agreement_version_id
  join document_version h on h.id = m.house_rules_version_id`;
