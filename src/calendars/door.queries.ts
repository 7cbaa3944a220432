import { Injectable } from '@nestjs/common';
import { grouped } from '../bookings/check-in-code/check-in-code.rules';
import { CodeKeeper } from '../bookings/check-in-code/code-keeper';
import { Clock } from '../kernel/clock';
import { Missing } from '../kernel/errors';
import { instant } from '../kernel/period';
import { localDate } from '../kernel/site-time';
import { OccupancyQueries } from '../occupancy/occupancy.queries';
import { Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { qrPicture } from '../platform/qr-picture';
import { DoorCodeView, DoorView } from './door.view';
import { hashOf } from './feed-secret';
import { taken, TakenRow } from './resource-feed.queries';

interface Door {
  resourceId: string;
  resource: string;
  kind: string;
  capacity: number;
  siteId: string;
  site: string;
  timeZone: string;
  locale: string;
  titles: boolean;
  sealed: Buffer | null;
}

/** Until the end of tomorrow wherever the site is, in milliseconds. */
const ahead = 48 * 3_600_000;

/** What the display beside a door shows. */
@Injectable()
export class DoorQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly occupancy: OccupancyQueries,
    private readonly keeper: CodeKeeper,
  ) {}

  /** The door behind the secret of a resource's calendar. @throws Missing when it is none any more */
  async door(token: string): Promise<DoorView> {
    const [door] = await this.database.read<Door>(
      `select f.resource_id as "resourceId", r.name as resource, r.kind, r.capacity, s.id as "siteId", s.name as site,
              s.time_zone as "timeZone", f.locale, f.titles, c.sealed
       from resource_feed f join resource r on r.id = f.resource_id join site s on s.id = r.site_id
       left join check_in_code c on c.resource_id = r.id
       where f.token_hash = $1 and r.status <> 'retired'`,
      [hashOf(token)],
    );
    if (!door) throw new Missing('display');
    const now = this.clock.now();
    const [{ open }, rows] = await Promise.all([
      this.occupancy.day(door.siteId, localDate(now, door.timeZone)),
      this.database.read<TakenRow>(taken, [door.resourceId, now, new Date(now.getTime() + ahead)]),
    ]);
    const { resource, kind, capacity, site, timeZone, locale } = door;
    return {
      resource,
      kind,
      capacity,
      site,
      timeZone,
      locale,
      now: instant(now),
      open: open.map((span) => span.toJSON()),
      taken: rows.map(({ startsAt, endsAt, title, isMaintenance }) => ({
        start: instant(startsAt),
        end: instant(endsAt),
        title: door.titles ? title : null,
        isMaintenance,
      })),
      checkIn: this.code(door),
    };
  }

  /** The code that lies on the place, with the picture that leads to it. */
  private code({ sealed, resourceId }: Door): DoorCodeView | null {
    const opened = sealed === null ? undefined : this.keeper.open(sealed, resourceId);
    if (opened === undefined) return null;
    const code = grouped(opened);
    return { code, svg: qrPicture(`${this.config.publicUrl}/c/${code}`) };
  }
}
