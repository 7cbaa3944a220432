/** The membership on whose record `coaching_session k` stands, over for longer than `$1`; its own end where there is none. */
const recordIsOld = `
  case when coalesce(k.membership_id, k.assignment_id) is null then k.ends_at < $1 else exists (
    select 1 from membership m
    left join coaching_assignment a on a.id = k.assignment_id
    where m.id = coalesce(a.membership_id, k.membership_id) and m.status = 'ended' and m.ended_at < $1) end`;

/**
 * How long what follows from coaching is kept (domain.md 10.2): a coach's private notes half a year after the
 * assignment, all else two years after the membership. Hours and attendance stay, as numbers. Items come before the
 * goals they belong to.
 */
export const coachingRetention = [
  {
    name: 'private_notes_of_coaches',
    months: 6,
    forget: `
      with old as (
        select n.id from session_note n
        join coaching_session k on k.id = n.session_id
        left join coaching_assignment a on a.id = k.assignment_id
        where n.visibility = 'private' and n.author_id = k.coach_id
          and case when k.assignment_id is null then k.ends_at < $1 else a.ended_at < $1 end
        limit 500 for update of n skip locked
      ), openings as (delete from note_opening where note_id in (select id from old))
      delete from session_note where id in (select id from old)`,
  },
  {
    name: 'notes_of_sessions',
    months: 24,
    forget: `
      with old as (
        select n.id from session_note n join coaching_session k on k.id = n.session_id
        where ${recordIsOld} limit 500 for update of n skip locked
      ), openings as (delete from note_opening where note_id in (select id from old))
      delete from session_note where id in (select id from old)`,
  },
  {
    name: 'action_items',
    months: 24,
    forget: `
      delete from action_item where id in (
        select i.id from action_item i join membership m on m.id = i.membership_id
        where m.status = 'ended' and m.ended_at < $1 limit 500 for update of i skip locked)`,
  },
  {
    name: 'coaching_goals',
    months: 24,
    forget: `
      delete from coaching_goal where id in (
        select g.id from coaching_goal g join membership m on m.id = g.membership_id
        where m.status = 'ended' and m.ended_at < $1
          and not exists (select 1 from action_item i where i.goal_id = g.id)
        limit 500 for update of g skip locked)`,
  },
  {
    name: 'words_of_sessions',
    months: 24,
    forget: `
      update coaching_session set topic = '', brief = '', reason = null, remote_link = null
      where id in (
        select k.id from coaching_session k
        where k.ends_at < $1 and (k.topic <> '' or k.brief <> '' or k.reason is not null or k.remote_link is not null)
          and ${recordIsOld}
        limit 500 for update skip locked)`,
  },
  {
    name: 'words_of_feedback',
    months: 24,
    forget: `
      update session_feedback set text = ''
      where (session_id, person_id) in (
        select b.session_id, b.person_id from session_feedback b where b.at < $1 and b.text <> ''
        limit 500 for update skip locked)`,
  },
] as const;
