/** A stretch of a weekday at which a site is open; 1 is Monday. */
export interface OpeningSpan {
  weekday: number;
  opens: string;
  closes: string;
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Where a week is written down so that it could be published: each span ends after it begins, and none touch. */
export function isSound(week: readonly OpeningSpan[]): boolean {
  return week.every(
    (span, index) =>
      isTime(span.opens) &&
      isTime(span.closes) &&
      span.opens < span.closes &&
      week.every(
        (other, at) =>
          at === index || other.weekday !== span.weekday || other.closes < span.opens || span.closes < other.opens,
      ),
  );
}

/** The spans in the order of the week. */
export function inOrder(week: readonly OpeningSpan[]): OpeningSpan[] {
  return week.toSorted((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens));
}

/** `24:00` is the end of a day, which a field for times cannot show. */
function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00';
}
