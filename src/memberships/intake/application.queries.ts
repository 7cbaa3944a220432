import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { instant } from '../../kernel/period';
import { parseInstant } from '../../kernel/site-time';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { ApplicationStatus } from './application.rules';
import {
  ApplicationRow,
  applicationRows,
  ApplicationView,
  applicationView,
  openConflict,
  shownStatus,
} from './application.view';

/** Which applications to list; what is left out does not matter. */
export interface ApplicationFilter {
  siteId?: string;
  status?: ApplicationStatus;
  limit?: number;
  cursor?: string;
}

/**
 * SQL: whether the reader `$1` may know of an application: it is their own; they run the site and it was submitted
 * (a draft is nobody's business); or they are a coach there, it is under review, and no conflict of interest is open.
 * `$2`: administrator, `$3`: sites they manage, `$4`: sites where they coach.
 */
const known = `(a.person_id = $1
  or a.submitted_at is not null and ($2 or a.site_id = any ($3))
  or a.status = 'under_review' and a.site_id = any ($4) and not ${openConflict('a.person_id', '$1')})`;

/** Applications as their authors, reviewers and the managers of the site read them. */
@Injectable()
export class ApplicationQueries {
  constructor(private readonly database: Database) {}

  /** One application. @throws Missing when there is none, or none that the actor may know of. */
  async one(actor: Actor, id: string): Promise<ApplicationView> {
    const rows = await this.database.read<ApplicationRow>(`${applicationRows} where ${known} and a.id = $5`, [
      ...reader(actor),
      id,
    ]);
    if (!rows[0]) throw new Missing('application');
    return applicationView(rows[0], actor);
  }

  /** One application as a transaction sees it, for an actor who has just dealt with it. @throws Missing */
  async within(tx: EntityManager, actor: Actor, id: string): Promise<ApplicationView> {
    const rows: ApplicationRow[] = await tx.query(`${applicationRows} where a.id = $2`, [actor.personId, id]);
    if (!rows[0]) throw new Missing('application');
    return applicationView(rows[0], actor);
  }

  /**
   * Applications, the oldest submission first, so that a waiting list stands in its order. Without a site: one's own.
   * With a site: what there is to run or to review, beside one's own.
   */
  async list(
    actor: Actor,
    { siteId, status, limit = defaultLimit, cursor }: ApplicationFilter,
  ): Promise<Page<ApplicationView>> {
    const after = afterKey(cursor);
    const rows = await this.database.read<ApplicationRow>(
      `${applicationRows}
       where ${known} and ($5::uuid is null and a.person_id = $1 or a.site_id = $5)
         and ($6::text is null or ${shownStatus} = $6)
         and ($7::timestamptz is null or (coalesce(a.submitted_at, a.created_at), a.id) > ($7, $8))
       order by coalesce(a.submitted_at, a.created_at), a.id limit $9`,
      [...reader(actor), siteId, status, after.at, after.id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [instant(row.submittedAt ?? row.createdAt), row.id],
      (row) => applicationView(row, actor),
    );
  }
}

/** What {@link known} asks of a reader. */
function reader(actor: Actor): unknown[] {
  const sitesOf = (wanted: string): string[] =>
    actor.roles.flatMap(({ role, siteId }) => (role === wanted && siteId !== null ? [siteId] : []));
  return [actor.personId, actor.isAdministrator, sitesOf('manager'), sitesOf('coach')];
}

/** The sort key that a cursor carries. @throws Malformed for any other text. */
function afterKey(cursor: string | undefined): { at: Date | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [text = '', id = ''] = cursorKey(cursor, 2);
  const at = parseInstant(text);
  if (!at || !isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return { at, id };
}
