import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';
import { toldFacts } from './audit-trail.rules';
import { csv } from './csv';

/** A deed as the database tells it. */
export interface DeedRow {
  id: string;
  at: Date;
  actorId: string | null;
  actor: string | null;
  action: string;
  subjectId: string;
  subject: string | null;
  facts: Record<string, unknown>;
}

/** A fact of a deed. */
export class DeedFactView {
  @ApiProperty({ description: '`start`, `from.start`, `role`, `reason` and the like' })
  name!: string;

  @ApiProperty()
  value!: string;
}

/** Who did what to what, and when. */
export class DeedView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'null for what happened by itself' })
  actorId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  actor!: string | null;

  @ApiProperty({ description: 'kind of subject and deed, such as `booking.cancel`' })
  action!: string;

  @ApiProperty({ format: 'uuid' })
  subjectId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'what people call it; null when it has no name' })
  subject!: string | null;

  @ApiProperty({ type: () => DeedFactView, isArray: true, description: 'dates, times, amounts, roles and reasons' })
  facts!: DeedFactView[];
}

/** A page of the trail, the latest first. */
export class DeedPage {
  @ApiProperty({ type: () => DeedView, isArray: true })
  items!: DeedView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A deed as it may be told. */
export function deedView(row: DeedRow): DeedView {
  return {
    id: row.id,
    at: instant(row.at),
    actorId: row.actorId,
    actor: row.actor,
    action: row.action,
    subjectId: row.subjectId,
    subject: row.subject,
    facts: toldFacts(row.action, row.facts),
  };
}

/** The same as one table. */
export function deedsCsv(deeds: readonly DeedView[]): string {
  return csv(
    ['at', 'actor', 'action', 'subject', 'subject_id', 'facts'],
    deeds.map(({ at, actor, action, subject, subjectId, facts }) => [
      at,
      actor,
      action,
      subject,
      subjectId,
      facts.map(({ name, value }) => `${name}=${value}`).join('; '),
    ]),
  );
}
