import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.decorators';
import { DoorQueries } from './door.queries';
import { DoorView } from './door.view';

/** Displays beside doors. */
@ApiTags('Calendars')
@Controller('displays')
export class DoorController {
  constructor(private readonly queries: DoorQueries) {}

  @Get(':token')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiParam({ name: 'token', type: String, description: 'the secret of the calendar of the resource' })
  @ApiOperation({ summary: 'What the display beside a door shows, without names', security: [] })
  @ApiOkResponse({ type: DoorView })
  door(@Param('token') token: string): Promise<DoorView> {
    return this.queries.door(token);
  }
}
