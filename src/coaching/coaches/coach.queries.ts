import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { SpokenLanguage, workingLevels } from './coach.rules';
import { CoachRow, coachRows, CoachView, coachView, LanguagesView } from './coach.view';
import { topicsUnder } from './expertise.rules';

/** Which coaches to list: every filter that is left out lets all through. */
export interface CoachesWanted {
  personId?: string;
  siteId?: string;
  topic?: string;
  language?: string;
  limit?: number;
  cursor?: string;
}

/** Questions about who coaches, in what and in which languages. */
@Injectable()
export class CoachQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Coaches by name, whom everybody in the house may know. Who is away is listed, and says so. */
  async list(actor: Actor, wanted: CoachesWanted): Promise<Page<CoachView>> {
    const { personId, siteId, topic, language, limit = defaultLimit, cursor } = wanted;
    const [afterName, afterId] = cursor === undefined ? [null, null] : cursorKey(cursor, 2);
    const rows = await this.database.read<CoachRow>(
      `${coachRows}
       where p.status = 'active'
         and ($2::uuid is null or c.remote or exists (
           select 1 from coach_site s where s.coach_id = c.person_id and s.site_id = $2 and s.site_id = any (held.sites)))
         and ($3::text[] is null or exists (
           select 1 from coach_expertise e where e.coach_id = c.person_id and e.topic = any ($3)))
         and ($4::text is null or exists (
           select 1 from language_skill l where l.person_id = c.person_id and l.language = $4 and l.level = any ($5)))
         and ($6::text is null or (p.full_name, p.id::text) > ($6, $7)) and ($9::uuid is null or p.id = $9)
       order by p.full_name, p.id::text limit $8`,
      [
        this.clock.now(),
        siteId ?? null,
        topic === undefined ? null : topicsUnder(topic),
        language ?? null,
        workingLevels,
        afterName,
        afterId,
        limit + 1,
        personId ?? null,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.fullName, row.id],
      (row) => shownTo(actor, row),
    );
  }

  /** One coach. @throws Missing for people who are none */
  async one(actor: Actor, id: string): Promise<CoachView> {
    return this.oneIn(this.database.source.manager, actor, id);
  }

  /** The same inside a transaction. */
  async oneIn(tx: EntityManager, actor: Actor, id: string): Promise<CoachView> {
    const rows: CoachRow[] = await tx.query(`${coachRows} where c.person_id = $2 and p.status = 'active'`, [
      this.clock.now(),
      id,
    ]);
    if (!rows[0]) throw new Missing('coach');
    return shownTo(actor, rows[0]);
  }

  /** The languages that somebody speaks: what they have said here or, before that, in their latest application. */
  async languages(personId: string): Promise<LanguagesView> {
    const [row] = await this.database.read<{ said: SpokenLanguage[] | null; applied: SpokenLanguage[] | null }>(
      `select (select jsonb_agg(jsonb_build_object('code', l.language, 'level', l.level) order by l.language)
               from language_skill l where l.person_id = $1) as said,
              (select a.answers -> 'languages' from application a
               where a.person_id = $1 and jsonb_typeof(a.answers -> 'languages') = 'array'
               order by a.created_at desc, a.id desc limit 1) as applied`,
      [personId],
    );
    if (row?.said) return { items: row.said, source: 'said' };
    const applied = row?.applied ?? [];
    const items = applied.map(({ code, level }) => ({ code, level }));
    return { items, source: items.length > 0 ? 'application' : 'none' };
  }
}

function shownTo(actor: Actor, row: CoachRow): CoachView {
  const runsSite = actor.holdsAny(['manager', 'administrator']);
  return coachView(row, { isCoach: actor.personId === row.id, runsSite });
}
