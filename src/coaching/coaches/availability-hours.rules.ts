import { Rule } from '../../kernel/refusal';
import { LocalDate, LocalTime } from '../../kernel/site-time';
import { AvailabilityOn, WeeklyAvailability } from './availability.rules';

/** When a coach wants to offer time. */
export interface WantedHours {
  timeZone: string;
  weekly: readonly { weekday: number; from: LocalTime; to: LocalTime; siteId?: string | null }[];
  exceptions?: readonly WantedException[];
}

/** Hours that are only thought of, with what else of a coach they are thought of with. */
export interface ThoughtHours extends WantedHours {
  minimumNoticeMinutes?: number;
  bufferMinutes?: number;
  longestDayMinutes?: number;
}

/** What a coach wants of one date. */
export interface WantedException {
  date: LocalDate;
  from?: LocalTime | null;
  to?: LocalTime | null;
  closed?: boolean;
  siteId?: string | null;
}

/** What is wanted of a date, in full; without hours it is closed. */
export function exceptionOf({
  date,
  from = null,
  to = null,
  closed = from === null && to === null,
  siteId = null,
}: WantedException): AvailabilityOn {
  return { date, from, to, closed, siteId };
}

/** What the hours of a coach are judged on. */
export interface HoursCase {
  weekly: readonly WeeklyAvailability[];
  exceptions: readonly AvailabilityOn[];
  /** Where the coach meets people. */
  siteIds: readonly string[];
}

interface Hours {
  from: string | null;
  to: string | null;
}

const hoursInOrder: Rule<HoursCase> = {
  name: 'hours_in_order',
  judge: ({ weekly, exceptions }) => {
    const wrong = [
      ...weekly.filter(({ from, to }) => from >= to),
      ...exceptions.filter(({ closed, from, to }) =>
        closed ? from !== null || to !== null : from === null || to === null || from >= to,
      ),
    ];
    return wrong.length === 0
      ? undefined
      : { detail: 'Hours end after they begin; a closed date has none.', facts: { hours: wrong } };
  },
};

const hoursOverlap: Rule<HoursCase> = {
  name: 'hours_overlap',
  judge: ({ weekly, exceptions }) => {
    const clashes = [
      ...overlapping(weekly, ({ weekday }) => weekday),
      ...overlapping(
        exceptions.filter(({ closed }) => !closed),
        ({ date }) => date,
      ),
    ];
    return clashes.length === 0
      ? undefined
      : {
          detail: 'Two spans of the same day share a time. Join them, or let one end as the other begins.',
          facts: { clashes },
        };
  },
};

const closedOrOpen: Rule<HoursCase> = {
  name: 'closed_or_open',
  judge: ({ exceptions }) => {
    const closed = exceptions.filter((each) => each.closed).map(({ date }) => date);
    const dates = closed.filter((date) => exceptions.filter((each) => each.date === date).length > 1);
    return dates.length === 0
      ? undefined
      : { detail: 'A date is either closed, once, or has other hours.', facts: { dates: [...new Set(dates)] } };
  },
};

const servedSite: Rule<HoursCase> = {
  name: 'coach_of_site',
  judge: ({ weekly, exceptions, siteIds }) => {
    const named = [...weekly, ...exceptions].flatMap(({ siteId }) => (siteId === null ? [] : [siteId]));
    const strange = [...new Set(named)].filter((id) => !siteIds.includes(id));
    return strange.length === 0
      ? undefined
      : { detail: 'Hours can be at sites of your profile only.', facts: { sites: strange, siteIds } };
  },
};

/** The rules of a coach's hours. */
export const hoursRules: readonly Rule<HoursCase>[] = [hoursInOrder, hoursOverlap, closedOrOpen, servedSite];

/** Spans of one day that share a time, each with the next one. */
function overlapping<Span extends Hours>(spans: readonly Span[], dayOf: (span: Span) => unknown): [Span, Span][] {
  return spans.flatMap((one, index) =>
    spans
      .slice(index + 1)
      // Times of equal length compare as texts.
      .filter(
        (other) =>
          dayOf(one) === dayOf(other) && String(one.from) < String(other.to) && String(other.from) < String(one.to),
      )
      .map((other): [Span, Span] => [one, other]),
  );
}
