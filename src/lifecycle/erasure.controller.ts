import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { RefuseErasureDto } from './erasure.dto';
import { ErasureQueries } from './erasure.queries';
import { ErasureService } from './erasure.service';
import { ErasureRequestsView, ErasureView } from './erasure.view';

/** The wishes of people to be erased, as administrators answer them. */
@ApiTags('people')
@Roles('administrator')
@Controller('erasure-requests')
export class ErasureController {
  constructor(
    private readonly erasure: ErasureService,
    private readonly queries: ErasureQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Wishes to be erased, those that wait for an answer first, and what is in their way' })
  @ApiOkResponse({ type: ErasureRequestsView })
  list(): Promise<ErasureRequestsView> {
    return this.queries.list();
  }

  @Post(':id/grant')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Grant a wish; it is carried out a day later',
    description: '422 `memberships_ended`, `coaching_ended`, `last_administrator`. 409 `erasure_answered`.',
  })
  @ApiOkResponse({ type: ErasureView })
  grant(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ErasureView> {
    return this.erasure.grant(actor, id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Refuse a wish with a reason that the person reads',
    description: '409 `erasure_answered`.',
  })
  @ApiOkResponse({ type: ErasureView })
  refuse(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: RefuseErasureDto,
  ): Promise<ErasureView> {
    return this.erasure.refuse(actor, id, reason);
  }
}
