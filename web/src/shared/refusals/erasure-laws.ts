import { number } from './telling';
import type { Sentence, Telling } from './telling';

/** The laws of erasing a person. */
export const erasureLaws: Record<string, (telling: Telling) => Sentence> = {
  memberships_ended: ({ t }) => ({ why: t('erasure.law.memberships_ended') }),
  coaching_ended: ({ t, facts }) => ({
    why: t('erasure.law.coaching_ended', { count: number(facts.openCoaching, 1) }),
  }),
  last_administrator: ({ t }) => ({ why: t('erasure.law.last_administrator') }),
};
