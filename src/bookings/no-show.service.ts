import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Forbidden, Missing } from '../kernel/errors';
import { newId } from '../kernel/id';
import { instant } from '../kernel/period';
import { insistOnDuty } from '../memberships/duty';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { transitions } from './booking.rules';
import { loadBooking, settle, venturesOf } from './booking.store';
import { BookingRow } from './booking.view';
import {
  checkInDeadline,
  grace,
  isMissed,
  NoShowEvent,
  NoShowRole,
  noShowState,
  noShowTransitions,
} from './no-show.rules';
import { NoShowRow, noShowRows, NoShowView, noShowView } from './no-show.view';
import { OffersService } from './waiting-list/offers.service';

/** Bookings that nobody came to: found by the house, forgiven by a manager, appealed against by the person. */
@Injectable()
export class NoShowService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly offers: OffersService,
  ) {}

  /**
   * Gives the place of a booking away to whom nobody came, and writes the no-show down. The first in a while is
   * forgiven at once. What was taken from the wallet stays taken. Called by the house.
   * @returns false when somebody has come, or something else happened to the booking first
   */
  async mark(bookingId: string): Promise<boolean> {
    const marked = await this.database.transaction(async (tx) => {
      const known = await loadBooking(tx, bookingId);
      const { personId, resourceId } = known;
      await this.occupancy.lock(tx, { people: [personId], ventures: venturesOf(known), resources: [resourceId] });
      const booking = await loadBooking(tx, bookingId);
      const now = this.clock.now();
      if (!isMissed(booking, now)) return false;
      const [, count]: [unknown, number] = await tx.query(
        `update booking set status = $2, version = version + 1, updated_at = $3 where id = $1 and status = any ($4)`,
        [bookingId, transitions.miss.to, now, transitions.miss.from],
      );
      if (count === 0) return false;
      const freed = await this.occupancy.release(tx, [bookingId]);
      await settle(tx, booking, now);
      await this.offers.offer(tx, freed);
      const forgiven = await this.strike(tx, booking, now);
      await this.audit.write(tx, {
        at: now,
        actor: theHouse,
        siteId: booking.siteId,
        action: 'booking.miss',
        subjectId: bookingId,
        facts: { personId, forgiven },
      });
      return true;
    });
    if (marked) this.doorbell.ring();
    return marked;
  }

  /** What the person says about it, once. @throws Missing for anybody else's; Conflict `no_show_state` */
  appeal(actor: Actor, id: string, text: string): Promise<NoShowView> {
    return this.happen('appeal', actor, id, 'appeal = $2, appealed_at = $3', text);
  }

  /** Forgives with a reason that the person reads. @throws Forbidden `segregation_of_duties`; Conflict `no_show_state` */
  forgive(actor: Actor, id: string, reason: string): Promise<NoShowView> {
    return this.happen('forgive', actor, id, 'forgiven_reason = $2, forgiven_at = $3, forgiven_by = $4', reason);
  }

  /** Answers an appeal: it stands. @throws Forbidden `segregation_of_duties`; Conflict `no_show_state` */
  uphold(actor: Actor, id: string, answer: string): Promise<NoShowView> {
    return this.happen('uphold', actor, id, 'appeal_answer = $2, answered_at = $3, answered_by = $4', answer);
  }

  /** Writes a no-show down under the lock of its person; true when it is the first in a while. */
  private async strike(tx: EntityManager, booking: BookingRow, now: Date): Promise<boolean> {
    const at = checkInDeadline(booking) ?? booking.endsAt;
    const { personId, siteId } = booking;
    // Looks both ways, since after a pause of the house an earlier one may be found after a later one.
    const others: unknown[] = await tx.query(
      `select 1
       from no_show_strike k join site s on s.id = k.site_id
       where k.person_id = $1 and k.site_id = $2 and (k.forgiven_at is null or k.forgiven_reason = $4)
         and k.at > $3::timestamptz - make_interval(days => s.no_show_days)
         and k.at < $3::timestamptz + make_interval(days => s.no_show_days)
       limit 1`,
      [personId, siteId, at, grace],
    );
    const isFirst = others.length === 0;
    await tx.query(
      `insert into no_show_strike (id, person_id, site_id, booking_id, at, forgiven_at, forgiven_reason)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), personId, siteId, booking.id, at, isFirst ? now : null, isFirst ? grace : null],
    );
    return isFirst;
  }

  private async happen(
    event: NoShowEvent,
    actor: Actor,
    id: string,
    assignments: string,
    words: string,
  ): Promise<NoShowView> {
    return this.database.transaction(async (tx) => {
      await tx.query('select 1 from no_show_strike where id = $1 for no key update', [id]);
      const row = await load(tx, id);
      const { from, who } = noShowTransitions[event];
      const held = rolesOn(row, actor);
      if (who.includes('manager') && held.includes('manager')) await insistOnDuty(tx, actor, [row.personId]);
      insistOnRole(who, held);
      const state = noShowState(row);
      if (!from.includes(state)) {
        throw new Conflict('no_show_state', `This no-show is ${state}.`, { state, event, possibleFrom: from });
      }
      const now = this.clock.now();
      const parameters: unknown[] = [id, words, now];
      if (assignments.includes('$4')) parameters.push(actor.personId);
      await tx.query(`update no_show_strike set ${assignments} where id = $1`, parameters);
      await this.audit.write(tx, {
        at: now,
        actor,
        siteId: row.siteId,
        action: `no_show.${event}`,
        subjectId: id,
        facts: { personId: row.personId, bookingId: row.bookingId, at: instant(row.at) },
      });
      return noShowView(await load(tx, id), now);
    });
  }
}

async function load(tx: EntityManager, id: string): Promise<NoShowRow> {
  const rows: NoShowRow[] = await tx.query(`${noShowRows} where k.id = $1`, [id]);
  if (!rows[0]) throw new Missing('no-show');
  return rows[0];
}

function rolesOn({ personId, siteId }: NoShowRow, actor: Actor): NoShowRole[] {
  const found: NoShowRole[] = [];
  if (personId === actor.personId) found.push('holder');
  if (actor.manages(siteId)) found.push('manager');
  if (found.length === 0) throw new Missing('no-show');
  return found;
}

function insistOnRole(who: readonly NoShowRole[], held: readonly NoShowRole[]): void {
  if (who.some((role) => held.includes(role))) return;
  const detail = who.includes('manager') ? 'Only a manager of the site can do this.' : 'Only the person can do this.';
  throw new Forbidden('role_required', detail);
}
