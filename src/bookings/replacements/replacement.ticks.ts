import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { ReplacementAnswersService } from './replacement-answers.service';

const batch = 200;

/** What becomes due for offered replacements by the passing of time alone. */
@Injectable()
export class ReplacementTicks {
  private readonly log = new Logger(ReplacementTicks.name);

  constructor(
    private readonly database: Database,
    private readonly answers: ReplacementAnswersService,
  ) {}

  /** Releases what nobody answered in time. One transaction per offer; a missed run heals itself. */
  async expire(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `select id from replacement where status = 'offered' and expires_at <= $1 order by expires_at, id limit ${batch}`,
      [now],
    );
    let done = 0;
    for (const { id } of due) {
      try {
        if (await this.answers.expire(id)) done++;
      } catch (error) {
        // One bad row stops nobody; it stays due and is met again at the next run.
        this.log.error({ err: error as Error, replacementId: id }, 'an offered replacement could not be ended');
      }
    }
    return done;
  }
}
