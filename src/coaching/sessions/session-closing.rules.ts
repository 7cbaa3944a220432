import { instant } from '../../kernel/period';
import { Rule } from '../../kernel/refusal';
import { Attendance, correctableUntil } from './session.rules';

/** What is told when a session is closed. */
export interface Closing {
  attendance: { personId: string; attendance: Attendance }[];
  /** Minutes that were held; nothing when nobody met. */
  heldMinutes: number;
  /** The coach did not come: nothing is charged, whoever else came. */
  coachAbsent?: boolean;
  topic?: string;
}

/** What a closing is judged on. */
export interface ClosingCase {
  session: { startsAt: Date; endsAt: Date; closedAt: Date | null; participants: readonly { id: string }[] };
  closing: Closing;
  now: Date;
}

const hasBegun: Rule<ClosingCase> = {
  name: 'session_begun',
  judge: ({ session, now }) =>
    now > session.startsAt
      ? undefined
      : { detail: 'This session has not begun yet.', facts: { start: instant(session.startsAt) } },
};

/** Everybody who was to take part is told of once, and nobody else. */
const attendanceComplete: Rule<ClosingCase> = {
  name: 'attendance_complete',
  judge: ({ session, closing }) => {
    const told = closing.attendance.map(({ personId }) => personId);
    const expected = session.participants.map(({ id }) => id);
    if (told.length === expected.length && expected.every((id) => told.includes(id))) return undefined;
    return { detail: 'Say of everybody who was to take part whether they came.', facts: { participants: expected } };
  },
};

/** Hours are what was held, so nothing without anybody, and something where people met. */
const heldMinutesTrue: Rule<ClosingCase> = {
  name: 'held_minutes',
  judge: ({ session, closing, now }) => {
    const { attendance, heldMinutes, coachAbsent = false } = closing;
    const met = !coachAbsent && attendance.some((one) => one.attendance !== 'absent');
    const since = Math.ceil((now.getTime() - session.startsAt.getTime()) / 60_000);
    const most = Math.min(480, Math.max(0, since));
    if (met ? heldMinutes >= 1 && heldMinutes <= most : heldMinutes === 0) return undefined;
    return {
      detail: met ? 'Say how many minutes were held, none of them to come.' : 'Nothing was held when nobody met.',
      facts: { heldMinutes, most: met ? most : 0 },
    };
  },
};

/** What was told is put right within some days; after that the figures stand. */
const correctionInTime: Rule<ClosingCase> = {
  name: 'correction_window',
  judge: ({ session: { closedAt }, now }) => {
    if (closedAt === null) return undefined;
    const until = correctableUntil(closedAt);
    if (now <= until) return undefined;
    return { detail: 'It is too late to put this right.', facts: { until: instant(until) } };
  },
};

export const closingRules: readonly Rule<ClosingCase>[] = [
  hasBegun,
  attendanceComplete,
  heldMinutesTrue,
  correctionInTime,
];
