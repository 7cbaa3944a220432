import { applyDecorators, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles, TokenByCookie, tokenCookieName } from '../../access/access.decorators';
import { Missing } from '../../kernel/errors';
import { Config } from '../../platform/config/config';
import { fileTypes, QueueBoard } from './queue-board';

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

const Page = (summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiProduces('text/html'),
    ApiOkResponse({ schema: { type: 'string' } }),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', policy),
    Header('cache-control', 'no-store'),
  );

const PageFile = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary: 'A file of the page about queues' }),
    ApiProduces(...fileTypes),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
    Header('cache-control', 'private, max-age=3600'),
  );

const PageAnswer = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary: 'What the page about queues shows' }),
    ApiOkResponse({ schema: { type: 'object' } }),
    Header('cache-control', 'no-store'),
  );

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
  enter(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    // The guard has let nobody come so far without it.
    const token = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
    void reply.setCookie(tokenCookieName(cookie, this.config), token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isProduction || this.config.publicUrl.startsWith('https:'),
      path: base.slice(0, -1),
      maxAge: 600,
    });
  }

  @Get()
  @Page('The queues, as a page')
  queues(): string {
    return this.board.entry(base);
  }

  @Get('job-schedulers')
  @Page('What queues repeat, as a page')
  schedulers(): string {
    return this.board.entry(base);
  }

  @Get('queue/:queue')
  @Page('One queue, as a page')
  queue(@Param('queue') _queue: string): string {
    return this.board.entry(base);
  }

  @Get('queue/:queue/:job')
  @Page('One job, as a page')
  job(@Param('queue') _queue: string, @Param('job') _job: string): string {
    return this.board.entry(base);
  }

  // A router knows one name for each place in a path, whatever comes after it.
  @Get('static/:first')
  @PageFile()
  file(@Param('first') first: string, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    return this.send(reply, first);
  }

  @Get('static/:first/:second')
  @PageFile()
  fileIn(
    @Param('first') first: string,
    @Param('second') second: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    return this.send(reply, `${first}/${second}`);
  }

  @Get('static/:first/:second/:third')
  @PageFile()
  fileWithin(
    @Param('first') first: string,
    @Param('second') second: string,
    @Param('third') third: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    return this.send(reply, `${first}/${second}/${third}`);
  }

  @Get('api/:about')
  @PageAnswer()
  about(
    @Param('about') about: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.answer(reply, about, query);
  }

  @Get('api/:about/:which')
  @PageAnswer()
  which(
    @Param('about') about: string,
    @Param('which') which: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.answer(reply, `${about}/${which}`, query);
  }

  @Get('api/queues/:queue/:part')
  @PageAnswer()
  part(
    @Param('queue') queue: string,
    @Param('part') part: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.answer(reply, `queues/${queue}/${part}`, query);
  }

  @Get('api/queues/:queue/:part/:detail')
  @PageAnswer()
  partOfJob(
    @Param('queue') queue: string,
    @Param('part') part: string,
    @Param('detail') detail: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.answer(reply, `queues/${queue}/${part}/${detail}`, query);
  }

  private send(reply: FastifyReply, name: string): Buffer {
    const { type, bytes } = this.board.file(name);
    void reply.header('content-type', type);
    return bytes;
  }

  private async answer(reply: FastifyReply, path: string, query: Record<string, unknown>): Promise<unknown> {
    const { status, body } = await this.board.answer(path, query);
    if (status === 404) throw new Missing('queue or job');
    void reply.status(status);
    return body;
  }
}
