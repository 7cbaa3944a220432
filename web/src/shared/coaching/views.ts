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

/** What kind of meeting a session is, as the house has laid it down: usual and longest minutes, and whether it is charged. */
export const lengths: Record<SessionType, { usual: number; longest: number; underAssignment: boolean }> = {
  intake_talk: { usual: 45, longest: 60, underAssignment: false },
  one_to_one: { usual: 60, longest: 120, underAssignment: true },
  office_hour: { usual: 30, longest: 30, underAssignment: false },
  team: { usual: 90, longest: 180, underAssignment: true },
  milestone_review: { usual: 60, longest: 120, underAssignment: true },
  group_clinic: { usual: 90, longest: 180, underAssignment: false },
  pitch_practice: { usual: 45, longest: 90, underAssignment: true },
  exit_talk: { usual: 45, longest: 60, underAssignment: false },
};

/** The shortest session, in minutes. */
export const shortest = 30;
