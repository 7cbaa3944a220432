import { newId } from '../kernel/id';
import { Period } from '../kernel/period';
import { datesBetween, instantOf, LocalDate, localDate, plusDays, weekday } from '../kernel/site-time';
import { ClosedDays, openPeriods, WeeklyHours } from '../sites/opening.rules';

/** What the generator has to know of a site. */
export interface FilledSite {
  id: string;
  slug: string;
  timeZone: string;
  hours: WeeklyHours[];
  closures: ClosedDays[];
  resources: { id: string; kind: string; needsApproval: boolean }[];
  members: string[];
}

/** A booking of the demonstration, ready for the tables. */
export interface DemoBooking {
  id: string;
  siteId: string;
  resourceId: string;
  personId: string;
  startsAt: Date;
  endsAt: Date;
  title: string | null;
  status: 'completed' | 'checked_in' | 'confirmed' | 'requested';
  createdAt: Date;
}

const roomTitles = [
  'Customer interview',
  'Pitch practice',
  'Team meeting',
  'Investor call',
  'Workshop',
  'Board meeting',
];
const deskTimes: [string, string][] = [
  ['08:30', '16:00'],
  ['09:00', '12:00'],
  ['09:00', '17:00'],
  ['10:00', '15:30'],
  ['12:00', '18:00'],
  ['13:00', '17:00'],
];
const roomTimes: [string, string][] = [
  ['09:00', '10:00'],
  ['10:30', '12:00'],
  ['13:00', '14:00'],
  ['14:00', '15:30'],
  ['16:00', '17:00'],
];

/**
 * Two weeks of plausible bookings around today: each member comes on about half of the days with a desk of their own
 * for the day, and now and then takes a room or a booth. Nobody has more than one room booking ahead, and of several
 * places of a kind one stays free, so there is room for trying. The same day always gives the same bookings.
 */
export function demoBookings(site: FilledSite, now: Date): DemoBooking[] {
  const today = localDate(now, site.timeZone);
  const dice = new Dice(`${site.slug}-${site.members.length}-${today}`);
  const roomsAhead = new Set<string>();
  return datesBetween(plusDays(today, -7), plusDays(today, 7)).flatMap((date) => {
    const [open] = openPeriods(date, site.timeZone, site.hours, site.closures);
    return open ? dayOf(site, date, open, now, dice, roomsAhead) : [];
  });
}

function dayOf(
  site: FilledSite,
  date: LocalDate,
  open: Period,
  now: Date,
  dice: Dice,
  roomsAhead: Set<string>,
): DemoBooking[] {
  const made: DemoBooking[] = [];
  const add = (kind: string, personId: string, times: [string, string], title: string | null): void => {
    const wanted = Period.of(instantOf(date, times[0], site.timeZone), instantOf(date, times[1], site.timeZone));
    const period = wanted.intersection(open);
    if (!period || period.minutes < 30) return;
    const overlapping = made.filter((other) => other.startsAt < period.end && period.start < other.endsAt);
    const all = site.resources.filter((resource) => resource.kind === kind);
    const free = all.filter(({ id }) => !overlapping.some((other) => other.resourceId === id));
    if (free.length === 1 && all.length > 1) return;
    const resource = dice.pick(free);
    if (resource) made.push(booking(site, resource, personId, period, title, now));
  };
  const busyness = weekday(date) >= 6 ? 0.25 : 0.55;
  for (const person of site.members) {
    if (!dice.roll(busyness)) continue;
    add('desk', person, dice.pick(deskTimes) ?? ['09:00', '12:00'], null);
    const isAhead = open.end > now;
    if (dice.roll(0.3) && !(isAhead && roomsAhead.has(person))) {
      add('room', person, dice.pick(roomTimes) ?? ['09:00', '10:00'], dice.pick(roomTitles) ?? null);
      if (isAhead) roomsAhead.add(person);
    }
    if (dice.roll(0.1)) add('booth', person, ['11:00', '11:30'], null);
  }
  return made;
}

function booking(
  site: FilledSite,
  resource: FilledSite['resources'][number],
  personId: string,
  period: Period,
  title: string | null,
  now: Date,
): DemoBooking {
  const ahead = resource.needsApproval && period.start > now ? 'requested' : 'confirmed';
  return {
    id: newId(),
    siteId: site.id,
    resourceId: resource.id,
    personId,
    startsAt: period.start,
    endsAt: period.end,
    title,
    // Whose time has begun is here already: nobody of the demonstration has missed anything yet.
    status: period.end <= now ? 'completed' : period.start <= now ? 'checked_in' : ahead,
    // Made three days before its day, and always before now: nothing here is news to anybody.
    createdAt: new Date(Math.min(period.start.getTime(), now.getTime()) - 3 * 24 * 60 * 60_000),
  };
}

/** Chance that is the same for the same seed (a 32-bit linear congruential generator; nothing here needs a better one). */
class Dice {
  private state: number;

  constructor(seed: string) {
    this.state = Array.from(seed).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  }

  /** True with the given probability. */
  roll(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  private next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }
}
