import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Locale } from '../people/people.rules';

/** The secret address of the calendar of a resource, for the display beside its door. The secret itself is nowhere. */
@Entity()
@Unique('resource_feed_token_hash_key', ['tokenHash'])
@Check('resource_feed_locale', `locale in ('en', 'fi', 'sv', 'ru')`)
export class ResourceFeed {
  @PrimaryColumn('uuid')
  @ForeignKey('Resource', { onDelete: 'CASCADE' })
  resourceId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  /** Whether it says what a booking is for, or only that the place is taken. Who has booked is never said. */
  @Column('boolean', { default: false })
  titles!: boolean;

  /** The language of the display. */
  @Column('text')
  locale!: Locale;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  openedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
