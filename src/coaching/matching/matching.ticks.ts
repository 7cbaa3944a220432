import { Injectable, Logger } from '@nestjs/common';
import { MatchingComputation } from './matching-computation.service';

/** Takes up matching runs that the queue has lost or a dead process has left. The database knows which; the queue need not. */
@Injectable()
export class MatchingTicks {
  private readonly log = new Logger(MatchingTicks.name);

  constructor(private readonly computation: MatchingComputation) {}

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
}
