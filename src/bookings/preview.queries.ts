import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Missing, Refusal } from '../kernel/errors';
import { Period } from '../kernel/period';
import { judge } from '../kernel/refusal';
import { Database } from '../platform/database/database';
import { judgeAdditions } from './additions';
import { AlternativesQueries } from './alternatives.queries';
import { AlternativeView, RefusalView } from './answers.view';
import { BookingFacts, bookingCase, worksAt } from './booking.facts';
import { bookingRules } from './booking.rules';
import { BookedResource } from './booking.view';
import { Charge } from './terms.rules';
import { Place, Wish, WishReader } from './wish';

/** What a booking would take from one month of the wallet. */
export class ChargeView {
  @ApiProperty({ enum: ['desk_days', 'room_minutes', 'coaching_minutes'] })
  kind!: string;

  @ApiProperty({ example: '2027-03' })
  month!: string;

  @ApiProperty({ description: 'days or minutes it would take' })
  amount!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'left before it; null is unlimited' })
  left!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'left after it; null is unlimited' })
  leftAfter!: number | null;
}

/** What would come of a booking, had it been asked for now. Nothing is taken and nothing promised. */
export class BookingPreviewView {
  @ApiProperty({ type: () => BookedResource })
  resource!: BookedResource;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ description: 'whether the place is free at that time' })
  free!: boolean;

  @ApiProperty({ description: 'whether it would be asked for and not confirmed at once' })
  needsApproval!: boolean;

  @ApiProperty({ type: () => ChargeView, isArray: true, description: 'empty when it costs nothing' })
  charges!: ChargeView[];

  @ApiProperty({ type: () => RefusalView, isArray: true, description: 'every rule it would break' })
  refusals!: Refusal[];

  @ApiProperty({ type: () => AlternativeView, isArray: true, description: 'when it is not free' })
  alternatives!: AlternativeView[];
}

/** Telling before booking what it costs, what remains, and what stands in the way. */
@Injectable()
export class PreviewQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wishes: WishReader,
    private readonly alternatives: AlternativesQueries,
  ) {}

  /** Looks without locks, so the answer may be old when it arrives. @throws Missing, Malformed as booking would */
  async preview(actor: Actor, wish: Wish): Promise<BookingPreviewView> {
    const now = this.clock.now();
    const { place, period } = await this.wishes.read(wish);
    const { resourceId, free } = await this.choose(place, period, now);
    const facts = await this.facts(actor, resourceId, period, now);
    const works = worksAt(actor, facts.site.id);
    const meeting = { personId: actor.personId, siteId: facts.site.id, resourceId, works };
    const ask = <Row>(sql: string, parameters: unknown[]) => this.database.read<Row>(sql, parameters);
    const additions = await judgeAdditions(ask, wish, { ...meeting, period, now }, false);
    return {
      resource: { id: facts.resource.id, name: facts.resource.name, kind: facts.resource.kind },
      ...period.toJSON(),
      timeZone: facts.site.timeZone,
      free,
      needsApproval: facts.resource.needsApproval,
      charges: works ? [] : facts.quote.map(chargeView),
      refusals: [...judge(bookingRules, bookingCase(facts, { period, now, works })), ...additions.refusals],
      alternatives: free ? [] : await this.alternatives.to(place, period, now),
    };
  }

  /** The named resource, or the one that "any free" would give; when none is free, one that would fit. */
  private async choose(place: Place, period: Period, now: Date): Promise<{ resourceId: string; free: boolean }> {
    const { resourceId, siteId = null, kind = null, capacity = 1, features = [] } = place;
    const rows = await this.database.read<{ id: string; free: boolean }>(
      `select r.id, not exists (
         select 1 from occupation o
         where o.resource_id = r.id and (o.expires_at is null or o.expires_at > $4)
           and tstzrange(o.starts_at, o.ends_at) && tstzrange($2, $3::timestamptz + make_interval(mins => l.buffer_minutes))) as free
       from resource r join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
       where case when $1::uuid is not null then r.id = $1
                  else r.site_id = $5 and r.kind = $6 and r.status = 'active' and r.capacity >= $7 and r.features @> $8 end
       order by free desc, r.needs_approval, r.capacity, r.id limit 1`,
      [resourceId ?? null, period.start, period.end, now, siteId, kind, capacity, features],
    );
    const [row] = rows;
    if (!row) throw new Missing(resourceId ? 'resource' : 'place of this kind');
    return { resourceId: row.id, free: row.free };
  }

  private async facts(actor: Actor, resourceId: string, period: Period, now: Date): Promise<BookingFacts> {
    const rows = await this.database.read<{ facts: BookingFacts | null }>(
      'select booking_facts($1, $2, $3, $4, $5, null) as facts',
      [actor.personId, resourceId, period.start, period.end, now],
    );
    if (!rows[0]?.facts) throw new Missing('resource');
    return rows[0].facts;
  }
}

/** What is left after a charge, beside it. */
export function chargeView(charge: Charge): ChargeView {
  const { amount, left } = charge;
  return { ...charge, leftAfter: left === null ? null : left - amount };
}
