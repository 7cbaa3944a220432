import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { actorId, Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { insistOnManaging } from '../../sites/site.rules';
import { CodeKeeper } from './code-keeper';

/** Giving places their codes. */
@Injectable()
export class CheckInCodeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly keeper: CodeKeeper,
  ) {}

  /**
   * Gives new codes to the named places of a site, whose old ones are worth nothing from then on; without names, to
   * those that have none.
   * @throws Missing when the site, or one of the places, is not there; Forbidden `role_required`
   */
  async issue(actor: Actor, siteId: string, resourceIds?: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const site: unknown[] = await tx.query('select 1 from site where id = $1', [siteId]);
      if (site.length === 0) throw new Missing('site');
      insistOnManaging(actor, siteId);
      const places: { id: string }[] = await tx.query(
        `select r.id from resource r
         where r.site_id = $1 and r.status = 'active' and (r.id = any ($2::uuid[])
           or $2 is null and not exists (select 1 from check_in_code c where c.resource_id = r.id))
         order by r.id for no key update`,
        [siteId, resourceIds ?? null],
      );
      if (resourceIds && places.length < new Set(resourceIds).size) throw new Missing('resource');
      const now = this.clock.now();
      for (const { id } of places) {
        const code = this.keeper.mint();
        // Of two that give codes to all at once, the second finds that there is one already.
        await tx.query(
          `insert into check_in_code as c (resource_id, code_hash, sealed, issued_at, issued_by)
           values ($1, $2, $3, $4, $5)
           on conflict (resource_id) do update
             set code_hash = excluded.code_hash, sealed = excluded.sealed, issued_at = excluded.issued_at,
                 issued_by = excluded.issued_by
             where $6`,
          [id, this.keeper.hash(code), this.keeper.seal(code, id), now, actorId(actor), resourceIds !== undefined],
        );
      }
      if (places.length === 0) return;
      await this.audit.write(tx, {
        at: now,
        actor,
        siteId,
        action: 'check_in_code.issue',
        subjectId: siteId,
        facts: { resourceIds: places.map(({ id }) => id) },
      });
    });
  }
}
