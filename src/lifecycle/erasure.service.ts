import { Injectable } from '@nestjs/common';
import { BookingLifeService } from '../bookings/booking-life.service';
import { Actor, theHouse } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Conflict } from '../kernel/errors';
import { instant, plusMinutes } from '../kernel/period';
import { insist, judge } from '../kernel/refusal';
import { byHouse } from '../kernel/why';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { ErasureQueries } from './erasure.queries';
import { erasureDelay, erasureRules, whatErasureMeans } from './erasure.rules';
import { ErasureView } from './erasure.view';

/** The story of erasing a person: answered by an administrator, carried out by the house a day later. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly bookings: BookingLifeService,
    private readonly queries: ErasureQueries,
    private readonly audit: Audit,
  ) {}

  /** Grants a wish. @throws Refused `memberships_ended`, `coaching_ended`, `last_administrator`; Conflict `erasure_answered` */
  grant(actor: Actor, id: string): Promise<ErasureView> {
    return this.answer(actor, id, 'granted', whatErasureMeans);
  }

  /** Refuses a wish with a reason that the person reads. @throws Conflict `erasure_answered` */
  refuse(actor: Actor, id: string, reason: string): Promise<ErasureView> {
    return this.answer(actor, id, 'refused', reason);
  }

  /**
   * Carries out what was granted a day ago. Called by the house; false when something stands in the way by now, such
   * as a new membership: then it is asked again at the next run.
   */
  async carryOut(id: string, now: Date): Promise<boolean> {
    const done = await this.database.transaction(async (tx) => {
      const { personId } = await this.queries.load(tx, id);
      await this.occupancy.lock(tx, { people: [personId] });
      const due = plusMinutes(now, -erasureDelay * 60);
      const [, count]: [unknown, number] = await tx.query(
        `update erasure_request set erased_at = $2
         where id = $1 and outcome = 'granted' and erased_at is null and answered_at <= $3`,
        [id, now, due],
      );
      if (count === 0 || judge(erasureRules, await this.queries.caseOf(tx, personId)).length > 0) {
        throw new Conflict('erasure_waits', 'It cannot be carried out yet.');
      }
      const ahead: { id: string }[] = await tx.query(
        `select id from booking where person_id = $1 and status in ('requested', 'confirmed') and ends_at > $2`,
        [personId, now],
      );
      const ids = ahead.map((booking) => booking.id);
      await this.bookings.cancelForHouse(tx, ids, byHouse('account_erased'), theHouse);
      await tx.query('select erase_person($1, $2)', [personId, now]);
      await this.audit.write(tx, { at: now, actor: theHouse, action: 'person.erase', subjectId: personId });
      return true;
    });
    this.doorbell.ring();
    return done;
  }

  private async answer(actor: Actor, id: string, outcome: 'granted' | 'refused', answer: string): Promise<ErasureView> {
    const view = await this.database.transaction(async (tx) => {
      const { personId } = await this.queries.load(tx, id);
      await this.occupancy.lock(tx, { people: [personId] });
      const now = this.clock.now();
      if (outcome === 'granted') insist(erasureRules, await this.queries.caseOf(tx, personId));
      const [, count]: [unknown, number] = await tx.query(
        `update erasure_request set outcome = $2, answer = $3, answered_at = $4, answered_by = $5
         where id = $1 and answered_at is null`,
        [id, outcome, answer, now, actor.personId],
      );
      if (count === 0) throw new Conflict('erasure_answered', 'This wish was answered already.');
      const action = `person.erasure_${outcome}`;
      await this.audit.write(tx, { at: now, actor, action, subjectId: personId, facts: { at: instant(now) } });
      return this.queries.one(tx, id);
    });
    this.doorbell.ring();
    return view;
  }
}
