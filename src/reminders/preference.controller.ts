import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Public, SignedIn } from '../access/access.decorators';
import type { Actor } from '../kernel/actor';
import { Locale } from '../people/people.rules';
import { type ExpectedVersion, IfMatch, tagged } from '../platform/http/if-match';
import { ReminderPreferencesDto } from './preference.dto';
import { PreferenceService } from './preference.service';
import { ReminderPreferencesView } from './preference.view';
import { askingPage, donePage, pagePolicy } from './unsubscribe.page';

const markup = 'text/html; charset=utf-8';

@ApiTags('Messages')
@SignedIn()
@Controller('me/reminder-preferences')
export class PreferenceController {
  constructor(private readonly preferences: PreferenceService) {}

  @Get()
  @ApiOperation({ summary: 'How one wants to be told of what' })
  @ApiOkResponse({ type: ReminderPreferencesView })
  async own(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReminderPreferencesView> {
    return tagged(reply, await this.preferences.own(actor));
  }

  @Put()
  @ApiOperation({ summary: 'Choose how to be told of what; replaces every earlier choice' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag that was read; without it the last one wins' })
  @ApiOkResponse({ type: ReminderPreferencesView })
  async choose(
    @CurrentActor() actor: Actor,
    @Body() wanted: ReminderPreferencesDto,
    @IfMatch('any') expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReminderPreferencesView> {
    return tagged(reply, await this.preferences.choose(actor, wanted, expected));
  }
}

@ApiTags('Messages')
@ApiParam({ name: 'token', type: String })
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly preferences: PreferenceService) {}

  @Get(':token')
  @Public()
  @Header('content-type', markup)
  @Header('content-security-policy', pagePolicy)
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @ApiOperation({ summary: 'The page behind the link in a mail, with a button', security: [] })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async ask(@Param('token') token: string): Promise<string> {
    return askingPage((await this.preferences.holderOf(token)).locale as Locale);
  }

  @Post(':token')
  @HttpCode(200)
  @Public()
  @Header('content-type', markup)
  @Header('content-security-policy', pagePolicy)
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @ApiOperation({ summary: 'Stop the mails of one kind (RFC 8058: one click)', security: [] })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async stop(@Param('token') token: string): Promise<string> {
    return donePage((await this.preferences.unsubscribe(token)).locale as Locale);
  }
}
