import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Missing, Refusal } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Period } from '../../kernel/period';
import { judge } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';
import { actorId } from '../../platform/audit/audit';
import { Additions, asking, judgeAdditions, JudgedAdditions } from '../additions';
import { BookingFacts, bookingCase, worksAt } from '../booking.facts';
import { bookingRules } from '../booking.rules';
import { BookedResource } from '../booking.view';
import { Charge } from '../terms.rules';
import { Occurrence, OnClash, SkipReason } from './series.rules';

/** A place that could stand in. */
type Substitute = Pick<BookedResource, 'id' | 'name' | 'kind'> & { needsApproval: boolean };

/** What the SQL function `open_series` answers: the place, and those of its kind that could stand in, best first. */
export interface OpenSeries {
  siteId: string;
  timeZone: string;
  resource: BookedResource;
  substitutes: Substitute[];
}

/** What the person chose for one date: another place of the kind, or nothing at all. */
export interface SeriesChoice {
  date: LocalDate;
  resourceId?: string;
  skip?: boolean;
}

/** How dates are written, and what goes with each. */
export interface SeriesOrder extends Additions {
  onClash: OnClash;
  choices: ReadonlyMap<LocalDate, SeriesChoice>;
  title: string | null;
  /** Who writes them, when it is not the holder: a manager of the site. */
  by?: Actor;
  /** Only think: rows and wallet, for a transaction that is undone. */
  think: boolean;
  now: Date;
}

/** What became of one date. */
export interface Outcome {
  date: LocalDate;
  period?: Period;
  status: 'free' | 'clash' | 'refused' | 'skipped';
  skipped?: SkipReason;
  /** The booking, when one was written. */
  bookingId?: string;
  substitute?: BookedResource;
  refusals: Refusal[];
  charges: Charge[];
}

/**
 * Writes the dates of a series one after another, each judged with those before it counted, in the caller's
 * transaction. Bookings of a series pass the same rules, the same ledger and the same wallet as any other.
 */
@Injectable()
export class SeriesWriter {
  /** Locks everything that a series can touch, once and in order. @throws Missing when there is no such resource */
  async open(tx: EntityManager, actor: Actor, resourceId: string, order: SeriesOrder): Promise<OpenSeries> {
    const withKind = order.onClash === 'substitute' || [...order.choices.values()].some((one) => one.resourceId);
    const rows: { opened: OpenSeries | null }[] = await tx.query('select open_series($1, $2, $3, $4, $5) as opened', [
      actor.personId,
      resourceId,
      withKind,
      order.think,
      order.now,
    ]);
    if (!rows[0]?.opened) throw new Missing('resource');
    return rows[0].opened;
  }

