import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { instant } from '../kernel/period';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Audit } from '../platform/audit/audit';
import { RunAgain } from '../platform/database/database';
import { Rezoning } from './time-zone.queries';
import { moveAgreed, moveTaken, peopleOf, rewordSeries } from './time-zone.store';

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
    const moves = shifts.filter(({ to }) => to !== undefined);
    await moveTaken(tx, taken, moves);
    await moveAgreed(tx, moves, now);
    const reworded = series.filter((each) => each.reworded);
    await rewordSeries(tx, reworded, now);
    const bookings = shifts.filter(({ movable }) => movable.kind === 'booking').map(({ movable }) => movable.id);
    await tx.query('select settle_bookings($1, $2)', [bookings, now]);
    for (const { movable, to } of moves) {
      const { start, end } = movable.period;
      await this.audit.write(tx, {
        at: now,
        actor,
        siteId,
        action: `${movable.kind}.change`,
        subjectId: movable.id,
        facts: { from: { start: instant(start), end: instant(end) }, to: to?.toJSON(), because: 'time_zone' },
      });
    }
  }
}
