import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Refusal, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Period } from '../kernel/period';
import { judge } from '../kernel/refusal';
import { BookingRow } from './booking.view';
import { extraRefusals, WantedExtra } from './extras/extra.rules';
import { Ask, extraFacts, insistOnOnce, setExtras } from './extras/extra.store';
import { BookedExtraView } from './extras/extra.view';
import { guestRules, NamedGuest } from './guests/guest.rules';
import { guestFacts, insistOnDifferent, Meeting, tellGuestsAnew } from './guests/guest.store';
import { GuestView } from './guests/guest.view';

/** What a booking has besides its place: things it takes along, and people whom its holder invites. */
export interface Additions {
  extras?: readonly WantedExtra[];
  guests?: readonly NamedGuest[];
}

/** The additions as they will be shown, and everything that speaks against them. */
export interface JudgedAdditions {
  extras: BookedExtraView[];
  guests: GuestView[];
  refusals: Refusal[];
}

/**
 * Judges the additions of a new booking. Asks nothing of the database when there are none.
 * @param meeting whose, where and when; `told` when its guests hear of it in a letter that is counted already
 * @param lock whether the extras are locked; false for a look that promises nothing
 * @throws Malformed when an extra or an address is named twice
 */
export async function judgeAdditions(
  ask: Ask,
  { extras = [], guests = [] }: Additions,
  meeting: Meeting & { period: Period; told?: boolean },
  lock: boolean,
): Promise<JudgedAdditions> {
  insistOnOnce(extras);
  insistOnDifferent(guests);
  const { siteId, period } = meeting;
  const known = extras.length === 0 ? [] : await extraFacts(ask, extras, { siteId, period, lock });
  const names = new Map(known.map(({ extraId, name }) => [extraId, name]));
  const told = { guests: guests.length, letters: meeting.told ? 0 : guests.length };
  return {
    extras: extras.map((extra) => ({ ...extra, name: names.get(extra.extraId) ?? '' })),
    guests: guests.map((guest) => ({ id: newId(), ...guest })),
    refusals: [
      ...extraRefusals(extras, known),
      ...(guests.length === 0 ? [] : judge(guestRules, { ...(await guestFacts(ask, meeting)), ...told })),
    ],
  };
}

/** A booking as it is to be. */
interface Changed {
  resourceId: string;
  period: Period;
  moves: boolean;
  /** All that it is to take along from now on; undefined leaves it. */
  extras?: readonly WantedExtra[];
}

/**
 * Brings the additions of a booking along to its new place and time, in the transaction of the change. What it takes
 * must be there then as well; its guests must fit into the place, and are told.
 * @throws Refused `extra_stock`, `extra_available`, `guest_seats`, `guests_per_day`
 */
export async function changeAdditions(
  tx: EntityManager,
  actor: Actor,
  booking: BookingRow,
  changed: Changed,
  now: Date,
): Promise<void> {
  const refusals = [
    ...(await extrasAlong(tx, booking, changed)),
    ...(changed.moves ? await guestsAlong(tx, actor, booking, changed, now) : []),
  ];
  if (refusals.length > 0) throw new Refused(refusals);
  if (changed.extras) await setExtras(tx, booking.id, changed.extras);
  if (changed.moves && booking.guests.length > 0) await tellGuestsAnew(tx, booking.id, now);
}

async function extrasAlong(
  tx: EntityManager,
  booking: BookingRow,
  { extras, moves, period }: Changed,
): Promise<Refusal[]> {
  const wanted = extras ?? (moves ? booking.extras : []);
  insistOnOnce(wanted);
  if (wanted.length === 0) return [];
  const time = { siteId: booking.siteId, period, except: booking.id, lock: true };
  return extraRefusals(wanted, await extraFacts(asking(tx), wanted, time));
}

/** What was agreed once is not counted against the plan again, and what those who run the site move sends no letters of the holder's. */
async function guestsAlong(
  tx: EntityManager,
  actor: Actor,
  { personId, siteId, membershipId, guests }: BookingRow,
  { resourceId }: Changed,
  now: Date,
): Promise<Refusal[]> {
  if (guests.length === 0) return [];
  const facts = await guestFacts(asking(tx), { personId, siteId, resourceId, works: membershipId === null, now });
  const letters = actor.manages(siteId) ? 0 : guests.length;
  return judge(guestRules, { ...facts, guests: guests.length, letters, limit: null });
}

/** Asks within a transaction. */
export function asking(tx: EntityManager): Ask {
  return (sql, parameters) => tx.query(sql, parameters);
}
