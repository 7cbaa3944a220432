import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { instant } from '../../kernel/period';
import { SessionQueries } from '../sessions/session.queries';
import { FeedbackService } from './feedback.service';
import { GoalQueries } from './goal.queries';
import { NoteQueries } from './note.queries';
import { CoachingRecordView } from './record.view';

/** All that somebody has from coaching, in one piece. */
@Injectable()
export class RecordQueries {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionQueries,
    private readonly notes: NoteQueries,
    private readonly goals: GoalQueries,
    private readonly feedback: FeedbackService,
  ) {}

  /** One's own record. */
  async own({ personId }: Actor): Promise<CoachingRecordView> {
    return {
      at: instant(this.clock.now()),
      sessions: await this.sessions.about(personId),
      notes: await this.notes.about(personId),
      goals: await this.goals.goalsOf(personId),
      actionItems: await this.goals.itemsOf(personId),
      feedback: await this.feedback.of(personId),
    };
  }
}
