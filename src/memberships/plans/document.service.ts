import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { Locale } from '../../people/people.rules';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { insistOnManaging } from '../../sites/site.rules';
import { documentHash } from './document-hash';
import { DocumentQueries } from './document.queries';
import { DocumentKind, DocumentText } from './document.rules';
import { DocumentView, documentView } from './document.view';
import { InAllLanguages } from './plan.rules';

/** What a manager publishes. */
export interface NewDocument {
  kind: DocumentKind;
  bindingLocale: Locale;
  texts: InAllLanguages<DocumentText>;
}

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
          const { kind, bindingLocale, texts } = wanted;
          const id = newId();
          const hash = documentHash(texts[bindingLocale]);
          await tx.query(
            `insert into document_version
               (id, site_id, kind, version, published_at, published_by, binding_locale, texts, hash)
             values ($1, $2, $3,
               (select coalesce(max(version), 0) + 1 from document_version where site_id = $2 and kind = $3),
               $4, $5, $6, $7, $8)`,
            [id, siteId, kind, at, actor.personId, bindingLocale, JSON.stringify(texts), hash],
          );
          const facts = { kind, bindingLocale, hash };
          await this.audit.write(tx, { at, actor, action: 'document.publish', subjectId: id, siteId, facts });
          return documentView(await this.queries.within(tx, id), actor.locale);
        }),
      laws,
    );
  }
}
