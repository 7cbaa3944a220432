import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { ApplicationQueries } from './application.queries';
import { Recommendation, Scores } from './application.rules';
import { insistOnEvent, lockApplication } from './application.store';
import { ApplicationView } from './application.view';

/** A scorecard as a reviewer fills it in. */
export interface WantedReview {
  scores: Scores;
  recommendation: Recommendation;
  comment?: string;
}

const laws: Laws = {
  application_review_once: () => new Conflict('application_review_once', 'You have reviewed this application.'),
};

/** What reviewers do: managers and coaches of the site, each for themselves. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: ApplicationQueries,
  ) {}

  /** Adds the actor's scorecard. @throws Forbidden `segregation_of_duties`, Conflict `application_review_once` */
  async review(
    actor: Actor,
    id: string,
    { scores, recommendation, comment = '' }: WantedReview,
    idempotency?: IdempotencyKey,
  ): Promise<ApplicationView> {
    const at = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          const application = await lockApplication(tx, id);
          await insistOnEvent(tx, actor, application, 'review', at);
          await tx.query(
            `insert into application_review (id, application_id, reviewer_id, scores, recommendation, comment, created_at)
             values ($1, $2, $3, $4, $5, $6, $7)`,
            [newId(), id, actor.personId, JSON.stringify(scores), recommendation, comment, at],
          );
          const { siteId } = application;
          const facts = { scores, recommendation };
          await this.audit.write(tx, { at, actor, action: 'application.review', subjectId: id, siteId, facts });
          return this.queries.within(tx, actor, id);
        }),
      laws,
    );
  }
}
