import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The code on a desk, a room or a booth. Each resource has one at most; a new one makes the old one worthless. */
@Entity()
@Unique('check_in_code_hash', ['codeHash'])
export class CheckInCode {
  @PrimaryColumn('uuid')
  @ForeignKey('Resource')
  resourceId!: string;

  /** SHA-256 of the code: what a scanned code is looked up by. */
  @Column('bytea')
  codeHash!: Buffer;

  /** The code itself, for printing, under a key that is not in the database. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  issuedBy!: string | null;
}

export const checkInCodeEntities = [CheckInCode];
