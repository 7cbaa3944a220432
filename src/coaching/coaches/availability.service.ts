import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../../platform/http/if-match';
import { exceptionOf, hoursRules, WantedHours } from './availability-hours.rules';
import { AvailabilityOn, WeeklyAvailability } from './availability.rules';
import { AvailabilityView } from './availability.view';
import { OwnAvailabilityQueries } from './own-availability.queries';

const laws: Laws = {
  availability_rule_once: () =>
    new Refused([{ code: 'hours_overlap', detail: 'Two spans of the same day share a time.', facts: {} }]),
};

/** When coaches offer time. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
    private readonly own: OwnAvailabilityQueries,
  ) {}

  /**
   * Puts hours in the place of those before. Sessions that lie outside them stand; the answer names them.
   * @param expected the version that was read; a change that does not say is meant for whatever there is
   * @throws Conflict `no_coach_profile`; Stale; Refused with every broken rule of hours
   */
  put(actor: Actor, wanted: WantedHours, expected: ExpectedVersion): Promise<AvailabilityView> {
    return this.database.transaction(async (tx) => {
      const at = this.clock.now();
      await this.occupancy.lock(tx, { people: [actor.personId] });
      const profile = await profileOf(tx, actor.personId);
      insistOnVersion('availability', expected ?? 'any', profile.version);
      const weekly = wanted.weekly.map((each) => ({ ...each, siteId: each.siteId ?? null }));
      const exceptions = (wanted.exceptions ?? []).map(exceptionOf);
      insist(hoursRules, { weekly, exceptions, siteIds: profile.siteIds });
      await write(tx, actor.personId, weekly, exceptions);
      await tx.query(
        'update coach_profile set time_zone = $2, version = version + 1, updated_at = $3 where person_id = $1',
        [actor.personId, wanted.timeZone, at],
      );
      const facts = { timeZone: wanted.timeZone, weekly: weekly.length, exceptions: exceptions.length };
      await this.audit.write(tx, { at, actor, action: 'availability.change', subjectId: actor.personId, facts });
      return this.own.readIn(tx, actor.personId, at);
    }, laws);
  }
}

/** @throws Conflict `no_coach_profile` */
async function profileOf(tx: EntityManager, coachId: string): Promise<{ version: number; siteIds: string[] }> {
  const rows: { version: number; siteIds: string[] }[] = await tx.query(
    `select version, array(select site_id::text from coach_site where coach_id = $1 order by 1) as "siteIds"
     from coach_profile where person_id = $1`,
    [coachId],
  );
  if (!rows[0]) throw noCoachProfile();
  return rows[0];
}

/** The answer to a coach who has not said yet how they coach. */
export function noCoachProfile(): Conflict {
  return new Conflict('no_coach_profile', 'Tell first in what you coach, and where.');
}

async function write(
  tx: EntityManager,
  coachId: string,
  weekly: readonly WeeklyAvailability[],
  exceptions: readonly AvailabilityOn[],
): Promise<void> {
  await tx.query('delete from availability_rule where coach_id = $1', [coachId]);
  await tx.query('delete from availability_exception where coach_id = $1', [coachId]);
  await tx.query(
    `insert into availability_rule (id, coach_id, weekday, from_time, to_time, site_id)
     select id, $1, weekday, "from", "to", "siteId"
     from jsonb_to_recordset($2) as r (id uuid, weekday smallint, "from" time, "to" time, "siteId" uuid)`,
    [coachId, JSON.stringify(weekly.map((each) => ({ id: newId(), ...each })))],
  );
  await tx.query(
    `insert into availability_exception (id, coach_id, date, closed, from_time, to_time, site_id)
     select id, $1, date, closed, "from", "to", "siteId"
     from jsonb_to_recordset($2) as e (id uuid, date date, closed boolean, "from" time, "to" time, "siteId" uuid)`,
    [coachId, JSON.stringify(exceptions.map((each) => ({ id: newId(), ...each })))],
  );
}
