import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Forbidden, Missing } from '../../kernel/errors';
import { instant } from '../../kernel/period';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { inCircleOf } from './circle';
import { NoteRow, noteRows, NoteView, noteView, SealedNoteView } from './note.view';

/**
 * `note_visibility`: a private note leaves the database for its author only. Every statement that reads the words of
 * notes carries this condition; `$1` is the reader and `$2` now.
 */
export const readable = `(n.author_id = $1 or (n.visibility = 'shared' and ${inCircleOf(1, 2)}))`;

/** Notes as their readers read them. */
@Injectable()
export class NoteQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'coachingNotes', read: (personId) => this.about(personId) });
  }

  /** The notes of a session that one may read, oldest first. @throws Missing for whoever does not take part */
  async ofSession(actor: Actor, sessionId: string): Promise<{ items: NoteView[] }> {
    const now = this.clock.now();
    const known = await this.database.read(
      `select 1 from coaching_session k where k.id = $3 and (${inCircleOf(1, 2)} or k.coach_id = $1)`,
      [actor.personId, now, sessionId],
    );
    if (known.length === 0) throw new Missing('session');
    const rows = await this.database.read<NoteRow>(
      `${noteRows} where n.session_id = $3 and ${readable} order by n.created_at, n.id`,
      [actor.personId, now, sessionId],
    );
    return { items: rows.map(noteView) };
  }

  /** One note. @throws Missing when there is none, or none that one may read */
  async one(actor: Actor, id: string): Promise<NoteView> {
    const rows = await this.database.read<NoteRow>(`${noteRows} where n.id = $3 and ${readable}`, [
      actor.personId,
      this.clock.now(),
      id,
    ]);
    if (!rows[0]) throw new Missing('note');
    return noteView(rows[0]);
  }

  /** Which notes a session has, without a word of them, for an administrator who may have to open one. @throws Missing */
  async sealed(actor: Actor, sessionId: string): Promise<{ items: SealedNoteView[] }> {
    if (!actor.isAdministrator) throw new Forbidden('role_required', 'This is for administrators.');
    const known = await this.database.read('select 1 from coaching_session where id = $1', [sessionId]);
    if (known.length === 0) throw new Missing('session');
    const rows = await this.database.read<Omit<SealedNoteView, 'createdAt'> & { createdAt: Date }>(
      `select id, author_id as "authorId", visibility, created_at as "createdAt" from session_note
       where session_id = $1 order by created_at, id`,
      [sessionId],
    );
    return { items: rows.map((row) => ({ ...row, createdAt: instant(row.createdAt) })) };
  }

  /** What a person wrote, and what others shared with them, for the export of their data. */
  async about(personId: string): Promise<NoteView[]> {
    const rows = await this.database.read<NoteRow>(
      `${noteRows} where ${readable} order by n.created_at, n.id limit 20000`,
      [personId, this.clock.now()],
    );
    return rows.map(noteView);
  }
}
