import { Choice, Id } from '../../platform/http/fields';
import { PageQuery } from '../../platform/http/page';
import { replacementStatuses } from './replacement.rules';

/** Which replacements to list. */
export class ReplacementsQuery extends PageQuery {
  @Id({ optional: true, description: 'those of a site, for those who run it; one’s own when left out' })
  siteId?: string;

  @Id({ optional: true, description: 'those of one closure, one maintenance or one resource out of use' })
  causeId?: string;

  @Choice(replacementStatuses, { optional: true })
  status?: string;
}
