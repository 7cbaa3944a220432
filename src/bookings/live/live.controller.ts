import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { IdPath } from '../../platform/http/path';
import { LiveService } from './live.service';

@ApiTags('Sites')
@SignedIn()
@Controller('sites/:id')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get('changes')
  @ApiOperation({
    summary: 'Hear of changes at a site',
    description:
      'Server-sent events: `ready` at the start, `changed` after anything changed at the site. Ask for the day again then. ' +
      'A stream ends after some minutes; open another one.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'a stream that stays open', type: String })
  async changes(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Res() reply: FastifyReply): Promise<void> {
    await this.live.admit(actor, id);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.live.open(actor, id, reply.raw);
  }
}
