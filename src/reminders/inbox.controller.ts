import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { InboxQuery } from './inbox.dto';
import { InboxService } from './inbox.service';
import { MessagePage, UnreadView } from './inbox.view';

@ApiTags('Messages')
@SignedIn()
@Controller('messages')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOperation({ summary: "List one's own messages, the newest first" })
  @ApiOkResponse({ type: MessagePage })
  list(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<MessagePage> {
    return this.inbox.list(actor, query);
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark all messages as read' })
  @ApiOkResponse({ type: UnreadView })
  readAll(@CurrentActor() actor: Actor): Promise<UnreadView> {
    return this.inbox.readAll(actor);
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark a message as read' })
  @ApiOkResponse({ type: UnreadView })
  read(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<UnreadView> {
    return this.inbox.read(actor, id);
  }
}
