import { Locale } from '../people/people.rules';
import { LetterLinks } from './letter-links';
import { Channel } from './message.entity';
import { Draft } from './templates/letter';

/** Who reads the message, as far as its words depend on it. */
export interface Reader {
  id: string;
  name: string;
  locale: Locale;
  timeZone: string | null;
}

/**
 * One sort of thing that the house tells people by itself. All there is to know about it stands here; planner, sender
 * and sweeper know no kind by name. A new kind is one more entry, its words in each language, and nothing else.
 */
export interface Kind<Facts = Record<string, unknown>> {
  /** The word in the ledger, the metrics and the words of each language. */
  name: string;
  /** Who is told, in words. */
  audience: string;
  /** Set when it is a guest of a meeting who is told, and not a person with an account. */
  addressee?: 'guest';
  channels: readonly Channel[];
  /** Whether a person may do without it. Never for what belongs to the account itself. */
  canBeSwitchedOff: boolean;
  /** Whether its mails go out in a person's quiet hours, too: what would be of no use in the morning, or was just asked for. */
  isUrgent: boolean;
  /** For what is told ahead of something: the usual distance in minutes, and between which a person may choose. */
  minutesBefore?: { usual: number; least: number; most: number };
  /** For how long it is worth sending, in words; `facts` says it in SQL. */
  usefulUntil: string;
  /**
   * Selects what is to be told: subject_id, occasion, person_id (or guest_id), due_at, useful_until. $1 is now, $2 how far to look
   * back. A range of the time of change, never an equality, so that a missed look heals itself. Bounded by an index.
   */
  facts: string;
  /**
   * Reads the fact again at the moment of sending: one row with `pointless` (why it need not be told any more, or null)
   * beside what `draft` needs; no row when the fact is gone. $1 is the subject, $2 now and, where they are named, $3 the
   * occasion and $4 the person who is told. Instants are members whose names end in `At`. It locks the fact for the
   * blink of an eye (`for share`), so that a cancellation comes either before this reading or after the message was marked.
   */
  reread: string;
  /** Puts the facts into words. */
  draft: (facts: Facts, reader: Reader, links: LetterLinks) => Draft;
}

/**
 * In the SQL of {@link Kind.facts}: whether something is due by now or within the next seconds. What is told at a time of
 * its own stands in the ledger and in the queue a little before that, and leaves on time, not with the next look after it.
 */
export const isNearlyDue = (due: string): string => `${due} <= $1::timestamptz + interval '3 seconds'`;

/** What {@link Kind.reread} is asked with: as many values as it names. */
export function rereadWith(
  { reread }: Pick<Kind, 'reread'>,
  { subjectId, occasion, personId }: { subjectId: string; occasion: string; personId: string | null },
  now: Date,
): unknown[] {
  const named = [...reread.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit));
  return [subjectId, now, occasion, personId].slice(0, Math.max(...named));
}

/**
 * The words of a kind for facts that may have been kept as JSON meanwhile: texts become instants again wherever the
 * name of the member says that they are.
 */
export function draftOf(kind: Kind, facts: Record<string, unknown>, reader: Reader, links: LetterLinks): Draft {
  return kind.draft(revived(facts) as Record<string, unknown>, reader, links);
}

function revived(value: unknown, name = ''): unknown {
  if (typeof value === 'string' && name.endsWith('At')) return new Date(value);
  if (Array.isArray(value)) return value.map((each) => revived(each));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revived(member, key)]));
}
