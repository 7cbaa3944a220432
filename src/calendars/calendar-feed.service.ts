import { Injectable, OnModuleInit } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { instant } from '../kernel/period';
import { PersonalRecords } from '../people/personal-records';
import { Audit } from '../platform/audit/audit';
import { Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { CalendarFeedView } from './calendar.view';
import { hashOf } from './feed-secret';

/** The secret addresses of people's calendars. */
@Injectable()
export class CalendarFeedService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'calendarFeed', read: (personId) => this.about(personId) });
  }

  /** Makes a new secret address; the one before it works no longer. It is shown this once. */
  async open(actor: Actor): Promise<CalendarFeedView> {
    const token = randomBytes(32).toString('base64url');
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into calendar_feed (person_id, token_hash, created_at) values ($1, $2, $3)
         on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [actor.personId, hashOf(token), at],
      );
      await this.audit.write(tx, { at, actor, action: 'calendar_feed.open', subjectId: actor.personId });
    });
    return { url: `${this.config.publicUrl}/api/v1/calendars/${token}.ics` };
  }

  /** Takes the secret address back; without one nothing happens. */
  async close(actor: Actor): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>('delete from calendar_feed where person_id = $1', [
        actor.personId,
      ]);
      if (count === 0) return;
      await this.audit.write(tx, { at, actor, action: 'calendar_feed.close', subjectId: actor.personId });
    });
  }

  private async about(personId: string): Promise<{ openedAt: string } | null> {
    const [row] = await this.database.read<{ createdAt: Date }>(
      'select created_at as "createdAt" from calendar_feed where person_id = $1',
      [personId],
    );
    return row ? { openedAt: instant(row.createdAt) } : null;
  }
}
