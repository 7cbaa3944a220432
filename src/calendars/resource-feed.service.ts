import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { Locale } from '../people/people.rules';
import { Audit } from '../platform/audit/audit';
import { Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { insistOnManaging } from '../sites/site.rules';
import { CalendarFeedView } from './calendar.view';
import { hashOf } from './feed-secret';

/** The secret addresses of the calendars beside doors. */
@Injectable()
export class ResourceFeedService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes a new secret address for a resource, in the language of its display; the one before it works no longer.
   * @throws Missing; Forbidden `role_required` for who does not run the site
   */
  async open(actor: Actor, resourceId: string, how: { titles: boolean; locale: Locale }): Promise<CalendarFeedView> {
    const token = randomBytes(32).toString('base64url');
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const siteId = await siteOf(tx, actor, resourceId);
      await tx.query(
        `insert into resource_feed (resource_id, token_hash, titles, locale, opened_by, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (resource_id) do update set token_hash = excluded.token_hash, titles = excluded.titles,
           locale = excluded.locale, opened_by = excluded.opened_by, created_at = excluded.created_at`,
        [resourceId, hashOf(token), how.titles, how.locale, actor.personId, at],
      );
      const facts = { titles: how.titles };
      await this.audit.write(tx, { at, actor, siteId, action: 'resource_feed.open', subjectId: resourceId, facts });
    });
    return { url: `${this.config.publicUrl}/api/v1/calendars/resources/${token}.ics` };
  }

  /** Takes the secret address back; without one nothing happens. @throws Missing; Forbidden `role_required` */
  async close(actor: Actor, resourceId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const siteId = await siteOf(tx, actor, resourceId);
      const [, count] = await tx.query<[unknown, number]>('delete from resource_feed where resource_id = $1', [
        resourceId,
      ]);
      if (count === 0) return;
      await this.audit.write(tx, { at, actor, siteId, action: 'resource_feed.close', subjectId: resourceId });
    });
  }
}

async function siteOf(tx: EntityManager, actor: Actor, resourceId: string): Promise<string> {
  const [row] = await tx.query<{ siteId: string }[]>(
    'select site_id as "siteId" from resource where id = $1 for key share',
    [resourceId],
  );
  if (!row) throw new Missing('resource');
  insistOnManaging(actor, row.siteId);
  return row.siteId;
}
