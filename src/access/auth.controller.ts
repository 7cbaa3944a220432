import { Body, Controller, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Unauthenticated } from '../kernel/errors';
import { Public } from './access.decorators';
import { ForgotPasswordDto, RegisterDto, ResetPasswordDto, SignInDto, VerifyEmailDto, WelcomeView } from './access.dto';
import { CodeSignIn } from './code-sign-in.service';
import { Cookies } from './cookies';
import { Entered } from './entering';
import { PasswordChange } from './password-change.service';
import { Registration } from './registration.service';
import { SecondFactorSignInDto } from './second-factor/second-factor.dto';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { Welcome } from './welcome';

const cookies =
  'The refresh token travels in the cookie `oasis-refresh` (`__Host-oasis-refresh` over https): HttpOnly, ' +
  'SameSite=Strict. Requests that a browser sends from another origin are refused (403 `own_origin`).';

const setsCookies = { 'Set-Cookie': { description: cookies, schema: { type: 'string' } } };

/** Coming in, staying in, going out, and what to do when the password is gone. */
@ApiTags('access')
@Controller('auth')
@Public()
export class AuthController {
  constructor(
    private readonly registration: Registration,
    private readonly signIns: SignIn,
    private readonly codeSignIns: CodeSignIn,
    private readonly sessions: Sessions,
    private readonly passwords: PasswordChange,
    private readonly welcome: Welcome,
    private readonly cookies: Cookies,
  ) {}

  @Post('register')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Register',
    security: [],
    description: 'The answer is the same for every address. Its owner is mailed a link, three times an hour at most.',
  })
  @ApiAcceptedResponse({ description: 'Look into your mail' })
  async register(@Body() { email, password, fullName, locale }: RegisterDto): Promise<void> {
    await this.registration.register({ email, password, fullName, locale });
  }

  @Post('verify-email')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Confirm an address by the mailed link',
    security: [],
    description: 'The link works once, for 24 hours.',
  })
  @ApiNoContentResponse()
  async verifyEmail(@Body() { token }: VerifyEmailDto): Promise<void> {
    await this.registration.verifyEmail(token);
  }

  @Post('sign-in')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Sign in',
    security: [],
    description:
      '401 `invalid_credentials`; 401 `second_factor_required` after the right password of somebody who has a second ' +
      'factor, with a `challenge` for `POST /auth/second-factor` that lasts `expiresIn` seconds; 403 `email_unverified` after the right password, with a new link by mail; ' +
      `429 after ten wrong passwords in fifteen minutes. ${cookies}`,
  })
  @ApiOkResponse({ type: WelcomeView, headers: setsCookies })
  async signIn(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WelcomeView> {
    this.cookies.insistOnOwnOrigin(request);
    return this.welcomed(await this.signIns.signIn(email, password, this.cookies.browser(request)), reply);
  }

  @Post('second-factor')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Finish signing in with a code',
    security: [],
    description:
      '401 `invalid_code`, also for a code that was taken before; 401 `challenge_over` when the password has to be ' +
      `typed again; 429 after five wrong codes in fifteen minutes. ${cookies}`,
  })
  @ApiOkResponse({ type: WelcomeView, headers: setsCookies })
  async secondFactor(
    @Body() { challenge, code }: SecondFactorSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WelcomeView> {
    this.cookies.insistOnOwnOrigin(request);
    return this.welcomed(await this.codeSignIns.signIn(challenge, code, this.cookies.browser(request)), reply);
  }

  @Post('refresh')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Stay signed in',
    description:
      'Trades the refresh cookie for the next one. A repeat within 20 seconds gets the same; a later one ends the ' +
      `session, because two parties hold the token. ${cookies}`,
  })
  @ApiCookieAuth('refresh')
  @ApiOkResponse({ type: WelcomeView, headers: setsCookies })
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<WelcomeView> {
    this.cookies.insistOnOwnOrigin(request);
    const { refreshToken } = this.cookies.browser(request);
    if (refreshToken === undefined) throw new Unauthenticated();
    const session = await this.sessions.refresh(refreshToken);
    this.cookies.handRefreshToken(reply, session.refreshToken, session.refreshUntil);
    return this.welcome.to(session);
  }

  @Post('sign-out')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out',
    description: `Ends the session of the refresh cookie, if there is one. ${cookies}`,
  })
  @ApiCookieAuth('refresh')
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.cookies.insistOnOwnOrigin(request);
    await this.sessions.signOut(this.cookies.browser(request).refreshToken);
    this.cookies.dropRefreshToken(reply);
  }

  @Post('forgot-password')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask for a new password',
    security: [],
    description: 'The answer is the same for every address. Its owner is mailed a link, three times an hour at most.',
  })
  @ApiAcceptedResponse({ description: 'Look into your mail' })
  async forgotPassword(@Body() { email }: ForgotPasswordDto): Promise<void> {
    await this.passwords.forgot(email);
  }

  @Post('reset-password')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Choose a new password by the mailed link',
    security: [],
    description: 'The link works once, for an hour. All sessions of the account end.',
  })
  @ApiNoContentResponse({ headers: setsCookies })
  async resetPassword(
    @Body() { token, password }: ResetPasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookies.insistOnOwnOrigin(request);
    const deviceToken = await this.passwords.reset(token, password, this.cookies.browser(request).deviceToken);
    this.cookies.handDeviceToken(reply, deviceToken);
  }

  private welcomed({ session, deviceToken }: Entered, reply: FastifyReply): Promise<WelcomeView> {
    this.cookies.handRefreshToken(reply, session.refreshToken, session.refreshUntil);
    this.cookies.handDeviceToken(reply, deviceToken);
    return this.welcome.to(session);
  }
}
