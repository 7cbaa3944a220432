import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { theHouse } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { instant, Period, plusMinutes } from '../../kernel/period';
import { judge } from '../../kernel/refusal';
import { Freed } from '../../occupancy/occupancy.service';
import { Audit } from '../../platform/audit/audit';
import { BookingFacts, bookingCase } from '../booking.facts';
import { bookingRules } from '../booking.rules';
import { lastOfferMinutes, offerDeadline } from './waiting-list.rules';

/** Somebody who waits for what has become free, in the order of fairness. */
interface Candidate {
  id: string;
  start: Date;
  end: Date;
  bufferMinutes: number;
}

/**
 * Passing places on to those who wait for them. Called in the transaction that frees a place, after its other changes
 * and under the lock of the place, so that nobody comes in between. No other person is locked: an offer is a promise
 * of the place, and accepting it is judged again.
 */
@Injectable()
export class OffersService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Offers what has become free to the first by fairness who could have it now, and what is left to the next. */
  async offer(tx: EntityManager, freed: readonly Freed[]): Promise<void> {
    const now = this.clock.now();
    const earliest = plusMinutes(now, lastOfferMinutes);
    for (const place of freed.filter(({ end }) => end > earliest)) await this.passOn(tx, place, now, earliest);
  }

  /**
   * Takes back what is kept of a locked place for people who are deciding, because the house takes the place away: who
   * was offered it waits on, and a hold is gone. Without a period, whatever is ahead.
   */
  async retract(tx: EntityManager, resourceId: string, period?: Period): Promise<void> {
    const [kept]: [{ causeId: string }[], number] = await tx.query(
      `delete from occupation
       where resource_id = $1 and cause = 'hold' and expires_at is not null
         and ($2::timestamptz is null or (starts_at < $3 and ends_at > $2))
       returning cause_id as "causeId"`,
      [resourceId, period?.start, period?.end],
    );
    await tx.query(
      `update waiting_list_entry
       set status = 'waiting', offered_resource_id = null, offered_at = null, offer_expires_at = null, updated_at = $2
       where id = any($1) and status = 'offered'`,
      [kept.map(({ causeId }) => causeId), this.clock.now()],
    );
  }

  private async passOn(tx: EntityManager, place: Freed, now: Date, earliest: Date): Promise<void> {
    const { resourceId, start, end } = place;
    const waiting: Candidate[] = await tx.query(
      `select id, starts_at as start, ends_at as "end", buffer_minutes as "bufferMinutes"
       from waiting_for($1, $2, $3, $4, $5)`,
      [resourceId, start, end, earliest, now],
    );
    const given: Period[] = [];
    for (const candidate of waiting) {
      const wanted = Period.of(candidate.start, plusMinutes(candidate.end, candidate.bufferMinutes));
      if (given.some((period) => period.overlaps(wanted))) continue;
      if (await this.offerTo(tx, candidate, resourceId, now)) given.push(wanted);
    }
  }

  /** False when the rules would not let the person book the place, or somebody was faster. */
  private async offerTo(tx: EntityManager, candidate: Candidate, resourceId: string, now: Date): Promise<boolean> {
    const { id, bufferMinutes } = candidate;
    const period = Period.of(candidate.start, candidate.end);
    const deadline = offerDeadline(now, period.start);
    const rows: { facts: BookingFacts | null; works: boolean; personId: string }[] = await tx.query(
      `select booking_facts(e.person_id, $2, e.starts_at, e.ends_at, $3, null) as facts, e.person_id as "personId",
              exists (
                select 1 from role_grant g
                where g.person_id = e.person_id and (g.ends_at is null or g.ends_at > $3)
                  and (g.role = 'administrator' or (g.role in ('coach', 'manager') and g.site_id = e.site_id))) as works
       from waiting_list_entry e where e.id = $1`,
      [id, resourceId, now],
    );
    const [row] = rows;
    if (!row?.facts || !deadline) return false;
    const { facts, works, personId } = row;
    if (judge(bookingRules, bookingCase(facts, { period, now, works })).length > 0) return false;

    const offered: { offered: boolean }[] = await tx.query('select offer_place($1, $2, $3, $4, $5) as offered', [
      id,
      resourceId,
      bufferMinutes,
      now,
      deadline,
    ]);
    if (!offered[0]?.offered) return false;
    await this.audit.write(tx, {
      at: now,
      actor: theHouse,
      siteId: facts.site.id,
      action: 'waiting_list.offer',
      subjectId: id,
      facts: { personId, resourceId, ...period.toJSON(), expiresAt: instant(deadline) },
    });
    return true;
  }
}
