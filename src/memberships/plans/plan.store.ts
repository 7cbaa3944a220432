import { EntityManager } from 'typeorm';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { InAllLanguages, planRules, PlanText, planTerms, WantedTerms } from './plan.rules';

/** What is said of a version of a plan. */
export type NewPlanVersion = WantedTerms & { texts: InAllLanguages<PlanText> };

/** When something is published, and by whom; null is the house. */
export interface Published {
  at: Date;
  by: string | null;
}

/**
 * Writes the next version of a plan whose row is locked or new.
 * @returns its id.
 * @throws Refused by {@link planRules}
 */
export async function writeVersion(
  tx: EntityManager,
  planId: string,
  wanted: NewPlanVersion,
  published: Published,
): Promise<string> {
  const terms = planTerms(wanted);
  insist(planRules, terms);
  const { pause, limits, allowances } = terms;
  const id = newId();
  await tx.query(
    `insert into plan_version (id, plan_id, version, published_at, published_by, texts, term_months, max_renewals,
       total_months, price_cents, normal_price_cents, offer_days, notice_days, max_pauses, pause_days,
       pause_edge_days, pause_extends_term, access, evening_closes, half_days, desk_horizon_days, room_horizon_days,
       room_future_bookings, room_longest_minutes, guest_limit, needs)
     values ($1, $2, (select coalesce(max(version), 0) + 1 from plan_version where plan_id = $2), $3, $4, $5, $6, $7,
       $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    [
      id,
      planId,
      published.at,
      published.by,
      JSON.stringify(wanted.texts),
      terms.termMonths,
      terms.maxRenewals,
      terms.totalMonths,
      terms.priceCents,
      terms.normalPriceCents,
      terms.offerDays,
      terms.noticeDays,
      pause.most,
      pause.days,
      pause.edgeDays,
      pause.extendsTerm,
      terms.access,
      terms.eveningCloses,
      terms.halfDays,
      limits.deskHorizonDays,
      limits.roomHorizonDays,
      limits.roomFutureBookings,
      limits.roomLongestMinutes,
      limits.guests,
      terms.needs,
    ],
  );
  await tx.query(
    `insert into plan_allowance (plan_version_id, kind, amount, shared)
     select $1, kind, amount, shared from jsonb_to_recordset($2) as a (kind text, amount numeric, shared boolean)`,
    [id, JSON.stringify(allowances)],
  );
  return id;
}
