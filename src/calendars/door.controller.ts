import { Controller, Get, Header } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.decorators';
import { DisplaySecret } from './display-secret';
import { DoorQueries } from './door.queries';
import { DoorView } from './door.view';

/** Displays beside doors. */
@ApiTags('Calendars')
@Controller('display')
export class DoorController {
  constructor(private readonly queries: DoorQueries) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What the display beside a door shows, without names', security: [{ display: [] }] })
  @ApiOkResponse({ type: DoorView })
  @ApiNotFoundResponse({ description: 'No secret came along, or one that opens no display (any more)' })
  door(@DisplaySecret() secret: string): Promise<DoorView> {
    return this.queries.door(secret);
  }
}
