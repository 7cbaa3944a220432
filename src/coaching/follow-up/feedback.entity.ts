import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How it was, told once by each who took part; managers see it only in groups. */
@Entity()
@Check('session_feedback_rating', `rating between 1 and 5`)
@Index('session_feedback_person', ['personId'])
export class SessionFeedback {
  @PrimaryColumn('uuid')
  @ForeignKey('CoachingSession')
  sessionId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('smallint')
  rating!: number;

  @Column('text', { default: '' })
  text!: string;

  @Column('timestamptz')
  at!: Date;
}

export const feedbackEntities = [SessionFeedback];
