import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { OccupancyService } from '../../occupancy/occupancy.service';
import { WishesView } from './wish.view';

/** Wishes weigh in matching, and are no promise. Nobody but the wisher and the managers of the site hears of them. */
@Injectable()
export class WishService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly occupancy: OccupancyService,
    private readonly audit: Audit,
  ) {}

  /** What the actor wishes, the dearest first. */
  async read(actor: Actor): Promise<WishesView> {
    const rows = await this.database.read<{ id: string }>(
      'select wished_id as id from coaching_wish where person_id = $1 order by rank',
      [actor.personId],
    );
    return { personIds: rows.map(({ id }) => id) };
  }

  /**
   * Sets whom the actor wishes for, the dearest first: coaches, or for a coach entrepreneurs of sites where one coaches.
   * @throws Missing for anybody else
   */
  async set(actor: Actor, personIds: readonly string[]): Promise<WishesView> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.occupancy.lock(tx, { people: [actor.personId] });
      const known: { id: string }[] = await tx.query(wishable, [personIds, actor.personId, now]);
      if (known.length < personIds.length) throw new Missing('person to wish for');
      await tx.query('delete from coaching_wish where person_id = $1', [actor.personId]);
      await tx.query(
        `insert into coaching_wish (person_id, wished_id, rank, updated_at)
         select $1, w.id, w.rank, $3 from unnest($2::uuid[]) with ordinality as w (id, rank)`,
        [actor.personId, personIds, now],
      );
      const facts = { personIds };
      await this.audit.write(tx, { at: now, actor, action: 'coaching_wish.set', subjectId: actor.personId, facts });
    });
    return { personIds: [...personIds] };
  }
}

const wishable = `
  select p.id from person p
  where p.id = any ($1) and p.id <> $2 and (
    exists (
      select 1 from coach_profile c join role_grant g on g.person_id = c.person_id and g.role = 'coach'
      where c.person_id = p.id and (g.ends_at is null or g.ends_at > $3))
    or exists (
      select 1 from membership m
      join role_grant g on g.person_id = $2 and g.role = 'coach' and g.site_id = m.site_id
      where m.person_id = p.id and m.status in ('scheduled', 'active', 'paused') and (g.ends_at is null or g.ends_at > $3)))`;
