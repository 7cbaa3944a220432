import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { registry } from '../../platform/metrics';
import { Queues } from '../../platform/queue/queues';
import { MatchingComputation } from './matching-computation.service';

const waiting = new Gauge({
  name: 'oasis_matching_runs_waiting',
  help: 'Matching runs that have no answer yet; `overdue` ones were asked for more than a minute ago',
  labelNames: ['which'],
  registers: [registry],
});

/** Takes up matching runs that the queue has lost or a dead process has left. The database knows which; the queue need not. */
@Injectable()
export class MatchingTicks {
  private readonly log = new Logger(MatchingTicks.name);

  constructor(
    private readonly computation: MatchingComputation,
    private readonly queues: Queues,
  ) {}

  /** One run after the other; a run that cannot be computed now stays due. */
  async compute(now: Date): Promise<number> {
    let done = 0;
    for (const id of await this.computation.due(now)) {
      try {
        if (await this.computation.compute(id)) done++;
      } catch (error) {
        this.log.error({ err: error as Error, runId: id }, 'a matching run could not be computed');
      }
    }
    return done;
  }

  /** Measures runs and queue, and speaks up when somebody has waited more than a minute for a draft. */
  async measure(now: Date): Promise<number> {
    const { open, overdue } = await this.computation.waiting(now);
    waiting.set({ which: 'all' }, open);
    waiting.set({ which: 'overdue' }, overdue);
    if (overdue > 0) this.log.warn({ overdue }, 'matching runs are more than a minute late');
    await this.queues.measure('matching');
    return open;
  }
}
