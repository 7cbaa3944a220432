import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter } from 'prom-client';
import { Busy, DomainError, Malformed, Refused, TooMany } from '../../kernel/errors';
import { isBusy } from '../database/constraint';
import { registry } from '../metrics';
import { Problem, plainProblem, problemOf } from './problem';
import { noteRefusal } from './request-log';

const refusals = new Counter({
  name: 'oasis_refusals_total',
  help: 'How often each rule said no: what rises when somebody hoards places, guesses passwords or tries doors',
  labelNames: ['rule'],
  registers: [registry],
});

/** Turns whatever was thrown into a problem document. Nothing from inside (SQL, stack, path) ever leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Writes the problem for an error; also used for errors that happen before Nest sees the request. */
export function answerProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = isBusy(thrown) ? new Busy() : thrown;
  const problem = describe(error, request);
  if (problem.status >= 500 && problem.status !== 503) request.log.error({ err: error }, 'request failed');
  for (const rule of rulesOf(error)) refusals.inc({ rule });
  noteRefusal(request, problem.code);
  if (reply.sent) return;
  const wait = error instanceof TooMany || error instanceof Busy ? error.retryAfter : undefined;
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}

/** The names of the rules that said no. They are words of ours, so there are only so many. */
function rulesOf(error: unknown): string[] {
  if (error instanceof Refused) return error.refusals.map(({ code }) => code);
  return error instanceof DomainError ? [error.code] : [];
}

function describe(error: unknown, request: FastifyRequest): Problem {
  const instance = request.url.split('?', 1)[0] ?? '/';
  if (error instanceof DomainError) return problemOf(error, instance, request.id);
  if (error instanceof HttpException) {
    return error.getStatus() === 400 && hasUnreadBody(request)
      ? problemOf(Malformed.at('', 'cannot be read as JSON'), instance, request.id)
      : plainProblem(error.getStatus(), instance, request.id);
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  const isClientError = typeof status === 'number' && status >= 400 && status < 500;
  return plainProblem(isClientError ? status : 500, instance, request.id);
}

/** Whether a body was sent that the parser gave up on: what can be read and is wrong is refused as {@link Malformed}. */
function hasUnreadBody({ body, headers }: FastifyRequest): boolean {
  return body === undefined && (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0);
}
