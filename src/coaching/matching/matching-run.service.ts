import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insistOnManaging } from '../../sites/site.rules';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { Queues } from '../../platform/queue/queues';
import { solver } from './allocation.rules';
import { Pair } from './intake.rules';
import { weightsVersion } from './match.rules';
import { MatchingFactsQueries } from './matching-facts.queries';
import { RunGoal } from './matching-run.rules';
import { insistOnRunState, lockRun, showRun } from './matching-run.store';
import { MatchingRunView } from './matching-run.view';

/** What a manager wants matched, and how. */
export interface WantedRun {
  siteId: string;
  /** All without a lead coach when left out. */
  membershipIds?: readonly string[];
  goal: RunGoal;
  fixed?: readonly Pair[];
  apart?: readonly Pair[];
  floor?: number;
}

/** The score below which a pair does not really fit, unless a manager says otherwise. */
export const usualFloor = 40;

/** The name of the job that computes a run. */
export const matchJob = 'match';

/** Asking for matching runs, and throwing them away. */
@Injectable()
export class MatchingRunService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queues: Queues,
    private readonly facts: MatchingFactsQueries,
  ) {}

  /**
   * Asks for a run; it is computed soon, and is a draft then.
   * @throws Forbidden `role_required`, Missing for a site or membership that is not there; Refused `nobody_to_match`
   */
  async ask(actor: Actor, wanted: WantedRun, idempotency?: IdempotencyKey): Promise<MatchingRunView> {
    const run = await this.database.transaction((tx) =>
      once(tx, actor.personId, idempotency, this.clock.now(), () => this.askIn(tx, actor, wanted)),
    );
    // A lost hint costs seconds: the timetable finds the run.
    const hint = { name: matchJob, data: { id: run.id }, options: { jobId: `matching-${run.id}`, attempts: 2 } };
    await this.queues.give('matching', [hint]).catch(() => undefined);
    return run;
  }

  /** Throws a run away that is not published. @throws Missing; Conflict `matching_run_state` */
  async discard(actor: Actor, id: string): Promise<MatchingRunView> {
    return this.database.transaction(async (tx) => {
      const run = await lockRun(tx, actor, id);
      insistOnRunState(run, 'discard');
      const now = this.clock.now();
      await tx.query(
        `update matching_run set status = 'discarded', failure = null, version = version + 1, updated_at = $2 where id = $1`,
        [id, now],
      );
      await this.audit.write(tx, { at: now, actor, siteId: run.siteId, action: 'matching_run.discard', subjectId: id });
      return showRun(tx, id);
    });
  }

  private async askIn(tx: EntityManager, actor: Actor, wanted: WantedRun): Promise<MatchingRunView> {
    const { siteId, goal, fixed = [], apart = [], floor = usualFloor } = wanted;
    const now = this.clock.now();
    const known: unknown[] = await tx.query('select 1 from site where id = $1', [siteId]);
    if (known.length === 0) throw new Missing('site');
    insistOnManaging(actor, siteId);
    const membershipIds = wanted.membershipIds ?? (await this.facts.withoutLead(tx, siteId));
    if (membershipIds.length === 0) throw nobodyToMatch();
    await insistOnMemberships(tx, siteId, [...membershipIds, ...[...fixed, ...apart].map((pair) => pair.membershipId)]);
    const id = newId();
    await tx.query(
      `insert into matching_run (id, site_id, goal, status, asked, weights_version, solver, requested_by, created_at, updated_at)
       values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $8)`,
      [
        id,
        siteId,
        goal,
        JSON.stringify({ membershipIds, fixed, apart, floor }),
        weightsVersion,
        solver,
        actor.personId,
        now,
      ],
    );
    const facts = { goal, floor, memberships: membershipIds.length, fixed: fixed.length, apart: apart.length };
    await this.audit.write(tx, { at: now, actor, siteId, action: 'matching_run.ask', subjectId: id, facts });
    return showRun(tx, id);
  }
}

async function insistOnMemberships(tx: EntityManager, siteId: string, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const known: unknown[] = await tx.query('select 1 from membership where site_id = $1 and id = any ($2)', [
    siteId,
    wanted,
  ]);
  if (known.length < wanted.length) throw new Missing('membership');
}

function nobodyToMatch(): Refused {
  const detail = 'Everybody at this site has a lead coach, or somebody is asked.';
  return new Refused([{ code: 'nobody_to_match', detail, facts: {} }]);
}
