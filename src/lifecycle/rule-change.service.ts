import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { BookingChangeService } from '../bookings/booking-change.service';
import { BookingLifeService } from '../bookings/booking-life.service';
import { loadBooking, venturesOf } from '../bookings/booking.store';
import { BookingView, bookingView } from '../bookings/booking.view';
import { exempt, Exemption } from '../bookings/rule-exemption';
import { SessionCancellation } from '../coaching/sessions/session-cancellation.service';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict, Refusal, Refused } from '../kernel/errors';
import { byHouse, inWords, Why } from '../kernel/why';
import { OccupancyService } from '../occupancy/occupancy.service';
import { violatedConstraint } from '../platform/database/constraint';
import { RunAgain } from '../platform/database/database';
import { Rebooking } from './rebooking.rules';
import { markOf } from './rule-change.mark';
import { AffectedBooking, Outlook, RuleChangeQueries } from './rule-change.queries';
import { RebookingQueries } from './rule-change.rebooking';
import { Decision, RuleChange, sparesAll, Treatment, treatmentOf } from './rule-change.rules';
import { RuleChangePreviewView, RuleEffectsView, RuleEffectView, RuleOutcomeView } from './rule-change.view';

/** {@link RuleEffectsView} as plain members, to be part of a larger view. */
type Effects = Pick<RuleEffectsView, keyof RuleEffectsView>;

/** A change that is being carried out: who is touched, under locks, and what is to become of each. */
export interface Impact {
  siteId: string;
  change: RuleChange;
  outlook: Outlook;
  decision: Decision;
}

/**
 * What a change of rules does to bookings that stand already. The story that changes the rule calls, in one
 * transaction: `lockPeople`, its own locks of site and resources, `look`, its own write, `carryOut`.
 */
@Injectable()
export class RuleChangeService {
  constructor(
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly queries: RuleChangeQueries,
    private readonly rebookings: RebookingQueries,
    private readonly changes: BookingChangeService,
    private readonly lives: BookingLifeService,
    private readonly sessions: SessionCancellation,
  ) {}

  /** What a change would do, and where rebooking would move each. Looks without locks and changes nothing. */
  async preview(tx: EntityManager, siteId: string, change: RuleChange): Promise<RuleChangePreviewView> {
    const outlook = await this.queries.outlook(tx, siteId, change);
    return { seen: markOfAll(outlook), ...(await this.affected(tx, outlook, change)) };
  }

  /** Whom a change would touch, and the way out for each. */
  async affected(tx: EntityManager, outlook: Outlook, change: RuleChange): Promise<Effects> {
    return {
      affectedBookings: outlook.affected.map(({ booking }) => bookingView(booking)),
      effects: await this.effects(tx, outlook, change),
      affectedSessions: outlook.sessions.map(({ id, coachId, period, because }) => ({
        sessionId: id,
        coachId,
        ...period.toJSON(),
        because,
      })),
    };
  }

  /** Each booking in the way of a change, and where rebooking would move it: no two to the same place. */
  private async effects(
    tx: EntityManager,
    { house, affected }: Outlook,
    change: RuleChange,
  ): Promise<RuleEffectView[]> {
    const bookings = affected.map(({ booking }) => booking);
    const found = await this.rebookings.nearestOfAll(tx, house, change, bookings);
    return affected.map(({ booking, because }, index) => {
      const rebooking = found[index];
      return { bookingId: booking.id, because, rebooking: rebooking ? shown(rebooking) : null };
    });
  }

  /** Locks the people and ventures whose bookings the decision would touch; answers whom. Call it before any other lock. */
  async lockPeople(
    tx: EntityManager,
    siteId: string,
    change: RuleChange,
    decision: Decision,
  ): Promise<ReadonlySet<string>> {
    if (sparesAll(decision)) return new Set();
    const outlook = await this.queries.outlook(tx, siteId, change);
    const bookings = outlook.affected.map(({ booking }) => booking);
    const people = concerned(outlook);
    await this.occupancy.lock(tx, { people, ventures: bookings.flatMap(venturesOf) });
    return new Set(people);
  }

  /**
   * Looks under the locks of the site and its resources whom the change touches.
   * @throws Conflict `affected_changed` with what a preview would say now, when bookings would be cancelled or moved and
   *   the manager has not seen exactly these
   */
  async look(
    tx: EntityManager,
    siteId: string,
    change: RuleChange,
    decision: Decision,
    locked: ReadonlySet<string>,
  ): Promise<Impact> {
    const outlook = await this.queries.outlook(tx, siteId, change);
    if (outlook.affected.length + outlook.sessions.length > 0 && !sparesAll(decision)) {
      if (decision.seen !== markOfAll(outlook)) throw await this.affectedChanged(tx, siteId, change);
      if (concerned(outlook).some((id) => !locked.has(id))) throw new RunAgain();
    }
    return { siteId, change, outlook, decision };
  }

