import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { preferenceEntities } from './preference.entity';
import { PushSubscription } from './push/push-subscription.entity';

/** Where a message can appear. */
export const channels = ['mail', 'app', 'push'] as const;
export type Channel = (typeof channels)[number];

/**
 * - `pending`: to be sent when `nextAttemptAt` has come;
 * - `sending`: handed to the mail server, its answer not yet known;
 * - `sent`, `failed` (with its reason), `void` (became pointless, with its reason): final.
 */
export type MessageStatus = 'pending' | 'sending' | 'sent' | 'failed' | 'void';

/**
 * One thing to tell one person, or one guest of a meeting, over one channel. The row is the outbox and the memory at once: `message_once` makes it
 * impossible to plan the same thing twice, however many planners look at the same facts.
 */
@Entity()
@Unique('message_once', ['kind', 'subjectId', 'occasion', 'personId', 'channel'])
@Check('message_addressee', 'num_nonnulls(person_id, guest_id) = 1')
@Check('message_channel', `channel in ('mail', 'app', 'push')`)
@Check('message_status', `status in ('pending', 'sending', 'sent', 'failed', 'void')`)
@Index('message_person', ['personId', 'createdAt'])
@Index('message_guest_once', { synchronize: false })
@Index('message_due', { synchronize: false })
@Index('message_final', { synchronize: false })
@Index('message_in_app', { synchronize: false })
export class Message {
  @PrimaryColumn('uuid')
  id!: string;

  /** A name of the table of kinds. */
  @Column('text')
  kind!: string;

  /** Who is told; null when it is a guest. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string | null;

  /** Which guest of a meeting is told; null when it is a person. */
  @Column('uuid', { nullable: true })
  @ForeignKey('BookingGuest', { onDelete: 'CASCADE' })
  guestId!: string | null;

  /** What it is about: the id of the fact's row. */
  @Column('uuid')
  subjectId!: string;

  /** Which event in the subject's life; a second one of the same name is the same message. */
  @Column('text')
  occasion!: string;

  @Column('text')
  channel!: Channel;

  @Column('text', { default: 'pending' })
  status!: MessageStatus;

  /** Why it failed or became void; the last failure while it is still being tried. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** When it should arrive. */
  @Column('timestamptz')
  dueAt!: Date;

  /** After this it helps nobody, and is not sent any more. */
  @Column('timestamptz')
  usefulUntil!: Date;

  /** How often somebody has claimed it. The number of the claim is also its fence: an older claim can write nothing. */
  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('timestamptz')
  nextAttemptAt!: Date;

  /** Until when it belongs to the sender that claimed it; null when it is free. */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  /** The number of that sender's lifeline; null when it had none. */
  @Column('integer', { nullable: true })
  claimedBy!: number | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  /** What was told in the application, to be put into words when it is read; null for mails. */
  @Column('jsonb', { nullable: true })
  facts!: Record<string, unknown> | null;

  /** When the person read it in the application. */
  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;
}

export const messageEntities = [Message, ...preferenceEntities, PushSubscription];
