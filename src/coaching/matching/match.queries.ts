import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { Database } from '../../platform/database/database';
import { freePlaces } from './intake.rules';
import { weightsVersion } from './match.rules';
import { MatchesView } from './match.view';
import { MatchingFactsQueries } from './matching-facts.queries';
import { Judged, judgePairs, MatchingFacts } from './matching.rules';

/** How many coaches are proposed for a single case. */
const best = 5;

/** Who could coach one entrepreneur. */
@Injectable()
export class MatchQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: MatchingFactsQueries,
  ) {}

  /** The best five with their scores, and everybody else with the reasons. @throws Missing for another's membership */
  async matches(actor: Actor, membershipId: string): Promise<MatchesView> {
    const { facts, judged } = await this.database.transaction(async (tx) => {
      const siteId = await siteOf(tx, actor, membershipId);
      return this.judge(tx, siteId, membershipId);
    });
    const names = await this.namesOf(facts.mentors.map(({ id }) => id));
    const pairs = facts.mentors.map((mentor, index) => ({ mentor, ...(judged[index] as Judged) }));
    const items = pairs.flatMap(({ mentor, score }) =>
      score ? [{ coachId: mentor.id, score: score.total, parts: score.parts, freePlaces: freePlaces(mentor) }] : [],
    );
    items.sort((a, b) => b.score - a.score || (a.coachId < b.coachId ? -1 : 1));
    const named = <T extends { coachId: string }>(row: T) => ({ ...row, fullName: names.get(row.coachId) ?? '' });
    return {
      items: items.slice(0, best).map(named),
      excluded: pairs.flatMap(({ mentor, because }) => (because ? [named({ coachId: mentor.id, because })] : [])),
      weightsVersion,
    };
  }

  /** Every coach judged and scored for one membership, in the order of the facts. */
  async judge(
    tx: EntityManager,
    siteId: string,
    membershipId: string,
  ): Promise<{ facts: MatchingFacts; judged: Judged[] }> {
    const facts = await this.facts.read(tx, siteId, [membershipId], this.clock.now());
    return { facts, judged: judgePairs(facts)[0] ?? [] };
  }

  private async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.read<{ id: string; fullName: string }>(
      'select id, full_name as "fullName" from person where id = any ($1)',
      [ids],
    );
    return new Map(rows.map(({ id, fullName }) => [id, fullName]));
  }
}

async function siteOf(tx: EntityManager, actor: Actor, membershipId: string): Promise<string> {
  const rows: { siteId: string }[] = await tx.query('select site_id as "siteId" from membership where id = $1', [
    membershipId,
  ]);
  if (!rows[0] || !actor.manages(rows[0].siteId)) throw new Missing('membership');
  return rows[0].siteId;
}
