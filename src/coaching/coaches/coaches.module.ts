import { Module } from '@nestjs/common';
import { AvailabilityQueries } from './availability.queries';

/** Who coaches, in what, and when. */
@Module({ providers: [AvailabilityQueries], exports: [AvailabilityQueries] })
export class CoachesModule {}

/** Coaches over HTTP. */
@Module({ imports: [CoachesModule] })
export class CoachesApiModule {}
