import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws, RunAgain } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Doorbell } from '../../platform/queue/doorbell';
import { insistOnManaging } from '../../sites/site.rules';
import { bookingColumns, bookingJoins, BookingRow, BookingView, bookingView } from '../booking.view';
import { broken, ExtraStatus, Promised } from './extra.rules';
import { Ask } from './extra.store';
import { extraColumns, ExtraRow, ExtraView, extraView } from './extra.view';

/** What to change of an extra; what is left out stays. */
export interface ExtraChange {
  name?: string;
  stock?: number;
  status?: ExtraStatus;
}

/** A promise with whom it was made to. */
type Held = Promised & { personId: string };

const laws: Laws = {
  extra_name: () => new Conflict('extra_name', 'Another extra of this site has this name.'),
};

/** What a site lends with its places, and how much there is of it. */
@Injectable()
export class ExtraService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
  ) {}

  /** Adds an extra to a site. @throws Conflict `extra_name` */
  async add(
    actor: Actor,
    siteId: string,
    wanted: { name: string; stock: number },
    idempotency?: IdempotencyKey,
  ): Promise<ExtraView> {
    const now = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, now, async () => {
          const known: unknown[] = await tx.query('select 1 from site where id = $1', [siteId]);
          if (known.length === 0) throw new Missing('site');
          insistOnManaging(actor, siteId);
          const rows: ExtraRow[] = await tx.query(
            `insert into extra as e (id, site_id, name, stock, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
             returning ${extraColumns}`,
            [newId(), siteId, wanted.name, wanted.stock, now],
          );
          return this.written(tx, actor, 'extra.add', rows, { ...wanted }, now);
        }),
      laws,
    );
  }

  /** Whose bookings a change would take the extra from, the first to begin first. Behind nobody's lock. */
  async preview(actor: Actor, id: string, change: ExtraChange): Promise<BookingView[]> {
    const ask: Ask = (sql, parameters) => this.database.read(sql, parameters);
    const extra = await find(ask, id);
    insistOnManaging(actor, extra.siteId);
    const lost = broken(await promises(ask, id, this.clock.now()), stockAfter(extra, change));
    const rows = await ask<BookingRow>(
      `select ${bookingColumns} from ${bookingJoins} where b.id = any ($1) order by b.starts_at, b.id`,
      [lost.map(({ bookingId }) => bookingId)],
    );
    return rows.map(bookingView);
  }

  /**
   * Changes an extra. When there are fewer than promised, whoever booked last goes without: they keep their place, and
   * are told.
   * @throws Unconditional without an expected version, Stale with an older one; Conflict `extra_name`
   */
  async change(actor: Actor, id: string, change: ExtraChange, expected: ExpectedVersion): Promise<ExtraView> {
    const view = await this.database.transaction(async (tx) => {
      const ask: Ask = (sql, parameters) => tx.query(sql, parameters);
      insistOnManaging(actor, (await find(ask, id)).siteId);
      const holders = new Set((await promises(ask, id, this.clock.now())).map(({ personId }) => personId));
      await this.occupancy.lock(tx, { people: [...holders] });
      await tx.query('select 1 from extra where id = $1 for no key update', [id]);
      const extra = await find(ask, id);
      insistOnVersion('extra', expected, extra.version);
      const now = this.clock.now();
      const promised = await promises(ask, id, now);
      if (promised.some(({ personId }) => !holders.has(personId))) throw new RunAgain();
      await this.withdraw(tx, actor, extra, broken(promised, stockAfter(extra, change)), now);
      const [rows]: [ExtraRow[], number] = await tx.query(
        `update extra e set name = $2, stock = $3, status = $4, version = version + 1, updated_at = $5
         where id = $1 returning ${extraColumns}`,
        [id, change.name ?? extra.name, change.stock ?? extra.stock, change.status ?? extra.status, now],
      );
      return this.written(tx, actor, 'extra.change', rows, { ...change }, now);
    }, laws);
    this.doorbell.ring();
    return view;
  }

  private async withdraw(
    tx: EntityManager,
    actor: Actor,
    { id, siteId }: ExtraRow,
    lost: readonly Promised[],
    now: Date,
  ): Promise<void> {
    if (lost.length === 0) return;
    const bookingIds = lost.map(({ bookingId }) => bookingId);
    await tx.query('update booking_extra set withdrawn_at = $3 where extra_id = $1 and booking_id = any ($2)', [
      id,
      bookingIds,
      now,
    ]);
    await tx.query('update booking set version = version + 1, updated_at = $2 where id = any ($1)', [bookingIds, now]);
    for (const { bookingId, count } of lost) {
      const facts = { extraId: id, count };
      await this.audit.write(tx, {
        at: now,
        actor,
        siteId,
        action: 'booking.withdraw_extra',
        subjectId: bookingId,
        facts,
      });
    }
  }

  private async written(
    tx: EntityManager,
    actor: Actor,
    action: string,
    [row]: ExtraRow[],
    facts: Record<string, unknown>,
    now: Date,
  ): Promise<ExtraView> {
    if (!row) throw new Missing('extra');
    await this.audit.write(tx, { at: now, actor, siteId: row.siteId, action, subjectId: row.id, facts });
    return extraView(row);
  }
}

/** What is retired is lent to nobody. */
function stockAfter(extra: ExtraRow, { stock = extra.stock, status = extra.status }: ExtraChange): number {
  return status === 'active' ? stock : 0;
}

async function find(ask: Ask, id: string): Promise<ExtraRow> {
  const [row] = await ask<ExtraRow>(`select ${extraColumns} from extra e where e.id = $1`, [id]);
  if (!row) throw new Missing('extra');
  return row;
}

/** Who has been promised how many of an extra from now on. */
function promises(ask: Ask, id: string, now: Date): Promise<Held[]> {
  return ask<Held>(
    `select b.id as "bookingId", b.person_id as "personId", b.starts_at as "startsAt", b.ends_at as "endsAt", x.count,
            b.created_at as "createdAt"
     from booking_extra x join booking b on b.id = x.booking_id
     where x.extra_id = $1 and x.withdrawn_at is null and b.ends_at > $2
       and b.status in ('requested', 'confirmed', 'checked_in')`,
    [id, now],
  );
}
