import { ApiProperty } from '@nestjs/swagger';
import { hiddenCells } from './report.rules';

/** How many decisions took so long. */
export class DecisionSpanView {
  @ApiProperty({ description: 'at least so many days' })
  fromDays!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'and fewer than these; null without an end' })
  belowDays!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'null when hidden' })
  applications!: number | null;
}

/** How long decisions took, in days: from, and below. */
const decisionSpans: readonly [from: number, below: number][] = [
  [0, 3],
  [3, 7],
  [7, 14],
  [14, 30],
  [30, Infinity],
];

/** How many decisions took how long, small groups hidden where the scope says so. @param days one for each decision */
export function byTime(days: readonly number[], hides: boolean): DecisionSpanView[] {
  const counts = decisionSpans.map(([from, below]) => days.filter((one) => one >= from && one < below).length);
  const cells = hides ? hiddenCells(counts) : [];
  return decisionSpans.map(([fromDays, below], index) => ({
    fromDays,
    belowDays: below === Infinity ? null : below,
    applications: cells[index] === true ? null : (counts[index] ?? 0),
  }));
}
