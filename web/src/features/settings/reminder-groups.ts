import { coaches, runsSites } from '../../shared/api/duties';
import type { components } from '../../shared/api/schema';
import type { Person } from '../../shared/api/views';

export type Preferences = components['schemas']['ReminderPreferencesView'];
type Wish = components['schemas']['ReminderPreferencesDto'];
export type KindPreference = Preferences['kinds'][number];
export type Channel = KindPreference['channels'][number];

/** In the order in which they stand beside each other. */
export const channels: readonly Channel[] = ['mail', 'app', 'push'];

export const groups = ['bookings', 'membership', 'coaching', 'site', 'account'] as const;
export type Group = (typeof groups)[number];

const beginnings: [RegExp, Group][] = [
  [/^(booking|series|waiting_list|replacement|extra|no_show)_/, 'bookings'],
  [/^(applications_waiting|answers_overdue|daily_sheet|coach_answered)$/, 'site'],
  [/^(application|offer|term|pause|membership|renewal|stage|allowance)_/, 'membership'],
  [/^(coach|coaching|session|calendar|feedback|notes?|action_items)_/, 'coaching'],
];

const forCoaches = new Set([
  'coach_asked',
  'coach_answer_due',
  'session_to_close',
  'note_opened',
  'calendar_clash',
  'calendar_failing',
]);

/** What a kind of message is about; what this version does not know is about the account. */
export function groupOf(kind: string): Group {
  return beginnings.find(([beginning]) => beginning.test(kind))?.[1] ?? 'account';
}

/** Whether a kind of message could ever reach somebody: there is no point in choosing about others. */
export function concerns(kind: string, person: Person): boolean {
  if (groupOf(kind) === 'site') return runsSites(person);
  return !forCoaches.has(kind) || coaches(person);
}

/** The choices with one kind changed. */
export function withKind(preferences: Preferences, changed: Pick<KindPreference, 'kind'> & Partial<KindPreference>) {
  return {
    ...preferences,
    kinds: preferences.kinds.map((one) => (one.kind === changed.kind ? { ...one, ...changed } : one)),
  };
}

/** Switches a channel on or off for some kinds, where they know it and may be chosen about. */
export function withChannel(preferences: Preferences, kinds: readonly string[], channel: Channel, on: boolean) {
  return {
    ...preferences,
    kinds: preferences.kinds.map((one) =>
      kinds.includes(one.kind) && one.canBeSwitchedOff && one.possibleChannels.includes(channel)
        ? { ...one, channels: channels.filter((each) => (each === channel ? on : one.channels.includes(each))) }
        : one,
    ),
  };
}

/** What the server is sent: every choice that can be made, as it stands. */
export function asWish({ kinds, quietHours }: Preferences): Wish {
  return {
    kinds: kinds
      .filter(({ canBeSwitchedOff }) => canBeSwitchedOff)
      .map(({ kind, channels: wanted, minutesBefore }) => ({
        // Guests choose nothing, so the server lists them among what is told and not among what is chosen.
        kind: kind as Wish['kinds'][number]['kind'],
        channels: wanted,
        ...(minutesBefore !== null && { minutesBefore }),
      })),
    quietHours,
  };
}

/** Distances to choose from, in minutes, within what a kind allows; the one in force is always among them. */
export function distances({ least, most }: { least: number; most: number }, now: number): number[] {
  const usual = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240].filter((one) => one >= least && one <= most);
  return [...new Set([...usual, now])].toSorted((a, b) => a - b);
}
