import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';

/** A wish to be erased with the name of the person, as the database has it. */
export interface ErasureRequestRow {
  id: string;
  personId: string;
  personName: string;
  requestedAt: Date;
  dueOn: string;
  outcome: 'granted' | 'refused' | null;
  answeredAt: Date | null;
  answer: string | null;
  erasedAt: Date | null;
}

/** A wish to be erased, as administrators see it. */
export class ErasureView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ description: 'a dash once the person has been erased' })
  personName!: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ format: 'date', description: 'the last day for an answer' })
  dueOn!: string;

  @ApiProperty({ type: String, enum: ['granted', 'refused'], nullable: true })
  outcome!: 'granted' | 'refused' | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  erasedAt!: string | null;
}

export class ErasureRequestsView {
  @ApiProperty({ type: () => ErasureView, isArray: true })
  items!: ErasureView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** Shows a wish to be erased. */
export function erasureView(row: ErasureRequestRow): ErasureView {
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    requestedAt: instant(row.requestedAt),
    dueOn: row.dueOn,
    outcome: row.outcome,
    answeredAt: row.answeredAt && instant(row.answeredAt),
    answer: row.answer,
    erasedAt: row.erasedAt && instant(row.erasedAt),
  };
}
