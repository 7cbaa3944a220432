import { Rule } from '../kernel/refusal';

/** Who is about to decide on a case, and whose case it is. */
export interface DutyCase {
  actorId: string;
  /** Everybody whose own case it is. */
  about: readonly string[];
  /** Those of them with whom a conflict of interest is open, whichever of the two declared it. */
  conflicts: readonly string[];
}

const segregationOfDuties: Rule<DutyCase> = {
  name: 'segregation_of_duties',
  judge: ({ actorId, about, conflicts }) => {
    if (about.includes(actorId)) return { detail: 'Nobody decides on an own case.', facts: {} };
    return conflicts.length > 0
      ? { detail: 'A conflict of interest is declared; somebody else decides.', facts: {} }
      : undefined;
  },
};

/** The laws of those who decide. Breaking one is answered with 403. */
export const dutyRules: readonly Rule<DutyCase>[] = [segregationOfDuties];
