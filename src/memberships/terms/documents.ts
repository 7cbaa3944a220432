import { createHash } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { Conflict, Refused } from '../../kernel/errors';
import { isId } from '../../kernel/id';
import { PinnedDocument } from './membership.row';

/** The agreement and the house rules of a site. */
export interface PinnedDocuments {
  agreement: PinnedDocument;
  houseRules: PinnedDocument;
}

/** The latest published documents of a site. @throws Refused `documents_published` when there is nothing to agree to */
export async function latestDocuments(tx: EntityManager, siteId: string): Promise<PinnedDocuments> {
  const rows: (PinnedDocument & { kind: string })[] = await tx.query(
    `select distinct on (kind) kind, id, version, hash from document_version where site_id = $1 order by kind, version desc`,
    [siteId],
  );
  const [agreement, houseRules] = ['agreement', 'house_rules'].map((kind) => rows.find((row) => row.kind === kind));
  if (agreement && houseRules) {
    return { agreement: documentOf(agreement), houseRules: documentOf(houseRules) };
  }
  throw new Refused([
    {
      code: 'documents_published',
      detail: 'The site has not published its agreement and its house rules yet.',
      facts: { siteId },
    },
  ]);
}

function documentOf({ id, version, hash }: PinnedDocument): PinnedDocument {
  return { id, version, hash };
}

/**
 * Insists that what somebody accepts, by number or id, is the version that binds.
 * @throws Conflict `agreement_version` that names the version to read and accept
 */
export function insistOnAgreement(accepted: number | string, agreement: PinnedDocument): void {
  const isRight =
    typeof accepted === 'number'
      ? accepted === agreement.version
      : isId(accepted) && accepted.toLowerCase() === agreement.id;
  if (isRight) return;
  throw new Conflict('agreement_version', `Read and accept version ${agreement.version} of the agreement.`, {
    agreement: { id: agreement.id, version: agreement.version },
  });
}

/** What an acceptance is the fingerprint of: the plan version and both documents, word for word. SHA-256, hexadecimal. */
export function acceptanceHash(planVersionId: string, { agreement, houseRules }: PinnedDocuments): string {
  return createHash('sha256').update([planVersionId, agreement.hash, houseRules.hash].join('\n')).digest('hex');
}
