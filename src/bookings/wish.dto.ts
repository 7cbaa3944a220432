import { Choice, DateField, Id, Instant, Int, TimeField, Words } from '../platform/http/fields';
import { resourceKinds } from '../sites/resource.rules';

/**
 * A place and a time. The place: one resource by its id, or any free one of a kind at a site. The time: two instants, or
 * a date with two times by the site's clock.
 */
export class WishDto {
  @Id({ optional: true, description: 'the resource; leave it out to be given any free one of `kind` at `siteId`' })
  resourceId?: string;

  @Id({ optional: true })
  siteId?: string;

  @Choice(resourceKinds, { optional: true })
  kind?: string;

  @Int({ optional: true, min: 1, max: 500, description: 'how many people it has to hold' })
  capacity?: number;

  @Words({ optional: true, max: 20, description: 'what it has to have' })
  features?: string[];

  @Instant({ optional: true })
  start?: Date;

  @Instant({ optional: true, example: '2027-03-04T11:00:00+02:00' })
  end?: Date;

  @DateField({ optional: true, description: 'instead of start and end: the date at the site' })
  date?: string;

  @TimeField({ optional: true, description: "from when by the site's clock" })
  from?: string;

  @TimeField({ optional: true, example: '11:00', description: "until when by the site's clock" })
  to?: string;
}
