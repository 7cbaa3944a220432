-- A wish to be erased is granted or refused with a reason, and a granted one is carried out a day later: until then the
-- person has read the answer. What has no duty is deleted, what statistics and accounts need loses its person.
alter table erasure_request
  add column outcome text,
  add column answered_by uuid references person (id),
  add column erased_at timestamptz,
  add constraint erasure_request_outcome check (outcome in ('granted', 'refused')),
  add constraint erasure_request_answer check
    (num_nonnulls(outcome, answered_at, answer) in (0, 3) and (erased_at is null or outcome = 'granted'));
create index erasure_request_granted on erasure_request (answered_at) where outcome = 'granted' and erased_at is null;

-- Memberships, terms, what was accepted and the value of favourable terms stay for as long as accounts and aid records
-- must be kept; bookings stay as numbers. None of them says any more whose they were.
create function erase_person(who uuid, moment timestamptz) returns void
language plpgsql as $$
begin
  delete from session where person_id = who;
  delete from known_device where person_id = who;
  delete from one_time_token where person_id = who;
  delete from role_grant where person_id = who;
  delete from idempotency_key where person_id = who;
  delete from consent where person_id = who;
  delete from reminder_preference where person_id = who;
  delete from quiet_hours where person_id = who;
  delete from calendar_feed where person_id = who;
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
