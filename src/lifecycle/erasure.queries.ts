import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Missing } from '../kernel/errors';
import { judge } from '../kernel/refusal';
import { Database } from '../platform/database/database';
import { ErasureCase, erasureRules } from './erasure.rules';
import { ErasureRequestRow, ErasureRequestsView, ErasureView, erasureView } from './erasure.view';

/** What is read of wishes to be erased. */
@Injectable()
export class ErasureQueries {
  constructor(private readonly database: Database) {}

  /**
   * Wishes to be erased: those that wait for an answer first, by the day on which it is due, each with what is in its
   * way now.
   */
  async list(): Promise<ErasureRequestsView> {
    const rows = await this.database.read<ErasureRequestRow>(
      `${requests} order by e.answered_at is not null, e.due_on, e.id limit 200`,
    );
    const open = rows.filter(isAhead).map(({ personId }) => personId);
    const cases = new Map((await this.database.read<CaseRow>(standing, [open])).map((row) => [row.personId, row]));
    return { items: rows.map((row) => shown(row, cases.get(row.personId))), next: null };
  }

  /** One wish, as it stands in the transaction. @throws Missing */
  async one(tx: EntityManager, id: string): Promise<ErasureView> {
    const row = await this.load(tx, id);
    return shown(row, isAhead(row) ? await caseRow(tx, row.personId) : undefined);
  }

  /** @throws Missing */
  async load(tx: EntityManager, id: string): Promise<ErasureRequestRow> {
    const rows: ErasureRequestRow[] = await tx.query(`${requests} where e.id = $1`, [id]);
    if (!rows[0]) throw new Missing('request');
    return rows[0];
  }

  /** What the wish of a person is judged on. */
  async caseOf(tx: EntityManager, personId: string): Promise<ErasureCase> {
    return caseOf(await caseRow(tx, personId));
  }
}

/** Whether it waits for an answer, or for being carried out. */
function isAhead({ answeredAt, outcome, erasedAt }: ErasureRequestRow): boolean {
  return answeredAt === null || (outcome === 'granted' && erasedAt === null);
}

interface CaseRow {
  personId: string;
  membershipIds: string[];
  openCoaching: number;
  isLastAdministrator: boolean;
}

async function caseRow(tx: EntityManager, personId: string): Promise<CaseRow | undefined> {
  const rows: CaseRow[] = await tx.query(standing, [[personId]]);
  return rows[0];
}

function caseOf(row: CaseRow | undefined): ErasureCase {
  const { membershipIds = [], openCoaching = 0, isLastAdministrator = false } = row ?? {};
  return { openMemberships: membershipIds.length, openCoaching, isLastAdministrator };
}

function shown(row: ErasureRequestRow, found: CaseRow | undefined): ErasureView {
  return erasureView(row, judge(erasureRules, caseOf(found)), found?.membershipIds ?? []);
}

const requests = `
  select e.id, e.person_id as "personId", p.full_name as "personName", p.email, p.status as "personStatus",
         e.requested_at as "requestedAt", e.due_on as "dueOn", e.outcome, e.answered_at as "answeredAt", e.answer,
         e.erased_at as "erasedAt"
  from erasure_request e join person p on p.id = e.person_id`;

/** SQL: what some people still have running. */
const standing = `
  select w.id as "personId",
         array(select m.id from membership m where m.person_id = w.id
               and m.status in ('offered', 'scheduled', 'active', 'paused', 'suspended') order by m.id) as "membershipIds",
         (select count(*) from coaching_assignment where coach_id = w.id and status in ('offered', 'active', 'on_hold'))
         + (select count(*) from coaching_session k where k.status = 'confirmed' and (k.coach_id = w.id or exists (
              select 1 from session_participant p where p.session_id = k.id and p.person_id = w.id))) as "openCoaching",
         exists (select 1 from role_grant where person_id = w.id and role = 'administrator')
         and not exists (select 1 from role_grant g join person p on p.id = g.person_id
                         where g.role = 'administrator' and g.person_id <> w.id and p.status = 'active') as "isLastAdministrator"
  from unnest($1::uuid[]) as w (id)`;
