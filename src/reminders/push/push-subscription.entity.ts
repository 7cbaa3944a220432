import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A browser on which somebody wants notifications. */
@Entity()
@Unique('push_subscription_endpoint_key', ['endpoint'])
@Check('push_subscription_keys', 'length(public_key) = 65 and length(auth_secret) = 16')
@Check('push_subscription_endpoint', `endpoint like 'https://%' and length(endpoint) <= 2000`)
@Index('push_subscription_person', ['personId', 'createdAt'])
export class PushSubscription {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  /** The address at the browser's push service. Whoever knows it can knock, but not speak. */
  @Column('text')
  endpoint!: string;

  @Column('bytea')
  publicKey!: Buffer;

  @Column('bytea')
  authSecret!: Buffer;

  /** Which of our keys the browser has been told to trust. */
  @Column('text')
  keyId!: string;

  /** What the person calls the device. */
  @Column('text', { nullable: true })
  device!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
