import { Body, Controller, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { created, TakesIdempotencyKey } from '../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { type ExpectedVersion, IfMatch, tagged } from '../platform/http/if-match';
import { IdPath } from '../platform/http/path';
import { SiteView } from '../sites/site.view';
import { ChangeSiteDto, NewClosureDto } from '../sites/sites.dto';
import { AffectedView, AnnouncedClosureView, RetiredResourceView } from './affected.view';
import { ClosureService } from './closure.service';
import { PreviewQuery, RetireDto } from './lifecycle.dto';
import { RetirementService } from './retirement.service';
import { SiteChangeService } from './site-change.service';

const orAffected = (view: new () => object) => ({
  anyOf: [{ $ref: getSchemaPath(view) }, { $ref: getSchemaPath(AffectedView) }],
});

/** What happens to a site and touches its bookings. */
@ApiTags('Sites')
@ApiExtraModels(AffectedView, AnnouncedClosureView, RetiredResourceView, SiteView)
@Controller()
export class SiteChangeController {
  constructor(
    private readonly closures: ClosureService,
    private readonly changes: SiteChangeService,
    private readonly retirement: RetirementService,
  ) {}

  @Patch('sites/:id')
  @Roles('administrator')
  @ApiOperation({
    summary: 'Change a site; its time zone only while nothing is booked there',
    description: 'When it is suspended or closed, bookings ahead are cancelled with the reason.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag that was read; without it the last one wins' })
  @ApiOkResponse({ description: 'the site, or with preview what would be cancelled', schema: orAffected(SiteView) })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason, ...change }: ChangeSiteDto,
    @Query() { preview }: PreviewQuery,
    @IfMatch('any') expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteView | AffectedView> {
    if (preview) return this.changes.preview(actor, id, change);
    return tagged(reply, await this.changes.change(actor, id, change, expected, reason));
  }

  @Post('sites/:id/closures')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Close a site on some days, cancel the bookings for which it is not open then, and offer equal times',
  })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: AnnouncedClosureView })
  @ApiOkResponse({ type: AffectedView, description: 'with preview: what would be cancelled and offered' })
  async announce(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewClosureDto,
    @Query() { preview }: PreviewQuery,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnnouncedClosureView | AffectedView> {
    if (!preview) return created(reply, 'closures', await this.closures.announce(actor, id, body, key));
    void reply.status(200);
    return this.closures.preview(actor, id, body);
  }

  @Post('closures/:id/confirm')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put a proposed closure into force, cancel the bookings in its way, and offer equal times' })
  @ApiOkResponse({
    description: 'the closure, or with preview what would be cancelled',
    schema: orAffected(AnnouncedClosureView),
  })
  confirm(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Query() { preview }: PreviewQuery,
  ): Promise<AnnouncedClosureView | AffectedView> {
    return preview ? this.closures.previewConfirmation(actor, id) : this.closures.confirm(actor, id);
  }

  @Post('resources/:id/retire')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a resource out of use for good',
    description: 'Bookings ahead are cancelled; each holder is offered an equal place at the same time, if any.',
  })
  @ApiOkResponse({
    description: 'the resource, or with preview what would be cancelled and offered',
    schema: orAffected(RetiredResourceView),
  })
  async retire(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { reason }: RetireDto,
    @Query() { preview }: PreviewQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RetiredResourceView | AffectedView> {
    if (preview) return this.retirement.preview(actor, id);
    return tagged(reply, await this.retirement.retire(actor, id, reason));
  }
}
