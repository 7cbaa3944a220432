import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing, Refusal, Refused } from '../../kernel/errors';
import { judge } from '../../kernel/refusal';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { Doorbell } from '../../platform/queue/doorbell';
import { AssignmentOffers, OfferOutcome, pairing } from '../assignments/assignment-offers.service';
import { weights } from '../assignments/assignment.rules';
import { pairingRules } from '../assignments/pairing.rules';
import { findBetween, findCandidates, findFounders } from '../assignments/pairing.store';
import { MatchQueries } from './match.queries';
import { insistOnRunState, lockRun, showRun } from './matching-run.store';
import { MatchingRunView, RunRow } from './matching-run.view';

/** What a manager changes of a proposal; null takes the coach away. */
export interface WantedProposal {
  coachId?: string | null;
  alternates?: readonly string[];
}

/** What becomes of a draft: it is edited, and published. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly audit: Audit,
    private readonly occupancy: OccupancyService,
    private readonly offers: AssignmentOffers,
    private readonly matches: MatchQueries,
  ) {}

  /**
   * Changes one proposal of a draft, under the rules of a pair; a pair against them is made by hand, with a reason.
   * @throws Stale, Unconditional; Refused with every rule against it; Conflict `matching_run_state`; Missing
   */
  edit(
    actor: Actor,
    runId: string,
    membershipId: string,
    wanted: WantedProposal,
    expected: ExpectedVersion,
  ): Promise<MatchingRunView> {
    return this.database.transaction(async (tx) => {
      const run = await lockRun(tx, actor, runId);
      insistOnVersion('matching run', expected, run.version);
      insistOnRunState(run, 'edit');
      const before = await proposalOf(tx, runId, membershipId);
      const now = this.clock.now();
      if (wanted.coachId !== undefined) await this.choose(tx, run, before, wanted.coachId, now);
      if (wanted.alternates) {
        const known = await findCandidates(tx, now, wanted.alternates);
        if (known.length < wanted.alternates.length) throw new Missing('coach');
      }
      await tx.query(
        `update match_proposal set alternates = coalesce($3, alternates), edited_by = $4, edited_at = $5,
           proposed_coach_id = case when edited_at is null then $6 else proposed_coach_id end
         where run_id = $1 and membership_id = $2`,
        [runId, membershipId, wanted.alternates ?? null, actor.personId, now, before.coachId],
      );
      await tx.query('update matching_run set version = version + 1, updated_at = $2 where id = $1', [runId, now]);
      await this.audit.write(tx, {
        at: now,
        actor,
        siteId: run.siteId,
        action: 'matching_run.edit',
        subjectId: runId,
        facts: { membershipId, from: before.coachId, to: wanted.coachId, alternates: wanted.alternates },
      });
      return showRun(tx, runId);
    });
  }

  /**
   * Makes the offers of a draft, each under the laws of this moment. What has become impossible is told with the reasons
   * and not forced; it stays with the managers. @throws Stale, Unconditional; Conflict `matching_run_state`; Missing
   */
  async publish(actor: Actor, runId: string, expected: ExpectedVersion): Promise<MatchingRunView> {
    const view = await this.database.transaction(async (tx) => {
      const run = await lockRun(tx, actor, runId);
      insistOnVersion('matching run', expected, run.version);
      insistOnRunState(run, 'publish');
      const proposals: Proposed[] = await tx.query(`${proposed} and p.coach_id is not null order by p.membership_id`, [
        runId,
      ]);
      await this.occupancy.lock(tx, { people: proposals.map(({ personId }) => personId) });
      const now = this.clock.now();
      const apart = await conflictsOf(tx, actor, proposals);
      const mine = proposals.filter(({ personId }) => !apart.has(personId));
      const others = proposals.filter(({ personId }) => apart.has(personId));
      const wanted = mine.map(({ membershipId, coachId, alternates }) => ({
        membershipId,
        coachId: coachId ?? '',
        kind: 'lead' as const,
        alternates,
        runId,
      }));
      const outcomes = await this.offers.offer(tx, actor, wanted, now);
      await writeOutcomes(tx, runId, outcomes, others);
      await tx.query(
        `update matching_run set status = 'published', published_by = $2, published_at = $3, version = version + 1,
           updated_at = $3 where id = $1`,
        [runId, actor.personId, now],
      );
      const offered = outcomes.filter(({ id }) => id !== null).length;
      const facts = { offered, refused: proposals.length - offered };
      const action = 'matching_run.publish';
      await this.audit.write(tx, { at: now, actor, siteId: run.siteId, action, subjectId: runId, facts });
      return showRun(tx, runId);
    });
    this.doorbell.ring();
    return view;
  }

  /** Judges and scores the pair, counting what the draft itself gives the coach, and writes it. */
  private async choose(
    tx: EntityManager,
    run: RunRow,
    { membershipId }: Proposed,
    coachId: string | null,
    now: Date,
  ): Promise<void> {
    if (coachId === null) {
      await tx.query(
        `update match_proposal set coach_id = null, score = null, parts = '[]', because = '{taken_back}'
         where run_id = $1 and membership_id = $2`,
        [run.id, membershipId],
      );
      return;
    }
    const [candidate] = await findCandidates(tx, now, [coachId]);
    const [founder] = await findFounders(tx, [membershipId]);
    if (!candidate || !founder) throw new Missing('coach');
    const [drafted]: { count: number }[] = await tx.query(
      `select count(*)::int as count from match_proposal where run_id = $1 and coach_id = $2 and membership_id <> $3`,
      [run.id, coachId, membershipId],
    );
    const between = await findBetween(tx, [coachId], [membershipId], now);
    const taken = candidate.taken + candidate.offered + (drafted?.count ?? 0);
    const refusals: Refusal[] = judge(
      pairingRules,
      pairing(founder, { ...candidate, taken }, between, weights.lead, now),
    );
    if (refusals.length > 0) throw new Refused(refusals);
    const { facts, judged } = await this.matches.judge(tx, run.siteId, membershipId);
    const score = judged[facts.mentors.findIndex(({ id }) => id === coachId)]?.score;
    await tx.query(
      `update match_proposal set coach_id = $3, score = $4, parts = $5, because = '{}',
         alternates = array_remove(alternates, $3)
       where run_id = $1 and membership_id = $2`,
      [run.id, membershipId, coachId, score?.total ?? null, JSON.stringify(score?.parts ?? [])],
    );
  }
}

