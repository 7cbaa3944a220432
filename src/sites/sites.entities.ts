import { Maintenance, Resource, ResourceRule } from './resource.entity';
import { Closure, OpeningHours, Site } from './site.entity';

/** The tables of this feature. */
export const sitesEntities = [Site, OpeningHours, Closure, Resource, ResourceRule, Maintenance];
