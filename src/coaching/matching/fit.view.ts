import { ApiProperty } from '@nestjs/swagger';
import { Stage, stages } from '../../memberships/ventures/venture.rules';
import { LanguageView } from '../coaches/coach.view';
import { topics } from '../coaches/expertise.rules';
import { ScorePartView } from './match.view';

/** What the two of an assignment have in common, and what the entrepreneur needs. */
export class FitView {
  @ApiProperty({ format: 'uuid' })
  assignmentId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ventureId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the name of the venture' })
  venture!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'what the venture is about' })
  sentence!: string | null;

  @ApiProperty({ enum: stages, nullable: true, type: String })
  stage!: Stage | null;

  @ApiProperty({ type: String, nullable: true, description: 'a field of the house, or the venture’s own word' })
  sector!: string | null;

  @ApiProperty({ enum: topics, isArray: true, description: 'the most wanted first' })
  needs!: string[];

  @ApiProperty({ type: () => LanguageView, isArray: true })
  languages!: LanguageView[];

  @ApiProperty({ minimum: 0, maximum: 100, description: 'how well the two fit, as things stand now' })
  score!: number;

  @ApiProperty({ type: () => ScorePartView, isArray: true })
  parts!: ScorePartView[];
}
