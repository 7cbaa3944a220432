import { Module } from '@nestjs/common';
import { CoachesModule } from './coaches/coaches.module';

/** What coaching can do, room by room. */
@Module({ imports: [CoachesModule], exports: [CoachesModule] })
export class CoachingModule {}
