import type { components } from '../api/schema';

type Schemas = components['schemas'];

/** The server's answers about coaching and ventures, under the names that the screens use. */
export type Coach = Schemas['CoachView'];
export type Topic = Schemas['ExpertiseView']['topic'];
export type Assignment = Schemas['AssignmentView'];
export type AssignmentStatus = Assignment['status'];
export type Session = Schemas['SessionView'];
export type SessionStatus = Session['status'];
export type SessionType = Session['type'];
export type SessionMode = Session['mode'];
export type SessionWish = Schemas['BookSessionDto'];
export type SessionMove = Schemas['MoveSessionDto'];
export type SessionPreview = Schemas['SessionPreviewView'];
export type SessionCharge = Schemas['SessionChargeView'];
export type Slot = Schemas['CoachSlotView'];
export type Note = Schemas['NoteView'];
export type Goal = Schemas['GoalView'];
export type ActionItem = Schemas['ActionItemView'];
export type Feedback = Schemas['FeedbackView'];
export type Venture = Schemas['VentureView'];
export type Stage = Venture['stage'];
export type StageStep = Schemas['StageTransitionView'];
export type Milestone = Schemas['MilestoneView'];

/** What kind of meeting a session is. */
interface Kind {
  /** Minutes it usually takes, and the most it may. */
  usual: number;
  longest: number;
  /** Whether an assignment stands behind it: then it takes minutes of coaching. */
  underAssignment: boolean;
  /** Whether founders may come in numbers. */
  together: boolean;
}

/** The kinds of meetings as the house has laid them down. */
export const kinds: Record<SessionType, Kind> = {
  intake_talk: { usual: 45, longest: 60, underAssignment: false, together: false },
  one_to_one: { usual: 60, longest: 120, underAssignment: true, together: false },
  office_hour: { usual: 30, longest: 30, underAssignment: false, together: false },
  team: { usual: 90, longest: 180, underAssignment: true, together: true },
  milestone_review: { usual: 60, longest: 120, underAssignment: true, together: true },
  group_clinic: { usual: 90, longest: 180, underAssignment: false, together: true },
  pitch_practice: { usual: 45, longest: 90, underAssignment: true, together: true },
  exit_talk: { usual: 45, longest: 60, underAssignment: false, together: false },
};

/** The shortest session, in minutes. */
export const shortest = 30;
