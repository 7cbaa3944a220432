-- A second factor at sign-in: codes by time (RFC 6238), recovery codes, and the step between password and code.

-- The secret is sealed with a key of the configuration and bound to its person; key_id names the key, so that it can be
-- sealed anew after a change of the configuration. last_step is the newest step of thirty seconds whose code was taken:
-- neither that one nor an older one is taken again.
create table second_factor (
  person_id uuid primary key references person (id) on delete cascade,
  sealed_secret bytea not null,
  key_id text not null,
  enabled_at timestamptz not null,
  last_step bigint not null
);

-- A secret that was shown and not confirmed yet.
create table second_factor_enrolment (
  person_id uuid primary key references person (id) on delete cascade,
  sealed_secret bytea not null,
  expires_at timestamptz not null
);
create index second_factor_enrolment_expires on second_factor_enrolment (expires_at);

-- 120 random bits each, of which only the hash is kept.
create table recovery_code (
  person_id uuid not null references second_factor (person_id) on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

-- Whose password was right a moment ago. A copy of the table opens nothing.
create table sign_in_challenge (
  hash bytea primary key,
  person_id uuid not null references person (id) on delete cascade,
  expires_at timestamptz not null
);
create index sign_in_challenge_person on sign_in_challenge (person_id);
create index sign_in_challenge_expires on sign_in_challenge (expires_at);

alter table sign_in_attempt
  drop constraint sign_in_attempt_kind,
  add constraint sign_in_attempt_kind check (kind in ('password', 'code', 'reset', 'register'));

-- What has happened to an account that its owner is told by mail, in case it was somebody else.
create table account_notice (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  what text not null,
  at timestamptz not null,
  constraint account_notice_what check (what in ('second_factor_on', 'second_factor_off', 'second_factor_reset',
    'recovery_codes_renewed', 'recovery_code_used'))
);
create index account_notice_person on account_notice (person_id);
create index account_notice_at on account_notice (at);

-- What lets somebody in goes with them.
create function erase_from_access(who uuid) returns void
language plpgsql as $$
begin
  delete from session where person_id = who;
  delete from sign_in_challenge where person_id = who;
  delete from second_factor where person_id = who;
  delete from second_factor_enrolment where person_id = who;
  delete from known_device where person_id = who;
  delete from one_time_token where person_id = who;
  delete from account_notice where person_id = who;
end $$;

create or replace function erase_person(who uuid, moment timestamptz) returns void
language plpgsql as $$
begin
  perform erase_from_bookings(who, moment);
  perform erase_from_coaching(who);
  perform erase_from_access(who);
  delete from role_grant where person_id = who;
  delete from idempotency_key where person_id = who;
  delete from consent where person_id = who;
  delete from reminder_preference where person_id = who;
  delete from quiet_hours where person_id = who;
  delete from calendar_feed where person_id = who;
  delete from push_subscription where person_id = who;
  update resource_feed set opened_by = null where opened_by = who;
  delete from message where person_id = who;
  delete from occupation where cause = 'hold' and holder_id = who;
  delete from waiting_list_entry where person_id = who;
  update booking set title = null, reason = null where person_id = who and (title is not null or reason is not null);
  update application set answers = '{}', return_reason = case when return_reason is not null then '' end,
    decision_reason = case when decision_reason is not null then '' end
  where person_id = who;
  update no_show_strike set appeal = null, appeal_answer = case when appeal_answer is not null then '' end
  where person_id = who and appealed_at is null;
  update no_show_strike set appeal = '' where person_id = who and appealed_at is not null;
  update conflict_of_interest set note = '' where person_id = who or about_id = who;
  update venture_member set ends_on = (moment at time zone 'UTC')::date
  where person_id = who and (ends_on is null or ends_on > (moment at time zone 'UTC')::date)
    and starts_on <= (moment at time zone 'UTC')::date;
  update person set email = 'erased-' || id || '@erased.invalid', full_name = '-', password_hash = null, time_zone = null,
    email_verified_at = null, status = 'erased', updated_at = moment
  where id = who;
end $$;
