import { Module } from '@nestjs/common';
import { PeopleModule } from '../../people/people.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ActionItemService } from './action-item.service';
import { FeedbackService } from './feedback.service';
import { GoalController } from './goal.controller';
import { GoalQueries } from './goal.queries';
import { GoalService } from './goal.service';
import { NoteController } from './note.controller';
import { NoteQueries } from './note.queries';
import { NoteService } from './note.service';
import { RecordQueries } from './record.queries';

const services = [
  NoteService,
  NoteQueries,
  GoalService,
  GoalQueries,
  ActionItemService,
  FeedbackService,
  RecordQueries,
];

/** The work between sessions. */
@Module({ imports: [PeopleModule, SessionsModule], providers: services, exports: services })
export class FollowUpModule {}

/** The work between sessions over HTTP. */
@Module({ imports: [FollowUpModule], controllers: [NoteController, GoalController] })
export class FollowUpApiModule {}
