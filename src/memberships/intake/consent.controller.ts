import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { ConsentsDto } from './application.dto';
import { ConsentList, Consents } from './consent.service';

/** What people agree to beside membership, each for itself. */
@ApiTags('me')
@SignedIn()
@Controller('me/consents')
export class ConsentController {
  constructor(private readonly consents: Consents) {}

  @Get()
  @ApiOperation({ summary: 'To what do I agree?' })
  @ApiOkResponse({ type: ConsentList })
  async list(@CurrentActor() actor: Actor): Promise<ConsentList> {
    return { items: await this.consents.of(actor), next: null };
  }

  @Put()
  @ApiOperation({ summary: 'Agree to some purposes and to no others; never a condition of anything' })
  @ApiOkResponse({ type: ConsentList })
  async set(@CurrentActor() actor: Actor, @Body() { purposes }: ConsentsDto): Promise<ConsentList> {
    return { items: await this.consents.set(actor, purposes), next: null };
  }
}
