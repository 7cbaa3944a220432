import { EntityManager } from 'typeorm';
import { Malformed } from '../../kernel/errors';
import { Period } from '../../kernel/period';
import { ExtraFacts, WantedExtra } from './extra.rules';

/** Rows of one statement, inside a transaction or outside any. */
export type Ask = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/** For when and beside which booking extras are wanted. */
export interface ExtraTime {
  siteId: string;
  period: Period;
  /** The booking that is changed: what it takes already is not counted. */
  except?: string;
  /** Whether the extras are locked first, so that what is read stays true until the end of the transaction. */
  lock: boolean;
}

/** @throws Malformed when an extra is named twice */
export function insistOnOnce(wanted: readonly WantedExtra[]): void {
  if (new Set(wanted.map(({ extraId }) => extraId)).size < wanted.length) {
    throw Malformed.at('/extras', 'names an extra twice');
  }
}

/** The wanted extras as the site lends them, with what others take of them at that time. */
export async function extraFacts(
  ask: Ask,
  wanted: readonly WantedExtra[],
  { siteId, period, except, lock }: ExtraTime,
): Promise<ExtraFacts[]> {
  const [row] = await ask<{ facts: ExtraFacts[] }>(
    `select ${lock ? 'lock_extras' : 'extra_facts'}($1, $2, $3, $4, $5) as facts`,
    [wanted.map(({ extraId }) => extraId), siteId, period.start, period.end, except ?? null],
  );
  return row?.facts ?? [];
}

/** Sets what a booking takes, in place of what it took before. The extras are locked and have been judged. */
export async function setExtras(tx: EntityManager, bookingId: string, wanted: readonly WantedExtra[]): Promise<void> {
  await tx.query('delete from booking_extra where booking_id = $1', [bookingId]);
  await tx.query(
    `insert into booking_extra (booking_id, extra_id, count)
     select $1, "extraId", count from jsonb_to_recordset($2) as w ("extraId" uuid, count smallint)`,
    [bookingId, JSON.stringify(wanted)],
  );
}
