import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { created, TakesIdempotencyKey } from '../../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency';
import { IdPath } from '../../platform/http/path';
import { DocumentsQuery, NewDocumentDto } from './document.dto';
import { DocumentQueries } from './document.queries';
import { DocumentService } from './document.service';
import { DocumentPage, DocumentView, documentView } from './document.view';

/** What members agree to. */
@ApiTags('Plans')
@Controller()
export class DocumentController {
  constructor(
    private readonly documents: DocumentService,
    private readonly queries: DocumentQueries,
  ) {}

  @Get('sites/:id/documents')
  @SignedIn()
  @ApiOperation({ summary: 'The agreement and the house rules of a site, each in its latest version' })
  @ApiOkResponse({ type: DocumentPage })
  async list(
    @CurrentActor() { locale }: Actor,
    @Param() { id }: IdPath,
    @Query() { kind }: DocumentsQuery,
  ): Promise<DocumentPage> {
    const rows = await this.queries.current(id, kind);
    return { items: rows.map((row) => documentView(row, locale)), next: null };
  }

  @Get('documents/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One version of a document, however old' })
  @ApiOkResponse({ type: DocumentView })
  async one(@CurrentActor() { locale }: Actor, @Param() { id }: IdPath): Promise<DocumentView> {
    return documentView(await this.queries.one(id), locale);
  }

  @Post('sites/:id/documents')
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Publish a new version of a document; it binds nobody who has not accepted it' })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: DocumentView })
  async publish(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewDocumentDto,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentView> {
    return created(reply, 'documents', await this.documents.publish(actor, id, body, key));
  }
}
