import { DepartureReason } from '../../../coaching/sessions/session-departures.service';
import { Copy } from './copy';

/** The changing parts of the words about a coaching session. Names stand as people have written them. */
export interface SessionWords {
  /** Whom the reader meets: the coach, or the founders. */
  other: string;
  site: string;
  /** The date in the reader's language, on the site's clock. */
  day: string;
  /** The same in few letters. */
  date: string;
  /** From when to when, on the site's clock. */
  hours: string;
}

/** The changing parts of the words about an assignment. */
export interface AssignmentWords {
  coach: string;
  founder: string;
  site: string;
  /** Until when the coach has to answer; empty when there is nothing to answer. */
  until: string;
}

/** What became of the question whether a coach takes somebody on. */
export type CoachAnswer = 'accepted' | 'declined' | 'expired';

/** What is said about coaching. */
export interface CoachingLetters {
  coach_asked: (facts: AssignmentWords) => Copy;
  coach_answer_due: (facts: AssignmentWords) => Copy;
  coach_found: (facts: AssignmentWords) => Copy;
  /** `next`: whether the next coach has been asked already. */
  coach_answered: (facts: AssignmentWords & { answer: CoachAnswer; next: boolean }) => Copy;
  coaching_ended: (facts: AssignmentWords & { isCoach: boolean }) => Copy;
  session_confirmed: (facts: SessionWords) => Copy;
  session_moved: (facts: SessionWords) => Copy;
  /**
   * `by`: the reader, somebody else who took part (who is named in the details), or the house; `closed`: it was the
   * house, and the site takes no bookings any more.
   */
  session_cancelled: (
    facts: SessionWords & { by: 'reader' | 'other' | 'house'; several: boolean; closed: boolean },
  ) => Copy;
  /** Told to the coach, or to the founder who takes part no more. */
  session_left: (
    facts: SessionWords & {
      coach: string;
      founder: string;
      isCoach: boolean;
      /** Whose coaching it is. */
      entrepreneur: string;
      cause: DepartureReason;
    },
  ) => Copy;
  session_tomorrow: (facts: SessionWords) => Copy;
  session_soon: (facts: SessionWords) => Copy;
  session_to_close: (facts: SessionWords) => Copy;
  feedback_asked: (facts: SessionWords) => Copy;
  notes_shared: (facts: SessionWords) => Copy;
  note_opened: (facts: SessionWords) => Copy;
  action_items_due: (facts: { several: boolean; late: boolean }) => Copy;
  calendar_clash: (facts: SessionWords & { several: boolean }) => Copy;
  /** `host`: where the calendar is. */
  calendar_failing: (facts: { host: string }) => Copy;
}
