import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict } from '../kernel/errors';
import { newId } from '../kernel/id';
import { instant } from '../kernel/period';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { erasureDueOn } from './people.rules';
import { PersonalRecords } from './personal-records';
import { ownGrants } from './role-grants.queries';

/** A wish to be erased, as its author sees it. */
export interface OwnErasureRequest {
  id: string;
  requestedAt: string;
  dueOn: string;
  answeredAt: string | null;
  outcome: 'granted' | 'refused' | null;
  answer: string | null;
}

interface ErasureRow {
  id: string;
  requestedAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  outcome: 'granted' | 'refused' | null;
  answer: string | null;
}

/** What a person may ask about their own data. */
@Injectable()
export class Privacy implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'person', read: (personId) => this.person(personId) });
    this.records.add({ name: 'roles', read: (personId) => ownGrants(this.database, personId) });
    this.records.add({ name: 'erasureRequests', read: (personId) => this.erasureRequests(personId) });
  }

  /** Everything that the house keeps about the actor. That it was asked for is written down. */
  async export(actor: Actor): Promise<Record<string, unknown>> {
    const at = this.clock.now();
    await this.database.transaction((tx) =>
      this.audit.write(tx, { at, actor, action: 'person.export', subjectId: actor.personId }),
    );
    return { exportedAt: instant(at), ...(await this.records.about(actor.personId)) };
  }

  /**
   * Takes down the wish to be erased, to be answered within a month.
   * @throws Conflict `one_open_erasure_request`
   */
  async requestErasure(actor: Actor, idempotency?: IdempotencyKey): Promise<OwnErasureRequest> {
    const at = this.clock.now();
    const request: ErasureRow = {
      id: newId(),
      requestedAt: at,
      dueOn: erasureDueOn(at),
      answeredAt: null,
      outcome: null,
      answer: null,
    };
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          await tx.query(`insert into erasure_request (id, person_id, requested_at, due_on) values ($1, $2, $3, $4)`, [
            request.id,
            actor.personId,
            at,
            request.dueOn,
          ]);
          await this.audit.write(tx, { at, actor, action: 'person.request_erasure', subjectId: actor.personId });
          return shown(request);
        }),
      {
        one_open_erasure_request: () =>
          new Conflict('one_open_erasure_request', 'You have asked for this already; the answer is under way.'),
      },
    );
  }

  /** The actor's wishes to be erased, newest first. */
  async erasureRequests(personId: string): Promise<OwnErasureRequest[]> {
    const rows = await this.database.read<ErasureRow>(
      `select id, requested_at as "requestedAt", due_on as "dueOn", answered_at as "answeredAt", outcome, answer
       from erasure_request where person_id = $1 order by requested_at desc`,
      [personId],
    );
    return rows.map(shown);
  }

  private async person(personId: string): Promise<unknown> {
    const [row] = await this.database.read<Record<string, unknown> & { timeZone: string | null }>(
      `select id, email, full_name as "fullName", locale, time_zone as "timeZone", status,
         email_verified_at as "emailVerifiedAt", privacy_notice as "privacyNotice",
         privacy_notice_accepted_at as "privacyNoticeAcceptedAt", created_at as "createdAt", updated_at as "updatedAt"
       from person where id = $1`,
      [personId],
    );
    return row;
  }
}

function shown(row: ErasureRow): OwnErasureRequest {
  return {
    id: row.id,
    requestedAt: instant(row.requestedAt),
    dueOn: row.dueOn,
    answeredAt: row.answeredAt === null ? null : instant(row.answeredAt),
    outcome: row.outcome,
    answer: row.answer,
  };
}
