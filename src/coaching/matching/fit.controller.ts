import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { IdPath } from '../../platform/http/path';
import { FitQueries } from './fit.queries';
import { FitView } from './fit.view';

/** Why the two of an assignment fit. */
@ApiTags('Coaching')
@Controller('coaching')
export class FitController {
  constructor(private readonly queries: FitQueries) {}

  @Get('assignments/:id/fit')
  @SignedIn()
  @ApiOperation({
    summary: 'What the entrepreneur of an assignment needs, and why the two fit',
    description: 'For its coach and those who run the site, as long as it is offered, runs or rests.',
  })
  @ApiOkResponse({ type: FitView })
  of(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<FitView> {
    return this.queries.of(actor, id);
  }
}
