import { ApiProperty } from '@nestjs/swagger';
import { PlanView } from '../memberships/plans/plan.view';
import { RuleChangePreviewView, RuleOutcomeView } from './rule-change.view';

/** A membership under a plan that is thought of changing. */
export class MembershipUnderPlanView {
  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  status!: string;

  @ApiProperty({ description: 'the version of the plan that it keeps' })
  version!: number;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'its last day' })
  endsOn!: string | null;
}

/** What a new version of a plan, or a change of its places, would do. Nothing has been changed. */
export class PlanChangePreviewView extends RuleChangePreviewView {
  @ApiProperty({
    type: () => MembershipUnderPlanView,
    isArray: true,
    description:
      'they keep the version they accepted, renewals included; who is offered the plan from now on gets the new one',
  })
  keeps!: MembershipUnderPlanView[];

  @ApiProperty({ type: Number, nullable: true, description: 'how many places the plan would have; null is no limit' })
  places!: number | null;

  @ApiProperty({ description: 'how many of them are taken: nobody loses a place' })
  taken!: number;

  @ApiProperty({ description: 'how many more hold a place than there would be; so many end before the next is given' })
  over!: number;
}

/** A new version of a plan, and what has become of the bookings of visitors, whom it concerns at once. */
export class PublishedPlanView extends PlanView {
  @ApiProperty({ type: () => RuleOutcomeView, isArray: true })
  outcomes!: RuleOutcomeView[];
}
