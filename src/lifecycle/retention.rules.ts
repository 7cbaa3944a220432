import { coachingRetention } from '../coaching/follow-up/retention.rules';

/** One rule of how long the house remembers (domain.md 10.2): what, for how many months, and how it is forgotten. */
export interface RetentionRule {
  name: string;
  months: number;
  /** Forgets up to 500 rows; $1 is the instant before which they lie. */
  forget: string;
}

/**
 * What is forgotten by age. Accounts that were never confirmed, sessions, messages and keys have lines of their own in
 * the timetable; accepted terms and the value of favourable terms stay as long as accounts and aid records must.
 */
export const retentionRules: readonly RetentionRule[] = [
  {
    name: 'applications_without_membership',
    months: 12,
    forget: `
      update application set answers = '{}', return_reason = case when return_reason is not null then '' end,
        decision_reason = case when decision_reason is not null then '' end
      where id in (
        select id from application
        where status in ('rejected', 'withdrawn', 'expired') and updated_at < $1 and answers <> '{}'
        order by updated_at limit 500 for update skip locked)`,
  },
  {
    name: 'words_of_bookings',
    months: 24,
    forget: `
      update booking set title = null, reason = null
      where id in (
        select id from booking where ends_at < $1 and (title is not null or reason is not null)
        limit 500 for update skip locked)`,
  },
  {
    // Guests of meetings have no account: they were told that a month is the longest.
    name: 'guests',
    months: 1,
    forget: `
      delete from booking_guest
      where id in (
        select g.id from booking_guest g join booking b on b.id = g.booking_id
        where b.ends_at < $1 limit 500 for update of g skip locked)`,
  },
  ...coachingRetention,
];
