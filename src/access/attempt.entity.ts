import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A browser from which a person has signed in before; it has a counter of wrong passwords of its own. */
@Entity()
@Index('known_device_person', ['personId'])
@Index('known_device_last_used', ['lastUsedAt'])
export class KnownDevice {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastUsedAt!: Date;
}

/** One try of a password or of a code, or one mail asked for, at an address that may or may not be known to us. */
@Entity()
@Check('sign_in_attempt_kind', `kind in ('password', 'code', 'reset', 'register')`)
@Index('sign_in_attempt_account', ['account', 'at'])
@Index('sign_in_attempt_at', ['at'])
export class SignInAttempt {
  @PrimaryColumn('uuid')
  id!: string;

  /** A keyed hash of the address. */
  @Column('bytea')
  account!: Buffer;

  /** The known device it came from; null for all others together. */
  @Column('bytea', { nullable: true })
  device!: Buffer | null;

  @Column('text')
  kind!: 'password' | 'code' | 'reset' | 'register';

  @Column('timestamptz')
  at!: Date;

  /** Whether it counts: true from the moment it is begun, false once it has succeeded. */
  @Column('boolean', { default: true })
  failed!: boolean;
}
