import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A key under which a person asked for a deed once, with the answer that was given. */
@Entity({ name: 'idempotency_key' })
@Index('idempotency_key_created', ['createdAt'])
export class StoredKey {
  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('bytea')
  requestHash!: Buffer;

  @Column('smallint', { nullable: true })
  status!: number | null;

  @Column('jsonb', { nullable: true })
  response!: unknown;

  @Column('timestamptz')
  createdAt!: Date;
}
