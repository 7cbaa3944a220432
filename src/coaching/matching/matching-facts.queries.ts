import { Injectable } from '@nestjs/common';
import { setImmediate as pause } from 'node:timers/promises';
import { EntityManager } from 'typeorm';
import { Missing } from '../../kernel/errors';
import { merged, Period, plusMinutes } from '../../kernel/period';
import { localDate } from '../../kernel/site-time';
import { SiteCalendar } from '../../occupancy/occupancy.queries';
import { overlaps } from '../../occupancy/overlap';
import { openDuring } from '../../sites/opening.rules';
import { openStatuses } from '../assignments/assignment.rules';
import { coachedStatuses } from '../assignments/pairing.rules';
import { findBetween, findCandidates, findFounders } from '../assignments/pairing.store';
import { AvailabilityQueries } from '../coaches/availability.queries';
import { FreeSpan } from '../coaches/availability.rules';
import { MatchingFacts, Minutes } from './matching.rules';
import { mostMemberships } from './matching-run.rules';

/** How far ahead it is looked whether two people find time for each other: four weeks. */
const lookAheadMinutes = 28 * 24 * 60;

/** Hours of so many coaches are computed at a stretch; then others get their turn. */
const atOnce = 5;

/** Reads what matching is decided on. */
@Injectable()
export class MatchingFactsQueries {
  constructor(private readonly availability: AvailabilityQueries) {}

  /**
   * The facts of some memberships of a site, and of all coaches or those named.
   * @throws Missing for a site that there is not
   */
  async read(
    tx: EntityManager,
    siteId: string,
    membershipIds: readonly string[],
    now: Date,
    onlyCoaches?: readonly string[],
  ): Promise<MatchingFacts> {
    const window = Period.of(now, plusMinutes(now, lookAheadMinutes));
    const { timeZone, open } = await openTimes(tx, siteId, window);
    const founders = await findFounders(tx, membershipIds);
    const candidates = await findCandidates(tx, now, onlyCoaches);
    const coachIds = candidates.map(({ id }) => id);
    const people = [...founders.map(({ personId }) => personId), ...coachIds];
    const between = await findBetween(tx, coachIds, membershipIds, now);
    const busy = await busyTimes(tx, people, window, now);
    const wishes = await wishesOf(tx, people);
    const free = await this.freeTimes(tx, coachIds, siteId, window, now);
    return {
      today: localDate(now, timeZone),
      open: open.map(inMinutes),
      applicants: founders.map((founder) => ({
        ...founder,
        busy: busy.get(founder.personId) ?? [],
        wishes: wishes.get(founder.personId) ?? [],
      })),
      mentors: candidates.map((candidate) => ({
        ...candidate,
        free: free.get(candidate.id) ?? [],
        wishes: wishes.get(candidate.id) ?? [],
      })),
      conflicts: [...between.conflicts].sort(),
      parted: [...between.parted].sort(),
      together: [...between.together].sort(),
    };
  }

  /** Memberships of a site that have no lead coach and nobody asked, as many as one run takes. */
  async withoutLead(tx: EntityManager, siteId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select m.id from membership m
       where m.site_id = $1 and m.status = any ($2) and not exists (
         select 1 from coaching_assignment a
         where a.membership_id = m.id and a.kind = 'lead' and a.status = any ($3))
       order by m.created_at, m.id limit ${mostMemberships}`,
      [siteId, coachedStatuses, openStatuses],
    );
    return rows.map(({ id }) => id);
  }

  /** When coaches can be met at a site: what is free there, anywhere, or over a link. */
  private async freeTimes(
    tx: EntityManager,
    coachIds: readonly string[],
    siteId: string,
    window: Period,
    now: Date,
  ): Promise<Map<string, Minutes[]>> {
    const times = new Map<string, Minutes[]>();
    for (let from = 0; from < coachIds.length; from += atOnce) {
      const some = coachIds.slice(from, from + atOnce);
      const spans: Map<string, FreeSpan[]> = await this.availability.freeSpans(tx, some, window, now);
      for (const [id, each] of spans) {
        const here = each.filter((span) => span.siteId === null || span.siteId === siteId);
        times.set(id, merged(here.map(({ start, end }) => Period.of(start, end))).map(inMinutes));
      }
      await pause();
    }
    return times;
  }
}

async function openTimes(
  tx: EntityManager,
  siteId: string,
  window: Period,
): Promise<{ timeZone: string; open: Period[] }> {
  const rows: { calendar: SiteCalendar | null }[] = await tx.query('select site_calendar($1, $2, $3) as calendar', [
    siteId,
    window.start,
    window.end,
  ]);
  const calendar = rows[0]?.calendar;
  if (!calendar) throw new Missing('site');
  const { timeZone } = calendar.site;
  const open = openDuring(window, timeZone, calendar.hours, calendar.closures);
  return { timeZone, open: open.flatMap((span) => span.intersection(window) ?? []) };
}

/** What the ledger says of people; the look-back is as long as the longest row. */
async function busyTimes(
  tx: EntityManager,
  people: readonly string[],
  window: Period,
  now: Date,
): Promise<Map<string, Minutes[]>> {
  const rows: { personId: string; start: Date; end: Date }[] = await tx.query(
    `select o.person_id as "personId", o.starts_at as start, o.ends_at as "end" from occupation o
     where o.person_id = any ($1) and ${overlaps('o', '$2', '$3')}
       and (o.expires_at is null or o.expires_at > $4)
     order by o.person_id, o.starts_at`,
    [people, window.start, window.end, now],
  );
  const times = new Map<string, Minutes[]>();
  for (const { personId, start, end } of rows) {
    times.set(personId, [...(times.get(personId) ?? []), inMinutes(Period.of(start, end))]);
  }
  return times;
}

async function wishesOf(tx: EntityManager, people: readonly string[]): Promise<Map<string, string[]>> {
  const rows: { personId: string; wishes: string[] }[] = await tx.query(
    `select person_id as "personId", array_agg(wished_id::text order by rank) as wishes
     from coaching_wish where person_id = any ($1) group by person_id`,
    [people],
  );
  return new Map(rows.map(({ personId, wishes }) => [personId, wishes]));
}

/** Whole minutes inside a period. */
function inMinutes({ start, end }: { start: Date; end: Date }): Minutes {
  return [Math.ceil(start.getTime() / 60_000), Math.floor(end.getTime() / 60_000)];
}
