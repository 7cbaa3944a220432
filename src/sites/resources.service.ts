import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Missing } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Audit } from '../platform/audit/audit';
import { Database, Laws } from '../platform/database/database';
import { IdempotencyKey, once } from '../platform/http/idempotency';
import { ExpectedVersion, insistOnVersion } from '../platform/http/if-match';
import { ResourceKind } from './resource.rules';
import { resourceColumns, ResourceRow, ResourceView, resourceView } from './resource.view';
import { lockSite } from './site-calendar.service';
import { insistOnManaging } from './site.rules';

/** What a manager says of a new resource. */
export interface NewResource {
  kind: ResourceKind;
  name: string;
  capacity?: number;
  features?: string[];
  zone?: string | null;
  position?: { x: number; y: number } | null;
  needsApproval?: boolean;
}

/** What a manager may change of a resource: everything but its kind. Members left out stay, null clears. */
export type ResourceChange = Partial<Omit<NewResource, 'kind'>>;

/** What a clash of names answers. */
export const resourceLaws: Laws = {
  resource_name: () => new Conflict('resource_name', 'Another resource of this site has this name.'),
};

/** Commands on desks, rooms and booths. */
@Injectable()
export class ResourcesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Adds a resource to a site. @throws Conflict `resource_name` */
  async add(actor: Actor, siteId: string, wanted: NewResource, idempotency?: IdempotencyKey): Promise<ResourceView> {
    const at = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          // The site's lock keeps a resource from appearing beside a closure that is just being announced.
          await lockSite(tx, siteId, at);
          insistOnManaging(actor, siteId);
          const rows: ResourceRow[] = await tx.query(
            `insert into resource (id, site_id, kind, name, capacity, features, zone, position_x, position_y,
                                   needs_approval, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) returning ${resourceColumns}`,
            [
              newId(),
              siteId,
              wanted.kind,
              wanted.name,
              wanted.capacity ?? 1,
              wanted.features ?? [],
              wanted.zone,
              wanted.position?.x,
              wanted.position?.y,
              wanted.needsApproval ?? false,
              at,
            ],
          );
          return this.written(tx, actor, 'resource.add', rows, { ...wanted });
        }),
      resourceLaws,
    );
  }

  /**
   * Changes what a resource is like. What becomes of bookings that need more is for the caller to know.
   * @throws Unconditional without an expected version, Stale with an older one, Conflict `resource_name`
   */
  async changeIn(
    tx: EntityManager,
    actor: Actor,
    id: string,
    change: ResourceChange,
    expected: ExpectedVersion,
  ): Promise<ResourceView> {
    const before = await this.lock(tx, id);
    insistOnManaging(actor, before.siteId);
    insistOnVersion('resource', expected, before.version);
    const position = change.position === undefined ? { x: before.positionX, y: before.positionY } : change.position;
    const [rows]: [ResourceRow[], number] = await tx.query(
      `update resource set name = $2, capacity = $3, features = $4, zone = $5, position_x = $6, position_y = $7,
         needs_approval = $8, version = version + 1, updated_at = $9
       where id = $1 returning ${resourceColumns}`,
      [
        id,
        change.name ?? before.name,
        change.capacity ?? before.capacity,
        change.features ?? before.features,
        change.zone === undefined ? before.zone : change.zone,
        position?.x,
        position?.y,
        change.needsApproval ?? before.needsApproval,
        this.clock.now(),
      ],
    );
    return this.written(tx, actor, 'resource.change', rows, { ...change });
  }

  /**
   * Takes a locked resource out of use for good. Whether it is still wanted is for the caller to know.
   * @throws Conflict `resource_retired`
   */
  async retire(tx: EntityManager, actor: Actor, id: string): Promise<ResourceView> {
    const [rows]: [ResourceRow[], number] = await tx.query(
      `update resource set status = 'retired', version = version + 1, updated_at = $2
       where id = $1 and status = 'active' returning ${resourceColumns}`,
      [id, this.clock.now()],
    );
    if (rows.length === 0) throw new Conflict('resource_retired', 'This resource is out of use already.');
    return this.written(tx, actor, 'resource.retire', rows, {});
  }

  /** A resource as a transaction sees it. @throws Missing */
  async read(tx: EntityManager, id: string): Promise<ResourceRow> {
    const rows: ResourceRow[] = await tx.query(`select ${resourceColumns} from resource where id = $1`, [id]);
    if (!rows[0]) throw new Missing('resource');
    return rows[0];
  }

  /** Locks a resource against bookings and other changes, and reads it. @throws Missing */
  async lock(tx: EntityManager, id: string): Promise<ResourceRow> {
    const rows: ResourceRow[] = await tx.query(
      `select ${resourceColumns} from resource where id = $1 for no key update`,
      [id],
    );
    const row = rows[0];
    if (!row) throw new Missing('resource');
    return row;
  }

  private async written(
    tx: EntityManager,
    actor: Actor,
    action: string,
    rows: ResourceRow[],
    facts: Record<string, unknown>,
  ): Promise<ResourceView> {
    const row = rows[0];
    if (!row) throw new Missing('resource');
    const { id: subjectId, siteId } = row;
    await this.audit.write(tx, { at: this.clock.now(), actor, action, subjectId, siteId, facts });
    return resourceView(row);
  }
}
