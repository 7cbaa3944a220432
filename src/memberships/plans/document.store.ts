import { EntityManager } from 'typeorm';
import { newId } from '../../kernel/id';
import { Locale } from '../../people/people.rules';
import { documentHash } from './document-hash';
import { DocumentKind, DocumentText } from './document.rules';
import { InAllLanguages } from './plan.rules';
import { Published } from './plan.store';

/** What is published. */
export interface NewDocument {
  kind: DocumentKind;
  bindingLocale: Locale;
  texts: InAllLanguages<DocumentText>;
}

/** Writes the next version of a document of a site. Of two that do so at once, one meets `document_version_once`. */
export async function writeDocument(
  tx: EntityManager,
  siteId: string,
  { kind, bindingLocale, texts }: NewDocument,
  published: Published,
): Promise<{ id: string; hash: string }> {
  const id = newId();
  const hash = documentHash(texts[bindingLocale]);
  await tx.query(
    `insert into document_version (id, site_id, kind, version, published_at, published_by, binding_locale, texts, hash)
     values ($1, $2, $3,
       (select coalesce(max(version), 0) + 1 from document_version where site_id = $2 and kind = $3), $4, $5, $6, $7, $8)`,
    [id, siteId, kind, published.at, published.by, bindingLocale, JSON.stringify(texts), hash],
  );
  return { id, hash };
}
