import { applyDecorators, createParamDecorator, ExecutionContext, Header } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../access/access.decorators';
import { Calendar } from './calendar';
import { isKnown } from './calendar.rules';

/** The media type of calendars (RFC 5545). */
export const calendar = 'text/calendar; charset=utf-8';

/** What a calendar program says of the copy that it has. */
export interface KnownCopy {
  noneMatch: string | undefined;
  modifiedSince: string | undefined;
}

/** What the client has already, for the parameter of a handler. */
export const KnownByClient = createParamDecorator((_: unknown, context: ExecutionContext): KnownCopy => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { noneMatch: headers['if-none-match'], modifiedSince: headers['if-modified-since'] };
});

/** A calendar at a secret address, for whoever has it: programs ask often, and are told when nothing has changed. */
export function SecretCalendar(summary: string): MethodDecorator {
  return applyDecorators(
    Public(),
    Header('cache-control', 'private, no-cache'),
    ApiParam({ name: 'token', type: String }),
    ApiHeader({ name: 'If-None-Match', required: false }),
    ApiHeader({ name: 'If-Modified-Since', required: false }),
    ApiOperation({ summary, security: [] }),
    ApiProduces('text/calendar'),
    ApiOkResponse({ schema: { type: 'string' } }),
    ApiResponse({ status: 304, description: 'nothing has changed' }),
  );
}

/** One entry as a file to keep. */
export function CalendarFile(summary: string, name: string): MethodDecorator {
  return applyDecorators(
    SignedIn(),
    Header('content-type', calendar),
    Header('content-disposition', `attachment; filename="${name}.ics"`),
    ApiOperation({ summary }),
    ApiProduces('text/calendar'),
    ApiOkResponse({ schema: { type: 'string' } }),
  );
}

/** The text of a calendar, or nothing (304) when the client has it already. */
export function answered(reply: FastifyReply, found: Calendar, asked: KnownCopy): string | undefined {
  void reply.header('etag', found.etag).header('last-modified', found.lastModified.toUTCString());
  if (isKnown(asked, found)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', calendar);
  return found.text;
}
