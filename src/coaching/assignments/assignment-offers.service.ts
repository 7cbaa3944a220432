import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor, theHouse } from '../../kernel/actor';
import { Missing, Refusal } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Period, plusMinutes } from '../../kernel/period';
import { judge } from '../../kernel/refusal';
import { localDate } from '../../kernel/site-time';
import { SiteCalendar } from '../../occupancy/occupancy.queries';
import { actorId, Audit } from '../../platform/audit/audit';
import { answerBy, AssignmentKind, farthestDay, weights } from './assignment.rules';
import { leadAlready } from './assignment.store';
import { AssignmentRow } from './assignment.view';
import { Between, Candidate, findBetween, findCandidates, findFounders, Founder } from './pairing.store';
import { pairKey } from './pairing.names';
import { overridable, Pairing, pairingRules } from './pairing.rules';

/** An assignment that somebody wants to offer. */
export interface WantedOffer {
  membershipId: string;
  coachId: string;
  kind: AssignmentKind;
  /** Coaches to ask next, best first. */
  alternates?: readonly string[];
  /** Why rules that may be overridden are. */
  overrideReason?: string;
  runId?: string;
  followsId?: string;
}

/** What became of a wanted offer: its id, or every rule that was against it. */
export interface OfferOutcome {
  wanted: WantedOffer;
  id: string | null;
  refusals: Refusal[];
}

/**
 * Asking coaches. Called in the transaction of whoever asks, with the entrepreneurs locked. The coaches are not: an
 * offer is a question and takes no place; when it is accepted, it is judged again under the lock of the coach.
 */
@Injectable()
export class AssignmentOffers {
  constructor(private readonly audit: Audit) {}

  /**
   * Makes the offers that the rules allow, each judged on its own; the others come back with their refusals.
   * Alternates who are no coaches are left out. @throws Missing for a membership that does not exist
   */
  async offer(tx: EntityManager, actor: Actor, wanted: readonly WantedOffer[], now: Date): Promise<OfferOutcome[]> {
    if (wanted.length === 0) return [];
    const coachIds = [...new Set(wanted.flatMap(({ coachId, alternates = [] }) => [coachId, ...alternates]))];
    const memberships = wanted.map(({ membershipId }) => membershipId);
    const founders = byId(await findFounders(tx, memberships), ({ membershipId }) => membershipId);
    const candidates = byId(await findCandidates(tx, now, coachIds), ({ id }) => id);
    const between = await findBetween(tx, coachIds, memberships, now);
    const deadlines = new Map<string, Date>();
    const outcomes: OfferOutcome[] = [];
    for (const each of wanted) {
      const founder = founders.get(each.membershipId);
      const candidate = candidates.get(each.coachId);
      if (!founder) throw new Missing('membership');
      if (!candidate) {
        outcomes.push({ wanted: each, id: null, refusals: [noCoach] });
        continue;
      }
      const alternates = (each.alternates ?? []).filter((id) => candidates.has(id) && id !== candidate.id);
      const deadline = deadlines.get(founder.siteId) ?? (await deadlineAt(tx, founder.siteId, now));
      deadlines.set(founder.siteId, deadline);
      outcomes.push(
        await this.offerOne(tx, actor, { ...each, alternates }, { founder, candidate, between, deadline, now }),
      );
    }
    return outcomes;
  }

  /**
   * Asks the first alternate of an assignment who still could; the others stay for the next time. Nobody is asked when
   * nobody is left: then it is for a manager again. @returns the new offer, or null
   */
  async offerNext(tx: EntityManager, row: AssignmentRow, now: Date): Promise<string | null> {
    const known = await findCandidates(tx, now, row.alternates);
    const left = row.alternates.filter((id) => known.some((candidate) => candidate.id === id));
    for (const [index, coachId] of left.entries()) {
      const [outcome] = await this.offer(
        tx,
        theHouse,
        [
          {
            membershipId: row.membershipId,
            coachId,
            kind: row.kind,
            alternates: left.slice(index + 1),
            runId: row.runId ?? undefined,
            followsId: row.id,
          },
        ],
        now,
      );
      if (outcome?.id) return outcome.id;
    }
    return null;
  }

  private async offerOne(
    tx: EntityManager,
    actor: Actor,
    wanted: WantedOffer,
    on: { founder: Founder; candidate: Candidate; between: Between; deadline: Date; now: Date },
  ): Promise<OfferOutcome> {
    const { founder, candidate, now } = on;
    const weight = weights[wanted.kind];
    const broken = judge(pairingRules, pairing(founder, candidate, on.between, weight, now));
    const overridden = broken.filter(({ code }) => overridable.includes(code)).map(({ code }) => code);
    const mayOverride = wanted.overrideReason !== undefined;
    const refusals = mayOverride ? broken.filter(({ code }) => !overridable.includes(code)) : broken;
    if (refusals.length > 0) return { wanted, id: null, refusals };
    const id = newId();
    const overrides = mayOverride && overridden.length > 0;
    const rows: unknown[] = await tx.query(
      `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status,
         offered_by, offered_at, answer_by, alternates, follows_id, run_id, override_reason, overridden, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'offered', $8, $9, $10, $11, $12, $13, $14, $15, $9, $9)
       on conflict do nothing returning id`,
      [
        id,
        founder.siteId,
        founder.membershipId,
        founder.personId,
        candidate.id,
        wanted.kind,
        weight,
        actorId(actor),
        now,
        on.deadline,
        [...new Set(wanted.alternates)],
        wanted.followsId ?? null,
        wanted.runId ?? null,
        overrides ? wanted.overrideReason : null,
        overrides ? overridden : [],
      ],
    );
    // The index decides. The pair itself was judged above, so what is left is another lead.
    if (rows.length === 0) return { wanted, id: null, refusals: [leadAlready] };
    await this.audit.write(tx, {
      at: now,
      actor,
      siteId: founder.siteId,
      action: 'assignment.offer',
      subjectId: id,
      facts: {
        membershipId: founder.membershipId,
        coachId: candidate.id,
        kind: wanted.kind,
        ...(overrides && { overridden, overrideReason: wanted.overrideReason }),
        ...(wanted.followsId && { followsId: wanted.followsId }),
        ...(wanted.runId && { runId: wanted.runId }),
      },
    });
    return { wanted, id, refusals: [] };
  }
}

/** A pair with the facts that its rules are judged on. */
export function pairing(founder: Founder, candidate: Candidate, between: Between, weight: number, now: Date): Pairing {
  const key = pairKey(candidate.id, founder.membershipId);
  return {
    entrepreneur: founder,
    coach: candidate,
    weight,
    conflict: between.conflicts.has(key),
    parted: between.parted.has(key),
    together: between.together.has(key),
    today: localDate(now, founder.timeZone),
  };
}

/** The answer to a coach who is none, or none any more. */
export const noCoach: Refusal = { code: 'no_coach', detail: 'This person is no coach.', facts: {} };

async function deadlineAt(tx: EntityManager, siteId: string, now: Date): Promise<Date> {
  const ahead = Period.of(now, plusMinutes(now, farthestDay * 24 * 60));
  const rows: { calendar: SiteCalendar | null }[] = await tx.query('select site_calendar($1, $2, $3) as calendar', [
    siteId,
    ahead.start,
    ahead.end,
  ]);
  const calendar = rows[0]?.calendar;
  if (!calendar) throw new Missing('site');
  return answerBy(now, calendar.site.timeZone, calendar.hours, calendar.closures);
}

function byId<T>(rows: readonly T[], idOf: (row: T) => string): Map<string, T> {
  return new Map(rows.map((row) => [idOf(row), row]));
}
