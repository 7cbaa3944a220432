import { Injectable } from '@nestjs/common';
import { Job, UnrecoverableError } from 'bullmq';
import { planJob } from '../platform/queue/queue-doorbell';
import { Queues } from '../platform/queue/queues';
import { pauseAfter } from './message.rules';
import { MessageTicks } from './message.ticks';
import { sendJob } from './planner.service';
import { MessageSender, widths } from './sender.service';
import { Clock } from '../kernel/clock';

/** Which job leads to which method. Nothing is caught here: what is thrown is for the queue to repeat or to give up. */
@Injectable()
export class MessageProcessor {
  constructor(
    private readonly queues: Queues,
    private readonly clock: Clock,
    private readonly sender: MessageSender,
    private readonly ticks: MessageTicks,
  ) {}

  /** Begins to take jobs. Called where jobs run, and nowhere else. */
  start(): void {
    void this.sender.start();
    this.queues.work('messages', (job) => this.process(job), {
      // With fewer, a few letters that turn out to be slow would hold up all others until they are known to be slow.
      concurrency: widths.quick,
      settings: { backoffStrategy: (attempts: number) => pauseAfter(attempts) },
    });
  }

  /** @throws UnrecoverableError when trying again is useless; any other error to be tried again */
  async process(job: Pick<Job<unknown, void>, 'name' | 'data'>): Promise<void> {
    switch (job.name) {
      case planJob:
        await this.ticks.plan(this.clock.now());
        return;
      case sendJob:
        await this.send((job.data as { id: string }).id);
        return;
      default:
        throw new UnrecoverableError(`There is no job called ${job.name}`);
    }
  }

  private async send(id: string): Promise<void> {
    const outcome = await this.sender.send(id);
    if (outcome.kind === 'failed') throw new UnrecoverableError(outcome.reason);
    if (outcome.kind === 'again') throw new Error(outcome.reason);
  }
}
