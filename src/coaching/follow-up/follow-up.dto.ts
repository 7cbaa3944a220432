import { Choice, DateField, Id, Int, Text } from '../../platform/http/fields';
import { PageQuery } from '../../platform/http/page';
import { actionItemStatuses, goalStatuses } from './goal.rules';
import type { ActionItemStatus, GoalStatus } from './goal.rules';
import { longestNote, noteVisibilities, shortestReason } from './note.rules';
import type { NoteVisibility } from './note.rules';

/** A note of a session: for oneself, or for all who took part. */
export class NewNoteDto {
  @Choice(noteVisibilities)
  visibility!: NoteVisibility;

  @Text({ max: longestNote, lines: true })
  text!: string;
}

/** What to change of one's own note; what is shared stays shared. */
export class ChangeNoteDto {
  @Choice(noteVisibilities, { optional: true })
  visibility?: NoteVisibility;

  @Text({ optional: true, max: longestNote, lines: true })
  text?: string;
}

export class OpenNoteDto {
  @Text({ min: shortestReason, max: 1000, lines: true, description: 'those concerned are told' })
  reason!: string;
}

/** A goal of a founder. */
export class NewGoalDto {
  @Id()
  membershipId!: string;

  @Text({ max: 200 })
  title!: string;

  @Text({ optional: true, min: 0, max: 1000, lines: true, description: 'by what both will see that it is reached' })
  measure?: string;

  @DateField({ optional: true, nullable: true })
  dueOn?: string | null;
}

/** What to change of a goal; what is left out stays, null clears. */
export class ChangeGoalDto {
  @Text({ optional: true, max: 200 })
  title?: string;

  @Text({ optional: true, min: 0, max: 1000, lines: true })
  measure?: string;

  @DateField({ optional: true, nullable: true })
  dueOn?: string | null;

  @Choice(goalStatuses, { optional: true })
  status?: GoalStatus;
}

export class GoalsQuery extends PageQuery {
  @Id({ optional: true })
  membershipId?: string;

  @Choice(goalStatuses, { optional: true })
  status?: string;
}

/** Something to do until the next time. */
export class NewActionItemDto {
  @Id({ optional: true, description: 'whose record it stands in; or the session says it' })
  membershipId?: string;

  @Id({ optional: true })
  sessionId?: string;

  @Id({ optional: true })
  goalId?: string;

  @Id({ optional: true, description: 'the founder when left out' })
  assigneeId?: string;

  @Text({ max: 300 })
  title!: string;

  @DateField({ optional: true, nullable: true })
  dueOn?: string | null;
}

/** What to change of an action item; what is left out stays, null clears. */
export class ChangeActionItemDto {
  @Text({ optional: true, max: 300 })
  title?: string;

  @DateField({ optional: true, nullable: true })
  dueOn?: string | null;

  @Id({ optional: true, nullable: true })
  goalId?: string | null;

  @Choice(actionItemStatuses, { optional: true })
  status?: ActionItemStatus;
}

export class ActionItemsQuery extends PageQuery {
  @Id({ optional: true })
  membershipId?: string;

  @Id({ optional: true })
  sessionId?: string;

  @Id({ optional: true, description: 'who has it to do' })
  assigneeId?: string;

  @Choice(actionItemStatuses, { optional: true })
  status?: string;

  @DateField({ optional: true, description: 'due before this date' })
  dueBefore?: string;
}

/** How a session was. */
export class NewFeedbackDto {
  @Int({ min: 1, max: 5 })
  rating!: number;

  @Text({ optional: true, min: 0, max: 2000, lines: true })
  text?: string;
}

export class RecordQuery {
  @Choice(['json', 'markdown'], { optional: true, description: 'markdown is a file to keep' })
  format?: 'json' | 'markdown';
}
