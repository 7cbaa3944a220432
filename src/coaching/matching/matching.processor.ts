import { Injectable } from '@nestjs/common';
import { Job, UnrecoverableError } from 'bullmq';
import { Queues } from '../../platform/queue/queues';
import { MatchingComputation } from './matching-computation.service';
import { matchJob } from './matching-run.service';

/** Which job leads to which method. Nothing is caught here: what is thrown is for the queue to repeat or to give up. */
@Injectable()
export class MatchingProcessor {
  constructor(
    private readonly queues: Queues,
    private readonly computation: MatchingComputation,
  ) {}

  /** Begins to take jobs, one at a time: each takes a core for itself. Called where jobs run, and nowhere else. */
  start(): void {
    this.queues.work('matching', (job) => this.process(job), { concurrency: 1 });
  }

  /** @throws UnrecoverableError when trying again is useless; any other error to be tried again */
  async process(job: Pick<Job<unknown, void>, 'name' | 'data'>): Promise<void> {
    if (job.name !== matchJob) throw new UnrecoverableError(`There is no job called ${job.name}`);
    await this.computation.compute((job.data as { id: string }).id);
  }
}
