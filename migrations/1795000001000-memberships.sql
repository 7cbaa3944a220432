-- Memberships: plans, applications, offers and terms, the allowance ledger, ventures.
-- Versions of plans and documents are immutable; what somebody agreed to can always be read again.

-- Plans ----------------------------------------------------------------------------------------------------------

create table plan (
  id uuid primary key,
  site_id uuid not null references site (id),
  code text not null,
  status text not null default 'active',
  -- How many memberships of the plan the site can hold at once; null is no limit. Read under the plan's lock.
  places smallint,
  created_at timestamptz not null,
  constraint plan_status check (status in ('active', 'retired')),
  constraint plan_places check (places > 0),
  constraint plan_code unique (site_id, code)
);

-- What a plan offers and asks. A change is a new version; memberships stay with the version they accepted.
create table plan_version (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  version smallint not null,
  published_at timestamptz not null,
  published_by uuid references person (id),
  -- { en: { name, summary }, fi: ..., sv: ..., ru: ... }
  texts jsonb not null,
  term_months smallint not null,
  max_renewals smallint not null,
  total_months smallint not null,
  price_cents integer not null,
  normal_price_cents integer not null,
  -- Days within which an offer must be accepted, and days of notice to leave.
  offer_days smallint not null default 14,
  notice_days smallint not null default 30,
  max_pauses smallint not null,
  pause_days smallint not null,
  pause_edge_days smallint not null default 7,
  pause_extends_term boolean not null default true,
  -- When its members may be inside: while the site is open, also until evening_closes, or at any hour.
  access text not null,
  evening_closes time,
  half_days boolean not null default false,
  -- Limits for the plan's members that replace those of the site's rule for the kind; null leaves the rule.
  desk_horizon_days smallint,
  room_horizon_days smallint,
  room_future_bookings smallint,
  room_longest_minutes smallint,
  -- Only beside a membership at a partner site (Visitor), or beside the lead's (Team seat).
  needs text not null default 'nothing',
  constraint plan_version_once unique (plan_id, version),
  constraint plan_version_term check (term_months between 1 and 60 and max_renewals >= 0 and total_months >= term_months),
  constraint plan_version_price check (price_cents >= 0 and normal_price_cents >= price_cents),
  constraint plan_version_days check (offer_days > 0 and notice_days >= 0 and max_pauses >= 0 and pause_days >= 0 and pause_edge_days >= 0),
  constraint plan_version_access check (access in ('opening_hours', 'evenings', 'all_day') and (access = 'evenings') = (evening_closes is not null)),
  constraint plan_version_needs check (needs in ('nothing', 'home_membership', 'lead_membership'))
);

-- What a plan version includes each month. No row is none; a null amount is unlimited.
create table plan_allowance (
  plan_version_id uuid not null references plan_version (id),
  kind text not null,
  amount numeric(8,1),
  -- Taken from the lead's wallet (team seats).
  shared boolean not null default false,
  primary key (plan_version_id, kind),
  constraint plan_allowance_kind check (kind in ('desk_days', 'room_minutes', 'coaching_minutes')),
  constraint plan_allowance_amount check (amount >= 0)
);

-- Agreements and house rules of a site, in versions. The binding text is the one in binding_locale.
create table document_version (
  id uuid primary key,
  site_id uuid not null references site (id),
  kind text not null,
  version smallint not null,
  published_at timestamptz not null,
  published_by uuid references person (id),
  binding_locale text not null,
  texts jsonb not null,
  hash text not null,
  constraint document_version_once unique (site_id, kind, version),
  constraint document_version_kind check (kind in ('agreement', 'house_rules')),
  constraint document_version_locale check (binding_locale in ('en', 'fi', 'sv', 'ru'))
);

-- pinned_terms: what was published is never changed.
create function pinned_terms() returns trigger language plpgsql as $$
begin
  raise exception 'a published version is never changed' using errcode = '23514', constraint = 'pinned_terms';
