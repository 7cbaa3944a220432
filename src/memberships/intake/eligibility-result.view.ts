import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { Ground, grounds, Outcome, outcomes } from './eligibility.rules';

/** What a manager said instead of a rule. */
export class OverrideView {
  @ApiProperty({ enum: ['pass', 'fail'] })
  outcome!: Outcome;

  @ApiProperty()
  reason!: string;
}

/** What a rule of eligibility says. */
export class EligibilityView {
  @ApiProperty({ example: 'minimum-age' })
  code!: string;

  @ApiProperty({ enum: outcomes, description: 'what the rule said' })
  outcome!: Outcome;

  @ApiProperty({ description: 'why, in English' })
  reason!: string;

  @ApiProperty({ enum: grounds, nullable: true, description: 'the same as a code; null for what was judged long ago' })
  because!: Ground | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'what the code is about: years, months, a municipality, a date',
  })
  facts!: Record<string, string | number>;

  @ApiProperty({ format: 'date-time' })
  judgedAt!: string;

  @ApiProperty({ type: () => OverrideView, nullable: true })
  override!: OverrideView | null;

  @ApiProperty({ enum: outcomes, description: 'what counts' })
  counts!: Outcome;
}

/** A result as it is read. */
export interface EligibilityEntry {
  code: string;
  outcome: Outcome;
  reason: string;
  because: Ground | null;
  facts: Record<string, string | number>;
  judgedAt: string;
  overrideOutcome: Outcome | null;
  overrideReason: string | null;
}

/** Shows what a rule said, and what counts. */
export function eligibilityView(entry: EligibilityEntry): EligibilityView {
  const { code, outcome, reason, because, facts, judgedAt, overrideOutcome, overrideReason } = entry;
  const override =
    overrideOutcome === null || overrideReason === null ? null : { outcome: overrideOutcome, reason: overrideReason };
  return {
    code,
    outcome,
    reason,
    because,
    facts,
    judgedAt: instant(new Date(judgedAt)),
    override,
    counts: overrideOutcome ?? outcome,
  };
}
