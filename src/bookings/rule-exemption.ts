import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { actorId } from '../platform/audit/audit';
import { ExemptCause } from './rule-exemption.entity';

/** One thing that stays as it was agreed, and the laws it need not keep. */
export interface Exemption {
  cause: ExemptCause;
  causeId: string;
  laws: readonly string[];
}

/** Writes down what is exempt from which laws; what was written before stays. */
export async function exempt(
  tx: EntityManager,
  exemptions: readonly Exemption[],
  by: { siteId: string; actor: Actor; at: Date },
): Promise<void> {
  const rows = exemptions.flatMap(({ cause, causeId, laws }) => laws.map((law) => ({ cause, cause_id: causeId, law })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into rule_exemption (cause_id, law, cause, site_id, granted_at, granted_by)
     select e.cause_id, e.law, e.cause, $1, $2, $3
     from jsonb_to_recordset($4) as e (cause text, cause_id uuid, law text)
     on conflict do nothing`,
    [by.siteId, by.at, actorId(by.actor), JSON.stringify(rows)],
  );
}

/** The laws that a booking or a session need not keep. */
export async function exemptLaws(tx: EntityManager, causeId: string): Promise<Set<string>> {
  const rows: { law: string }[] = await tx.query('select law from rule_exemption where cause_id = $1', [causeId]);
  return new Set(rows.map(({ law }) => law));
}
