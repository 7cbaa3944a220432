import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Locale, PersonStatus } from './people.rules';

/** Somebody with an account. What a person may do follows from their roles, not from this row. */
@Entity()
@Check('person_email_normal', 'email = lower(email)')
@Check('person_locale', `locale in ('en', 'fi', 'sv', 'ru')`)
@Check('person_status', `status in ('active', 'disabled', 'erased')`)
@Index('person_unverified', { synchronize: false })
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  /** Lower case; two spellings of one address are one person. */
  @Column('text', { unique: true })
  email!: string;

  @Column('text')
  fullName!: string;

  @Column('text')
  locale!: Locale;

  /** IANA name of the person's own clock, or null to read every time on the clock of the site. */
  @Column('text', { nullable: true })
  timeZone!: string | null;

  /** argon2id in PHC form; null when the person has not chosen a password yet. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  /** When a link that only the address's owner can have was used; before that nobody signs in. */
  @Column('timestamptz', { nullable: true })
  emailVerifiedAt!: Date | null;

  @Column('text', { default: 'active' })
  status!: PersonStatus;

  /** The version of the privacy notice that the person was shown. */
  @Column('text')
  privacyNotice!: string;

  @Column('timestamptz')
  privacyNoticeAcceptedAt!: Date;

  /** Rises with each change of what the person says about themselves. */
  @Column('integer', { default: 1 })
  version!: number;

  /** Rises with each change of how the person wants to be told of what. */
  @Column('integer', { default: 1 })
  remindersVersion!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
