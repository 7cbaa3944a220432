import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { SessionLifeService } from './session-life.service';

const batch = 200;

/** What becomes due of sessions by the passing of time alone. */
@Injectable()
export class SessionTicks {
  private readonly log = new Logger(SessionTicks.name);

  constructor(
    private readonly database: Database,
    private readonly life: SessionLifeService,
  ) {}

  /** Sessions whose time is over wait to be closed by their coach. One transaction per row. */
  async hold(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `select id from coaching_session where status = 'confirmed' and ends_at <= $1 order by ends_at, id limit ${batch}`,
      [now],
    );
    let done = 0;
    for (const { id } of due) {
      try {
        if (await this.life.hold(id)) done++;
      } catch (error) {
        this.log.error({ err: error as Error, id }, 'a session that is over could not be marked');
      }
    }
    return done;
  }
}
