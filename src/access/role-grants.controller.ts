import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor } from '../kernel/actor';
import { GrantRole, RoleGrantsPage, RoleGrantsQuery, RoleGrantView, roleGrantView } from '../people/people.dto';
import { RoleGrantQueries } from '../people/role-grants.queries';
import { RoleGrants } from '../people/role-grants.service';
import { created, TakesIdempotencyKey } from '../platform/http/created';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency';
import { IdPath } from '../platform/http/path';
import { CurrentActor, Roles } from './access.decorators';

const law = 'Administrators give every role; managers give entrepreneur, coach and observer at their own site.';

/** Who holds which role where. */
@ApiTags('people')
@ApiBearerAuth()
@Controller('role-grants')
@Roles('manager', 'administrator')
export class RoleGrantsController {
  constructor(
    private readonly grants: RoleGrants,
    private readonly queries: RoleGrantQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Roles that people hold', description: 'A manager sees those at the own site.' })
  @ApiOkResponse({ type: RoleGrantsPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { siteId, personId, role, limit, cursor }: RoleGrantsQuery,
  ): Promise<RoleGrantsPage> {
    const { items, next } = await this.queries.grants(actor, { siteId, personId, role }, limit, cursor);
    return { items: items.map(roleGrantView), next };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One role that somebody holds' })
  @ApiOkResponse({ type: RoleGrantView })
  async one(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<RoleGrantView> {
    return roleGrantView(await this.queries.grant(actor, id));
  }

  @Post()
  @ApiOperation({ summary: 'Give a role', description: `${law} 403 \`may_grant_role\`, 409 \`role_grant_once\`.` })
  @TakesIdempotencyKey()
  @ApiCreatedResponse({ type: RoleGrantView })
  async grant(
    @CurrentActor() actor: Actor,
    @Body() { email, role, siteId, endsAt }: GrantRole,
    @Idempotency() key: IdempotencyKey | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantView> {
    const id = await this.grants.grant(actor, { email, role, siteId, endsAt }, key);
    return created(reply, 'role-grants', await this.one(actor, { id }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a role back', description: `${law} 409 \`last_administrator\` for the only one.` })
  @ApiNoContentResponse()
  async revoke(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<void> {
    await this.grants.revoke(actor, id);
  }
}
