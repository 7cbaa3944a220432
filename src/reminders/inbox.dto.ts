import { QueryBool } from '../platform/http/fields';
import { PageQuery } from '../platform/http/page';

/** Which messages to list. */
export class InboxQuery extends PageQuery {
  @QueryBool({ optional: true, description: 'only those not read yet, or only those read' })
  unread?: boolean;
}
