import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Missing, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { insist } from '../kernel/refusal';
import { LocalDate, localDate, plusDays } from '../kernel/site-time';
import { actorId, Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { holidaysOf } from './holiday.rules';
import {
  closureRules,
  closureTransitions,
  ClosureSource,
  ClosureStatus,
  insistOnManaging,
  SiteStatus,
  WantedClosure,
  WantedWeek,
  weekRules,
} from './site.rules';
import { closureColumns, ClosureRow, ClosureView, closureView } from './site.view';

/** A site whose calendar nobody else can change until the transaction ends. */
export interface LockedSite {
  id: string;
  timeZone: string;
  country: string;
  status: SiteStatus;
  version: number;
  /** The date that the clock of the site shows. */
  today: LocalDate;
}

/**
 * When a site is open. A booking reads hours and closures after it has locked its resource; whoever changes them locks
 * the site and all its resources first, so one of the two comes first and the other sees it.
 */
@Injectable()
export class SiteCalendarService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Locks the calendar of a site for somebody who runs it: the site against others who change it or add resources,
   * then every resource by id.
   * @throws Missing, Forbidden `role_required`
   */
  async lock(tx: EntityManager, actor: Actor, siteId: string): Promise<LockedSite> {
    const site = await lockSite(tx, siteId, this.clock.now());
    insistOnManaging(actor, siteId);
    await tx.query(`select lock_subjects('{}', array(select id from resource where site_id = $1))`, [siteId]);
    return site;
  }

  /**
   * Sets the week that holds from a date on. The week before it ends on the day before; a later week that has been set
   * already still begins on its day. The calendar must be locked.
   * @throws Refused `in_the_past`, `opening_hours_order`, `opening_hours_once`
   */
  async setWeek(tx: EntityManager, actor: Actor, site: LockedSite, week: WantedWeek): Promise<void> {
    insist(weekRules, { ...week, today: site.today });
    const { validFrom, openingHours } = week;
    await tx.query(
      `update opening_hours set valid_until = $3
       where site_id = $1 and valid_from < $2 and (valid_until is null or valid_until >= $2)`,
      [site.id, validFrom, plusDays(validFrom, -1)],
    );
    await tx.query('delete from opening_hours where site_id = $1 and valid_from = $2', [site.id, validFrom]);
    await tx.query(
      `insert into opening_hours (id, site_id, weekday, opens, closes, valid_from, valid_until)
       select s.id, $1, s.weekday, s.opens, s.closes, $2,
              (select min(valid_from) - 1 from opening_hours where site_id = $1 and valid_from > $2)
       from jsonb_to_recordset($3) as s (id uuid, weekday smallint, opens time, closes time)`,
      [site.id, validFrom, JSON.stringify(openingHours.map((span) => ({ id: newId(), ...span })))],
    );
    await tx.query('update site set version = version + 1 where id = $1', [site.id]);
    await this.audit.write(tx, {
      at: this.clock.now(),
      actor,
      action: 'opening_hours.set',
      subjectId: site.id,
      siteId: site.id,
      facts: { validFrom, openingHours },
    });
  }

  /**
   * Adds a closure that is in force at once. The calendar must be locked.
   * @throws Refused `closure_dates`, `closure_hours`, `in_the_past`
   */
  async addClosure(tx: EntityManager, actor: Actor, site: LockedSite, wanted: WantedClosure): Promise<ClosureView> {
    insist(closureRules, { ...wanted, today: site.today });
    const at = this.clock.now();
    const closure: ClosureRow = {
      id: newId(),
      siteId: site.id,
      startsOn: wanted.startsOn,
      endsOn: wanted.endsOn,
      opens: wanted.opens ?? null,
      closes: wanted.closes ?? null,
      reason: wanted.reason,
      source: 'manager' satisfies ClosureSource,
      status: 'confirmed' satisfies ClosureStatus,
      createdAt: at,
      decidedAt: at,
    };
    await tx.query(
      `insert into closure (id, site_id, starts_on, ends_on, opens, closes, reason, source, status,
                            created_by, created_at, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11)`,
      [
        closure.id,
        site.id,
        closure.startsOn,
        closure.endsOn,
        closure.opens,
        closure.closes,
        closure.reason,
        closure.source,
        closure.status,
        actorId(actor),
        at,
      ],
    );
    const { startsOn, endsOn, opens, closes } = closure;
    await this.note(tx, actor, 'closure.add', closure.id, site.id, { startsOn, endsOn, opens, closes });
    return closureView(closure);
  }

  /** A closure as it stands. @throws Missing */
  async closure(tx: EntityManager, id: string): Promise<ClosureRow> {
    const rows: ClosureRow[] = await tx.query(`select ${closureColumns} from closure where id = $1`, [id]);
    const row = rows[0];
    if (!row) throw new Missing('closure');
    return row;
  }

  /**
   * Confirms a proposed closure or dismisses one. The calendar must be locked.
   * @throws Conflict `closure_status` when it is in no state for that, `closure_over` when its days have passed.
   */
  async decide(
    tx: EntityManager,
    actor: Actor,
    site: LockedSite,
    id: string,
    event: keyof typeof closureTransitions,
  ): Promise<ClosureView> {
    const { from, to } = closureTransitions[event];
    const before = await this.closure(tx, id);
    if (before.endsOn < site.today) throw new Conflict('closure_over', 'The days of this closure have passed.');
    const at = this.clock.now();
    const [rows]: [ClosureRow[], number] = await tx.query(
      `update closure set status = $3, decided_by = $4, decided_at = $5 where id = $1 and status = any($2)
       returning ${closureColumns}`,
      [id, from, to, actorId(actor), at],
    );
    const after = rows[0];
    if (!after) throw new Conflict('closure_status', `This closure is ${before.status}.`, { state: before.status });
    await this.note(tx, actor, `closure.${event}`, id, site.id, { before: before.status, startsOn: before.startsOn });
    return closureView(after);
  }

  /** Dismisses a closure, proposed or in force. What was cancelled because of it stays cancelled. */
  async dismiss(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { siteId } = await this.closure(tx, id);
      insistOnManaging(actor, siteId);
      const site = await this.lock(tx, actor, siteId);
      await this.decide(tx, actor, site, id, 'dismiss');
    });
  }

  /**
   * Proposes the holidays of a year as closures; none is in force before a manager confirms it. A holiday that has been
   * proposed before is not proposed again, whatever was decided about it, and days that have passed are left out.
   * @returns every closure of that year that came from the calendar of holidays
   * @throws Refused `holidays_known` when nothing is known of the site's country
   */
  async propose(actor: Actor, siteId: string, year: number): Promise<ClosureView[]> {
    return this.database.transaction(async (tx) => {
      const site = await lockSite(tx, siteId, this.clock.now());
      insistOnManaging(actor, siteId);
      const holidays = holidaysOf(site.country, site.timeZone, year);
      if (!holidays) throw unknownCountry(site.country);
      const proposed: unknown[] = await tx.query(
        `insert into closure (id, site_id, starts_on, ends_on, reason, source, status, created_by, created_at)
         select h.id, $1, h."startsOn", h."endsOn", h.name, 'holiday', 'proposed', $2, $3
         from jsonb_to_recordset($4) as h (id uuid, "startsOn" date, "endsOn" date, name text)
         where h."endsOn" >= $5 and not exists (
           select 1 from closure c
           where c.site_id = $1 and c.source = 'holiday' and c.starts_on = h."startsOn" and c.ends_on = h."endsOn")
         returning id`,
        [
          siteId,
          actorId(actor),
          this.clock.now(),
          JSON.stringify(holidays.map((holiday) => ({ id: newId(), ...holiday }))),
          site.today,
        ],
      );
      if (proposed.length > 0) {
        await this.note(tx, actor, 'closure.propose', siteId, siteId, { year, count: proposed.length });
      }
      const rows: ClosureRow[] = await tx.query(
        `select ${closureColumns} from closure
         where site_id = $1 and source = 'holiday' and starts_on between make_date($2, 1, 1) and make_date($2, 12, 31)
         order by starts_on, id`,
        [siteId, year],
      );
      return rows.map(closureView);
    });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    subjectId: string,
    siteId: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.write(tx, { at: this.clock.now(), actor, action, subjectId, siteId, facts });
  }
}

/** Locks the row of a site against other changes of the site. Bookings, which only refer to it, do not wait. @throws Missing */
export async function lockSite(tx: EntityManager, id: string, now: Date): Promise<LockedSite> {
  const rows: Omit<LockedSite, 'today'>[] = await tx.query(
    'select id, time_zone as "timeZone", country, status, version from site where id = $1 for no key update',
    [id],
  );
  const row = rows[0];
  if (!row) throw new Missing('site');
  return { ...row, today: localDate(now, row.timeZone) };
}

function unknownCountry(country: string): Refused {
  return new Refused([
    { code: 'holidays_known', detail: 'The holidays of this country are not known here.', facts: { country } },
  ]);
}
