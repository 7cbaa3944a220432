import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { VentureView } from '../memberships/ventures/venture.view';
import { FallenSessionView } from './fallen-session.view';

/** The coaching sessions of a team that somebody's last day in it would change, or has changed. */
export class TeamAffectedView {
  @ApiProperty({ type: () => [FallenSessionView], description: 'sessions that are called off' })
  affectedSessions!: FallenSessionView[];

  @ApiProperty({ type: () => [FallenSessionView], description: 'sessions of the team that go on without the member' })
  sessionsLeft!: FallenSessionView[];
}

/** A venture after somebody's last day in its team has been set, and the sessions that this has changed. */
export class TeamDepartureView extends IntersectionType(VentureView, TeamAffectedView) {}
