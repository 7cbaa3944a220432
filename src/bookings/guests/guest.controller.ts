import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { type ExpectedVersion, IfMatch, tagged } from '../../platform/http/if-match';
import { IdPath } from '../../platform/http/path';
import { BookingView } from '../booking.view';
import { GuestsDto } from './guest.dto';
import { GuestService } from './guest.service';

@ApiTags('Bookings')
@SignedIn()
@Controller('bookings')
export class GuestController {
  constructor(private readonly guests: GuestService) {}

  @Put(':id/guests')
  @ApiOperation({
    summary: 'Set who is invited to a meeting',
    description: 'Guests need no account: they get a mail with a file for their calendar, and another when it is off.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag of the booking that was read' })
  @ApiOkResponse({ type: BookingView })
  async set(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { guests }: GuestsDto,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    return tagged(reply, await this.guests.set(actor, id, guests, expected));
  }
}
