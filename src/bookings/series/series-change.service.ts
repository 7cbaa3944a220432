import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, DomainError, Malformed, Missing, Refused } from '../../kernel/errors';
import { LocalDate, LocalTime } from '../../kernel/site-time';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database, RunAgain } from '../../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Doorbell } from '../../platform/queue/doorbell';
import { overdrawn } from '../allowance';
import { BookingChange, BookingChangeService } from '../booking-change.service';
import { BookingLifeService } from '../booking-life.service';
import { transitions } from '../booking.rules';
import { venturesOf } from '../booking.store';
import { onDate } from './series.rules';
import { noSuchTime } from './series.service';
import { asker, bookingsOf, Dated, loadSeries, shown } from './series.store';
import { SeriesRow, SeriesView } from './series.view';

/** Which dates are meant: one, this and following, or, without either, all that are still ahead. */
export interface Reach {
  only?: LocalDate;
  from?: LocalDate;
}

/** What to change of the dates; what is left out stays. */
export interface SeriesChange extends Reach {
  startTime?: LocalTime;
  endTime?: LocalTime;
  resourceId?: string;
}

const laws = { ledger_balance: overdrawn };

/** Changing or cancelling one date of a series, this and following, or all. */
@Injectable()
export class SeriesChangeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly changes: BookingChangeService,
    private readonly life: BookingLifeService,
  ) {}

  /** Cancels the dates meant, in one transaction. @throws Conflict `booking_state` when none of them can be */
  cancel(actor: Actor, id: string, reach: Reach, reason: string | null = null): Promise<SeriesView> {
    return this.alter(actor, id, reach, [], async (tx, series, dated) => {
      const at = this.clock.now();
      for (const { booking } of dated) await this.life.cancelIn(tx, actor, booking, reason, at);
      await this.trail(tx, actor, series, 'series.cancel', { ...reach, cancelled: dated.length });
    });
  }

  /**
   * Moves the dates meant to other times of the same dates, or to another place of the kind, all or nothing and under
   * the same rules as a single move. All, and this and following, also move what is added later.
   * @throws Stale, Refused and Conflict with the date beside each reason
   */
  async change(actor: Actor, id: string, change: SeriesChange, expected: ExpectedVersion): Promise<SeriesView> {
    const { only, from } = change;
    if ((change.startTime ?? change.endTime ?? change.resourceId) === undefined) {
      throw Malformed.at('', 'needs startTime, endTime or resourceId');
    }
    if (change.startTime === '24:00') throw Malformed.at('/startTime', 'must be a time from 00:00 to 23:59');
    const places = change.resourceId === undefined ? [] : [change.resourceId];
    return this.alter(actor, id, { only, from }, places, async (tx, series, dated) => {
      insistOnVersion('series', expected, series.version);
      if (change.resourceId !== undefined) await insistOnKind(tx, series, change.resourceId);
      const span = { starts: change.startTime ?? series.starts, ends: change.endTime ?? series.ends };
      const timed = change.startTime !== undefined || change.endTime !== undefined;
      // Later is moved from the end, earlier from the start: a date may come to where the next one lies now.
      const inOrder = timed && span.starts > series.starts ? dated.toReversed() : dated;
      for (const { date, booking } of inOrder) {
        const period = timed ? onDate(date, span, series.timeZone) : undefined;
        if (timed && !period) throw noSuchTime(date, { ...span, timeZone: series.timeZone });
        const to: BookingChange = { start: period?.start, end: period?.end, resourceId: change.resourceId };
        await onThatDate(date, () => this.changes.changeIn(tx, actor, booking, to));
      }
      if (only === undefined) {
        await tx.query('update booking_series set starts = $2, ends = $3, resource_id = $4 where id = $1', [
          id,
          span.starts,
          span.ends,
          change.resourceId ?? series.resourceId,
        ]);
      }
      await this.trail(tx, actor, series, 'series.change', { ...change, moved: dated.length });
    });
  }

  /** Locks everything concerned once and in order, reads it again under the locks, and lets the work be done. */
  private async alter(
    actor: Actor,
    id: string,
    reach: Reach,
    places: readonly string[],
    work: (tx: EntityManager, series: SeriesRow, dated: Dated[]) => Promise<void>,
  ): Promise<SeriesView> {
    if (reach.only !== undefined && reach.from !== undefined) throw Malformed.at('/only', 'give either only or from');
    const view = await this.database.transaction(async (tx) => {
      const known = await loadSeries(asker(tx), actor, id);
      const before = await this.concerned(tx, known, reach);
      const resources = [...before.map(({ booking }) => booking.resourceId), ...places];
      await this.occupancy.lock(tx, {
        people: [known.personId],
        ventures: before.flatMap(({ booking }) => venturesOf(booking)),
        resources,
      });
      const series = await loadSeries(asker(tx), actor, id);
      const dated = await this.concerned(tx, series, reach);
      if (dated.some(({ booking }) => !resources.includes(booking.resourceId))) throw new RunAgain();
      if (dated.length === 0) throw nothingAhead(reach);
      await work(tx, series, dated);
      await tx.query('update booking_series set version = version + 1, updated_at = $2 where id = $1', [
        id,
        this.clock.now(),
      ]);
      const [shownSeries] = await shown(asker(tx), [await loadSeries(asker(tx), actor, id)]);
      if (!shownSeries) throw new Missing('series');
      return shownSeries;
    }, laws);
    this.doorbell.ring();
    return view;
  }

  /** The bookings meant that are still ahead and can be cancelled or moved, in order of their dates. */
  private async concerned(tx: EntityManager, series: SeriesRow, { only, from }: Reach): Promise<Dated[]> {
    const meant = (await bookingsOf(asker(tx), series.id)).filter(
      ({ date }) => (only === undefined || date === only) && (from === undefined || date >= from),
    );
    if (only !== undefined && meant.length === 0) throw new Missing('booking of the series on this date');
    const now = this.clock.now();
    return meant.filter(({ booking }) => transitions.cancel.from.includes(booking.status) && booking.endsAt > now);
  }

  private trail(
    tx: EntityManager,
    actor: Actor,
    series: SeriesRow,
    action: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    const { id: subjectId, siteId } = series;
    return this.audit.write(tx, { at: this.clock.now(), actor, siteId, action, subjectId, facts });
  }
}

/** Only a place of the same kind at the same site can take over. */
async function insistOnKind(tx: EntityManager, series: SeriesRow, resourceId: string): Promise<void> {
  const rows: { fits: boolean }[] = await tx.query(
    'select site_id = $2 and kind = $3 as fits from resource where id = $1',
    [resourceId, series.siteId, series.resourceKind],
  );
  if (!rows[0]) throw new Missing('resource');
  if (rows[0].fits) return;
  throw new Refused([
    {
      code: 'resource_available',
      detail: 'A series can move to a place of the same kind at the same site.',
      facts: { resourceId },
    },
  ]);
}

/** Says beside each reason on which date it stands in the way. */
async function onThatDate(date: LocalDate, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused) {
      throw new Refused(error.refusals.map((refusal) => ({ ...refusal, facts: { ...refusal.facts, date } })));
    }
    if (error instanceof Conflict) throw withDate(error, date);
    throw error;
  }
}

function withDate(error: Conflict, date: LocalDate): DomainError {
  return new Conflict(error.code, error.message, { ...error.extra, clashes: [{ date }] });
}

function nothingAhead({ only, from }: Reach): Conflict {
  return new Conflict('booking_state', 'No booking of this series that is meant is still ahead.', { only, from });
}
