import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing, Refused } from '../../kernel/errors';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Config } from '../../platform/config/config';
import { Database, Laws } from '../../platform/database/database';
import { OutsideError, OutsideFetch } from '../../platform/outside/outside-fetch';
import { seal } from '../../platform/sealed';
import { Secrets } from '../../platform/secrets';
import { noCoachProfile } from './availability.service';
import { OutsideCalendarRow, OutsideCalendarView, outsideCalendarView } from './outside-calendar.view';

/** What the key for addresses of calendars is derived for. */
export const addressPurpose = 'address of a calendar outside';

const laws: Laws = { outside_calendar_coach_id_fkey: noCoachProfile };

/** The calendar elsewhere that a coach lets the house look into. Reading it is {@link OutsideReadingService}'s work. */
@Injectable()
export class OutsideCalendarService {
  private readonly secrets: Secrets;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly outside: OutsideFetch,
    config: Config,
  ) {
    this.secrets = new Secrets(config);
  }

  /**
   * Names the calendar; what was known of another is forgotten. It is read within seconds, by the timetable.
   * @throws Refused `outside_calendar_address` for what is not HTTPS or leads inside; Conflict `no_coach_profile`
   */
  async put(actor: Actor, url: string): Promise<OutsideCalendarView> {
    const { hostname: host } = this.addressOf(url);
    const sealed = seal(url, this.secrets.keys(addressPurpose)[0], actor.personId);
    return this.database.transaction(async (tx) => {
      const at = this.clock.now();
      await this.occupancy.lock(tx, { people: [actor.personId] });
      await forget(tx, actor.personId);
      await tx.query(
        `insert into outside_calendar (coach_id, sealed_url, host, refresh_at, created_at, updated_at)
         values ($1, $2, $3, $4, $4, $4)`,
        [actor.personId, sealed, host, at],
      );
      const facts = { host };
      await this.audit.write(tx, { at, actor, action: 'outside_calendar.put', subjectId: actor.personId, facts });
      return this.readIn(tx, actor.personId, at);
    }, laws);
  }

  /** How it stands. @throws Missing when there is none */
  read(actor: Actor): Promise<OutsideCalendarView> {
    return this.readIn(this.database.source.manager, actor.personId, this.clock.now());
  }

  /** Forgets the calendar and all that was read in it. @throws Missing when there is none */
  async remove(actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const at = this.clock.now();
      await this.occupancy.lock(tx, { people: [actor.personId] });
      if (!(await forget(tx, actor.personId))) throw new Missing('calendar');
      await this.audit.write(tx, { at, actor, action: 'outside_calendar.remove', subjectId: actor.personId });
    });
  }

  private addressOf(url: string): URL {
    try {
      return this.outside.allowed(url);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      const detail = 'The address of a calendar begins with https:// and is one that everybody can reach.';
      throw new Refused([{ code: 'outside_calendar_address', detail, facts: { failure: error.failure } }]);
    }
  }

  private async readIn(tx: EntityManager, coachId: string, now: Date): Promise<OutsideCalendarView> {
    const rows: OutsideCalendarRow[] = await tx.query(
      `select host, failure, fetched_at as "fetchedAt", refresh_at as "refreshAt",
              (select count(*)::integer from outside_event e where e.coach_id = c.coach_id and e.ends_at > $2) as busy
       from outside_calendar c where c.coach_id = $1`,
      [coachId, now],
    );
    if (!rows[0]) throw new Missing('calendar');
    return outsideCalendarView(rows[0]);
  }
}

/** Whether there was one. Answered clashes stay: they say why a session was called off. */
async function forget(tx: EntityManager, coachId: string): Promise<boolean> {
  await tx.query('delete from calendar_clash where coach_id = $1 and answered_at is null', [coachId]);
  await tx.query('delete from outside_event where coach_id = $1', [coachId]);
  const [, count]: [unknown, number] = await tx.query('delete from outside_calendar where coach_id = $1', [coachId]);
  return count > 0;
}
