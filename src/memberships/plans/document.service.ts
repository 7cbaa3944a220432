import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { insistOnManaging } from '../../sites/site.rules';
import { DocumentQueries } from './document.queries';
import { NewDocument, writeDocument } from './document.store';
import { DocumentView, documentView } from './document.view';

const laws: Laws = {
  document_version_once: () =>
    new Conflict('document_version_once', 'Somebody published a version at this very moment. Read it first.'),
  document_version_site_id_fkey: () => new Missing('site'),
};

/** Commands on agreements and house rules. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: DocumentQueries,
  ) {}

  /**
   * Publishes a version. It binds nobody who has not accepted it: memberships stay with theirs (`pinned_terms`).
   * @throws Conflict `document_version_once` when somebody else was publishing at the same moment.
   */
  async publish(
    actor: Actor,
    siteId: string,
    wanted: NewDocument,
    idempotency?: IdempotencyKey,
  ): Promise<DocumentView> {
    const at = this.clock.now();
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, at, async () => {
          insistOnManaging(actor, siteId);
          const { kind, bindingLocale } = wanted;
          const { id, hash } = await writeDocument(tx, siteId, wanted, { at, by: actor.personId });
          const facts = { kind, bindingLocale, hash };
          await this.audit.write(tx, { at, actor, action: 'document.publish', subjectId: id, siteId, facts });
          return documentView(await this.queries.within(tx, id), actor.locale);
        }),
      laws,
    );
  }
}
