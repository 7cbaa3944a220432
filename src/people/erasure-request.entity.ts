import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's wish that their data be erased, and by when it must be answered. One may be open at a time. */
@Entity()
@Check('erasure_request_outcome', `outcome in ('granted', 'refused')`)
@Check(
  'erasure_request_answer',
  `num_nonnulls(outcome, answered_at, answer) in (0, 3) and (erased_at is null or outcome = 'granted')`,
)
@Index('erasure_request_granted', { synchronize: false })
@Index('erasure_request_person', ['personId'])
@Index('one_open_erasure_request', { synchronize: false })
export class ErasureRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  /** The last day for an answer. */
  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { nullable: true })
  outcome!: 'granted' | 'refused' | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  answeredBy!: string | null;

  /** When what was granted was done. */
  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}
