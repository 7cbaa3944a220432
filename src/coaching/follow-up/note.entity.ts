import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoteVisibility } from './note.rules';

/** A note of a session. `note_visibility`: a private one is read by its author only, a shared one by all who took part. */
@Entity()
@Check('note_visibility', `visibility in ('private', 'shared') and (visibility = 'shared') = (shared_at is not null)`)
@Check('session_note_text', `length(text) between 1 and 20000`)
@Index('session_note_session', ['sessionId', 'createdAt'])
@Index('session_note_author', ['authorId'])
@Index('session_note_shared', { synchronize: false })
export class SessionNote {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CoachingSession')
  sessionId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  authorId!: string;

  @Column('text')
  visibility!: NoteVisibility;

  @Column('text')
  text!: string;

  /** When it was shared first; private notes have none. */
  @Column('timestamptz', { nullable: true })
  sharedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** Somebody broke the glass before a private note, and why; those concerned are told. */
@Entity()
@Check('note_opening_reason', `length(reason) >= 20`)
@Index('note_opening_note', ['noteId'])
@Index('note_opening_at', ['at'])
export class NoteOpening {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('SessionNote')
  noteId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  openedBy!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  at!: Date;
}

export const noteEntities = [SessionNote, NoteOpening];
