import { number } from './telling';
import type { Sentence, Telling } from './telling';

/** The laws that a coach meets: of hours, of the profile, of closing a session, and of taking somebody on. */
export const coachLaws: Record<string, (telling: Telling) => Sentence> = {
  hours_in_order: ({ t }) => ({ why: t('coachLaw.hours_in_order.why') }),
  hours_overlap: ({ t }) => ({ why: t('coachLaw.hours_overlap.why'), remedy: t('coachLaw.hours_overlap.remedy') }),
  closed_or_open: ({ t }) => ({ why: t('coachLaw.closed_or_open.why'), remedy: t('coachLaw.closed_or_open.remedy') }),
  coach_of_site: ({ t }) => ({ why: t('coachLaw.coach_of_site.why'), remedy: t('coachLaw.coach_of_site.remedy') }),
  each_once: ({ t }) => ({ why: t('coachLaw.each_once.why') }),
  half_places: ({ t }) => ({ why: t('coachLaw.half_places.why') }),
  session_begun: ({ t }) => ({ why: t('coachLaw.session_begun.why') }),
  held_minutes: ({ t, facts }) => ({ why: t('coachLaw.held_minutes.why', { most: number(facts.most, 480) }) }),
  correction_window: ({ t }) => ({ why: t('coachLaw.correction_window.why') }),
  coach_capacity: ({ t }) => ({ why: t('coachLaw.coach_capacity.why'), remedy: t('coachLaw.coach_capacity.remedy') }),
  no_conflict_of_interest: ({ t }) => ({ why: t('coachLaw.no_conflict_of_interest.why') }),
};
