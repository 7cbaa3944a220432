import { DateField, Id, Text } from '../platform/http/fields';
import { PageQuery } from '../platform/http/page';

/** Which deeds are wanted. */
export class AuditTrailQuery extends PageQuery {
  @Id({ optional: true, description: 'administrators leave it out for what was done at no site' })
  siteId?: string;

  @DateField({ optional: true, description: 'the first date, by the clock of the site' })
  from?: string;

  @DateField({ optional: true, description: 'the last date' })
  to?: string;

  @Text({
    optional: true,
    max: 80,
    example: 'booking',
    description: 'a kind of subject, or one deed: `booking.cancel`',
  })
  action?: string;

  @Id({ optional: true, description: 'to what it was done' })
  subjectId?: string;
}
