import { Controller, Get, Header, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags, ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles, TokenByCookie } from '../../access/access.decorators';
import { Config } from '../../platform/config/config';
import { QueueBoard } from './queue-board';

const base = '/api/v1/queue-board/';
const cookie = 'oasis-queue-board';

/** The page writes styles and reads its configuration out of itself; it runs and asks for what is ours only. */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `font-src 'self'`,
  `base-uri 'self'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/**
 * The queues, to look at. A page that a browser opens by itself cannot carry the header of a token, so the token comes by
 * a cookie that these routes alone get, scripts cannot read, and that lives no longer than the token: ten minutes.
 */
@ApiTags('Operations')
@Controller('queue-board')
@Roles('administrator')
@TokenByCookie(cookie)
export class QueueBoardController {
  constructor(
    private readonly board: QueueBoard,
    private readonly config: Config,
  ) {}

  @Post('session')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let this browser open /api/v1/queue-board/ for the next minutes' })
  @ApiNoContentResponse()
  enter(@Headers('authorization') authorization: string, @Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.setCookie(cookie, authorization.replace(/^Bearer /i, ''), {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isProduction || this.config.publicUrl.startsWith('https:'),
      path: base.slice(0, -1),
      maxAge: 600,
    });
  }

  @Get(['', 'queue/*', 'job-schedulers', 'metrics'])
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', policy)
  @Header('cache-control', 'no-store')
  page(): string {
    return this.board.entry(base);
  }

  @Get('static/*')
  @ApiExcludeEndpoint()
  @Header('cache-control', 'private, max-age=3600')
  file(@Param('*') path: string, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    const { type, bytes } = this.board.file(path);
    void reply.header('content-type', type);
    return bytes;
  }

  @Get('api/*')
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async answer(
    @Param('*') path: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { status, body } = await this.board.answer(path, query);
    void reply.status(status);
    return body;
  }
}
