import { Body, Controller, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { LastDayDto, VentureMemberPath } from '../memberships/ventures/venture.dto';
import { tagged } from '../platform/http/if-match';
import { PreviewQuery } from './lifecycle.dto';
import { TeamDepartureService } from './team-departure.service';
import { TeamAffectedView, TeamDepartureView } from './team-departure.view';

/** Leaving a team, which touches what has been agreed with a coach. */
@ApiTags('Ventures')
@ApiExtraModels(TeamDepartureView, TeamAffectedView)
@SignedIn()
@Controller('ventures/:id/members/:memberId')
export class TeamDepartureController {
  constructor(private readonly departures: TeamDepartureService) {}

  @Post('end')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Set somebody’s last day in the team; later sessions of the team go on without them',
    description: 'For leads and managers; everybody may leave by themselves. 422 `venture_lead`.',
  })
  @ApiOkResponse({
    description: 'the venture with the sessions that have changed, or with preview those that would',
    schema: { anyOf: [{ $ref: getSchemaPath(TeamDepartureView) }, { $ref: getSchemaPath(TeamAffectedView) }] },
  })
  async end(
    @CurrentActor() actor: Actor,
    @Param() { id, memberId }: VentureMemberPath,
    @Body() { endsOn }: LastDayDto,
    @Query() { preview }: PreviewQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamDepartureView | TeamAffectedView> {
    if (preview) return this.departures.preview(actor, id, memberId, endsOn);
    return tagged(reply, await this.departures.end(actor, id, memberId, endsOn));
  }
}
