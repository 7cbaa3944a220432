import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A booking that nobody came to. It stands against its holder until it is forgiven; after the site's `noShowDays` it
 * is forgotten by itself, which is a question about dates and no state.
 */
@Entity()
@Check('no_show_strike_forgiven', `(forgiven_at is null) = (forgiven_reason is null)`)
@Check('no_show_strike_appeal', `(appeal is null) = (appealed_at is null)`)
@Check(
  'no_show_strike_answer',
  `(appeal_answer is null) = (answered_at is null) and (answered_at is null or appealed_at is not null)`,
)
@Index('no_show_strike_person', ['personId', 'siteId', 'at'])
@Index('no_show_strike_answered', { synchronize: false })
@Index('no_show_strike_forgiven', { synchronize: false })
export class NoShowStrike {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('uuid', { unique: true })
  @ForeignKey('Booking')
  bookingId!: string;

  /** When the time for checking in had passed. */
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  forgivenAt!: Date | null;

  /** Null when the house forgave by itself. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  forgivenBy!: string | null;

  @Column('text', { nullable: true })
  forgivenReason!: string | null;

  /** What the holder says about it, once. */
  @Column('text', { nullable: true })
  appeal!: string | null;

  @Column('timestamptz', { nullable: true })
  appealedAt!: Date | null;

  /** Why it stands all the same, when a manager does not forgive. */
  @Column('text', { nullable: true })
  appealAnswer!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  answeredBy!: string | null;
}

export const noShowEntities = [NoShowStrike];
