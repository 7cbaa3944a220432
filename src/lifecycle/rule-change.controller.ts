import { Body, Controller, Param, Patch, Put, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Roles } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { type ExpectedVersion, IfMatch, tagged } from '../platform/http/if-match';
import { IdPath } from '../platform/http/path';
import { PreviewQuery } from './lifecycle.dto';
import { OpeningHoursService } from './opening-hours.service';
import { TermsChangeService } from './rule-change-terms.service';
import { PlaceChangeService } from './rule-change-place.service';
import { ChangedResourceDto, ChangedRulesDto, ChangedWeekDto } from './rule-change.dto';
import { ChangedResourceView, ChangedRulesView, ChangedSiteView, RuleChangePreviewView } from './rule-change.view';
import { NewTimeZoneDto } from './time-zone.dto';
import { TimeZoneService } from './time-zone.service';
import { RezonedSiteView, TimeZonePreviewView } from './time-zone.view';

type Class = new () => object;
const either = (view: Class, preview: Class) => ({
  anyOf: [{ $ref: getSchemaPath(view) }, { $ref: getSchemaPath(preview) }],
});
const orPreview = (view: Class) => either(view, RuleChangePreviewView);

/** Changes of the rules that bookings were made under: seen before they are made, then applied, exempted or rebooked. */
@ApiTags('Sites')
@ApiExtraModels(
  ChangedResourceView,
  ChangedRulesView,
  ChangedSiteView,
  RuleChangePreviewView,
  RezonedSiteView,
  TimeZonePreviewView,
)
@Controller()
export class RuleChangeController {
  constructor(
    private readonly hours: OpeningHoursService,
    private readonly terms: TermsChangeService,
    private readonly places: PlaceChangeService,
    private readonly zones: TimeZoneService,
  ) {}

  @Put('sites/:id/opening-hours')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Set the week from a date on, and decide on the bookings outside it',
    description:
      '409 `affected_changed` with the new preview when bookings would be touched that `seen` does not cover.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag that was read; without it the last one wins' })
  @ApiOkResponse({ description: 'the site, or with preview what would break', schema: orPreview(ChangedSiteView) })
  async setWeek(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ChangedWeekDto,
    @Query() { preview }: PreviewQuery,
    @IfMatch('any') expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedSiteView | RuleChangePreviewView> {
    if (preview) return this.hours.preview(actor, id, body);
    return tagged(reply, await this.hours.set(actor, id, body, expected, body));
  }

  @Put('sites/:id/resource-rules')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Set what some kinds of resource ask, and decide on the bookings that ask for more; other kinds stay',
    description:
      '409 `affected_changed` with the new preview when bookings would be touched that `seen` does not cover.',
  })
  @ApiOkResponse({ description: 'the rules, or with preview what would break', schema: orPreview(ChangedRulesView) })
  setRules(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ChangedRulesDto,
    @Query() { preview }: PreviewQuery,
  ): Promise<ChangedRulesView | RuleChangePreviewView> {
    return preview ? this.terms.preview(actor, id, body.items) : this.terms.set(actor, id, body.items, body);
  }

  @Put('sites/:id/time-zone')
  @Roles('administrator')
  @ApiOperation({
    summary: 'Set the clock of a site to another zone, and say what stays: the instants or the local times',
    description:
      '409 `affected_changed` or `choice_needed`, both with the preview of now; closures and opening hours stay local.',
  })
  @ApiOkResponse({
    description: 'the site, or with preview both readings',
    schema: either(RezonedSiteView, TimeZonePreviewView),
  })
  setTimeZone(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: NewTimeZoneDto,
    @Query() { preview }: PreviewQuery,
  ): Promise<RezonedSiteView | TimeZonePreviewView> {
    return preview ? this.zones.preview(actor, id, body) : this.zones.set(actor, id, body, body);
  }

  @Patch('resources/:id')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Change what a resource is like, and decide on the bookings that need more',
    description:
      '409 `affected_changed` with the new preview when bookings would be touched that `seen` does not cover.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag that was read; needed without preview' })
  @ApiOkResponse({
    description: 'the resource, or with preview what would break',
    schema: orPreview(ChangedResourceView),
  })
  async changeResource(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ChangedResourceDto,
    @Query() { preview }: PreviewQuery,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedResourceView | RuleChangePreviewView> {
    if (preview) return this.places.preview(actor, id, body);
    const { onConflict, otherwise, choices, sessions, seen, reason, ...wanted } = body;
    return tagged(
      reply,
      await this.places.change(actor, id, wanted, expected, { onConflict, otherwise, choices, sessions, seen, reason }),
    );
  }
}
