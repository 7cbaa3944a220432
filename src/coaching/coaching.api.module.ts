import { Module } from '@nestjs/common';
import { AssignmentsApiModule } from './assignments/assignments.module';
import { ClashesApiModule } from './calendar-clashes/clashes.module';
import { CoachesApiModule } from './coaches/coaches.module';
import { FollowUpApiModule } from './follow-up/follow-up.module';
import { MatchingApiModule } from './matching/matching.module';
import { SessionsApiModule } from './sessions/sessions.module';

/** What of coaching can be reached over HTTP, room by room. */
@Module({
  imports: [
    AssignmentsApiModule,
    MatchingApiModule,
    CoachesApiModule,
    SessionsApiModule,
    FollowUpApiModule,
    ClashesApiModule,
  ],
})
export class CoachingApiModule {}
