/** A closed session, as far as hours are counted. */
export interface HeldSession {
  coachId: string;
  coachName: string;
  topic: string | null;
  type: string;
  mode: string;
  minutes: number;
  /** Ventures that took part, each once; who has none counts as one alone. */
  ventures: string[];
  /** Founders who were there. */
  people: string[];
}

/** Minutes of coaching of one group, counted in three ways, and who is behind them. */
export interface CoachingMinutes {
  sessions: number;
  /** Once for each venture of a session. */
  venture: number;
  /** Once for each session. */
  coach: number;
  /** Once for each founder who was there. */
  participant: number;
  people: Set<string>;
}

export const groupings = ['topic', 'type', 'mode', 'coach'] as const;
/** By what hours of coaching are told apart. */
export type Grouping = (typeof groupings)[number];

/**
 * Adds up sessions (`hours_counted_once`): the held minutes of a session count once for each venture, once for its coach,
 * and once for each founder who was there, whoever else took part.
 */
export function coachingMinutes(sessions: readonly HeldSession[]): CoachingMinutes {
  const sum: CoachingMinutes = { sessions: 0, venture: 0, coach: 0, participant: 0, people: new Set() };
  for (const { minutes, ventures, people } of sessions) {
    sum.sessions += 1;
    sum.venture += minutes * new Set(ventures).size;
    sum.coach += minutes;
    sum.participant += minutes * new Set(people).size;
    for (const person of people) sum.people.add(person);
  }
  return sum;
}

/** The same, told apart by one member; in the order of the most minutes. */
export function coachingMinutesBy(
  sessions: readonly HeldSession[],
  grouping: Grouping,
): { key: string | null; name: string | null; sum: CoachingMinutes }[] {
  const groups = new Map<string, HeldSession[]>();
  for (const session of sessions) {
    const key = keyOf(session, grouping) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), session]);
  }
  return [...groups]
    .map(([key, held]) => ({
      key: key === '' ? null : key,
      name: grouping === 'coach' ? (held[0]?.coachName ?? null) : null,
      sum: coachingMinutes(held),
    }))
    .sort((a, b) => b.sum.coach - a.sum.coach || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function keyOf(session: HeldSession, grouping: Grouping): string | null {
  return grouping === 'coach' ? session.coachId : session[grouping];
}
