import { ApiProperty } from '@nestjs/swagger';
import { CoachingGroupView } from './coaching-hours.view';

/** A coach, and how much of what they offer is taken. */
export class CoachLoadView {
  @ApiProperty({ format: 'uuid' })
  coachId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['active', 'away'] })
  status!: string;

  @ApiProperty({ description: 'weights of active assignments at all sites: a lead 1, a specialist half' })
  load!: number;

  @ApiProperty({ description: 'weights of assignments that the coach has yet to answer' })
  offered!: number;

  @ApiProperty({ description: 'how much the coach offers' })
  places!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'load of places, percent' })
  loadPercent!: number | null;
}

/** A founder whom nobody coaches. */
export class UncoachedView {
  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'date' })
  since!: string;

  @ApiProperty({ description: 'whether a coach has been asked and has not answered yet' })
  asked!: boolean;
}

/** An assignment that a coach should have answered. */
export class OverdueAnswerView {
  @ApiProperty({ format: 'uuid' })
  assignmentId!: string;

  @ApiProperty({ format: 'uuid' })
  coachId!: string;

  @ApiProperty()
  coachName!: string;

  @ApiProperty({ format: 'date-time' })
  answerBy!: string;
}

/** The coaching of a site at a glance. */
export class CoachingOverviewView {
  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: () => CoachLoadView, isArray: true, description: 'the fullest first' })
  coaches!: CoachLoadView[];

  @ApiProperty({
    type: () => UncoachedView,
    isArray: true,
    description: 'active members without a coach, longest first',
  })
  withoutCoach!: UncoachedView[];

  @ApiProperty({ type: () => OverdueAnswerView, isArray: true })
  answersOverdue!: OverdueAnswerView[];

  @ApiProperty({ type: () => CoachingGroupView, isArray: true, description: 'of the last 90 days' })
  hoursByTopic!: CoachingGroupView[];
}
