import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { HoldList, HoldRow, HoldView, holdView } from './hold.view';

/** What is read of holds. */
@Injectable()
export class HoldQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'holds', read: (personId) => this.of(personId) });
  }

  /** One's own holds that have not lapsed, the first to lapse first. */
  async own(actor: Actor): Promise<HoldList> {
    return { items: await this.of(actor.personId) };
  }

  private async of(personId: string): Promise<HoldView[]> {
    const rows = await this.database.read<HoldRow>(
      `select o.id, o.site_id as "siteId", r.id as "resourceId", r.name as "resourceName", r.kind as "resourceKind",
              o.starts_at as "startsAt", o.ends_at - make_interval(mins => o.buffer_minutes) as "endsAt",
              s.time_zone as "timeZone", o.expires_at as "expiresAt"
       from occupation o join resource r on r.id = o.resource_id join site s on s.id = o.site_id
       where o.holder_id = $1 and o.cause = 'hold' and o.cause_id = o.id and o.expires_at > $2
       order by o.expires_at, o.id`,
      [personId, this.clock.now()],
    );
    return rows.map(holdView);
  }
}
