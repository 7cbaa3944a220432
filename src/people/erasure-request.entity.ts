import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's wish that their data be erased, and by when it must be answered. One may be open at a time. */
@Entity()
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
}
