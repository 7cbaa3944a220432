import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ResourceFeed } from './resource-feed.entity';

/** The secret address of a person's calendar; a new one replaces it. The secret itself is nowhere. */
@Entity()
@Unique('calendar_feed_token_hash_key', ['tokenHash'])
export class CalendarFeed {
  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('timestamptz')
  createdAt!: Date;
}

export const calendarEntities = [CalendarFeed, ResourceFeed];
