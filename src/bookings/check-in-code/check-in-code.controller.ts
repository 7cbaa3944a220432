import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, Roles, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { Page } from '../../platform/http/page';
import { IdPath } from '../../platform/http/path';
import { CodePath, IssueCodesDto } from './check-in-code.dto';
import { CheckInCodeQueries } from './check-in-code.queries';
import { CheckInCodeService } from './check-in-code.service';
import { CheckInCodePage, CheckInCodeView, CodedPlaceView, ScanView } from './check-in-code.view';
import { ScanService } from './scan.service';

/** Codes on desks, rooms and booths. */
@ApiTags('Bookings')
@Controller()
export class CheckInCodeController {
  constructor(
    private readonly codes: CheckInCodeService,
    private readonly queries: CheckInCodeQueries,
    private readonly scans: ScanService,
  ) {}

  @Get('sites/:id/check-in-codes')
  @Roles('manager', 'administrator')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The codes of the places of a site, with pictures to print' })
  @ApiOkResponse({ type: CheckInCodePage })
  list(@CurrentActor() actor: Actor, @Param() { id }: IdPath): Promise<Page<CheckInCodeView>> {
    return this.queries.list(actor, id);
  }

  @Post('sites/:id/check-in-codes')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Give places new codes: the named ones, or those that have none' })
  @ApiOkResponse({ type: CheckInCodePage })
  async issue(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() { resourceIds }: IssueCodesDto,
  ): Promise<Page<CheckInCodeView>> {
    await this.codes.issue(actor, id, resourceIds);
    return this.queries.list(actor, id);
  }

  @Get('check-in-codes/:code')
  @Public()
  @ApiOperation({ summary: 'Which place is it that this code lies on?', security: [] })
  @ApiOkResponse({ type: CodedPlaceView })
  place(@Param() { code }: CodePath): Promise<CodedPlaceView> {
    return this.queries.place(code);
  }

  @Post('check-in-codes/:code/check-in')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Check in to the own booking of now at this place, or learn what is possible instead' })
  @ApiOkResponse({ type: ScanView })
  scan(@CurrentActor() actor: Actor, @Param() { code }: CodePath): Promise<ScanView> {
    return this.scans.scan(actor, code);
  }
}
