import { ApiProperty } from '@nestjs/swagger';
import { PartName, partWeights, ScorePart } from './match.rules';

/** One part of a score, and the facts it comes from. */
export class ScorePartView implements ScorePart {
  @ApiProperty({ enum: Object.keys(partWeights) })
  name!: PartName;

  @ApiProperty()
  points!: number;

  @ApiProperty()
  because!: string;
}

/** A coach who could be asked. */
export class MatchView {
  @ApiProperty({ format: 'uuid' })
  coachId!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ minimum: 0, maximum: 100 })
  score!: number;

  @ApiProperty({ type: () => ScorePartView, isArray: true })
  parts!: ScorePartView[];

  @ApiProperty({ description: 'places that nobody has, nor is asked to take' })
  freePlaces!: number;
}

/** A coach who is not proposed, with every rule that is against it. */
export class ExcludedCoachView {
  @ApiProperty({ format: 'uuid' })
  coachId!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ type: String, isArray: true })
  because!: string[];
}

/** Who could coach an entrepreneur. */
export class MatchesView {
  @ApiProperty({ type: () => MatchView, isArray: true, description: 'the best five, the best first' })
  items!: MatchView[];

  @ApiProperty({ type: () => ExcludedCoachView, isArray: true })
  excluded!: ExcludedCoachView[];

  @ApiProperty({ description: 'the version of the weights' })
  weightsVersion!: number;
}
