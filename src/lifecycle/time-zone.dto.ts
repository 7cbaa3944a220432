import { Choice, ZoneField } from '../platform/http/fields';
import { RuleDecisionDto } from './rule-change.dto';
import { Kept, kept } from './time-zone.rules';

/** Another time zone for a site, and what stays as it was. */
export class NewTimeZoneDto extends RuleDecisionDto {
  @ZoneField()
  timeZone!: string;

  @Choice(kept, {
    description:
      'instant: everything stays when it is, and reads otherwise; local_time: the clock shows the same, at another instant',
  })
  keep!: Kept;
}
