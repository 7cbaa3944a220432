import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One sign-in on one device. Ending the row ends every token of the family at once. */
@Entity()
@Index('session_person', ['personId'])
@Index('session_expires', ['expiresAt'])
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: string | null;
}

/** A refresh token, by its hash. A used one is kept, because seeing it again later means that somebody copied it. */
@Entity()
@Index('refresh_token_session', ['sessionId'])
@Index('refresh_token_expires', ['expiresAt'])
export class RefreshToken {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid')
  @ForeignKey('Session', { onDelete: 'CASCADE' })
  sessionId!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
