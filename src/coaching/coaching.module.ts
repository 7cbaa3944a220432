import { Module } from '@nestjs/common';
import { AssignmentsModule } from './assignments/assignments.module';
import { CoachesModule } from './coaches/coaches.module';
import { SessionsModule } from './sessions/sessions.module';

/** What coaching can do, room by room. */
@Module({
  imports: [AssignmentsModule, CoachesModule, SessionsModule],
  exports: [AssignmentsModule, CoachesModule, SessionsModule],
})
export class CoachingModule {}