interface Proposed {
  membershipId: string;
  personId: string;
  coachId: string | null;
  alternates: string[];
}

const proposed = `
  select p.membership_id as "membershipId", p.entrepreneur_id as "personId", p.coach_id as "coachId", p.alternates
  from match_proposal p where p.run_id = $1`;

async function proposalOf(tx: EntityManager, runId: string, membershipId: string): Promise<Proposed> {
  const rows: Proposed[] = await tx.query(`${proposed} and p.membership_id = $2`, [runId, membershipId]);
  if (!rows[0]) throw new Missing('proposal');
  return rows[0];
}

/** People whose case the actor must not decide: the actor, and those with whom a conflict of interest is open. */
async function conflictsOf(tx: EntityManager, actor: Actor, about: readonly Proposed[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select case when person_id = $1 then about_id else person_id end as id from conflict_of_interest
     where ended_at is null and (person_id = $1 and about_id = any ($2) or about_id = $1 and person_id = any ($2))`,
    [actor.personId, about.map(({ personId }) => personId)],
  );
  return new Set([actor.personId, ...rows.map(({ id }) => id)]);
}

async function writeOutcomes(
  tx: EntityManager,
  runId: string,
  outcomes: readonly OfferOutcome[],
  others: readonly Proposed[],
): Promise<void> {
  const rows = [
    ...outcomes.map(({ wanted, id, refusals }) => ({
      membership: wanted.membershipId,
      assignment: id,
      refusals: refusals.map(({ code }) => code),
    })),
    ...others.map(({ membershipId }) => ({
      membership: membershipId,
      assignment: null,
      refusals: ['segregation_of_duties'],
    })),
  ];
  await tx.query(
    `update match_proposal p set assignment_id = o.assignment, refusals = o.refusals
     from jsonb_to_recordset($2) as o (membership uuid, assignment uuid, refusals text[])
     where p.run_id = $1 and p.membership_id = o.membership`,
    [runId, JSON.stringify(rows)],
  );
}
