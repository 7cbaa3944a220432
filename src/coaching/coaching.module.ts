import { Module } from '@nestjs/common';
import { AssignmentsModule } from './assignments/assignments.module';
import { CoachesModule } from './coaches/coaches.module';
import { MatchingModule } from './matching/matching.module';
import { SessionsModule } from './sessions/sessions.module';

/** What coaching can do, room by room. */
@Module({
  imports: [AssignmentsModule, CoachesModule, MatchingModule, SessionsModule],
  exports: [AssignmentsModule, CoachesModule, MatchingModule, SessionsModule],
})
export class CoachingModule {}
