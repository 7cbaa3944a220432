import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor } from '../../kernel/actor';
import { CurrentActor, OpenWithoutSecondFactor, SignedIn } from '../access.decorators';
import { EnrolmentService } from './enrolment.service';
import {
  EnrolmentView,
  FirstCodeDto,
  PasswordAndCodeDto,
  PresentPasswordDto,
  RecoveryCodesView,
  SecondFactorView,
} from './second-factor.dto';
import { SecondFactorQueries } from './second-factor.queries';
import { SecondFactorService } from './second-factor.service';

/** The own second factor: codes by time (RFC 6238) of an authenticator app. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me/second-factor')
@SignedIn()
@OpenWithoutSecondFactor()
export class SecondFactorController {
  constructor(
    private readonly enrolments: EnrolmentService,
    private readonly secondFactors: SecondFactorService,
    private readonly queries: SecondFactorQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Do I have a second factor?' })
  @ApiOkResponse({ type: SecondFactorView })
  one(@CurrentActor() actor: Actor): Promise<SecondFactorView> {
    return this.queries.standing(actor);
  }

  @Post('enrol')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Show a secret for an authenticator app',
    description: 'It counts once a code of it was confirmed. 422 `current_password`; 409 `second_factor_on`.',
  })
  @ApiOkResponse({ type: EnrolmentView })
  enrol(@CurrentActor() actor: Actor, @Body() { password }: PresentPasswordDto): Promise<EnrolmentView> {
    return this.enrolments.start(actor, password);
  }

  @Post('confirm')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Switch the second factor on with a first code',
    description:
      'The answer is the only sight of the recovery codes; all other sessions end. 422 `second_factor_code`; ' +
      '409 `enrolment_over`, `second_factor_on`.',
  })
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirm(@CurrentActor() actor: Actor, @Body() { code }: FirstCodeDto): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.enrolments.confirm(actor, code) };
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Make new recovery codes',
    description:
      'Those before are worth nothing. 422 `current_password`, `second_factor_code`; 409 `second_factor_off`.',
  })
  @ApiOkResponse({ type: RecoveryCodesView })
  async recoveryCodes(
    @CurrentActor() actor: Actor,
    @Body() { password, code }: PasswordAndCodeDto,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.secondFactors.renewRecoveryCodes(actor, { password, code }) };
  }

  @Post('switch-off')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Switch the second factor off',
    description: 'All other sessions end. 422 `current_password`, `second_factor_code`; 409 `second_factor_off`.',
  })
  @ApiNoContentResponse()
  async switchOff(@CurrentActor() actor: Actor, @Body() { password, code }: PasswordAndCodeDto): Promise<void> {
    await this.secondFactors.switchOff(actor, { password, code });
  }
}
