import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { IdPath } from '../../platform/http/path';
import { Link, MembershipVentureService } from './membership-venture.service';
import { MembershipVentureDto } from './venture.dto';

/** A membership and the venture it belongs to. */
export class MembershipVentureView implements Link {
  @ApiProperty({ format: 'uuid' })
  membershipId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ventureId!: string | null;
}

/** The link from a membership to a venture. */
@ApiTags('Memberships')
@SignedIn()
@Controller('memberships/:id/venture')
export class MembershipVentureController {
  constructor(private readonly links: MembershipVentureService) {}

  @Put()
  @ApiOperation({
    summary: 'Link one’s membership to a venture in whose team one is, or to none',
    description: '409 `shared_wallet` while team seats hang on the present link.',
  })
  @ApiOkResponse({ type: MembershipVentureView })
  link(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { ventureId }: MembershipVentureDto,
  ): Promise<MembershipVentureView> {
    return this.links.link(actor, id, ventureId);
  }
}
