import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { SessionCancellation } from '../coaching/sessions/session-cancellation.service';
import { onceEach, SessionDepartures } from '../coaching/sessions/session-departures.service';
import { peopleOf } from '../coaching/sessions/session.store';
import { SessionRow } from '../coaching/sessions/session.view';
import { Actor } from '../kernel/actor';
import { LocalDate } from '../kernel/site-time';
import { byHouse } from '../kernel/why';
import { TeamService, teamLaws } from '../memberships/ventures/team.service';
import { OccupancyService } from '../occupancy/occupancy.service';
import { Database, RunAgain } from '../platform/database/database';
import { Doorbell } from '../platform/queue/doorbell';
import { AffectedService } from './affected.service';
import { fallenSessionView } from './fallen-session.view';
import { TeamAffectedView, TeamDepartureView } from './team-departure.view';

/**
 * The story of somebody's last day in a team: from the next day on they take no part in its coaching, nor the team in
 * theirs. Those who stay meet all the same; what only those who go would attend, or pay for, is called off.
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
    const rows: { id: string; personId: string }[] = await tx.query(
      'select id, person_id as "personId" from venture_member where venture_id = $1',
      [ventureId],
    );
    // All of the team: of its sessions some are without the one who leaves.
    const people = rows.map(({ personId }) => personId);
    await this.occupancy.lock(tx, { people, ventures: [ventureId] });
    const venture = await this.team.endIn(tx, actor, ventureId, memberId, endsOn);
    const leaverId = rows.find(({ id }) => id === memberId)?.personId ?? '';
    const { departures, fallen } = await this.departures.outOfTeam(tx, ventureId, leaverId);
    const isLocked = (session: SessionRow) => peopleOf(session).some((id) => people.includes(id));
    if (![...departures, ...fallen].every(isLocked)) throw new RunAgain();
    await this.sessions.cancelOf(tx, { ids: fallen.map(({ id }) => id) }, byHouse('team_left'), actor);
    await this.departures.leave(tx, departures, actor);
    return Object.assign(new TeamDepartureView(), venture, {
      affectedSessions: fallen.map(fallenSessionView),
      sessionsLeft: onceEach(departures).map(fallenSessionView),
    });
  }
}
