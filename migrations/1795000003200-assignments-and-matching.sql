-- Assignments: who never meets again, why a rule was overridden, what a pause froze.
alter table coaching_assignment
  -- Somebody of the two ended it: they are never paired again, whoever asks.
  add column parted boolean not null default false,
  -- Whether the pause of the membership put it on hold; then its end takes it up again.
  add column held_by_membership boolean not null default false,
  -- Why a manager offered it against rules that may be overridden, and which.
  add column override_reason text,
  add column overridden text[] not null default '{}',
  add constraint coaching_assignment_override check ((override_reason is null) = (overridden = '{}')),
  add constraint coaching_assignment_parted check (not parted or status = 'ended_early'),
  -- A pair that has parted and an open assignment of the same pair exclude each other, at any membership.
  add constraint never_again exclude using gist
    (coach_id with =, entrepreneur_id with =, (parted::integer) with <>)
    where (parted or status in ('offered', 'active', 'on_hold'));

-- Whom an entrepreneur would like as coach, or a coach would like to coach: three at most, the first most.
create table coaching_wish (
  person_id uuid not null references person (id),
  wished_id uuid not null references person (id),
  rank smallint not null,
  updated_at timestamptz not null,
  primary key (person_id, wished_id),
  constraint coaching_wish_rank check (rank between 1 and 3),
  constraint coaching_wish_once unique (person_id, rank),
  constraint coaching_wish_not_self check (person_id <> wished_id)
);
create index coaching_wish_wished on coaching_wish (wished_id);

-- A whole intake matched at once: what was asked, on what facts, under which weights, by which solver, and the draft.
create table matching_run (
  id uuid primary key,
  site_id uuid not null references site (id),
  goal text not null,
  status text not null,
  -- What was asked: memberships (null for all without a lead) and pairs that stay as they are.
  asked jsonb not null,
  -- The facts that the run was decided on, the weights and the solver with its version; null until it has begun.
  inputs jsonb,
  weights_version integer not null,
  solver text not null,
  result jsonb,
  failure text,
  requested_by uuid not null references person (id),
  attempts smallint not null default 0,
  started_at timestamptz,
  finished_at timestamptz,
  published_by uuid references person (id),
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint matching_run_goal check (goal in ('coverage', 'score')),
  constraint matching_run_status check (status in ('queued', 'running', 'draft', 'published', 'discarded', 'failed')),
  constraint matching_run_failure check ((status = 'failed') = (failure is not null)),
  constraint matching_run_result check (status not in ('draft', 'published') or (result is not null and inputs is not null)),
  constraint matching_run_published check ((status = 'published') = (published_at is not null))
);
create index matching_run_site on matching_run (site_id, created_at);
create index matching_run_open on matching_run (updated_at) where status in ('queued', 'running');

alter table coaching_assignment add foreign key (run_id) references matching_run (id);
create index coaching_assignment_run on coaching_assignment (run_id) where run_id is not null;

-- What a run proposes for one membership, and what became of it.
create table match_proposal (
  run_id uuid not null references matching_run (id),
  membership_id uuid not null references membership (id),
  entrepreneur_id uuid not null references person (id),
  -- None when nobody was left, or when a manager took the proposal back.
  coach_id uuid references coach_profile (person_id),
  score smallint,
  parts jsonb not null default '[]',
  -- Why there is no coach: codes of rules, or places_taken.
  because text[] not null default '{}',
  alternates uuid[] not null default '{}',
  fixed boolean not null default false,
  -- What the run had proposed, once somebody has changed it, who and when.
  proposed_coach_id uuid references coach_profile (person_id),
  edited_by uuid references person (id),
  edited_at timestamptz,
  -- After publishing: the offer, or the codes of the rules that made it impossible meanwhile.
  assignment_id uuid references coaching_assignment (id),
  refusals text[] not null default '{}',
  primary key (run_id, membership_id),
  constraint match_proposal_score check (score between 0 and 100),
  constraint match_proposal_edited check ((edited_by is null) = (edited_at is null))
);
create index match_proposal_entrepreneur on match_proposal (entrepreneur_id);
