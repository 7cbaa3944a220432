/**
 * Who may read what follows from coaching. A coach reads for so many days after the assignment (or the session, where
 * there was none) is over; the founder always does: the record is the founder's.
 */
const daysAfter = 30;

/** Whether somebody takes or took part in `coaching_session k`: SQL over the numbers of two parameters. */
export const inCircleOf = (person: number, now: number): string => `(
  exists (select 1 from session_participant x where x.session_id = k.id and x.person_id = $${person})
  or (k.coach_id = $${person} and case
        when k.assignment_id is null then k.ends_at > $${now}::timestamptz - interval '${daysAfter} days'
        else exists (
          select 1 from coaching_assignment a where a.id = k.assignment_id
            and (a.ended_at is null or a.ended_at > $${now}::timestamptz - interval '${daysAfter} days')) end))`;

/** Whether somebody is the founder of `membership m`, or coaches (or lately coached) under it. */
export const inCircleOfMembership = (person: number, now: number): string => `(
  m.person_id = $${person} or exists (
    select 1 from coaching_assignment a
    where a.membership_id = m.id and a.coach_id = $${person}
      and a.status in ('active', 'on_hold', 'completed', 'ended_early')
      and (a.ended_at is null or a.ended_at > $${now}::timestamptz - interval '${daysAfter} days')))`;

/** Whether somebody may add to the record under `membership m`: its founder, and who coaches now. */
export const writesUnder = (person: number): string => `(
  m.person_id = $${person} or exists (
    select 1 from coaching_assignment a
    where a.membership_id = m.id and a.coach_id = $${person} and a.status in ('active', 'on_hold')))`;
