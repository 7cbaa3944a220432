import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { NoteVisibility, noteVisibilities } from './note.rules';

/** A time at which somebody broke the glass before a note. */
export class NoteOpeningView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'who did' })
  fullName!: string;

  @ApiProperty()
  reason!: string;
}

/** A note as its readers see it: its author, and where it is shared all who took part. */
export class NoteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty({ format: 'uuid' })
  authorId!: string;

  @ApiProperty()
  authorName!: string;

  @ApiProperty({ enum: noteVisibilities })
  visibility!: NoteVisibility;

  @ApiProperty()
  text!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sharedAt!: string | null;

  @ApiProperty({ type: () => NoteOpeningView, isArray: true, description: 'who opened it in need; for its author' })
  openings!: NoteOpeningView[];

  @ApiProperty({ description: 'rises with each change; send it as If-Match when changing' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

export class NotesView {
  @ApiProperty({ type: () => NoteView, isArray: true })
  items!: NoteView[];
}

/** That there is a note, and nothing of what it says. */
export class SealedNoteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  authorId!: string;

  @ApiProperty({ enum: noteVisibilities })
  visibility!: NoteVisibility;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class SealedNotesView {
  @ApiProperty({ type: () => SealedNoteView, isArray: true })
  items!: SealedNoteView[];
}

/** A note of which the glass was broken. */
export class OpenedNoteView extends SealedNoteView {
  @ApiProperty()
  text!: string;
}

/** A row of a note for one reader. */
export interface NoteRow {
  id: string;
  sessionId: string;
  authorId: string;
  authorName: string;
  visibility: NoteVisibility;
  text: string;
  sharedAt: Date | null;
  openings: { at: string; fullName: string; reason: string }[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Selects {@link NoteRow}s; `$1` is the reader, who hears of openings only as the author. */
export const noteRows = `
  select n.id, n.session_id as "sessionId", n.author_id as "authorId", w.full_name as "authorName", n.visibility, n.text,
         n.shared_at as "sharedAt", n.version, n.created_at as "createdAt", n.updated_at as "updatedAt",
         (select coalesce(jsonb_agg(jsonb_build_object('at', o.at, 'fullName', q.full_name, 'reason', o.reason)
            order by o.at), '[]')
          from note_opening o join person q on q.id = o.opened_by
          where o.note_id = n.id and n.author_id = $1) as openings
  from session_note n
  join coaching_session k on k.id = n.session_id
  join person w on w.id = n.author_id`;

/** Shows a note to one of its readers. */
export function noteView(row: NoteRow): NoteView {
  return {
    id: row.id,
    sessionId: row.sessionId,
    authorId: row.authorId,
    authorName: row.authorName,
    visibility: row.visibility,
    text: row.text,
    sharedAt: row.sharedAt && instant(row.sharedAt),
    openings: row.openings.map(({ at, fullName, reason }) => ({ at: instant(new Date(at)), fullName, reason })),
    version: row.version,
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
  };
}
