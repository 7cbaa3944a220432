import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { instant } from '../../kernel/period';
import { localDate, LocalDate, parseInstant } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { ConflictKind } from './conflict-of-interest.rules';
import { ConflictOfInterestView, ConflictRow, conflictRows, conflictView } from './conflict-of-interest.view';

/** What somebody declares about somebody. */
export interface WantedConflict {
  aboutPersonId: string;
  kind: ConflictKind;
  note?: string;
  /** The last date on which it counts, when one is known. */
  endsOn?: LocalDate;
}

const laws: Laws = {
  conflict_of_interest_about_id_fkey: () => new Missing('person'),
  conflict_of_interest_self: () =>
    new Refused([
      {
        code: 'conflict_of_interest_self',
        detail: 'Nobody decides about themselves anyway; there is nothing to declare.',
        facts: {},
      },
    ]),
};

/** Declared conflicts of interest. While one is open, neither of the two deals with a case of the other. */
@Injectable()
export class ConflictsOfInterest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Declares that the actor should not judge about somebody, for good or until a date.
   * @throws Missing for an unknown person; Refused `in_the_past` for a date that is over
   */
  async declare(actor: Actor, wanted: WantedConflict, idempotency?: IdempotencyKey): Promise<ConflictOfInterestView> {
    const at = this.clock.now();
    const id = newId();
    insistOnAhead(wanted.endsOn, at);
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          const { aboutPersonId, kind, note = '', endsOn = null } = wanted;
          await tx.query(
            `insert into conflict_of_interest (id, person_id, about_id, kind, note, declared_at, ends_on)
             values ($1, $2, $3, $4, $5, $6, $7)`,
            [id, actor.personId, aboutPersonId, kind, note, at, endsOn],
          );
          const facts = { aboutPersonId, kind, endsOn };
          await this.audit.write(tx, { at, actor, action: 'conflict_of_interest.declare', subjectId: id, facts });
          return this.read(tx, id);
        }),
      laws,
    );
  }

  /** Ends what the actor has declared. @throws Missing for anybody else's, Conflict `conflict_of_interest_over` */
  async end(actor: Actor, id: string): Promise<ConflictOfInterestView> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const rows: { endedAt: Date | null }[] = await tx.query(
        `select ended_at as "endedAt" from conflict_of_interest where id = $1 and (person_id = $2 or $3) for update`,
        [id, actor.personId, actor.isAdministrator],
      );
      if (!rows[0]) throw new Missing('conflict of interest');
      if (rows[0].endedAt) throw new Conflict('conflict_of_interest_over', 'This has ended already.');
      await tx.query('update conflict_of_interest set ended_at = $2 where id = $1', [id, at]);
      await this.audit.write(tx, { at, actor, action: 'conflict_of_interest.end', subjectId: id });
      return this.read(tx, id);
    });
  }

  /** Ends what has counted until its last date. Called by the house. */
  async lapse(id: string): Promise<boolean> {
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [, count]: [unknown, number] = await tx.query(
        `update conflict_of_interest set ended_at = $2
         where id = $1 and ended_at is null and ends_on < ($2::timestamptz at time zone 'UTC')::date`,
        [id, at],
      );
      if (count === 0) return false;
      await this.audit.write(tx, { at, actor: theHouse, action: 'conflict_of_interest.lapse', subjectId: id });
      return true;
    });
  }

  /** What the actor has declared and, for managers, what the managers and coaches of their sites have; newest first. */
  async list(actor: Actor, limit = defaultLimit, cursor?: string): Promise<Page<ConflictOfInterestView>> {
    const [at, id] = cursor === undefined ? [] : cursorKey(cursor, 2);
    const managed = actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
    const rows = await this.database.read<ConflictRow>(
      `${conflictRows}
       where (c.person_id = $1 or $2 or exists (
                select 1 from role_grant g
                where g.person_id = c.person_id and g.role in ('manager', 'coach') and g.site_id = any ($3)))
         and ($4::timestamptz is null or (c.declared_at, c.id) < ($4, $5))
       order by c.declared_at desc, c.id desc limit $6`,
      [actor.personId, actor.isAdministrator, managed, at === undefined ? null : parseInstant(at), id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [instant(row.declaredAt), row.id], conflictView);
  }

  private async read(tx: EntityManager, id: string): Promise<ConflictOfInterestView> {
    const rows: ConflictRow[] = await tx.query(`${conflictRows} where c.id = $1`, [id]);
    if (!rows[0]) throw new Missing('conflict of interest');
    return conflictView(rows[0]);
  }
}

function insistOnAhead(endsOn: LocalDate | undefined, now: Date): void {
  if (endsOn === undefined || endsOn >= localDate(now, 'UTC')) return;
  throw new Refused([{ code: 'in_the_past', detail: 'That date is over.', facts: { endsOn } }]);
}
