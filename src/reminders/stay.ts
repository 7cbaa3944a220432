import { instantOf } from '../kernel/site-time';
import { planText } from '../memberships/plans/plan.rules';
import { Reader } from './kind';
import { Draft } from './templates/letter';
import { dayIn, momentIn, momentOnBothClocks, shortDayIn } from './templates/moments';
import { Words } from './templates/words';

/** An application, an offer or a membership as its person reads of it. Dates are those of the site. */
export interface Stay extends Record<string, unknown> {
  site: string;
  timeZone: string;
  /** The plan's texts by language; null when no plan is chosen yet. */
  texts: Partial<Record<string, { name?: string }>> | null;
  startsOn?: string | null;
  endsOn?: string | null;
  /** By when the person has to do something. */
  deadlineAt?: Date | null;
  reviewOn?: string | null;
  reason?: string | null;
}

/** A date in the reader's language; dates have no zone. */
export function dateIn(date: string, { locale }: Reader): string {
  return dayIn(instantOf(date, '12:00', 'UTC'), 'UTC', locale);
}

/** A date as the subject of a letter has it; dates have no zone. */
export function shortDateIn(date: string, { locale }: Reader): string {
  return shortDayIn(instantOf(date, '12:00', 'UTC'), 'UTC', locale);
}

/** An instant on the clock of the site, in the reader's language. */
export function deadlineIn(at: Date, timeZone: string, { locale }: Reader): string {
  return momentIn(at, timeZone, locale);
}

/** The lines of a letter about a stay: the plan's name in the plan's own words, and whatever else is known. */
export function stayDetails(stay: Stay, reader: Reader, { labels }: Words): Draft['details'] {
  const date = (value: string | null | undefined): string | null => (value ? dateIn(value, reader) : null);
  const lines: [string, string | null | undefined][] = [
    [labels.site, stay.site],
    [labels.plan, stay.texts && planText(stay.texts, reader.locale)?.name],
    [labels.from, date(stay.startsOn)],
    [labels.until, date(stay.endsOn)],
    [labels.deadline, stay.deadlineAt && momentOnBothClocks(stay.deadlineAt, stay.timeZone, reader)],
    [labels.review, date(stay.reviewOn)],
    [labels.reason, stay.reason],
  ];
  return lines.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}
