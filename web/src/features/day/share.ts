import type { Span } from '../../shared/time/site-time';

/** How far along a day an instant lies, for a style sheet: what lies outside of the day lies at its edge. */
export function shareAt(day: Span, at: number): string {
  const along = Math.min(Math.max(at, day.start), day.end) - day.start;
  return `${(along / (day.end - day.start)) * 100}%`;
}

/** Where a period lies within a day, for a style sheet. */
export function shareOf(day: Span, span: Span): { left: string; right: string } {
  return { left: shareAt(day, span.start), right: `calc(100% - ${shareAt(day, span.end)})` };
}
