import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { IdPath } from '../../platform/http/path';
import { HoldDto } from './hold.dto';
import { HoldQueries } from './hold.queries';
import { HoldService } from './hold.service';
import { HoldList, HoldView } from './hold.view';

@ApiTags('Bookings')
@SignedIn()
@Controller('holds')
export class HoldController {
  constructor(
    private readonly holds: HoldService,
    private readonly queries: HoldQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Hold a place for five minutes while one decides',
    description: 'At most two at once. `POST /bookings` with its id as `holdId` makes it a booking.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'a repeat with the same key is the same hold' })
  @ApiCreatedResponse({ type: HoldView })
  hold(
    @CurrentActor() actor: Actor,
    @Body() wish: HoldDto,
    @Idempotency() idempotency: IdempotencyKey | undefined,
  ): Promise<HoldView> {
    return this.holds.hold(actor, wish, idempotency);
  }

  @Get()
  @ApiOperation({ summary: 'List what one holds now' })
  @ApiOkResponse({ type: HoldList })
  own(@CurrentActor() actor: Actor): Promise<HoldList> {
    return this.queries.own(actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let a hold go' })
  @ApiNoContentResponse()
  release(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    return this.holds.release(actor, id);
  }
}
