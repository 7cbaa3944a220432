import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { IdPath } from '../../platform/http/path';
import { EligibilityRulesDto } from './application.dto';
import { EligibilityService } from './eligibility.service';
import { EligibilityRulePage } from './eligibility.view';

/** What a site asks of applicants. */
@ApiTags('Applications')
@Controller('sites/:id/eligibility-rules')
export class EligibilityController {
  constructor(private readonly eligibility: EligibilityService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'What a site asks of applicants' })
  @ApiOkResponse({ type: EligibilityRulePage })
  async list(@Param() { id }: IdPath): Promise<EligibilityRulePage> {
    return { items: await this.eligibility.rules(id), next: null };
  }

  @Put()
  @Roles('manager', 'administrator')
  @ApiOperation({ summary: 'Set all that a site asks of applicants; what was judged before stays' })
  @ApiOkResponse({ type: EligibilityRulePage })
  async set(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { items }: EligibilityRulesDto,
  ): Promise<EligibilityRulePage> {
    const rules = items.map(({ code, check, parameters = {}, active = true }) => ({ code, check, parameters, active }));
    return { items: await this.eligibility.setRules(actor, id, rules), next: null };
  }
}
