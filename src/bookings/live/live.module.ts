import { Module } from '@nestjs/common';
import { SitesModule } from '../../sites/sites.module';
import { LiveController } from './live.controller';
import { LiveService } from './live.service';
import { SiteChanges } from './site-changes';

/** What of the changes at a site can be heard over HTTP while they happen. */
@Module({ imports: [SitesModule], controllers: [LiveController], providers: [LiveService, SiteChanges] })
export class LiveApiModule {}
