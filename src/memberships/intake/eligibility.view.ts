import { ApiProperty } from '@nestjs/swagger';
import { CheckName, checkNames, EligibilityParameters } from './eligibility.rules';

/** What a rule needs to know beside its check. */
export class EligibilityParametersView implements EligibilityParameters {
  @ApiProperty({ required: false })
  years?: number;

  @ApiProperty({ required: false })
  months?: number;

  @ApiProperty({ required: false, type: [String] })
  sectors?: string[];

  @ApiProperty({ required: false, type: [String] })
  municipalities?: string[];
}

/** What a site asks of applicants. */
export class EligibilityRuleView {
  @ApiProperty({ example: 'minimum-age' })
  code!: string;

  @ApiProperty({ enum: checkNames })
  check!: CheckName;

  @ApiProperty({ type: () => EligibilityParametersView })
  parameters!: EligibilityParametersView;

  @ApiProperty({ description: 'whether it is judged at present' })
  active!: boolean;
}

/** The rules of a site. */
export class EligibilityRulePage {
  @ApiProperty({ type: () => [EligibilityRuleView] })
  items!: EligibilityRuleView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
