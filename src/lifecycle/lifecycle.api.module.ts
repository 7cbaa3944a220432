import { Module } from '@nestjs/common';
import { ErasureController } from './erasure.controller';
import { LifecycleModule } from './lifecycle.module';
import { MaintenanceController } from './maintenance.controller';
import { MembershipStoriesController } from './membership-stories.controller';
import { PlanChangeController } from './plan-change.controller';
import { RuleChangeController } from './rule-change.controller';
import { SiteChangeController } from './site-change.controller';
import { TeamDepartureController } from './team-departure.controller';

/** The stories over HTTP. */
@Module({
  imports: [LifecycleModule],
  controllers: [
    ErasureController,
    SiteChangeController,
    MaintenanceController,
    MembershipStoriesController,
    PlanChangeController,
    RuleChangeController,
    TeamDepartureController,
  ],
})
export class LifecycleApiModule {}
