import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Missing } from '../../kernel/errors';
import { Config } from '../config/config';
import { Public } from '../http/entry';
import { IdPath } from '../http/path';
import { KeptMail, Mailbox } from './mailbox';
import { KeptMailsView, keptMailView, MailboxQuery } from './mailbox.dto';
import { letterPolicy, listPage, mailPage, pagePolicy } from './mailbox.page';

const markup = 'text/html; charset=utf-8';

/**
 * Mails of an installation that only tries the software out, for anybody who can reach it. Where mails go to a real
 * server, or the database is not the embedded one, there is nothing here. Outside of `/api/v1`.
 */
@ApiTags('mailbox')
@ApiNotFoundResponse({ description: 'This installation keeps no mails, or none of that id' })
@Controller('mailbox')
export class MailboxController {
  constructor(
    private readonly config: Config,
    private readonly mailbox: Mailbox,
  ) {}

  @Get()
  @Public()
  @Header('content-type', markup)
  @Header('content-security-policy', pagePolicy)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The mailbox as a page', security: [] })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(@Query() { to }: MailboxQuery): Promise<string> {
    return listPage(await this.list(to), to);
  }

  @Get('messages')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The mails, newest first', security: [] })
  @ApiOkResponse({ type: KeptMailsView })
  async messages(@Query() { to }: MailboxQuery): Promise<KeptMailsView> {
    return { items: (await this.list(to)).map(keptMailView) };
  }

  @Get('letters/:id')
  @Public()
  @Header('content-type', markup)
  @Header('content-security-policy', pagePolicy)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'One mail as a page', security: [] })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async letter(@Param() { id }: IdPath): Promise<string> {
    return mailPage(await this.find(id));
  }

  @Get('letters/:id/html')
  @Public()
  @Header('content-type', markup)
  @Header('content-security-policy', letterPolicy)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'One mail as its reader sees it', security: [] })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async designed(@Param() { id }: IdPath): Promise<string> {
    return (await this.find(id)).html;
  }

  private list(to?: string): Promise<KeptMail[]> {
    if (!this.config.usesMailbox) throw new Missing('page');
    return this.mailbox.list(to);
  }

  private async find(id: string): Promise<KeptMail> {
    const mail = this.config.usesMailbox ? await this.mailbox.find(id) : undefined;
    if (!mail) throw new Missing('mail');
    return mail;
  }
}
