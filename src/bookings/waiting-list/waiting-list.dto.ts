import { Choice, Id } from '../../platform/http/fields';
import { PageQuery } from '../../platform/http/page';
import { WishDto } from '../wish.dto';
import { entryStatuses } from './waiting-list.rules';

/** What to wait for, said as for a booking. */
export class WaitDto extends WishDto {}

/** Which entries to list. */
export class WaitingListQuery extends PageQuery {
  @Id({ optional: true, description: 'the list of a site, for those who run it; one’s own when left out' })
  siteId?: string;

  @Choice(entryStatuses, { optional: true })
  status?: string;
}
