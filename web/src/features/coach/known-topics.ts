import type { Coach } from '../../shared/coaching/views';

/** The topics that a coach knows; nothing while the profile is not there. */
export function knownTopics(coach: Coach | null | undefined): ReadonlySet<string> {
  return new Set(coach?.expertise.map(({ topic }) => topic));
}
