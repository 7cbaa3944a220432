import { Module } from '@nestjs/common';
import { LifecycleModule } from './lifecycle.module';
import { MaintenanceController } from './maintenance.controller';
import { SiteChangeController } from './site-change.controller';

/** The stories over HTTP. */
@Module({ imports: [LifecycleModule], controllers: [SiteChangeController, MaintenanceController] })
export class LifecycleApiModule {}
