import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Actor } from '../kernel/actor';
import { Malformed, Missing } from '../kernel/errors';
import { dayOf, instantOf } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../platform/http/page';
import { DeedRow, deedsCsv, DeedView, deedView } from './audit-trail.view';
import { ReportScope } from './report.scope';

/** Which deeds are wanted: at a site, or at none when that is left out; dates by the clock of the site. */
export interface TrailWish {
  limit?: number;
  cursor?: string;
  siteId?: string;
  from?: string;
  to?: string;
  /** A kind of subject, or one deed. */
  action?: string;
  subjectId?: string;
}

/** No table has more lines; who needs more asks for fewer days. */
const mostLines = 5000;

/** What people call a subject. Each is found by its key, and only for the lines that are shown. */
const subjectName = `coalesce(
  (select full_name from person where id = e.subject_id),
  (select name from resource where id = e.subject_id),
  (select name from site where id = e.subject_id),
  (select name from venture where id = e.subject_id),
  (select p.full_name from membership m join person p on p.id = m.person_id where m.id = e.subject_id),
  (select p.full_name from application a join person p on p.id = a.person_id where a.id = e.subject_id),
  (select p.full_name from coaching_assignment c join membership m on m.id = c.membership_id
     join person p on p.id = m.person_id where c.id = e.subject_id),
  (select r.name || ', ' || p.full_name from booking b join resource r on r.id = b.resource_id
     join person p on p.id = b.person_id where b.id = e.subject_id))`;

/** The audit trail for those who run a site; what was done at no site, for administrators. */
@Injectable()
export class AuditTrailQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: ReportScope,
  ) {}

  /** A page of deeds, the latest first. @throws Missing for a site that the person does not run; Malformed */
  async page(actor: Actor, query: TrailWish): Promise<Page<DeedView>> {
    const limit = query.limit ?? defaultLimit;
    return pageOf(await this.deeds(actor, query, limit + 1), limit, ({ at, id }) => [at.toISOString(), id], deedView);
  }

  /** The same as a table, the latest lines when there are too many. @throws Missing */
  async table(actor: Actor, query: TrailWish): Promise<string> {
    return deedsCsv((await this.deeds(actor, query, mostLines)).map(deedView));
  }

  private async deeds(actor: Actor, query: TrailWish, limit: number): Promise<DeedRow[]> {
    const zone = await this.zoneFor(actor, query.siteId);
    const [before, beforeId] = query.cursor === undefined ? [null, null] : deedKey(query.cursor);
    return this.database.read<DeedRow>(
      `select e.id, e.at, e.actor_id as "actorId", e.actor, e.action, e.subject_id as "subjectId", e.facts,
         ${subjectName} as subject
       from (
         select d.*, p.full_name as actor from audit_event d left join person p on p.id = d.actor_id
         where ${query.siteId === undefined ? 'd.site_id is null and $1::uuid is null' : 'd.site_id = $1'}
           and ($2::timestamptz is null or d.at >= $2) and ($3::timestamptz is null or d.at < $3)
           and ($4::text is null or d.action = $4 or starts_with(d.action, $4 || '.'))
           and ($5::uuid is null or d.subject_id = $5)
           and ($6::timestamptz is null or (d.at, d.id) < ($6, $7::uuid))
         order by d.at desc, d.id desc limit $8) e
       order by e.at desc, e.id desc`,
      [
        query.siteId ?? null,
        query.from === undefined ? null : instantOf(query.from, '00:00', zone),
        query.to === undefined ? null : dayOf(query.to, zone).end,
        query.action ?? null,
        query.subjectId ?? null,
        before,
        beforeId,
        limit,
      ],
    );
  }

  /** By whose clock dates are meant. @throws Missing when the person may not read this trail */
  private async zoneFor(actor: Actor, siteId: string | undefined): Promise<string> {
    if (siteId !== undefined) return (await this.scopes.managed(actor, siteId)).timeZone;
    if (!actor.isAdministrator) throw new Missing('site');
    return 'UTC';
  }
}

/** The instant and the id of the last deed of the page before. @throws Malformed */
function deedKey(cursor: string): string[] {
  const key = cursorKey(cursor, 2);
  const [at = '', id = ''] = key;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) && isUUID(id)) return key;
  throw Malformed.at('/cursor', 'is not a cursor of this list');
}
