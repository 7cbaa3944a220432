import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That a person has a second factor, with its secret, which only the server's key opens. */
@Entity()
export class SecondFactor {
  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('bytea')
  sealedSecret!: Buffer;

  /** The name of the key that it is sealed with. */
  @Column('text')
  keyId!: string;

  @Column('timestamptz')
  enabledAt!: Date;

  /** The newest step of thirty seconds whose code was taken. */
  @Column('bigint')
  lastStep!: string;
}

/** A secret that was shown and not confirmed yet: it opens nothing. */
@Entity()
@Index('second_factor_enrolment_expires', ['expiresAt'])
export class SecondFactorEnrolment {
  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('bytea')
  sealedSecret!: Buffer;

  @Column('timestamptz')
  expiresAt!: Date;
}

/** A recovery code, by its hash; good once, instead of a code of the app. */
@Entity()
export class RecoveryCode {
  @PrimaryColumn('uuid')
  @ForeignKey('SecondFactor', { onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

/** The step between the password and the code, by the hash of its secret. Used up by the sign-in that it leads to. */
@Entity()
@Index('sign_in_challenge_person', ['personId'])
@Index('sign_in_challenge_expires', ['expiresAt'])
export class SignInChallenge {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
