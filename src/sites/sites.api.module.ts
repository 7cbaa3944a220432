import { Module } from '@nestjs/common';
import { ResourcesController } from './resources.controller';
import { SitesController } from './sites.controller';
import { SitesModule } from './sites.module';

/** The sites over HTTP. */
@Module({ imports: [SitesModule], controllers: [SitesController, ResourcesController] })
export class SitesApiModule {}