  /** Judges and writes every date in order of time; says what became of each and refuses none itself. */
  async write(
    tx: EntityManager,
    actor: Actor,
    opened: OpenSeries,
    occurrences: readonly Occurrence[],
    order: SeriesOrder,
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const occurrence of occurrences) {
      // Whoever is invited to several dates hears of all of them in one letter.
      const told = outcomes.some(({ bookingId }) => bookingId !== undefined);
      outcomes.push(await this.writeDate(tx, actor, opened, occurrence, { ...order, told }));
    }
    return outcomes;
  }

  private async writeDate(
    tx: EntityManager,
    actor: Actor,
    opened: OpenSeries,
    { date, period }: Occurrence,
    order: SeriesOrder & { told: boolean },
  ): Promise<Outcome> {
    const choice = order.choices.get(date);
    const nothing = { date, period, refusals: [], charges: [] };
    if (choice?.skip) return { ...nothing, status: 'skipped', skipped: 'chosen' };
    if (!period) return { ...nothing, status: 'skipped', skipped: 'no_such_time' };

    const chosen = choice?.resourceId ?? opened.resource.id;
    const facts = await this.facts(tx, actor, chosen, period, order.now);
    const works = worksAt(actor, opened.siteId);
    const additions = await this.additions(tx, actor, facts, period, order, works);
    const refusals = [
      ...judge(bookingRules, bookingCase(facts, { period, now: order.now, works })),
      ...additions.refusals,
    ];
    if (!standsIn(opened, chosen)) refusals.unshift(notOfTheKind(chosen));
    if (refusals.length > 0) return { ...nothing, status: 'refused', refusals };

    const priced = { ...nothing, charges: works ? [] : facts.quote };
    const bookingId = await this.take(tx, actor, facts, period, order, additions);
    const named = chosen === opened.resource.id ? undefined : placeOf(facts);
    if (bookingId) return { ...priced, status: 'free', bookingId, substitute: named };

    const substitute = await this.substitute(tx, opened, period, order.now);
    if (order.onClash !== 'substitute' || !substitute) return { ...priced, status: 'clash', substitute };
    // The rules hold for the kind, so what was judged for the one place is true of the other; but it must seat the guests.
    const other = { ...facts, resource: { ...facts.resource, ...substitute } };
    const seated = order.guests?.length ? await this.additions(tx, actor, other, period, order, works) : additions;
    if (seated.refusals.length > 0) return { ...priced, status: 'clash' };
    const instead = await this.take(tx, actor, other, period, order, seated);
    return { ...priced, status: 'clash', substitute, bookingId: instead };
  }

  private additions(
    tx: EntityManager,
    { personId }: Actor,
    { site, resource }: BookingFacts,
    period: Period,
    { think, now, told, ...wanted }: SeriesOrder & { told: boolean },
    works: boolean,
  ): Promise<JudgedAdditions> {
    const meeting = { personId, siteId: site.id, resourceId: resource.id, works, period, now, told };
    return judgeAdditions(asking(tx), wanted, meeting, !think);
  }

  private async facts(
    tx: EntityManager,
    actor: Actor,
    resourceId: string,
    period: Period,
    now: Date,
  ): Promise<BookingFacts> {
    const rows: { facts: BookingFacts | null }[] = await tx.query(
      'select booking_facts($1, $2, $3, $4, $5, null) as facts',
      [actor.personId, resourceId, period.start, period.end, now],
    );
    if (!rows[0]?.facts) throw new Missing('resource');
    return rows[0].facts;
  }

  private async substitute(
    tx: EntityManager,
    { substitutes }: OpenSeries,
    period: Period,
    now: Date,
  ): Promise<Substitute | undefined> {
    const free: { id: string }[] = await tx.query('select free_of($1, $2, $3, $4) as id', [
      substitutes.map(({ id }) => id),
      period.start,
      period.end,
      now,
    ]);
    return substitutes.find(({ id }) => free.some((one) => one.id === id));
  }

  /** Writes one booking and answers its id; undefined, and nothing written, when somebody has the place. */
  private async take(
    tx: EntityManager,
    actor: Actor,
    facts: BookingFacts,
    period: Period,
    { think, title, now, by = actor }: SeriesOrder,
    { extras, guests }: JudgedAdditions,
  ): Promise<string | undefined> {
    const id = newId();
    const booking = JSON.stringify({
      id,
      siteId: facts.site.id,
      resource: { id: facts.resource.id },
      personId: actor.personId,
      ...period.toJSON(),
      title,
      status: facts.resource.needsApproval ? 'requested' : 'confirmed',
      extras,
      guests,
    });
    const under = worksAt(actor, facts.site.id) ? null : (facts.standing?.membershipId ?? null);
    const rows: { taken: boolean }[] = think
      ? await tx.query('select think_booking($1, $2, $3) as taken', [booking, under, now])
      : await tx.query('select write_booking($1, $2, $3, $4, null, $5) as taken', [
          booking,
          under,
          facts.rule.bufferMinutes,
          actorId(by),
          now,
        ]);
    return rows[0]?.taken ? id : undefined;
  }
}

function standsIn({ resource, substitutes }: OpenSeries, chosen: string): boolean {
  return chosen === resource.id || substitutes.some(({ id }) => id === chosen);
}

function placeOf({ resource }: BookingFacts): BookedResource {
  return { id: resource.id, name: resource.name, kind: resource.kind };
}

function notOfTheKind(resourceId: string): Refusal {
  return {
    code: 'resource_available',
    detail: 'Only a place of the same kind at the same site can stand in.',
    facts: { resourceId },
  };
}
