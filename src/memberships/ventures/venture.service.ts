import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Forbidden, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { localDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { StartUpGrant, VentureStatus } from './venture.rules';
import { insistOnActive, insistOnMayDo, loadVenture, rolesIn } from './venture.store';
import { VentureView, ventureView } from './venture.view';

/** What somebody says of a new venture. */
export interface NewVenture {
  siteId: string;
  name: string;
  sentence: string;
  sector?: string | null;
}

/** What may change of a venture by a plain edit: not its stage. Members left out stay, null clears. */
export interface VentureChange {
  name?: string;
  sentence?: string;
  sector?: string | null;
  startUpGrant?: StartUpGrant;
  status?: VentureStatus;
}

/** Writing ventures down and changing what they say of themselves. */
@Injectable()
export class VentureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Writes a venture down; whoever does it leads it from today on.
   * @throws Missing for the site; Conflict `site_status`; Forbidden `role_required` for those who neither belong to the
   * site nor have applied there
   */
  async begin(actor: Actor, wanted: NewVenture, idempotency?: IdempotencyKey): Promise<VentureView> {
    const now = this.clock.now();
    return this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, now, async () => {
        const timeZone = await openSite(tx, wanted.siteId);
        await insistOnBelonging(tx, actor, wanted.siteId);
        const id = newId();
        await tx.query(
          `insert into venture (id, site_id, name, sentence, sector, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $6)`,
          [id, wanted.siteId, wanted.name, wanted.sentence, wanted.sector ?? null, now],
        );
        await tx.query(
          'insert into venture_member (id, venture_id, person_id, lead, starts_on) values ($1, $2, $3, true, $4)',
          [newId(), id, actor.personId, localDate(now, timeZone)],
        );
        await this.write(tx, actor, 'venture.begin', { id, siteId: wanted.siteId }, {}, now);
        return ventureView(await loadVenture(tx, id, now), now);
      }),
    );
  }

  /**
   * Changes what a venture says of itself; stops it, or takes it up again.
   * @throws Unconditional without an expected version, Stale with an older one; Conflict `venture_stopped`
   */
  async change(actor: Actor, id: string, change: VentureChange, expected: ExpectedVersion): Promise<VentureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query('select 1 from venture where id = $1 for no key update', [id]);
      const before = await loadVenture(tx, id, now);
      insistOnMayDo('change', rolesIn(before, actor));
      insistOnVersion('venture', expected, before.version);
      if (change.status !== 'active') insistOnActive(before);
      await tx.query(
        `update venture set name = $2, sentence = $3, sector = $4, start_up_grant = $5, status = $6,
           version = version + 1, updated_at = $7
         where id = $1`,
        [
          id,
          change.name ?? before.name,
          change.sentence ?? before.sentence,
          change.sector === undefined ? before.sector : change.sector,
          change.startUpGrant ?? before.startUpGrant,
          change.status ?? before.status,
          now,
        ],
      );
      await this.write(tx, actor, 'venture.change', before, { changed: changedIn(change) }, now);
      return ventureView(await loadVenture(tx, id, now), now);
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id: subjectId, siteId }: { id: string; siteId: string },
    facts: Record<string, unknown>,
    at: Date,
  ): Promise<void> {
    await this.audit.write(tx, { at, actor, action, subjectId, siteId, facts });
  }
}

/** The zone of a site where something may begin. @throws Missing; Conflict `site_status` */
async function openSite(tx: EntityManager, id: string): Promise<string> {
  const rows: { timeZone: string; status: string }[] = await tx.query(
    'select time_zone as "timeZone", status from site where id = $1 for key share',
    [id],
  );
  const site = rows[0];
  if (!site) throw new Missing('site');
  if (site.status !== 'active') throw new Conflict('site_status', 'Nothing new begins at this site now.');
  return site.timeZone;
}

async function insistOnBelonging(tx: EntityManager, actor: Actor, siteId: string): Promise<void> {
  if (actor.holds('entrepreneur', siteId)) return;
  const applied: unknown[] = await tx.query(
    `select 1 from application where person_id = $1 and site_id = $2 and status not in ('rejected', 'withdrawn', 'expired')
     limit 1`,
    [actor.personId, siteId],
  );
  if (applied.length === 0) {
    throw new Forbidden('role_required', 'This is for entrepreneurs of the site, and for those who apply there.');
  }
}

function changedIn(change: VentureChange): string[] {
  return Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
}
