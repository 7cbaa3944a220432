import { Injectable } from '@nestjs/common';
import { Histogram } from 'prom-client';
import { EntityManager } from 'typeorm';
import { theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { plusMinutes } from '../../kernel/period';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { registry } from '../../platform/metrics';
import { Intake, Matched } from './intake.rules';
import { matchInThread } from './matching-thread';
import { MatchingFactsQueries } from './matching-facts.queries';
import { deadAfterMinutes, longestComputation, mostAttempts } from './matching-run.rules';
import { writeDraft } from './matching-run.store';
import { RunRow, runRows } from './matching-run.view';

/** A run that this process has taken on. */
type Taken = Pick<RunRow, 'id' | 'siteId' | 'goal' | 'asked' | 'attempts' | 'createdAt'>;

const lateness = new Histogram({
  name: 'oasis_matching_lateness_seconds',
  help: 'Time from when a matching run was asked for until it was a draft or had failed',
  labelNames: ['outcome'],
  buckets: [0.5, 1, 2, 5, 10, 20, 60, 600],
  registers: [registry],
});

/**
 * Computing runs. The row of the run says who is at it: beginning is a guarded update that counts the attempts, and an
 * answer is written only by the attempt that is still the last. A process that dies leaves a run that is begun again.
 */
@Injectable()
export class MatchingComputation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly facts: MatchingFactsQueries,
  ) {}

  /**
   * Computes a run that waits, or that somebody else has left; does nothing with any other. What goes wrong in the
   * computing itself is the run's failure; what goes wrong around it is thrown and tried again.
   * @returns whether there was anything to do
   */
  async compute(id: string): Promise<boolean> {
    const run = await this.take(id);
    if (!run) return false;
    const facts = await this.database.transaction((tx) =>
      this.facts.read(tx, run.siteId, run.asked.membershipIds ?? [], this.clock.now()),
    );
    const { goal, asked } = run;
    const intake: Intake = { ...facts, goal, floor: asked.floor, fixed: asked.fixed, apart: asked.apart ?? [] };
    const from = performance.now();
    let matched: Matched;
    try {
      matched = await matchInThread(intake, longestComputation);
    } catch (error) {
      await this.fail(run, error instanceof Error ? error.message : String(error));
      return true;
    }
    await this.finish(run, intake, matched, Math.round(performance.now() - from));
    return true;
  }

  /** Runs that are due: not begun although the queue should have, or begun by a process that is gone. */
  async due(now: Date): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      `select id from matching_run
       where (status = 'queued' and updated_at <= $1) or (status = 'running' and started_at <= $2)
       order by updated_at, id limit 20`,
      [plusMinutes(now, -1 / 6), plusMinutes(now, -deadAfterMinutes)],
    );
    return rows.map(({ id }) => id);
  }

  /** How many runs have no answer yet, and of how many that has lasted for more than a minute. */
  async waiting(now: Date): Promise<{ open: number; overdue: number }> {
    const [row] = await this.database.read<{ open: number; overdue: number }>(
      `select count(*)::int as open, (count(*) filter (where created_at <= $1))::int as overdue
       from matching_run where status in ('queued', 'running')`,
      [plusMinutes(now, -1)],
    );
    return row ?? { open: 0, overdue: 0 };
  }

  /** Begins a run, or gives it up when it has been begun too often. */
  private async take(id: string): Promise<Taken | undefined> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [rows]: [{ id: string }[], number] = await tx.query(
        `update matching_run set status = 'running', started_at = $2, attempts = attempts + 1, updated_at = $2
         where id = $1 and attempts < $4 and (status = 'queued' or (status = 'running' and started_at <= $3))
         returning id`,
        [id, now, plusMinutes(now, -deadAfterMinutes), mostAttempts],
      );
      if (rows.length === 0) {
        await this.giveUp(tx, id, now);
        return undefined;
      }
      const [run]: RunRow[] = await tx.query(`${runRows} where r.id = $1`, [id]);
      return run;
    });
  }

  private async giveUp(tx: EntityManager, id: string, now: Date): Promise<void> {
    const [, count]: [unknown, number] = await tx.query(
      `update matching_run set status = 'failed', failure = $3, finished_at = $2, version = version + 1, updated_at = $2
       where id = $1 and attempts >= $5 and status = 'running' and started_at <= $4`,
      [id, now, `Begun ${mostAttempts} times and never ended.`, plusMinutes(now, -deadAfterMinutes), mostAttempts],
    );
    if (count > 0) {
      await this.audit.write(tx, { at: now, actor: theHouse, action: 'matching_run.fail', subjectId: id });
    }
  }

  private async fail(run: Taken, failure: string): Promise<void> {
    const now = this.clock.now();
    const written = await this.database.transaction(async (tx) => {
      const [, count]: [unknown, number] = await tx.query(
        `update matching_run set status = 'failed', failure = $4, finished_at = $3, version = version + 1, updated_at = $3
         where id = $1 and status = 'running' and attempts = $2`,
        [run.id, run.attempts, now, failure.slice(0, 500)],
      );
      if (count === 0) return false;
      const facts = { failure };
      await this.audit.write(tx, {
        at: now,
        actor: theHouse,
        siteId: run.siteId,
        action: 'matching_run.fail',
        subjectId: run.id,
        facts,
      });
      return true;
    });
    if (written) lateness.observe({ outcome: 'failed' }, secondsSince(run.createdAt, now));
  }

  /** Writes the answer, unless the run was thrown away or begun anew meanwhile. */
  private async finish(run: Taken, intake: Intake, matched: Matched, milliseconds: number): Promise<void> {
    const now = this.clock.now();
    const written = await this.database.transaction(async (tx) => {
      if (!(await writeDraft(tx, run, { intake, matched, milliseconds, now }))) return false;
      await this.audit.write(tx, {
        at: now,
        actor: theHouse,
        siteId: run.siteId,
        action: 'matching_run.finish',
        subjectId: run.id,
        facts: { served: matched.served, of: matched.proposals.length, total: matched.total },
      });
      return true;
    });
    if (written) lateness.observe({ outcome: 'draft' }, secondsSince(run.createdAt, now));
  }
}

function secondsSince(start: Date, now: Date): number {
  return Math.max(0, now.getTime() - start.getTime()) / 1000;
}
