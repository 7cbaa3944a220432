import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { ExtraController } from './extra.controller';
import { ExtraQueries } from './extra.queries';
import { ExtraService } from './extra.service';

const providers = [ExtraService, ExtraQueries];

/** What sites lend with their places. */
@Module({ imports: [OccupancyModule], providers, exports: providers })
export class ExtraModule {}

/** The extras over HTTP. */
@Module({ imports: [ExtraModule], controllers: [ExtraController] })
export class ExtraApiModule {}
