import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConflictKind } from './conflict-of-interest.rules';

/** Why one person does not judge about another while it is open. */
@Entity()
@Check(
  'conflict_of_interest_kind',
  `kind in ('employment', 'family', 'financial_interest', 'competitor', 'supplier_or_client', 'co_applicant', 'earlier_complaint', 'other')`,
)
@Check('conflict_of_interest_self', 'person_id <> about_id')
@Index('conflict_of_interest_pair', ['personId', 'aboutId'])
@Index('conflict_of_interest_ending', { synchronize: false })
export class ConflictOfInterest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  aboutId!: string;

  @Column('text')
  kind!: ConflictKind;

  @Column('text', { default: '' })
  note!: string;

  @Column('timestamptz')
  declaredAt!: Date;

  /** The last date on which it counts, when one is known; the house ends it after that. */
  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

/** The table of conflicts of interest. */
export const conflictEntities = [ConflictOfInterest];
