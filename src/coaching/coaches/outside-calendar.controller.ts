import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { OutsideCalendarDto } from './outside-calendar.dto';
import { OutsideCalendarService } from './outside-calendar.service';
import { OutsideCalendarView } from './outside-calendar.view';

/** The calendar elsewhere in which a coach is busy, too. */
@ApiTags('Coaching')
@Roles('coach')
@Controller('coaches/me/outside-calendar')
export class OutsideCalendarController {
  constructor(private readonly calendars: OutsideCalendarService) {}

  @Get()
  @ApiOperation({ summary: 'How it stands with my calendar outside; its address is never shown' })
  @ApiOkResponse({ type: OutsideCalendarView })
  read(@CurrentActor() actor: Actor): Promise<OutsideCalendarView> {
    return this.calendars.read(actor);
  }

  @Put()
  @ApiOperation({
    summary: 'Let my calendar outside block my free times',
    description: 'An ICS address. It is read within seconds and every half hour. 422 `outside_calendar_address`.',
  })
  @ApiOkResponse({ type: OutsideCalendarView })
  put(@CurrentActor() actor: Actor, @Body() { url }: OutsideCalendarDto): Promise<OutsideCalendarView> {
    return this.calendars.put(actor, url);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget my calendar outside and all that was read in it' })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor): Promise<void> {
    return this.calendars.remove(actor);
  }
}
