import { Injectable, OnModuleInit } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { PersonalRecords } from '../../people/personal-records';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { FeedbackRow, feedbackRows, FeedbackView, feedbackView } from './feedback.view';

/** How it was, in one to five and in words. */
export interface NewFeedback {
  rating: number;
  text?: string;
}

const laws: Laws = {
  session_feedback_pkey: () => new Conflict('feedback_once', 'You have told how this session was already.'),
};

/** How sessions were. Read by whoever told it, and by others only in groups. */
@Injectable()
export class FeedbackService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'sessionFeedback', read: (personId) => this.of(personId) });
  }

  /** Tells once how a closed session was. @throws Missing for others than its founders; Conflict `session_state`, `feedback_once` */
  async give(actor: Actor, sessionId: string, feedback: NewFeedback, key?: IdempotencyKey): Promise<FeedbackView> {
    const at = this.clock.now();
    return this.database.transaction(
      (tx) => once(tx, actor.personId, key, at, () => this.write(tx, actor, sessionId, feedback, at)),
      laws,
    );
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    sessionId: string,
    { rating, text = '' }: NewFeedback,
    at: Date,
  ): Promise<FeedbackView> {
    const rows: { status: string; siteId: string }[] = await tx.query(
      `select k.status, k.site_id as "siteId" from coaching_session k
         join session_participant x on x.session_id = k.id and x.person_id = $2 where k.id = $1 for key share of k`,
      [sessionId, actor.personId],
    );
    const [session] = rows;
    if (!session) throw new Missing('session');
    if (session.status !== 'closed') {
      throw new Conflict('session_state', 'How it was is told when the session is closed.', {
        state: session.status,
      });
    }
    await tx.query(
      'insert into session_feedback (session_id, person_id, rating, text, at) values ($1, $2, $3, $4, $5)',
      [sessionId, actor.personId, rating, text, at],
    );
    const { siteId } = session;
    await this.audit.write(tx, { at, actor, siteId, action: 'coaching_session.feedback', subjectId: sessionId });
    return feedbackView({ sessionId, rating, text, at });
  }

  /** What one told of a session oneself. @throws Missing when one has not */
  async own(actor: Actor, sessionId: string): Promise<FeedbackView> {
    const rows = await this.database.read<FeedbackRow>(`${feedbackRows} where session_id = $1 and person_id = $2`, [
      sessionId,
      actor.personId,
    ]);
    if (!rows[0]) throw new Missing('feedback');
    return feedbackView(rows[0]);
  }

  /** All that a person told. */
  async of(personId: string): Promise<FeedbackView[]> {
    const rows = await this.database.read<FeedbackRow>(`${feedbackRows} where person_id = $1 order by at`, [personId]);
    return rows.map(feedbackView);
  }
}
