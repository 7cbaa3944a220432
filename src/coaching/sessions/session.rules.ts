import { Charge, Standing } from '../../bookings/terms.rules';
import { Period, plusMinutes } from '../../kernel/period';
import { ClosedDays, WeeklyHours } from '../../sites/opening.rules';
import { FreeSpan } from '../coaches/availability.rules';

/** The states of a session (API.md). `held` is over and not closed yet. */
export const sessionStatuses = ['confirmed', 'held', 'closed', 'cancelled', 'no_show'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionModes = ['on_site', 'remote', 'hybrid'] as const;
export type SessionMode = (typeof sessionModes)[number];

export const attendances = ['present', 'late', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

/** What kind of meeting it is. */
export interface TypeOfSession {
  /** Minutes it usually takes (domain.md 8.5), and the most it may. */
  minutes: number;
  longest: number;
  /** Who may come: those of an assignment, members of the site, applicants, those who were members, or any the coach coaches. */
  circle: 'assignment' | 'members' | 'applicants' | 'former' | 'coached';
  /** Whether founders come in numbers. */
  together: boolean;
  /** Whether founders may book it themselves, and not only the coach or the site. */
  byFounders: boolean;
}

/** The types of the house. What an assignment stands behind takes minutes of coaching; the rest costs nothing. */
export const typesOfSession = {
  intake_talk: { minutes: 45, longest: 60, circle: 'applicants', together: false, byFounders: false },
  one_to_one: { minutes: 60, longest: 120, circle: 'assignment', together: false, byFounders: true },
  office_hour: { minutes: 30, longest: 30, circle: 'members', together: false, byFounders: true },
  team: { minutes: 90, longest: 180, circle: 'assignment', together: true, byFounders: true },
  milestone_review: { minutes: 60, longest: 120, circle: 'assignment', together: true, byFounders: true },
  group_clinic: { minutes: 90, longest: 180, circle: 'coached', together: true, byFounders: false },
  pitch_practice: { minutes: 45, longest: 90, circle: 'assignment', together: true, byFounders: true },
  exit_talk: { minutes: 45, longest: 60, circle: 'former', together: false, byFounders: true },
} as const satisfies Record<string, TypeOfSession>;
export type SessionType = keyof typeof typesOfSession;
export const sessionTypes = Object.keys(typesOfSession) as SessionType[];

/** Minutes of the grid on which sessions begin and end, the shortest session, and how far ahead they are booked. */
export const gridMinutes = 15;
export const shortestMinutes = 30;
export const horizonDays = 120;
/** Founders call off and move without loss until so many minutes before the start. */
export const cancelMinutes = 24 * 60;
/** What was told at closing can be put right for so many days; each correction is an audited entry of its own. */
export const correctionDays = 14;

/** Until when what was told at a closing can be put right. */
export function correctableUntil(closedAt: Date): Date {
  return plusMinutes(closedAt, correctionDays * 24 * 60);
}

/** Whether a type of session takes minutes of coaching from a wallet. */
export function isCharged(type: SessionType): boolean {
  return typesOfSession[type].circle === 'assignment';
}

/** What can happen to a session. */
export type SessionEvent = 'move' | 'describe' | 'cancel' | 'hold' | 'close' | 'correct';

/** Who may make it happen: a founder who takes part, the coach, a manager of the site, the house by itself. */
export type SessionRole = 'founder' | 'coach' | 'manager' | 'house';

interface Transition {
  from: readonly SessionStatus[];
  who: readonly SessionRole[];
}

/** The life of a session. What is not in this table cannot happen. */
export const transitions: Record<SessionEvent, Transition> = {
  describe: { from: ['confirmed'], who: ['founder', 'coach'] },
  move: { from: ['confirmed'], who: ['founder', 'coach', 'manager'] },
  cancel: { from: ['confirmed'], who: ['founder', 'coach', 'manager', 'house'] },
  hold: { from: ['confirmed'], who: ['house'] },
  close: { from: ['confirmed', 'held'], who: ['coach', 'manager'] },
  correct: { from: ['closed', 'no_show'], who: ['coach', 'manager'] },
};

/** Somebody who is to take part, as the SQL function `session_facts` tells it. */
export interface Candidate {
  id: string;
  standing: Standing | null;
  applies: boolean;
  wasMember: boolean;
  coached: boolean;
  ofTeam: boolean;
}

/** Everything a session is judged on, read under the locks of all it takes. */
export interface SessionCase {
  type: SessionType;
  mode: SessionMode;
  period: Period;
  now: Date;
  /** In which role it is booked or moved. */
  by: SessionRole;
  site: { id: string; timeZone: string; status: string };
  hours: readonly WeeklyHours[];
  closures: readonly ClosedDays[];
  coach: { id: string; status: string; remote: boolean; noticeMinutes: number; bufferMinutes: number; serves: boolean };
  assignment: { id: string; status: string; heldFrom: string | null; heldUntil: string | null } | null;
  people: readonly Candidate[];
  payer: Standing | null;
  room: Room | null;
  quote: readonly Charge[];
  coachTaken: boolean;
  /** When the coach is free around that time, whatever the notice. */
  coachFree: readonly FreeSpan[];
  /** Its period so far when a session is moved. */
  before?: Period;
}

export interface Room {
  id: string;
  name: string;
  kind: string;
  status: string;
  capacity: number;
  siteId: string;
  needsApproval: boolean;
  bufferMinutes: number;
}
