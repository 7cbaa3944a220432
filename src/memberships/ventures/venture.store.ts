import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict, Forbidden, Missing } from '../../kernel/errors';
import { localDate, LocalDate } from '../../kernel/site-time';
import { isCurrent, mayDo, VentureDeed, VentureRole } from './venture.rules';
import { VentureRow, ventureRows } from './venture.view';

/** A venture under its lock, and the date that the clock of its site shows. */
export type LockedVenture = VentureRow & { today: LocalDate };

/** Reads a venture without a lock. @throws Missing */
export async function loadVenture(tx: EntityManager, id: string, now: Date): Promise<LockedVenture> {
  const rows: VentureRow[] = await tx.query(`${ventureRows} where v.id = $1`, [id]);
  const row = rows[0];
  if (!row) throw new Missing('venture');
  return { ...row, today: localDate(now, row.timeZone) };
}

/**
 * Locks a venture for a deed and reads it: whoever changes it, its team or its history takes turns.
 * @throws Missing for whoever may not know of it; Forbidden `role_required`; Conflict `venture_stopped`
 */
export async function openVenture(
  tx: EntityManager,
  actor: Actor,
  id: string,
  deed: VentureDeed,
  now: Date,
): Promise<LockedVenture> {
  await tx.query('select 1 from venture where id = $1 for no key update', [id]);
  const venture = await loadVenture(tx, id, now);
  insistOnMayDo(deed, rolesIn(venture, actor));
  insistOnActive(venture);
  return venture;
}

/** As what somebody stands to a venture. @throws Missing for whoever may not know of it. */
export function rolesIn(venture: LockedVenture, actor: Actor): VentureRole[] {
  const found: VentureRole[] = [];
  const own = venture.members.filter((one) => one.personId === actor.personId && isCurrent(one, venture.today));
  if (own.length > 0) found.push('member');
  if (own.some(({ lead }) => lead)) found.push('lead');
  if (actor.holds('coach', venture.siteId)) found.push('coach');
  if (actor.manages(venture.siteId)) found.push('manager');
  if (found.length === 0) throw new Missing('venture');
  return found;
}

/** @throws Forbidden `role_required` */
export function insistOnMayDo(deed: VentureDeed, held: readonly VentureRole[]): void {
  if (mayDo[deed].some((role) => held.includes(role))) return;
  throw new Forbidden('role_required', `This is for the venture's ${mayDo[deed].join(' or ')}.`);
}

/** @throws Conflict `venture_stopped` */
export function insistOnActive({ status }: VentureRow): void {
  if (status !== 'active') throw new Conflict('venture_stopped', 'This venture has stopped. Take it up again first.');
}

/** Marks a change of the venture itself or of its team: the version rises. */
export async function touch(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.query('update venture set version = version + 1, updated_at = $2 where id = $1', [id, now]);
}
