import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, RoleGrant } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Malformed, Missing, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Period, plusMinutes } from '../../kernel/period';
import { LocalDate, localDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { Doorbell } from '../../platform/queue/doorbell';
import { Additions } from '../additions';
import { overdrawn } from '../allowance';
import { OpenSeries, Outcome, SeriesChoice, SeriesOrder, SeriesWriter } from './series-writer';
import { previewOf, substituteView } from './series-preview.view';
import { minutesOf, Occurrence, occurrencesOf, onDate, OnClash, spanOf } from './series.rules';
import { alongWith, asker, loadSeries, shown } from './series.store';
import { SeriesPreviewView, SeriesRow, SeriesView } from './series.view';

const laws = { ledger_balance: overdrawn };

/** What is asked for: a place, the first period, the rule of the others, and what to do where the place is taken. */
export interface SeriesWish extends Additions {
  resourceId: string;
  start: Date;
  end: Date;
  rule: string;
  /** All or nothing when left out. */
  onClash?: OnClash;
  choices?: SeriesChoice[];
  title?: string | null;
}

/**
 * A skipped date that is to be booked after all, said by itself or by the instant at which it begins. It takes along what
 * the nearest date of the series does, unless something else is said.
 */
export interface AddedDate extends Additions {
  date?: LocalDate;
  start?: Date;
  resourceId?: string;
}

/** Carries the answer out of a transaction that is to leave nothing behind. */
class Undone extends Error {
  constructor(readonly preview: SeriesPreviewView) {
    super('only a look');
  }
}

/** Taking a place on many dates at once. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly writer: SeriesWriter,
    private readonly audit: Audit,
  ) {}

  /**
   * What would come of each date, those before it counted. The bookings are written and the transaction is undone, so
   * that nothing can be judged differently from booking; no place is locked for it.
   */
  async preview(actor: Actor, wish: SeriesWish): Promise<SeriesPreviewView> {
    const order = orderOf(wish, this.clock.now(), true);
    try {
      return await this.database.transaction(async (tx) => {
        const { opened, outcomes } = await this.writeAll(tx, actor, wish, order);
        throw new Undone(previewOf(opened, outcomes));
      }, laws);
    } catch (error) {
      if (error instanceof Undone) return error.preview;
      throw error;
    }
  }

  /**
   * Books every date in one transaction, or none.
   * @throws Refused with every rule that a date would break, the date beside it; `series_length`, `series_empty`
   * @throws Conflict `no_double_booking` with `clashes` when a place is taken and nothing stands in for it
   */
  async book(actor: Actor, wish: SeriesWish, idempotency?: IdempotencyKey): Promise<SeriesView> {
    const view = await this.database.transaction(
      (tx) => once(tx, actor.personId, idempotency, this.clock.now(), () => this.bookIn(tx, actor, wish)),
      laws,
    );
    this.doorbell.ring();
    return view;
  }

  /**
   * Books a date that was skipped: at the series' own times, or for as long from another start on that date. A manager of
   * the site may do it for the holder, under whose membership and rules it is booked all the same.
   * @throws as {@link book}; Missing for any date that was not skipped
   */
  async add(actor: Actor, id: string, wanted: AddedDate, idempotency?: IdempotencyKey): Promise<SeriesView> {
    const view = await this.database.transaction(
      (tx) => once(tx, actor.personId, idempotency, this.clock.now(), () => this.addIn(tx, actor, id, wanted)),
      laws,
    );
    this.doorbell.ring();
    return view;
  }

  private async addIn(tx: EntityManager, actor: Actor, id: string, wanted: AddedDate): Promise<SeriesView> {
    const known = await loadSeries(asker(tx), actor, id);
    const now = this.clock.now();
    const holder = known.personId === actor.personId ? actor : await actorOf(tx, known.personId, now);
    const { date, period } = dateOf(known, wanted);
    const choices = wanted.resourceId === undefined ? [] : [{ date, resourceId: wanted.resourceId }];
    const order = { ...orderOf({ title: known.title, choices }, now, false), by: actor };
    const opened = await this.writer.open(tx, holder, known.resourceId, order);
    const series = await loadSeries(asker(tx), actor, id);
    if (!series.skipped.some((one) => one.date === date)) throw new Missing('skipped date of this series');
    if (!period) throw noSuchTime(date, series);
    const { extras, guests } = wanted;
    const along = { ...(await alongWith(asker(tx), id, date)), ...(extras && { extras }), ...(guests && { guests }) };
    const outcomes = await this.writer.write(tx, holder, opened, [{ date, period }], { ...order, ...along });
    insistOnAll(outcomes, 'fail');
    await this.keepDates(tx, id, outcomes);
    await tx.query('update booking_series set version = version + 1, updated_at = $2 where id = $1', [id, now]);
    await this.trail(tx, actor, opened.siteId, 'series.add', id, { date }, now);
    return this.view(tx, actor, id);
  }

  private async bookIn(tx: EntityManager, actor: Actor, wish: SeriesWish): Promise<SeriesView> {
    const now = this.clock.now();
    const order = orderOf(wish, now, false);
    const { opened, outcomes, occurrences } = await this.writeAll(tx, actor, wish, order);
    insistOnAll(outcomes, order.onClash);

    const id = newId();
    const span = spanOf(Period.of(wish.start, wish.end), opened.timeZone);
    await tx.query(
      `insert into booking_series (id, site_id, person_id, resource_id, rule, first_date, starts, ends, title, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        id,
        opened.siteId,
        actor.personId,
        opened.resource.id,
        wish.rule,
        occurrences[0]?.date,
        span.starts,
        span.ends,
        wish.title ?? null,
        now,
      ],
    );
    await this.keepDates(tx, id, outcomes);
    const booked = outcomes.filter(({ bookingId }) => bookingId !== undefined).length;
    await this.trail(tx, actor, opened.siteId, 'series.book', id, { rule: wish.rule, booked }, now);
    return this.view(tx, actor, id);
  }

  private async writeAll(
    tx: EntityManager,
    actor: Actor,
    wish: SeriesWish,
    order: SeriesOrder,
  ): Promise<{ opened: OpenSeries; outcomes: Outcome[]; occurrences: Occurrence[] }> {
    const first = Period.of(wish.start, wish.end);
    const opened = await this.writer.open(tx, actor, wish.resourceId, order);
    const occurrences = occurrencesOf(first, wish.rule, opened.timeZone);
    for (const date of order.choices.keys()) {
      if (!occurrences.some((one) => one.date === date)) {
        throw Malformed.at('/choices', `${date} is no date of the series`);
      }
    }
    return { opened, occurrences, outcomes: await this.writer.write(tx, actor, opened, occurrences, order) };
  }

  /** Writes down what became of the dates, and gives the bookings their series. */
  private async keepDates(tx: EntityManager, id: string, outcomes: readonly Outcome[]): Promise<void> {
    const dates = outcomes.map(({ date, bookingId = null, skipped = 'clash' }) => ({
      date,
      booking: bookingId,
      skipped: bookingId === null ? skipped : null,
    }));
    await tx.query(
      `insert into booking_series_date (series_id, date, booking_id, skipped)
       select $1, d.date, d.booking, d.skipped from jsonb_to_recordset($2) as d (date date, booking uuid, skipped text)
       on conflict (series_id, date) do update set booking_id = excluded.booking_id, skipped = excluded.skipped`,
      [id, JSON.stringify(dates)],
    );
    await tx.query('update booking set series_id = $1 where id = any($2)', [
      id,
      dates.flatMap(({ booking }) => (booking === null ? [] : [booking])),
    ]);
  }

  private trail(
    tx: EntityManager,
    actor: Actor,
    siteId: string,
    action: string,
    subjectId: string,
    facts: Record<string, unknown>,
    at: Date,
  ): Promise<void> {
    return this.audit.write(tx, { at, actor, siteId, action, subjectId, facts });
  }

  private async view(tx: EntityManager, actor: Actor, id: string): Promise<SeriesView> {
    const [view] = await shown(asker(tx), [await loadSeries(asker(tx), actor, id)]);
    if (!view) throw new Missing('series');
    return view;
  }
}

/** The date that is meant, and from when to when; without a period when the clock skips the series' times that day. */
function dateOf(series: SeriesRow, { date, start }: AddedDate): Occurrence {
  const { starts, ends, timeZone } = series;
  const meant = date ?? (start && localDate(start, timeZone));
  if (meant === undefined) throw Malformed.at('/date', 'give the date, or the start');
  if (start === undefined) return { date: meant, period: onDate(meant, series, timeZone) };
  if (localDate(start, timeZone) !== meant)
    throw Malformed.at('/start', 'must be on the date, by the clock of the site');
  return { date: meant, period: Period.of(start, plusMinutes(start, minutesOf({ starts, ends }))) };
}

/** Somebody as the rules of booking see them: a person with roles. */
async function actorOf(tx: EntityManager, personId: string, now: Date): Promise<Actor> {
  const roles: RoleGrant[] = await tx.query(
    `select role, site_id as "siteId" from role_grant where person_id = $1 and (ends_at is null or ends_at > $2)`,
    [personId, now],
  );
  return new Actor(personId, null, roles);
}

function orderOf(
  {
    onClash = 'fail',
    choices = [],
    title = null,
    extras,
    guests,
  }: Omit<SeriesWish, 'resourceId' | 'start' | 'end' | 'rule'>,
  now: Date,
  think: boolean,
): SeriesOrder {
  return {
    onClash,
    choices: new Map(choices.map((choice) => [choice.date, choice])),
    title,
    extras,
    guests,
    think,
    now,
  };
}

/** All dates that are to be booked are booked, or none is. */
function insistOnAll(outcomes: readonly Outcome[], onClash: OnClash): void {
  const refusals = outcomes.flatMap(({ date, refusals: broken }) =>
    broken.map((refusal) => ({ ...refusal, facts: { ...refusal.facts, date } })),
  );
  if (refusals.length > 0) throw new Refused(refusals);
  const clashes = outcomes.filter(({ status, bookingId }) => status === 'clash' && bookingId === undefined);
  if (clashes.length > 0 && onClash !== 'skip') throw clash(clashes);
  if (outcomes.every(({ bookingId }) => bookingId === undefined)) {
    throw new Refused([{ code: 'series_empty', detail: 'Nothing would be left of this series.', facts: {} }]);
  }
}

function clash(outcomes: readonly Outcome[]): Conflict {
  return new Conflict('no_double_booking', 'Somebody has this place on some of the dates.', {
    alternatives: [],
    clashes: outcomes.map(({ date, period, substitute }) => ({
      date,
      ...period?.toJSON(),
      substitute: substituteView(substitute),
    })),
  });
}

/** The answer to a date on which the clock of the site skips a time of the series. */
export function noSuchTime(
  date: LocalDate,
  { starts, ends, timeZone }: Pick<SeriesRow, 'starts' | 'ends' | 'timeZone'>,
): Refused {
  return new Refused([
    {
      code: 'local_time_exists',
      detail: `The clock is put forward on ${date}: ${starts} to ${ends} does not exist at the site that day.`,
      facts: { date, starts, ends, timeZone },
    },
  ]);
}
