import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person has chosen for a kind of message; without a row it is as usual. */
@Entity()
@Check('reminder_preference_minutes', 'minutes_before between 5 and 240')
export class ReminderPreference {
  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @Column('boolean', { default: true })
  mail!: boolean;

  @Column('boolean', { default: true })
  app!: boolean;

  @Column('boolean', { default: true })
  push!: boolean;

  /** Null: as usual. */
  @Column('smallint', { nullable: true })
  minutesBefore!: number | null;
}

/** Between which times of day, on the person's clock, mails that can wait do so; may go over midnight. */
@Entity()
@Check('quiet_hours_some', 'starts <> ends')
export class QuietHours {
  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('time')
  starts!: string;

  @Column('time')
  ends!: string;
}

export const preferenceEntities = [ReminderPreference, QuietHours];
