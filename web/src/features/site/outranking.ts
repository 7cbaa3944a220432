import type { Kind, Plan } from '../../shared/api/views';

/** What some plans say of a kind of place in place of the site's own rule. */
export interface Outranking {
  plans: string[];
  horizonDays: number | null;
  futureBookings: number | null;
  longestMinutes: number | null;
}

/**
 * The plans whose members follow numbers of the plan and not the site's rule for a kind of place, by those numbers.
 * @param nameOf what a version of a plan is called: an older one, which binds its members still, is told apart
 */
export function outranking(kind: Kind, plans: readonly Plan[], nameOf: (plan: Plan) => string): Outranking[] {
  if (kind === 'booth') return [];
  const found: Outranking[] = [];
  for (const plan of plans) {
    const { limits } = plan;
    const said =
      kind === 'desk'
        ? { horizonDays: limits.deskHorizonDays, futureBookings: null, longestMinutes: null }
        : {
            horizonDays: limits.roomHorizonDays,
            futureBookings: limits.roomFutureBookings,
            longestMinutes: limits.roomLongestMinutes,
          };
    if ((said.horizonDays ?? said.futureBookings ?? said.longestMinutes) === null) continue;
    const alike = found.find(
      (one) =>
        one.horizonDays === said.horizonDays &&
        one.futureBookings === said.futureBookings &&
        one.longestMinutes === said.longestMinutes,
    );
    const name = nameOf(plan);
    if (alike) alike.plans.push(name);
    else found.push({ plans: [name], ...said });
  }
  return found;
}
