import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';
import { cursorKey, defaultLimit, Page, pageOf } from '../../platform/http/page';
import { MatchingRunSummaryView, MatchingRunView, RunRow, runRows, runSummaryView } from './matching-run.view';
import { showRun } from './matching-run.store';

/** What is read of matching runs. */
@Injectable()
export class MatchingRunQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'matchProposals', read: (personId) => this.database.read(about, [personId]) });
  }

  /** A run with its proposals. @throws Missing for whoever does not manage its site */
  async one(actor: Actor, id: string): Promise<MatchingRunView> {
    const run = await this.database.transaction((tx) => showRun(tx, id));
    if (!actor.manages(run.siteId)) throw new Missing('matching run');
    return run;
  }

  /** The runs of a site, newest first. @throws Missing for a site that the actor does not manage */
  async list(
    actor: Actor,
    { siteId, limit = defaultLimit, cursor }: { siteId: string; limit?: number; cursor?: string },
  ): Promise<Page<MatchingRunSummaryView>> {
    if (!actor.manages(siteId)) throw new Missing('site');
    const [at = null, id = null] = cursor === undefined ? [] : afterKey(cursor);
    const rows = await this.database.read<RunRow>(
      `${runRows} where r.site_id = $1
         and ($2::float8 is null or (r.created_at, r.id) < (to_timestamp($2 / 1000), $3::uuid))
       order by r.created_at desc, r.id desc limit $4`,
      [siteId, at, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.createdAt.getTime(), row.id], runSummaryView);
  }
}

/** What runs have said of the person: scores are about both of a pair, so the coach stays unnamed. */
const about = `
  select p.run_id as "runId", p.membership_id as "membershipId", p.score, p.parts, p.because, r.created_at as "createdAt"
  from match_proposal p join matching_run r on r.id = p.run_id
  where p.entrepreneur_id = $1 order by r.created_at, p.run_id`;

function afterKey(cursor: string): string[] {
  const key = cursorKey(cursor, 2);
  if (/^\d{1,14}$/.test(key[0] ?? '') && isId(key[1] ?? '')) return key;
  throw Malformed.at('/cursor', 'is not a cursor of this list');
}
