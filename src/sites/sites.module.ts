import { Module } from '@nestjs/common';
import { ResourcesQueries } from './resources.queries';
import { ResourcesService } from './resources.service';
import { SiteCalendarService } from './site-calendar.service';
import { SitesQueries } from './sites.queries';
import { SitesService } from './sites.service';

const providers = [SitesService, SiteCalendarService, SitesQueries, ResourcesService, ResourcesQueries];

/** Sites, their calendars and their resources. */
@Module({ providers, exports: providers })
export class SitesModule {}
