import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { IdPath } from '../../platform/http/path';
import { PushSubscriptionService } from './push-subscription.service';
import { PushSubscriptionDto } from './push.dto';
import { PushSubscriptionsView, PushSubscriptionView } from './push.view';

@ApiTags('Messages')
@SignedIn()
@Controller('me/push-subscriptions')
export class PushController {
  constructor(private readonly subscriptions: PushSubscriptionService) {}

  @Get()
  @ApiOperation({ summary: 'Browsers on which one wants notifications, and the key for a new one' })
  @ApiOkResponse({ type: PushSubscriptionsView })
  own(@CurrentActor() actor: Actor): Promise<PushSubscriptionsView> {
    return this.subscriptions.own(actor);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Be notified in this browser, too; a browser that is known already is renewed' })
  @ApiOkResponse({ type: PushSubscriptionView })
  add(@CurrentActor() actor: Actor, @Body() body: PushSubscriptionDto): Promise<PushSubscriptionView> {
    return this.subscriptions.add(actor, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Be notified in a browser no longer' })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    return this.subscriptions.remove(actor, id);
  }
}
