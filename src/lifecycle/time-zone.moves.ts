import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { settleAll, shiftBookings } from '../bookings/booking.store';
import { rewordSeries } from '../bookings/series/series.store';
import { shiftEntries } from '../bookings/waiting-list/waiting-list.store';
import { shiftSessions } from '../coaching/sessions/session.store';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { instant } from '../kernel/period';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Audit } from '../platform/audit/audit';
import { RunAgain } from '../platform/database/database';
import { NewPeriod, writePeriods } from '../platform/database/periods';
import { Rezoning } from './time-zone.queries';
import { MovableKind, Shift, shifted, TakenRow } from './time-zone.rules';
import { peopleOf } from './time-zone.store';

/** What the trail calls a move of each kind: as when somebody moves one, so that everybody is told of it in the same way. */
const movings: Record<MovableKind, string> = {
  booking: 'booking.change',
  session: 'coaching_session.move',
  maintenance: 'maintenance.change',
  waiting: 'waiting_list.change',
};

/** Moving everything at a site at once, so that its clock shows the same times in another zone. */
@Injectable()
export class TimeZoneMoves {
  constructor(
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
  ) {}

  /** Locks everybody who has something agreed at the site; answers whom. Call it before any other lock. */
  async lockPeople(tx: EntityManager, siteId: string): Promise<readonly string[]> {
    const found = await peopleOf(tx, siteId, this.clock.now());
    await this.occupancy.lock(tx, found);
    return found.people;
  }

  /** Runs the transaction again when somebody has agreed on something between the first look and the locks. */
  async insistOnLocked(tx: EntityManager, siteId: string, locked: readonly string[]): Promise<void> {
    const { people } = await peopleOf(tx, siteId, this.clock.now());
    if (people.some((id) => !locked.includes(id))) throw new RunAgain();
  }

  /** Moves what keeps its local time, lets series say what their dates read, and settles what falls on other days now. */
  async carryOut(tx: EntityManager, actor: Actor, { siteId, shifts, taken, series }: Rezoning): Promise<void> {
    const now = this.clock.now();
    const moves = shifts.flatMap(({ movable, to }) => (to ? [{ movable, to }] : []));
    await this.occupancy.move(tx, rowsAfter(taken, shifts));
    const of = (kind: MovableKind): NewPeriod[] =>
      moves.flatMap(({ movable, to }) => (movable.kind === kind ? [{ id: movable.id, period: to }] : []));
    await shiftBookings(tx, of('booking'), now);
    await shiftSessions(tx, of('session'), now);
    await writePeriods(tx, 'maintenance', of('maintenance'), now);
    await shiftEntries(tx, of('waiting'), now);
    await rewordSeries(
      tx,
      series.filter(({ reworded }) => reworded),
      now,
    );
    // Also what keeps its instant may fall on another day of the wallet by the new clock.
    await settleAll(
      tx,
      shifts.flatMap(({ movable }) => (movable.kind === 'booking' ? [movable.id] : [])),
      now,
    );
    for (const { movable, to } of moves) {
      const { start, end } = movable.period;
      await this.audit.write(tx, {
        at: now,
        actor,
        siteId,
        action: movings[movable.kind],
        subjectId: movable.id,
        facts: { from: { start: instant(start), end: instant(end) }, to: to.toJSON(), because: 'time_zone' },
      });
    }
  }
}

/** The rows of the ledger that are elsewhere by the shifts of their causes. */
function rowsAfter(taken: readonly TakenRow[], shifts: readonly Shift[]): TakenRow[] {
  const byCause = new Map(shifts.map((shift) => [shift.movable.id, shift]));
  return taken.flatMap((row) => {
    const shift = byCause.get(row.causeId);
    return shift?.to ? [shifted(row, shift)] : [];
  });
}
