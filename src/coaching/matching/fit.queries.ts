import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { Database } from '../../platform/database/database';
import { openStatuses } from '../assignments/assignment.rules';
import { topicOf } from '../coaches/expertise.rules';
import { FitView } from './fit.view';
import { MatchingFactsQueries } from './matching-facts.queries';
import { scorePair } from './matching.rules';

interface PairRow {
  siteId: string;
  membershipId: string;
  coachId: string;
  ventureId: string | null;
  venture: string | null;
  sentence: string | null;
}

/** Why two people fit who are together, or asked to be. */
@Injectable()
export class FitQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: MatchingFactsQueries,
  ) {}

  /**
   * What the entrepreneur of an assignment needs, and how well its coach fits, as things stand now.
   * @throws Missing unless one is its coach or runs the site, and once the assignment is over
   */
  async of(actor: Actor, assignmentId: string): Promise<FitView> {
    return this.database.transaction(async (tx) => {
      const rows: PairRow[] = await tx.query(pair, [assignmentId, openStatuses]);
      const row = rows[0];
      if (!row || (row.coachId !== actor.personId && !actor.manages(row.siteId))) throw new Missing('assignment');
      const facts = await this.facts.read(tx, row.siteId, [row.membershipId], this.clock.now(), [row.coachId]);
      const [applicant, mentor] = [facts.applicants[0], facts.mentors[0]];
      if (!applicant || !mentor) throw new Missing('assignment');
      const { total, parts } = scorePair(facts, applicant, mentor);
      return {
        assignmentId,
        ventureId: row.ventureId,
        venture: row.venture,
        sentence: row.sentence,
        stage: applicant.stage,
        sector: applicant.sector,
        needs: [...new Set(applicant.needs.flatMap((word) => topicOf(word) ?? []))],
        languages: applicant.languages.map(({ code, level }) => ({ code, level })),
        score: total,
        parts,
      };
    });
  }
}

const pair = `
  select a.site_id as "siteId", a.membership_id as "membershipId", a.coach_id as "coachId", v.id as "ventureId",
         v.name as venture, v.sentence
  from coaching_assignment a
  join membership m on m.id = a.membership_id
  left join venture v on v.id = m.venture_id
  where a.id = $1 and a.status = any ($2)`;
