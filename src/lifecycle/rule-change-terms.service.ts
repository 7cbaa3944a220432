import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { BookingTerms } from '../sites/resource.rules';
import { ruleColumns, ruleView } from '../sites/resource.view';
import { SiteCalendarService } from '../sites/site-calendar.service';
import { insistOnManaging } from '../sites/site.rules';
import { SitesQueries } from '../sites/sites.queries';
import { insistOnTerms, SitesService } from '../sites/sites.service';
import { Decision, RuleChange } from './rule-change.rules';
import { RuleChangeService } from './rule-change.service';
import { ChangedRulesView, RuleChangePreviewView } from './rule-change.view';

/** The story of what the resources of a kind ask from now on: horizon, notice, length, grid, how many ahead, cleaning. */
@Injectable()
export class TermsChangeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
    private readonly calendar: SiteCalendarService,
    private readonly sites: SitesService,
    private readonly rules: RuleChangeService,
    private readonly queries: SitesQueries,
  ) {}

  /** Which bookings ask for more than the new terms allow. Changes nothing. @throws Refused as the change would be */
  async preview(actor: Actor, siteId: string, wanted: readonly BookingTerms[]): Promise<RuleChangePreviewView> {
    return this.database.transaction(async (tx) => {
      await this.queries.within(tx, siteId);
      insistOnManaging(actor, siteId);
      insistOnTerms(wanted);
      return this.rules.preview(tx, siteId, newTerms(wanted, await present(tx, siteId)));
    });
  }

  /**
   * Sets what some kinds ask; the others stay. Bookings that ask for more are let stand, unless the manager decides
   * otherwise. Cleaning takes as long as the new terms say, after bookings that stand already, too.
   * @throws Refused `resource_rule_length`, `resource_rule_grid`; Conflict `affected_changed`
   */
  async set(
    actor: Actor,
    siteId: string,
    wanted: readonly BookingTerms[],
    decision: Decision = {},
  ): Promise<ChangedRulesView> {
    const changed = await this.database.transaction(async (tx) => {
      await this.queries.within(tx, siteId);
      insistOnManaging(actor, siteId);
      const thought = newTerms(wanted, await present(tx, siteId));
      const people = await this.rules.lockPeople(tx, siteId, thought, decision);
      const site = await this.calendar.lock(tx, actor, siteId);
      const change = newTerms(wanted, await present(tx, siteId));
      const impact = await this.rules.look(tx, siteId, change, decision, people);
      await this.sites.setRulesIn(tx, actor, site, wanted);
      const outcomes = await this.rules.carryOut(tx, actor, impact);
      for (const { kind, bufferMinutes } of wanted) await this.clean(tx, siteId, kind, bufferMinutes);
      return { items: (await present(tx, siteId)).map(ruleView), next: null, outcomes };
    });
    this.doorbell.ring();
    return changed;
  }

  /** Gives the bookings ahead the new time for cleaning, as far as nobody has the place by then. */
  private async clean(tx: EntityManager, siteId: string, kind: string, minutes: number): Promise<void> {
    await tx.query(
      `update occupation o set ends_at = o.ends_at + make_interval(mins => $3 - o.buffer_minutes), buffer_minutes = $3
       from resource r
       where r.id = o.resource_id and r.site_id = $1 and r.kind = $2 and o.cause = 'booking' and o.buffer_minutes <> $3
         and o.ends_at - make_interval(mins => o.buffer_minutes) > $4
         and not exists (
           select 1 from occupation next
           where next.resource_id = o.resource_id and next.id <> o.id
             and next.starts_at >= o.ends_at - make_interval(mins => o.buffer_minutes)
             and next.starts_at < o.ends_at + make_interval(mins => $3 - o.buffer_minutes))`,
      [siteId, kind, minutes, this.clock.now()],
    );
  }
}

function present(tx: EntityManager, siteId: string): Promise<BookingTerms[]> {
  return tx.query(`select ${ruleColumns} from resource_rule where site_id = $1 order by kind`, [siteId]);
}

/** New terms as a change of the facts of bookings; longer cleaning than now is asked of their neighbours. */
function newTerms(wanted: readonly BookingTerms[], now: readonly BookingTerms[]): RuleChange {
  const byKind = new Map(wanted.map((terms) => [terms.kind as string, terms]));
  const longer = wanted.filter((terms) => {
    const before = now.find(({ kind }) => kind === terms.kind);
    return before !== undefined && terms.bufferMinutes > before.bufferMinutes;
  });
  return {
    laws: ['time_grid', 'booking_length', 'minimum_notice', 'booking_horizon', 'future_bookings'],
    on: (facts) => ({ ...facts, rule: byKind.get(facts.rule.kind) ?? facts.rule }),
    cleaning: new Map(longer.map(({ kind, bufferMinutes }) => [kind, bufferMinutes])),
  };
}
