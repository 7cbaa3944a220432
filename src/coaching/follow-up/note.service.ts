import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Forbidden, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { instant } from '../../kernel/period';
import { insist } from '../../kernel/refusal';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Doorbell } from '../../platform/queue/doorbell';
import { inCircleOf } from './circle';
import { NoteQueries } from './note.queries';
import { NoteVisibility, noteVisibility } from './note.rules';
import { NoteView, OpenedNoteView } from './note.view';

/** A note as it is written. */
export interface NewNote {
  visibility: NoteVisibility;
  text: string;
}

interface OwnNote {
  visibility: NoteVisibility;
  sessionId: string;
  siteId: string;
  version: number;
}

/** Notes of sessions. No word of them goes into the trail, an answer that is kept, or a log. */
@Injectable()
export class NoteService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly audit: Audit,
    private readonly queries: NoteQueries,
  ) {}

  /** Writes a note of a session in which one takes part. @throws Missing for everybody else */
  async write(actor: Actor, sessionId: string, note: NewNote, key?: IdempotencyKey): Promise<NoteView> {
    const now = this.clock.now();
    const { id } = await this.database.transaction((tx) =>
      // Only the id is kept for a repeat of the request.
      once(tx, actor.personId, key, now, async () => {
        const rows: { siteId: string }[] = await tx.query(
          `select k.site_id as "siteId" from coaching_session k
           where k.id = $3 and k.status <> 'cancelled' and ${inCircleOf(1, 2)} for key share`,
          [actor.personId, now, sessionId],
        );
        if (!rows[0]) throw new Missing('session');
        const written = newId();
        await tx.query(
          `insert into session_note (id, session_id, author_id, visibility, text, shared_at, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $7)`,
          [
            written,
            sessionId,
            actor.personId,
            note.visibility,
            note.text,
            note.visibility === 'shared' ? now : null,
            now,
          ],
        );
        const facts = { sessionId, visibility: note.visibility };
        await this.record(tx, actor, 'write', written, rows[0].siteId, facts, now);
        return { id: written };
      }),
    );
    this.doorbell.ring();
    return this.queries.one(actor, id);
  }

  /** Changes one's own note, or shares it. @throws Missing, Stale, Unconditional; Refused `note_visibility` */
  async change(actor: Actor, id: string, change: Partial<NewNote>, expected: ExpectedVersion): Promise<NoteView> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const note = await this.own(tx, actor, id);
      insistOnVersion('note', expected, note.version);
      const after = change.visibility ?? note.visibility;
      insist([noteVisibility], { before: note.visibility, after });
      await tx.query(
        `update session_note set text = coalesce($2, text), visibility = $3, updated_at = $4, version = version + 1,
           shared_at = case when $3 = 'shared' then coalesce(shared_at, $4) end
         where id = $1`,
        [id, change.text ?? null, after, now],
      );
      const facts = { sessionId: note.sessionId, visibility: after };
      await this.record(tx, actor, after === note.visibility ? 'change' : 'share', id, note.siteId, facts, now);
    });
    this.doorbell.ring();
    return this.queries.one(actor, id);
  }

  /** Takes one's own private note away for good. @throws Missing; Conflict `note_shared`: what others have read stays */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const note = await this.own(tx, actor, id);
      if (note.visibility === 'shared') throw new Conflict('note_shared', 'A note that is shared stays.');
      await tx.query(
        `with openings as (delete from note_opening where note_id = $1) delete from session_note where id = $1`,
        [id],
      );
      await this.record(tx, actor, 'remove', id, note.siteId, { sessionId: note.sessionId }, this.clock.now());
    });
  }

  /**
   * Breaks the glass before a note: for administrators in need, with a reason that those concerned are told.
   * @throws Forbidden `role_required`; Missing
   */
  async open(actor: Actor, id: string, reason: string): Promise<OpenedNoteView> {
    if (!actor.isAdministrator) throw new Forbidden('role_required', 'This is for administrators.');
    const opened = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const rows: (Omit<OpenedNoteView, 'createdAt'> & { siteId: string; createdAt: Date })[] = await tx.query(
        `select n.id, n.author_id as "authorId", n.visibility, n.text, n.created_at as "createdAt", k.site_id as "siteId"
         from session_note n join coaching_session k on k.id = n.session_id where n.id = $1 for key share of n`,
        [id],
      );
      const [note] = rows;
      if (!note) throw new Missing('note');
      await tx.query('insert into note_opening (id, note_id, opened_by, reason, at) values ($1, $2, $3, $4, $5)', [
        newId(),
        id,
        actor.personId,
        reason,
        now,
      ]);
      const { siteId, authorId, visibility, text, createdAt } = note;
      await this.record(tx, actor, 'open', id, siteId, { reason, authorId }, now);
      return { id, authorId, visibility, text, createdAt: instant(createdAt) };
    });
    this.doorbell.ring();
    return opened;
  }

  /** One's own note, locked. @throws Missing for anybody else's, shared or not */
  private async own(tx: EntityManager, actor: Actor, id: string): Promise<OwnNote> {
    const rows: OwnNote[] = await tx.query(
      `select n.visibility, n.session_id as "sessionId", k.site_id as "siteId", n.version
       from session_note n join coaching_session k on k.id = n.session_id
       where n.id = $1 and n.author_id = $2 for update of n`,
      [id, actor.personId],
    );
    if (!rows[0]) throw new Missing('note');
    return rows[0];
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    subjectId: string,
    siteId: string,
    facts: Record<string, unknown>,
    at: Date,
  ): Promise<void> {
    return this.audit.write(tx, { at, actor, siteId, action: `session_note.${verb}`, subjectId, facts });
  }
}
