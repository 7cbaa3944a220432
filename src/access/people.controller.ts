import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor } from '../kernel/actor';
import { PeoplePage, PeopleQuery, PersonView, personView } from '../people/people.dto';
import { PeopleQueries } from '../people/people.queries';
import { IdPath } from '../platform/http/path';
import { CurrentActor, Roles } from './access.decorators';
import { Accounts } from './accounts.service';

/** People as administrators see them. */
@ApiTags('people')
@ApiBearerAuth()
@Controller('people')
@Roles('administrator')
export class PeopleController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'People, by name' })
  @ApiOkResponse({ type: PeoplePage })
  async list(@Query() { search, limit, cursor }: PeopleQuery): Promise<PeoplePage> {
    const { items, next } = await this.queries.people(search, limit, cursor);
    return { items: items.map(personView), next };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonView })
  async one(@Param() { id }: IdPath): Promise<PersonView> {
    return personView(await this.queries.person(id));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Close an account',
    description: 'Effective on its next request. 409 `last_administrator` for the only one.',
  })
  @ApiOkResponse({ type: PersonView })
  async disable(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<PersonView> {
    await this.accounts.disable(actor, id);
    return this.one({ id });
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open a closed account again' })
  @ApiOkResponse({ type: PersonView })
  async enable(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<PersonView> {
    await this.accounts.enable(actor, id);
    return this.one({ id });
  }

  @Post(':id/reset-second-factor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a lost second factor away',
    description:
      'For somebody whom you have recognised by other means. Their sessions end, and they are told by mail. 409 ' +
      '`second_factor_off` when there is none; 403 `segregation_of_duties` for oneself.',
  })
  @ApiOkResponse({ type: PersonView })
  async resetSecondFactor(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<PersonView> {
    await this.accounts.resetSecondFactor(actor, id);
    return this.one({ id });
  }
}
