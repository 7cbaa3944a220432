import { ApiProperty } from '@nestjs/swagger';
import { RefusalView } from '../bookings/answers.view';
import { Refusal } from '../kernel/errors';
import { instant, plusMinutes } from '../kernel/period';
import { erasureDelay } from './erasure.rules';

/** A wish to be erased with the name of the person, as the database has it. */
export interface ErasureRequestRow {
  id: string;
  personId: string;
  personName: string;
  email: string;
  personStatus: string;
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

  @ApiProperty({ type: String, format: 'email', nullable: true, description: 'null once the person has been erased' })
  email!: string | null;

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

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when a granted wish is carried out at the earliest; null when it has been, or was not granted',
  })
  erasesAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  erasedAt!: string | null;

  @ApiProperty({ type: () => RefusalView, isArray: true, description: 'why it cannot be granted now' })
  hindrances!: Refusal[];

  @ApiProperty({ type: String, format: 'uuid', isArray: true, description: 'memberships that have to end first' })
  membershipIds!: string[];
}

export class ErasureRequestsView {
  @ApiProperty({ type: () => ErasureView, isArray: true })
  items!: ErasureView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** Shows a wish to be erased, and what is in the way of one that waits. */
export function erasureView(row: ErasureRequestRow, hindrances: Refusal[], membershipIds: string[]): ErasureView {
  const { outcome, answeredAt, erasedAt } = row;
  const isAhead = outcome === 'granted' && answeredAt !== null && erasedAt === null;
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    email: row.personStatus === 'erased' ? null : row.email,
    requestedAt: instant(row.requestedAt),
    dueOn: row.dueOn,
    outcome,
    answeredAt: answeredAt && instant(answeredAt),
    answer: row.answer,
    erasesAt: isAhead ? instant(plusMinutes(answeredAt, erasureDelay * 60)) : null,
    erasedAt: erasedAt && instant(erasedAt),
    hindrances,
    membershipIds,
  };
}
