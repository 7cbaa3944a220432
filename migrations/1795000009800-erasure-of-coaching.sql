-- Erasing a person reaches what has come since: guests, replacements, push, and all of coaching.

-- Guests whom the person invited, the person as somebody's guest, and places held in exchange for others.
create function erase_from_bookings(who uuid, moment timestamptz) returns void
language plpgsql as $$
begin
  delete from booking_guest g using booking b where b.id = g.booking_id and b.person_id = who;
  delete from booking_guest where email = (select email from person where id = who);
  perform release_for_replacement(id, moment) from replacement where person_id = who and status = 'offered';
  delete from replacement where person_id = who;
end $$;

-- Hours and attendance stay as numbers, since they are reported and were counted once; words go. A coach's profile is
-- left without a word, because sessions and assignments of others refer to it.
create function erase_from_coaching(who uuid) returns void
language plpgsql as $$
declare
  theirs uuid[] := array(select id from membership where person_id = who);
begin
  delete from note_opening o using session_note n where n.id = o.note_id and (n.author_id = who or not exists (
    select 1 from session_participant p where p.session_id = n.session_id and p.person_id <> who)
    and exists (select 1 from session_participant p where p.session_id = n.session_id and p.person_id = who));
  delete from session_note n where n.author_id = who or not exists (
    select 1 from session_participant p where p.session_id = n.session_id and p.person_id <> who)
    and exists (select 1 from session_participant p where p.session_id = n.session_id and p.person_id = who);
  delete from action_item where assignee_id = who or membership_id = any (theirs);
  delete from coaching_goal where entrepreneur_id = who or membership_id = any (theirs);
  update session_feedback set text = '' where person_id = who and text <> '';
  update coaching_session set topic = '', brief = '', remote_link = null, reason = case when reason is not null then '' end
  where coach_id = who or id in (select session_id from session_participant where person_id = who);
  update coaching_assignment set reason = case when reason is not null then '' end,
    override_reason = case when override_reason is not null then '' end
  where coach_id = who or entrepreneur_id = who;
  delete from coaching_wish where person_id = who or wished_id = who;
  update match_proposal set parts = '[]' where entrepreneur_id = who or coach_id = who;
  update matching_run set inputs = case when inputs is not null then '{}'::jsonb end,
    result = case when result is not null then '{}'::jsonb end
  where id in (select run_id from match_proposal where entrepreneur_id = who or coach_id = who);
  delete from calendar_clash where coach_id = who;
  delete from outside_event where coach_id = who;
  delete from outside_calendar where coach_id = who;
  delete from availability_rule where coach_id = who;
  delete from availability_exception where coach_id = who;
  delete from coach_expertise where coach_id = who;
  delete from coach_site where coach_id = who;
  delete from language_skill where person_id = who;
  update coach_profile set status = 'away', headline = '', about = '', remote_link = null, sectors = '{}', stages = '{}'
  where person_id = who;
end $$;

create or replace function erase_person(who uuid, moment timestamptz) returns void
language plpgsql as $$
begin
  perform erase_from_bookings(who, moment);
  perform erase_from_coaching(who);
  delete from session where person_id = who;
  delete from known_device where person_id = who;
  delete from one_time_token where person_id = who;
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
