import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { ConflictKind, conflictKinds } from './conflict-of-interest.rules';

/** A declared conflict of interest. */
export class ConflictOfInterestView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid', description: 'who declared it' })
  personId!: string;

  @ApiProperty({ format: 'uuid' })
  aboutPersonId!: string;

  @ApiProperty()
  about!: string;

  @ApiProperty({ enum: conflictKinds })
  kind!: ConflictKind;

  @ApiProperty()
  note!: string;

  @ApiProperty({ format: 'date-time' })
  declaredAt!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'the last date on which it counts' })
  endsOn!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: string | null;
}

/** One page of conflicts of interest. */
export class ConflictOfInterestPage {
  @ApiProperty({ type: () => [ConflictOfInterestView] })
  items!: ConflictOfInterestView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of a conflict of interest with the name of the other person. */
export interface ConflictRow {
  id: string;
  personId: string;
  aboutPersonId: string;
  about: string;
  kind: ConflictKind;
  note: string;
  declaredAt: Date;
  endsOn: string | null;
  endedAt: Date | null;
}

/** SQL: every conflict of interest (`c`) as a {@link ConflictRow}. */
export const conflictRows = `
  select c.id, c.person_id as "personId", c.about_id as "aboutPersonId", p.full_name as about, c.kind, c.note,
         c.declared_at as "declaredAt", c.ends_on as "endsOn", c.ended_at as "endedAt"
  from conflict_of_interest c join person p on p.id = c.about_id`;

/** Shows a conflict of interest. */
export function conflictView(row: ConflictRow): ConflictOfInterestView {
  return {
    id: row.id,
    personId: row.personId,
    aboutPersonId: row.aboutPersonId,
    about: row.about,
    kind: row.kind,
    note: row.note,
    declaredAt: instant(row.declaredAt),
    endsOn: row.endsOn,
    endedAt: row.endedAt && instant(row.endedAt),
  };
}
