import { number } from './telling';
import type { Sentence, Telling } from './telling';

/** The laws of sessions with coaches and of ventures, beside those that bookings know, too. */
export const coachingLaws: Record<string, (telling: Telling) => Sentence> = {
  assignment_active: ({ t }) => ({
    why: t('lawOfCoaching.assignment_active.why'),
    remedy: t('lawOfCoaching.assignment_active.remedy'),
  }),
  booked_by_coach: ({ t }) => ({ why: t('lawOfCoaching.booked_by_coach.why') }),
  session_participants: ({ t }) => ({ why: t('lawOfCoaching.session_participants.why') }),
  room_capacity: ({ t, facts }) => ({
    why: t('lawOfCoaching.room_capacity.why', {
      capacity: number(facts.capacity, 0),
      needed: number(facts.needed, 0),
    }),
    remedy: t('lawOfCoaching.room_capacity.remedy'),
  }),
  coach_serves_site: ({ t }) => ({ why: t('lawOfCoaching.coach_serves_site.why') }),
  coach_remote: ({ t }) => ({ why: t('lawOfCoaching.coach_remote.why') }),
  coach_available: ({ t }) => ({
    why: t('lawOfCoaching.coach_available.why'),
    remedy: t('lawOfCoaching.coach_available.remedy'),
  }),
  session_length: ({ t, words, facts }) => ({
    why: t('lawOfCoaching.session_length.why', {
      shortest: words.length(number(facts.shortestMinutes, 30)),
      longest: words.length(number(facts.longestMinutes, 120)),
    }),
  }),
  move_deadline: ({ t }) => ({
    why: t('lawOfCoaching.move_deadline.why'),
    remedy: t('lawOfCoaching.move_deadline.remedy'),
  }),
  stage_same: ({ t }) => ({ why: t('ventureLaw.stage_same.why') }),
  stage_reason: ({ t }) => ({ why: t('ventureLaw.stage_reason.why') }),
  company_facts: ({ t }) => ({
    why: t('ventureLaw.company_facts.why'),
    remedy: t('ventureLaw.company_facts.remedy'),
  }),
  venture_lead: ({ t }) => ({ why: t('ventureLaw.venture_lead.why'), remedy: t('ventureLaw.venture_lead.remedy') }),
};
