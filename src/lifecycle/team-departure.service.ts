import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { SessionCancellation } from '../coaching/sessions/session-cancellation.service';
import { SessionDepartures } from '../coaching/sessions/session-departures.service';
import { Actor } from '../kernel/actor';
import { LocalDate } from '../kernel/site-time';
import { TeamService, teamLaws } from '../memberships/ventures/team.service';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Database } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { AffectedService } from './affected.service';
import { fallenSessionView } from './fallen-session.view';
import { TeamAffectedView, TeamDepartureView } from './team-departure.view';

/**
 * The story of somebody's last day in a team: from the next day on they take no part in its coaching. The others meet all
 * the same; what only the leaver would attend, or pays for, is called off.
 */
@Injectable()
export class TeamDepartureService {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
    private readonly occupancy: OccupancyService,
    private readonly team: TeamService,
    private readonly sessions: SessionCancellation,
    private readonly departures: SessionDepartures,
    private readonly affected: AffectedService,
  ) {}

  /**
   * Sets somebody's last day in a team.
   * @throws Missing; Conflict `venture_member_ended`, `venture_member_once`; Refused `in_the_past`, `venture_lead`
   */
  async end(actor: Actor, ventureId: string, memberId: string, endsOn: LocalDate): Promise<TeamDepartureView> {
    const view = await this.database.transaction((tx) => this.endIn(tx, actor, ventureId, memberId, endsOn), teamLaws);
    this.doorbell.ring();
    return view;
  }

  /** Which sessions the last day would change. Changes nothing. @throws as {@link end} */
  async preview(actor: Actor, ventureId: string, memberId: string, endsOn: LocalDate): Promise<TeamAffectedView> {
    const { affectedSessions, sessionsLeft } = await this.affected.lookOnly(
      (tx) => this.endIn(tx, actor, ventureId, memberId, endsOn),
      teamLaws,
    );
    return { affectedSessions, sessionsLeft };
  }

  private async endIn(
    tx: EntityManager,
    actor: Actor,
    ventureId: string,
    memberId: string,
    endsOn: LocalDate,
  ): Promise<TeamDepartureView> {
    const rows: { personId: string }[] = await tx.query(
      'select person_id as "personId" from venture_member where id = $1 and venture_id = $2',
      [memberId, ventureId],
    );
    const people = rows.map(({ personId }) => personId);
    await this.occupancy.lock(tx, { people, ventures: [ventureId] });
    const venture = await this.team.endIn(tx, actor, ventureId, memberId, endsOn);
    const { departures, fallen } = await this.departures.outOfTeam(tx, ventureId, people[0] ?? '');
    // Without a reason in words: whoever is told reads in their language who has called it off.
    await this.sessions.cancelOf(tx, { ids: fallen.map(({ id }) => id) }, null, actor);
    await this.departures.leave(tx, departures, 'team', actor);
    return Object.assign(new TeamDepartureView(), venture, {
      affectedSessions: fallen.map(fallenSessionView),
      sessionsLeft: departures.map(fallenSessionView),
    });
  }
}
