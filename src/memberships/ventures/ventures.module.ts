import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { CompanyService } from './company.service';
import { MembershipVentureController } from './membership-venture.controller';
import { MembershipVentureService } from './membership-venture.service';
import { MilestoneController } from './milestone.controller';
import { MilestoneService } from './milestone.service';
import { StageController } from './stage.controller';
import { StageQueries } from './stage.queries';
import { StageService } from './stage.service';
import { TeamService } from './team.service';
import { VentureController } from './venture.controller';
import { VentureQueries } from './venture.queries';
import { VentureService } from './venture.service';
import { VentureTicks } from './venture.ticks';

const providers = [
  VentureService,
  TeamService,
  StageService,
  MilestoneService,
  CompanyService,
  MembershipVentureService,
  VentureQueries,
  StageQueries,
  VentureTicks,
];

/** Ideas and teams on their way to a company. */
@Module({ imports: [PeopleModule, OccupancyModule], providers, exports: providers })
export class VenturesModule {}

/** Ventures over HTTP. */
@Module({
  imports: [VenturesModule],
  controllers: [VentureController, StageController, MilestoneController, MembershipVentureController],
})
export class VenturesApiModule {}
