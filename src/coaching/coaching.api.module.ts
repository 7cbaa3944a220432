import { Module } from '@nestjs/common';
import { CoachesApiModule } from './coaches/coaches.module';

/** What of coaching can be reached over HTTP, room by room. */
@Module({ imports: [CoachesApiModule] })
export class CoachingApiModule {}
