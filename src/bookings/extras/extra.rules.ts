import { Refusal } from '../../kernel/errors';

export const extraStatuses = ['active', 'retired'] as const;
/** A retired extra keeps its history and is lent no more. */
export type ExtraStatus = (typeof extraStatuses)[number];

/** How many of an extra somebody wants beside a place. */
export interface WantedExtra {
  extraId: string;
  count: number;
}

/** An extra with how many of it are taken by others at the busiest instant of the period, read behind its lock. */
export interface ExtraFacts {
  extraId: string;
  name: string;
  status: ExtraStatus;
  stock: number;
  taken: number;
}

/** The law of the stock, and its name. */
export const extraStock = 'extra_stock';

/**
 * Why wanted extras cannot be had: `extra_available` for what the site does not lend, `extra_stock` when at some instant
 * of the period more would be taken than there are.
 */
export function extraRefusals(wanted: readonly WantedExtra[], known: readonly ExtraFacts[]): Refusal[] {
  const byId = new Map(known.map((facts) => [facts.extraId, facts]));
  return wanted.flatMap(({ extraId, count }): Refusal[] => {
    const facts = byId.get(extraId);
    if (facts?.status !== 'active') {
      return [{ code: 'extra_available', detail: 'This site does not lend that.', facts: { extraId } }];
    }
    const left = Math.max(0, facts.stock - facts.taken);
    if (count <= left) return [];
    const detail = `Of "${facts.name}" ${left} of ${facts.stock} are left at that time.`;
    return [
      { code: extraStock, detail, facts: { extraId, name: facts.name, wanted: count, left, stock: facts.stock } },
    ];
  });
}

/** A booking that has been promised some of an extra. */
export interface Promised {
  bookingId: string;
  startsAt: Date;
  endsAt: Date;
  count: number;
  createdAt: Date;
}

/**
 * Whose promise cannot be kept when only `stock` are left: whoever booked first keeps theirs, and whatever does not fit
 * beside those before it breaks.
 */
export function broken<T extends Promised>(promises: readonly T[], stock: number): T[] {
  const kept: T[] = [];
  const lost: T[] = [];
  const first = (a: T, b: T) => a.createdAt.getTime() - b.createdAt.getTime() || (a.bookingId < b.bookingId ? -1 : 1);
  for (const promise of [...promises].sort(first)) {
    const fits = peak(kept, promise) + promise.count <= stock;
    (fits ? kept : lost).push(promise);
  }
  return lost;
}

/** How many the others take at the busiest instant of a promise. */
function peak(others: readonly Promised[], { startsAt, endsAt }: Promised): number {
  const during = others.filter((other) => other.startsAt < endsAt && other.endsAt > startsAt);
  const instants = [startsAt, ...during.map((other) => other.startsAt).filter((at) => at > startsAt)];
  const takenAt = (at: Date) =>
    during.filter((other) => other.startsAt <= at && other.endsAt > at).reduce((sum, { count }) => sum + count, 0);
  return Math.max(...instants.map(takenAt));
}
