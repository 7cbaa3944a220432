import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Database } from '../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../platform/http/if-match';
import { Doorbell } from '../platform/queue/doorbell';
import { ResourceRow } from '../sites/resource.view';
import { ResourceChange, resourceLaws, ResourcesService } from '../sites/resources.service';
import { SiteCalendarService } from '../sites/site-calendar.service';
import { insistOnManaging } from '../sites/site.rules';
import { Decision, RuleChange } from './rule-change.rules';
import { RuleChangeService } from './rule-change.service';
import { ChangedResourceView, RuleChangePreviewView } from './rule-change.view';

/** The story of a place that becomes another: smaller, or without what it had. */
@Injectable()
export class PlaceChangeService {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
    private readonly calendar: SiteCalendarService,
    private readonly resources: ResourcesService,
    private readonly rules: RuleChangeService,
  ) {}

  /** Which bookings need more than the place will be. Changes nothing, and asks for no version. @throws Missing */
  async preview(actor: Actor, id: string, wanted: ResourceChange): Promise<RuleChangePreviewView> {
    return this.database.transaction(async (tx) => {
      const before = await this.resources.read(tx, id);
      insistOnManaging(actor, before.siteId);
      return this.rules.preview(tx, before.siteId, changeOf(before, wanted));
    });
  }

  /**
   * Changes what a resource is like. Bookings that need more are let stand, unless the manager decides otherwise.
   * @throws Unconditional without an expected version, Stale with an older one; Conflict `resource_name`, `affected_changed`
   */
  async change(
    actor: Actor,
    id: string,
    wanted: ResourceChange,
    expected: ExpectedVersion,
    decision: Decision = {},
  ): Promise<ChangedResourceView> {
    const changed = await this.database.transaction(
      (tx) => this.changeIn(tx, actor, id, { wanted, expected, decision }),
      resourceLaws,
    );
    this.doorbell.ring();
    return changed;
  }

  private async changeIn(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { wanted, expected, decision }: { wanted: ResourceChange; expected: ExpectedVersion; decision: Decision },
  ): Promise<ChangedResourceView> {
    const known = await this.resources.read(tx, id);
    const { siteId } = known;
    insistOnManaging(actor, siteId);
    insistOnVersion('resource', expected, known.version);
    if (!isAbout(wanted)) {
      return Object.assign(new ChangedResourceView(), await this.resources.changeIn(tx, actor, id, wanted, expected), {
        outcomes: [],
      });
    }
    const people = await this.rules.lockPeople(tx, siteId, changeOf(known, wanted), decision);
    await this.calendar.lock(tx, actor, siteId);
    const before = await this.resources.read(tx, id);
    const impact = await this.rules.look(tx, siteId, changeOf(before, wanted), decision, people);
    const view = await this.resources.changeIn(tx, actor, id, wanted, expected);
    const outcomes = await this.rules.carryOut(tx, actor, impact);
    return Object.assign(new ChangedResourceView(), view, { outcomes });
  }
}

/** Whether a change is about what bookings may need; a new name touches nobody. */
function isAbout({ capacity, features }: ResourceChange): boolean {
  return capacity !== undefined || features !== undefined;
}

function changeOf(before: ResourceRow, { capacity, features }: ResourceChange): RuleChange {
  return {
    laws: [],
    on: (facts) => facts,
    place: {
      resourceId: before.id,
      capacity: capacity ?? before.capacity,
      features: features ?? before.features,
      before: { capacity: before.capacity, features: before.features },
    },
  };
}
