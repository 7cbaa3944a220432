import { IntersectionType } from '@nestjs/swagger';
import { Choice, Id, ListOf, Text } from '../platform/http/fields';
import { ChangeResourceDto, ResourceRulesDto } from '../sites/resources.dto';
import { WeekDto } from '../sites/sites.dto';
import { Decision, Treatment, treatments } from './rule-change.rules';

/** What is to be done with one booking. */
export class BookingChoiceDto {
  @Id()
  bookingId!: string;

  @Choice(treatments)
  do!: Treatment;
}

/** What becomes of the bookings in the way of a change. */
export class RuleDecisionDto implements Decision {
  @Choice(treatments, {
    optional: true,
    description:
      'apply cancels them, exempt (the usual) lets them stand, rebook moves them to the nearest place and time',
  })
  onConflict?: Treatment;

  @Choice(['apply', 'exempt'], {
    optional: true,
    description: 'for those that cannot be rebooked; exempt when left out',
  })
  otherwise?: 'apply' | 'exempt';

  @ListOf(() => BookingChoiceDto, { optional: true, max: 1000, description: 'otherwise for some bookings' })
  choices?: BookingChoiceDto[];

  @Choice(['apply', 'exempt'], { optional: true, description: 'for coaching sessions; exempt when left out' })
  sessions?: 'apply' | 'exempt';

  @Text({
    optional: true,
    max: 60,
    description: 'the mark of the preview; needed when a booking is cancelled or moved',
  })
  seen?: string;

  @Text({ optional: true, max: 300, description: 'told to everybody whose booking is cancelled' })
  reason?: string;
}

/** The week of a site from a date on, and what becomes of the bookings outside it. */
export class ChangedWeekDto extends IntersectionType(WeekDto, RuleDecisionDto) {}

/** What some kinds of resource ask from now on, and what becomes of the bookings that ask for more. */
export class ChangedRulesDto extends IntersectionType(ResourceRulesDto, RuleDecisionDto) {}

/** What changes of a resource, and what becomes of the bookings that need more. */
export class ChangedResourceDto extends IntersectionType(ChangeResourceDto, RuleDecisionDto) {}