end $$;
create trigger pinned_terms before update or delete on plan_version for each row execute function pinned_terms();
create trigger pinned_terms before update or delete on plan_allowance for each row execute function pinned_terms();
create trigger pinned_terms before update or delete on document_version for each row execute function pinned_terms();

-- Ventures -------------------------------------------------------------------------------------------------------

create table venture (
  id uuid primary key,
  site_id uuid not null references site (id),
  name text not null,
  sentence text not null default '',
  sector text,
  stage text not null default 'idea',
  start_up_grant text not null default 'unknown',
  status text not null default 'active',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint venture_stage check (stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded')),
  constraint venture_start_up_grant check (start_up_grant in ('unknown', 'not_applying', 'waiting', 'decided')),
  constraint venture_status check (status in ('active', 'stopped'))
);
create index venture_site on venture (site_id);

create table venture_member (
  id uuid primary key,
  venture_id uuid not null references venture (id),
  person_id uuid not null references person (id),
  lead boolean not null default false,
  starts_on date not null,
  ends_on date,
  constraint venture_member_order check (ends_on is null or ends_on >= starts_on),
  -- A person belongs to a venture once at a time.
  constraint venture_member_once exclude using gist
    (venture_id with =, person_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index venture_member_person on venture_member (person_id);

-- Append-only; the present stage is the last approved one.
create table stage_transition (
  id uuid primary key,
  venture_id uuid not null references venture (id),
  from_stage text not null,
  to_stage text not null,
  status text not null,
  reason text,
  evidence text,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  decision_reason text,
  constraint stage_transition_status check (status in ('proposed', 'approved', 'returned')),
  constraint stage_transition_decided check ((status = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint reasoned_decision check (status <> 'returned' or decision_reason is not null),
  constraint stage_transition_stages check (
    from_stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded')
    and to_stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded') and from_stage <> to_stage)
);
create index stage_transition_venture on stage_transition (venture_id, proposed_at);
-- One question at a time.
create unique index stage_transition_open on stage_transition (venture_id) where status = 'proposed';

-- stage_history_append_only: a transition is never removed, and nothing of it changes but the decision, once.
create function stage_history_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status = 'proposed' and new.status <> 'proposed'
     and (new.id, new.venture_id, new.from_stage, new.to_stage, new.proposed_by, new.proposed_at)
         = (old.id, old.venture_id, old.from_stage, old.to_stage, old.proposed_by, old.proposed_at)
     and (new.reason, new.evidence) is not distinct from (old.reason, old.evidence) then
    return new;
  end if;
  raise exception 'the history of stages is only added to' using errcode = '23514', constraint = 'stage_history_append_only';
end $$;
create trigger stage_history_append_only before update or delete on stage_transition
  for each row execute function stage_history_append_only();

create table milestone (
  id uuid primary key,
  venture_id uuid not null references venture (id),
  stage text not null,
  title text not null,
  due_on date,
  done_at timestamptz,
  evidence text,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  constraint milestone_stage check (stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded'))
);
create index milestone_venture on milestone (venture_id);

create table company (
  id uuid primary key,
  venture_id uuid not null unique references venture (id),
  name text not null,
  business_id text not null,
  country text not null,
  registered_on date not null,
  created_at timestamptz not null,
  constraint company_facts unique (country, business_id)
);

-- Applications ---------------------------------------------------------------------------------------------------

create table application (
  id uuid primary key,
  site_id uuid not null references site (id),
  person_id uuid not null references person (id),
  plan_id uuid references plan (id),
  status text not null,
  -- The form as far as it is filled in.
  answers jsonb not null default '{}',
  starts_on date,
  no_own_office boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  return_reason text,
  return_deadline timestamptz,
  decided_at timestamptz,
  decided_by uuid references person (id),
  decision_reason text,
  notified_at timestamptz,
  constraint application_status check
    (status in ('draft', 'submitted', 'returned', 'under_review', 'approved', 'waitlisted', 'rejected', 'withdrawn', 'expired')),
  constraint no_own_office check (status in ('draft', 'withdrawn', 'expired') or no_own_office),
  constraint reasoned_decision check (status <> 'rejected' or decision_reason is not null),
  constraint application_return check (status <> 'returned' or (return_reason is not null and return_deadline is not null))
);
create index application_person on application (person_id);
create index application_site_status on application (site_id, status, submitted_at);
create index application_returned on application (return_deadline) where status = 'returned';
-- One open application of a person at a site.
create unique index application_open on application (person_id, site_id)
  where status in ('draft', 'submitted', 'returned', 'under_review', 'waitlisted');

-- Consents are facts of their own, given and withdrawn each for itself.
create table consent (
  id uuid primary key,
  person_id uuid not null references person (id),
  purpose text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consent_purpose check (purpose in ('public_profile', 'stories', 'newsletter', 'who_is_in', 'research'))
);
create unique index consent_once on consent (person_id, purpose) where withdrawn_at is null;

-- What a site asks of applicants, as data. A check is a name that the code knows, with its parameters.
create table eligibility_rule (
  id uuid primary key,
  site_id uuid not null references site (id),
  code text not null,
  check_name text not null,
  parameters jsonb not null default '{}',
  active boolean not null default true,
  constraint eligibility_rule_once unique (site_id, code)
);

create table eligibility_result (
  application_id uuid not null references application (id),
  code text not null,
  outcome text not null,
  reason text not null,
  judged_at timestamptz not null,
  overridden_by uuid references person (id),
  override_outcome text,
  override_reason text,
  primary key (application_id, code),
  constraint eligibility_result_outcome check (outcome in ('pass', 'fail', 'manual')),
  constraint eligibility_result_override check
    ((overridden_by is null and override_outcome is null and override_reason is null)
     or (overridden_by is not null and override_outcome in ('pass', 'fail') and override_reason is not null))
);

create table application_review (
  id uuid primary key,
  application_id uuid not null references application (id),
  reviewer_id uuid not null references person (id),
  scores jsonb not null,
  recommendation text not null,
  comment text not null default '',
  created_at timestamptz not null,
  constraint application_review_once unique (application_id, reviewer_id),
  constraint application_review_recommendation check (recommendation in ('approve', 'reject', 'unsure'))
);

-- Who may not decide about whom, and why.
create table conflict_of_interest (
  id uuid primary key,
  person_id uuid not null references person (id),
  about_id uuid not null references person (id),
  kind text not null,
  note text not null default '',
  declared_at timestamptz not null,
  ended_at timestamptz,
  constraint conflict_of_interest_kind check
    (kind in ('employment', 'family', 'financial_interest', 'competitor', 'supplier_or_client', 'co_applicant', 'earlier_complaint', 'other')),
  constraint conflict_of_interest_self check (person_id <> about_id)
);
create index conflict_of_interest_pair on conflict_of_interest (person_id, about_id);

-- Memberships ----------------------------------------------------------------------------------------------------

create table membership (
  id uuid primary key,
  site_id uuid not null references site (id),
  person_id uuid not null references person (id),
  application_id uuid references application (id),
  venture_id uuid references venture (id),
  plan_id uuid not null references plan (id),
  plan_version_id uuid not null references plan_version (id),
  agreement_version_id uuid not null references document_version (id),
  house_rules_version_id uuid not null references document_version (id),
  -- The membership whose wallet a team seat shares; the membership at home that a visitor's hangs on.
  lead_membership_id uuid references membership (id),
  status text not null,
  starts_on date not null,
  -- The last day; null until it is accepted. Notice and pauses move it.
  ends_on date,
  offer_expires_at timestamptz not null,
  accepted_at timestamptz,
  acceptance_hash text,
  notice_given_on date,
  suspended_reason text,
  suspended_at timestamptz,
  review_on date,
  -- What the person says to the suspension.
  suspension_answer text,
  -- When it lapsed or ended. The reason of an end stands before its last day has passed when a manager plans it.
  ended_at timestamptz,
  ended_by uuid references person (id),
  end_reason text,
  end_note text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint membership_status check (status in ('offered', 'scheduled', 'active', 'paused', 'suspended', 'lapsed', 'ended')),
  constraint membership_order check (ends_on is null or ends_on >= starts_on),
  constraint membership_acceptance check (status in ('offered', 'lapsed') or (accepted_at is not null and acceptance_hash is not null and ends_on is not null)),
  constraint membership_end_reason check (end_reason is null or end_reason in
    ('graduated', 'term_expired', 'resigned', 'terminated_for_cause', 'stopped_idea', 'transferred', 'site_closed', 'withdrawn')),
  constraint membership_ended check (status <> 'ended' or (end_reason is not null and ended_at is not null)),
  -- Who is suspended or sent away can read why.
  constraint reasoned_decision check
    ((status <> 'suspended' or (suspended_reason is not null and review_on is not null))
     and (end_reason is null or end_reason <> 'terminated_for_cause' or end_note is not null))
);
create index membership_person on membership (person_id, site_id);
create index membership_site_status on membership (site_id, status);
create index membership_plan_status on membership (plan_id, status);
create index membership_lead on membership (lead_membership_id) where lead_membership_id is not null;
create index membership_offer on membership (offer_expires_at) where status = 'offered';
create index membership_ends on membership (ends_on) where status in ('scheduled', 'active', 'paused', 'suspended');
-- no_overlapping_terms, first half: one membership of a person at a site that is not final.
create unique index membership_open on membership (person_id, site_id)
  where status in ('offered', 'scheduled', 'active', 'paused', 'suspended');

-- What somebody agreed to, and when; never changed.
create table acceptance (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  agreement_version_id uuid not null references document_version (id),
  house_rules_version_id uuid not null references document_version (id),
  hash text not null,
  accepted_at timestamptz not null
);
create index acceptance_membership on acceptance (membership_id, accepted_at);

create table membership_term (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  person_id uuid not null references person (id),
  site_id uuid not null references site (id),
  kind text not null,
  starts_on date not null,
  ends_on date not null,
  plan_version_id uuid not null references plan_version (id),
  created_at timestamptz not null,
  constraint membership_term_kind check (kind in ('initial', 'renewal', 'extension')),
  constraint membership_term_order check (ends_on >= starts_on),
  -- no_overlapping_terms, second half: the terms of a person at a site never overlap.
  constraint no_overlapping_terms exclude using gist
    (person_id with =, site_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index membership_term_membership on membership_term (membership_id, starts_on);

create table pause (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  starts_on date not null,
  ends_on date not null,
  status text not null,
  -- Why the person asks, and why the manager refuses.
  reason text,
  answer text,
  requested_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  constraint pause_status check (status in ('requested', 'approved', 'refused', 'cancelled')),
  constraint reasoned_decision check (status <> 'refused' or answer is not null),
  constraint pause_order check (ends_on >= starts_on),
  constraint pause_once exclude using gist (membership_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (status = 'approved')
);
create index pause_membership on pause (membership_id, starts_on);
create unique index pause_requested on pause (membership_id) where status = 'requested';

create table renewal_request (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  no_own_office boolean not null,
  progress text not null,
  -- The latest versions, accepted with the request; they bind from the renewal on.
  agreement_version_id uuid not null references document_version (id),
  house_rules_version_id uuid not null references document_version (id),
  acceptance_hash text not null,
  status text not null,
  requested_at timestamptz not null,
  review text,
  decided_by uuid references person (id),
  decided_at timestamptz,
  reason text,
  constraint renewal_request_status check (status in ('requested', 'approved', 'refused', 'cancelled')),
  constraint no_own_office check (no_own_office),
  -- renewal_cap: how many is counted under the membership's lock; none goes without a review.
  constraint renewal_cap check (status <> 'approved' or review is not null),
  constraint reasoned_decision check (status <> 'refused' or reason is not null)
);
create index renewal_request_membership on renewal_request (membership_id, requested_at);
create unique index renewal_request_open on renewal_request (membership_id) where status = 'requested';

-- The value of favourable terms, recorded with each term (normal price minus price).
create table benefit (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  term_id uuid not null unique references membership_term (id),
  company_id uuid references company (id),
  starts_on date not null,
  ends_on date not null,
  price_cents integer not null,
  normal_price_cents integer not null,
  created_at timestamptz not null
);
create index benefit_membership on benefit (membership_id);

-- The wallet -----------------------------------------------------------------------------------------------------

-- One account per membership, kind and month. `visiting` accounts are for bookings at partner sites.
-- ledger_balance: whatever happens at once, nothing is spent that was not granted.
create table allowance_account (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  kind text not null,
  visiting boolean not null default false,
  month date not null,
  unlimited boolean not null default false,
  granted numeric(8,1) not null default 0,
  held numeric(8,1) not null default 0,
  used numeric(8,1) not null default 0,
  constraint allowance_account_once unique (membership_id, kind, visiting, month),
  constraint allowance_account_kind check (kind in ('desk_days', 'room_minutes', 'coaching_minutes')),
  constraint allowance_account_month check (extract(day from month) = 1),
  constraint allowance_account_sums check (held >= 0 and used >= 0 and granted >= 0),
  constraint ledger_balance check (unlimited or held + used <= granted)
);

-- Every line has one cause and one key; lines are never changed. What is left is the sum of the amounts.
create table allowance_entry (
  id uuid primary key,
  account_id uuid not null references allowance_account (id),
  type text not null,
  amount numeric(8,1) not null,
  cause text not null,
  cause_id uuid not null,
  local_date date,
  key text not null unique,
  at timestamptz not null,
  constraint allowance_entry_type check (type in ('grant', 'hold', 'release', 'use', 'refund', 'lapse')),
  constraint allowance_entry_sign check (case when type in ('grant', 'release', 'refund') then amount > 0 else amount < 0 end),
  constraint allowance_entry_cause check (cause in ('month', 'booking', 'session', 'correction'))
);
create index allowance_entry_account on allowance_entry (account_id, at);
create index allowance_entry_cause_id on allowance_entry (cause_id);

-- Which membership covers a booking, fixed when it is made.
alter table booking add column membership_id uuid references membership (id);
create index booking_membership_start on booking (membership_id, starts_at);

-- No-shows -------------------------------------------------------------------------------------------------------

create table no_show_strike (
  id uuid primary key,
  person_id uuid not null references person (id),
  site_id uuid not null references site (id),
  booking_id uuid not null unique references booking (id),
  at timestamptz not null,
  -- Forgiven by a manager (appeal granted, exemption), with the reason.
  forgiven_at timestamptz,
  forgiven_by uuid references person (id),
  forgiven_reason text,
  appeal text,
  appealed_at timestamptz,
  -- Why it stands, when a manager does not forgive.
  appeal_answer text,
  answered_at timestamptz,
  answered_by uuid references person (id),
  constraint no_show_strike_forgiven check ((forgiven_at is null) = (forgiven_reason is null)),
  constraint no_show_strike_appeal check ((appeal is null) = (appealed_at is null)),
  constraint no_show_strike_answer check ((appeal_answer is null) = (answered_at is null) and (answered_at is null or appealed_at is not null))
);
create index no_show_strike_person on no_show_strike (person_id, site_id, at);

-- What a site has decided for itself: percent of its desks one venture may hold at any instant, and its no-show policy.
alter table site
  add column fair_share_percent smallint not null default 15,
  add column no_show_strikes smallint not null default 3,
  add column no_show_days smallint not null default 60,
  add column no_show_block_days smallint not null default 14,
  add constraint site_fair_share check (fair_share_percent between 1 and 100),
  add constraint site_no_show check (no_show_strikes > 0 and no_show_days > 0 and no_show_block_days >= 0);
