import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/id';
import { Period, plusMinutes } from '../../kernel/period';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Config } from '../../platform/config/config';
import { Database } from '../../platform/database/database';
import { OutsideError, OutsideFetch, Read } from '../../platform/outside/outside-fetch';
import { resealed, unseal } from '../../platform/sealed';
import { Secrets } from '../../platform/secrets';
import { busyTimes, UnreadableCalendar } from './busy-times';
import { knownDays, nextReading } from './outside-calendar.rules';
import { addressPurpose } from './outside-calendar.service';

interface Calendar {
  sealedUrl: Buffer;
  etag: string | null;
  lastModified: string | null;
  fetchedAt: Date | null;
  failures: number;
  timeZone: string;
}

/** What a reading has brought: busy times, nothing new, or why there is neither. */
type Reading = { read: Read; busy: Period[] | null } | { failure: string };

const dayMinutes = 24 * 60;

/** Reading the calendars outside. What is outside is asked between two transactions, never inside one. */
@Injectable()
export class OutsideReadingService {
  private readonly secrets: Secrets;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly outside: OutsideFetch,
    config: Config,
  ) {
    this.secrets = new Secrets(config);
  }

  /**
   * Reads a coach's calendar again and keeps when the coach is busy there. Where that meets a confirmed session, the
   * coach is asked what holds; neither is dropped silently. False when there is no calendar (any more).
   */
  async refresh(coachId: string): Promise<boolean> {
    const calendar = await this.find(coachId);
    if (!calendar) return false;
    const now = this.clock.now();
    const window = Period.of(now, plusMinutes(now, knownDays * dayMinutes));
    const reading = await this.ask(coachId, calendar, window);
    return this.database.transaction(async (tx) => {
      await this.occupancy.lock(tx, { people: [coachId] });
      if (!(await this.note(tx, coachId, calendar, reading, now))) return false;
      if ('failure' in reading || reading.busy === null) return true;
      await tx.query('delete from outside_event where coach_id = $1', [coachId]);
      await tx.query(
        `insert into outside_event (id, coach_id, starts_at, ends_at)
         select id, $1, start, "end" from jsonb_to_recordset($2) as e (id uuid, start timestamptz, "end" timestamptz)`,
        [coachId, JSON.stringify(reading.busy.map(({ start, end }) => ({ id: newId(), start, end })))],
      );
      await findClashes(tx, coachId, now);
      return true;
    });
  }

  private async find(coachId: string): Promise<Calendar | undefined> {
    const [calendar] = await this.database.read<Calendar>(
      `select o.sealed_url as "sealedUrl", o.etag, o.last_modified as "lastModified", o.fetched_at as "fetchedAt", o.failures,
              c.time_zone as "timeZone"
       from outside_calendar o join coach_profile c on c.person_id = o.coach_id where o.coach_id = $1`,
      [coachId],
    );
    return calendar;
  }

  private async ask(coachId: string, calendar: Calendar, window: Period): Promise<Reading> {
    const url = unseal(calendar.sealedUrl, this.secrets.keys(addressPurpose), coachId);
    if (url === undefined) return { failure: 'unreadable_address' };
    // What has not changed says nothing of the days that have come into sight: once a day it is asked for anew.
    const isFresh = calendar.fetchedAt !== null && calendar.fetchedAt > plusMinutes(window.start, -dayMinutes);
    try {
      const read = await this.outside.read(url, isFresh ? calendar : undefined);
      return { read, busy: read.text === null ? null : busyTimes(read.text, window, calendar.timeZone) };
    } catch (error) {
      if (error instanceof OutsideError || error instanceof UnreadableCalendar) return { failure: error.failure };
      throw error;
    }
  }

  /** Writes down how the reading went; false when the calendar is another by now, or gone. */
  private async note(
    tx: EntityManager,
    coachId: string,
    { sealedUrl, failures }: Calendar,
    reading: Reading,
    now: Date,
  ): Promise<boolean> {
    const failed = 'failure' in reading;
    const [, count]: [unknown, number] = await tx.query(
      `update outside_calendar
       set sealed_url = $10, failure = $3, failures = $4, refresh_at = $5, updated_at = $6,
           etag = case when $3::text is null then $7 else etag end,
           last_modified = case when $3::text is null then $8 else last_modified end,
           fetched_at = case when $9 then $6 else fetched_at end
       where coach_id = $1 and sealed_url = $2`,
      [
        coachId,
        sealedUrl,
        failed ? reading.failure : null,
        failed ? Math.min(failures + 1, 1_000) : 0,
        nextReading(now, failed ? failures + 1 : 0),
        now,
        failed ? null : reading.read.etag,
        failed ? null : reading.read.lastModified,
        !failed && reading.busy !== null,
        resealed(sealedUrl, this.secrets.keys(addressPurpose), coachId),
      ],
    );
    return count > 0;
  }
}

/** Asks about every confirmed session that meets a busy time, and no longer about those that do not. */
async function findClashes(tx: EntityManager, coachId: string, now: Date): Promise<void> {
  await tx.query(
    `delete from calendar_clash c
     where c.coach_id = $1 and c.answered_at is null and not exists (
       select 1 from outside_event e join coaching_session s on s.id = c.session_id
       where e.coach_id = c.coach_id and e.starts_at = c.starts_at and e.ends_at = c.ends_at
         and s.status = 'confirmed' and s.starts_at < e.ends_at and e.starts_at < s.ends_at)`,
    [coachId],
  );
  const clashes: { sessionId: string; start: Date; end: Date }[] = await tx.query(
    `select s.id as "sessionId", e.starts_at as start, e.ends_at as "end"
     from coaching_session s
     join outside_event e on e.coach_id = s.coach_id and e.starts_at < s.ends_at and e.ends_at > s.starts_at
     where s.coach_id = $1 and s.status = 'confirmed' and s.starts_at > $2`,
    [coachId, now],
  );
  await tx.query(
    `insert into calendar_clash (id, coach_id, session_id, starts_at, ends_at, found_at)
     select id, $1, "sessionId", start, "end", $3
     from jsonb_to_recordset($2) as c (id uuid, "sessionId" uuid, start timestamptz, "end" timestamptz)
     on conflict on constraint calendar_clash_once do nothing`,
    [coachId, JSON.stringify(clashes.map((clash) => ({ id: newId(), ...clash }))), now],
  );
}
