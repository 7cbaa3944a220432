import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { DaySheetQueries } from './day-sheet.queries';
import { PresenceController } from './presence.controller';
import { WhoIsInQueries } from './who-is-in.queries';

const providers = [WhoIsInQueries, DaySheetQueries];

/** Who is in. */
@Module({ imports: [OccupancyModule], providers, exports: providers })
export class PresenceModule {}

/** Who is in, over HTTP. */
@Module({ imports: [PresenceModule], controllers: [PresenceController] })
export class PresenceApiModule {}
