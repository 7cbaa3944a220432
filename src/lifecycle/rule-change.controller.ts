import { Body, Controller, Param, Put, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { CurrentActor, Roles } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { PreviewQuery } from './lifecycle.dto';
import { OpeningHoursService } from './opening-hours.service';
import { TermsChangeService } from './rule-change-terms.service';
import { ChangedRulesDto, ChangedWeekDto } from './rule-change.dto';
import { ChangedRulesView, ChangedSiteView, RuleChangePreviewView } from './rule-change.view';

const orPreview = (view: new () => object) => ({
  oneOf: [{ $ref: getSchemaPath(view) }, { $ref: getSchemaPath(RuleChangePreviewView) }],
});

/** Changes of the rules that bookings were made under: seen before they are made, then applied, exempted or rebooked. */
@ApiTags('Sites')
@ApiExtraModels(ChangedRulesView, ChangedSiteView, RuleChangePreviewView)
@Controller()
export class RuleChangeController {
  constructor(
    private readonly hours: OpeningHoursService,
    private readonly terms: TermsChangeService,
  ) {}

  @Put('sites/:id/opening-hours')
  @Roles('manager', 'administrator')
  @ApiOperation({
    summary: 'Set the week from a date on, and decide on the bookings outside it',
    description:
      '409 `affected_changed` with the new preview when bookings would be touched that `seen` does not cover.',
  })
  @ApiOkResponse({ description: 'the site, or with preview what would break', schema: orPreview(ChangedSiteView) })
  setWeek(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: ChangedWeekDto,
    @Query() { preview }: PreviewQuery,
  ): Promise<ChangedSiteView | RuleChangePreviewView> {
    return preview ? this.hours.preview(actor, id, body) : this.hours.set(actor, id, body, body);
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
}
