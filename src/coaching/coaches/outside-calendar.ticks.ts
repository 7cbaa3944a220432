import { Injectable, Logger } from '@nestjs/common';
import { plusMinutes } from '../../kernel/period';
import { Database } from '../../platform/database/database';
import { OutsideReadingService } from './outside-reading.service';

/** How many calendars one run reads at most, and how many of them at once. */
const batch = 40;
const atOnce = 4;
/** For how long a calendar that is being read is nobody else's. Minutes. */
const claimMinutes = 5;

/** Reading calendars outside when their time has come. */
@Injectable()
export class OutsideCalendarTicks {
  private readonly log = new Logger(OutsideCalendarTicks.name);

  constructor(
    private readonly database: Database,
    private readonly readings: OutsideReadingService,
  ) {}

  /** Reads what is due. A claim is a promise of the next few minutes only: of a process that dies, another takes over. */
  async read(now: Date): Promise<number> {
    const [claimed] = await this.database.transaction((tx) =>
      tx.query<[{ coachId: string }[], number]>(
        `update outside_calendar set refresh_at = $2
         where coach_id in (
           select coach_id from outside_calendar where refresh_at <= $1 order by refresh_at limit ${batch}
           for update skip locked)
         returning coach_id as "coachId"`,
        [now, plusMinutes(now, claimMinutes)],
      ),
    );
    const waiting = [...claimed];
    let done = 0;
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) if (await this.one(next.coachId)) done++;
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return done;
  }

  private async one(coachId: string): Promise<boolean> {
    try {
      return await this.readings.refresh(coachId);
    } catch (error) {
      // One bad row stops nobody; it is due again after the claim.
      this.log.error({ err: error as Error, coachId }, 'a calendar outside could not be kept');
      return false;
    }
  }
}
