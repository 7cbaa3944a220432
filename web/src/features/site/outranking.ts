import type { Kind, Locale, Plan } from '../../shared/api/views';

/** What some plans say of a kind of place in place of the site's own rule. */
export interface Outranking {
  plans: string[];
  horizonDays: number | null;
  futureBookings: number | null;
  longestMinutes: number | null;
}

/** The plans whose members follow numbers of the plan and not the site's rule for a kind of place, by those numbers. */
export function outranking(kind: Kind, plans: readonly Plan[], language: Locale): Outranking[] {
  if (kind === 'booth') return [];
  const found: Outranking[] = [];
  for (const { texts, limits } of plans) {
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
    const name = texts[language].name;
    if (alike) alike.plans.push(name);
    else found.push({ plans: [name], ...said });
  }
  return found;
}
