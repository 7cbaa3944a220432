import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ClashController } from './clash.controller';
import { ClashQueries } from './clash.queries';
import { ClashService } from './clash.service';

/** What a coach has to say when a session and the calendar outside want the same time. */
@Module({
  imports: [OccupancyModule, SessionsModule],
  providers: [ClashQueries, ClashService],
  exports: [ClashQueries, ClashService],
})
export class ClashesModule {}

/** Those questions over HTTP. */
@Module({ imports: [ClashesModule], controllers: [ClashController] })
export class ClashesApiModule {}
