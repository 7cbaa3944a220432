import { ApiProperty } from '@nestjs/swagger';
import { SessionView } from '../sessions/session.view';
import { FeedbackView } from './feedback.view';
import { ActionItemView, GoalView } from './goal.view';
import { NoteView } from './note.view';

/** What a person has from coaching: theirs to keep and to take along. */
export class CoachingRecordView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: () => SessionView, isArray: true })
  sessions!: SessionView[];

  @ApiProperty({ type: () => NoteView, isArray: true, description: 'own ones, and those that were shared' })
  notes!: NoteView[];

  @ApiProperty({ type: () => GoalView, isArray: true })
  goals!: GoalView[];

  @ApiProperty({ type: () => ActionItemView, isArray: true })
  actionItems!: ActionItemView[];

  @ApiProperty({ type: () => FeedbackView, isArray: true })
  feedback!: FeedbackView[];
}

/** The record as a page of text that any editor opens. */
export function markdownOf({ at, sessions, notes, goals, actionItems }: CoachingRecordView): string {
  const lines = ['# Coaching record', '', `As of ${at}.`, '', '## Goals', ''];
  for (const { title, measure, dueOn, status } of goals) {
    lines.push(
      `- ${oneLine(title)} (${status}${dueOn ? `, by ${dueOn}` : ''})${measure ? `: ${oneLine(measure)}` : ''}`,
    );
  }
  lines.push('', '## Action items', '');
  for (const { title, assigneeName, dueOn, status } of actionItems) {
    const box = status === 'done' ? 'x' : ' ';
    lines.push(`- [${box}] ${oneLine(title)} (${oneLine(assigneeName)}${dueOn ? `, by ${dueOn}` : ''})`);
  }
  lines.push('', '## Sessions', '');
  for (const session of sessions) {
    const { id, start, type, coach, topic, heldMinutes, status } = session;
    lines.push(`### ${start} ${type.replaceAll('_', ' ')} with ${oneLine(coach.fullName)}`, '');
    lines.push(
      `${oneLine(topic) || 'No topic'}; ${status}${heldMinutes === null ? '' : `, ${heldMinutes} minutes`}.`,
      '',
    );
    for (const note of notes.filter(({ sessionId }) => sessionId === id)) {
      lines.push(`**${oneLine(note.authorName)}, ${note.createdAt} (${note.visibility})**`, '');
      lines.push(...note.text.split(/\r?\n/).map((line) => `> ${line}`), '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Nothing that somebody typed begins a heading or a list of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
