import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { Page, PageQuery } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { NewConflictDto } from './application.dto';
import { ConflictsOfInterest } from './conflict-of-interest.service';
import { ConflictOfInterestPage, ConflictOfInterestView } from './conflict-of-interest.view';

/** Who should not judge about whom. */
@ApiTags('Applications')
@SignedIn()
@Controller('conflicts-of-interest')
export class ConflictOfInterestController {
  constructor(private readonly conflicts: ConflictsOfInterest) {}

  @Get()
  @ApiOperation({ summary: 'What I have declared; for managers also what those who judge at their sites have' })
  @ApiOkResponse({ type: ConflictOfInterestPage })
  list(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<ConflictOfInterestView>> {
    return this.conflicts.list(actor, limit, cursor);
  }

  @Post()
  @ApiOperation({ summary: 'Declare a conflict of interest: from now on neither judges about the other' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: ConflictOfInterestView })
  async declare(
    @CurrentActor() actor: Actor,
    @Body() body: NewConflictDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConflictOfInterestView> {
    return created(reply, 'conflicts-of-interest', await this.conflicts.declare(actor, body, key));
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a conflict of interest that I have declared' })
  @ApiOkResponse({ type: ConflictOfInterestView })
  end(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<ConflictOfInterestView> {
    return this.conflicts.end(actor, id);
  }
}