  /** Does with each booking in the way what was decided. The new rule is written already. */
  async carryOut(tx: EntityManager, actor: Actor, impact: Impact): Promise<RuleOutcomeView[]> {
    const { outlook, decision } = impact;
    const outcomes = new Map<string, RuleOutcomeView['outcome']>();
    const rest: [AffectedBooking, Exclude<Treatment, 'rebook'>][] = [];
    for (const each of outlook.affected) {
      const treatment = treatmentOf(each.booking.id, decision);
      if (treatment !== 'rebook') rest.push([each, treatment]);
      else if (await this.rebook(tx, actor, impact, each)) outcomes.set(each.booking.id, 'moved');
      else rest.push([each, decision.otherwise ?? 'exempt']);
    }
    const cancelled = rest.filter(([, treatment]) => treatment === 'apply').map(([{ booking }]) => booking.id);
    const spared = rest.filter(([, treatment]) => treatment === 'exempt').map(([each]) => each);
    await this.lives.cancelForHouse(tx, cancelled, whyOf(decision), actor);
    await this.endSessions(tx, actor, impact);
    await this.exempt(tx, actor, impact, spared);
    for (const id of cancelled) outcomes.set(id, 'cancelled');
    for (const { booking } of spared) outcomes.set(booking.id, 'exempted');
    return this.shownOutcomes(tx, outlook, outcomes);
  }

  /** Moves a booking to the nearest place that obeys, by the ordinary laws. False when there is none, and nothing done. */
  private async rebook(
    tx: EntityManager,
    actor: Actor,
    { change, outlook }: Impact,
    { booking }: AffectedBooking,
  ): Promise<boolean> {
    const found = await this.rebookings.nearest(tx, outlook.house, change, booking);
    if (!found) return false;
    const { resourceId, period } = found;
    await tx.query('savepoint rebooking');
    try {
      await this.changes.changeIn(tx, actor, booking, { resourceId, start: period.start, end: period.end });
      return true;
    } catch (error) {
      const isNo =
        error instanceof Conflict || error instanceof Refused || violatedConstraint(error) === 'ledger_balance';
      if (!isNo) throw error;
      await tx.query('rollback to savepoint rebooking');
      return false;
    }
  }

  /** Sessions are called off only when that is said: who meets whom, and when, is for coach and founder to agree. */
  private async endSessions(tx: EntityManager, actor: Actor, { outlook, decision }: Impact): Promise<void> {
    if (decision.sessions !== 'apply') return;
    const ids = outlook.sessions.map(({ id }) => id);
    await this.sessions.cancelOf(tx, { ids }, whyOf(decision), actor);
  }

  private async exempt(
    tx: EntityManager,
    actor: Actor,
    { siteId, outlook, decision }: Impact,
    spared: readonly AffectedBooking[],
  ): Promise<void> {
    const lawsOf = (because: readonly Refusal[]) => because.map(({ code }) => code);
    const exemptions: Exemption[] = [
      ...spared.map(({ booking, because }) => ({
        cause: 'booking' as const,
        causeId: booking.id,
        laws: lawsOf(because),
      })),
      ...(decision.sessions === 'apply' ? [] : outlook.sessions).map(({ id, because }) => ({
        cause: 'session' as const,
        causeId: id,
        laws: lawsOf(because),
      })),
    ];
    await exempt(tx, exemptions, { siteId, actor, at: this.clock.now() });
  }

  private async shownOutcomes(
    tx: EntityManager,
    { affected }: Outlook,
    outcomes: ReadonlyMap<string, RuleOutcomeView['outcome']>,
  ): Promise<RuleOutcomeView[]> {
    const views: RuleOutcomeView[] = [];
    for (const { booking } of affected) {
      const outcome = outcomes.get(booking.id) ?? 'exempted';
      const after: BookingView =
        outcome === 'exempted' ? bookingView(booking) : bookingView(await loadBooking(tx, booking.id));
      views.push({ outcome, booking: after });
    }
    return views;
  }

  private async affectedChanged(tx: EntityManager, siteId: string, change: RuleChange): Promise<Conflict> {
    const { seen, affectedBookings, effects, affectedSessions } = await this.preview(tx, siteId, change);
    return new Conflict(
      'affected_changed',
      'Other bookings are in the way now than those you have seen. Look at them and decide again.',
      { seen, affectedBookings, effects, affectedSessions },
    );
  }
}

/** Why a booking or a session falls: in the words of whoever decides, else since the rules have changed. */
function whyOf({ reason }: Decision): Why {
  return reason === undefined ? byHouse('rules_changed') : inWords(reason);
}

/** The people of everything in the way. */
function concerned({ affected, sessions }: Outlook): string[] {
  return [...affected.map(({ booking }) => booking.personId), ...sessions.flatMap(({ people }) => people)];
}

/** The mark of whom a change concerns, and why. */
function markOfAll({ affected, sessions }: Outlook): string {
  const all = [...affected.map(({ booking: { id, version }, because }) => ({ id, version, because })), ...sessions];
  return markOf(all.map(({ id, version, because }) => [id, version, ...because.map(({ code }) => code)].join(' ')));
}

function shown({ resourceId, name, period }: Rebooking): {
  resourceId: string;
  name: string;
  start: string;
  end: string;
} {
  return { resourceId, name, ...period.toJSON() };
}
