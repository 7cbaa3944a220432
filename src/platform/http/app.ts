import fastifyCookie from '@fastify/cookie';
import { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '../../kernel/id';
import { Config } from '../config/config';
import { createLogger, NestLog } from '../logging/logger';
import { refuseVastBodies } from './body-shape';
import { refuseOtherMethods } from './known-methods';
import { serveApiDescription } from './openapi';
import { plainProblem } from './problem';
import { answerProblem, ProblemFilter } from './problem.filter';
import { logRequests, requestId } from './request-log';
import { takeOneClicks } from './one-click';
import { sendSecurityHeaders } from './security-headers';
import { validation } from './validation';
import { serveWeb } from './web-files';

/** Paths outside of `/api/v1`: for machines around us, and the mailbox of the house. */
const outside = ['health/live', 'health/ready', 'metrics', 'mailbox', 'mailbox/*path'];

/**
 * Limits on what a caller may cost, in milliseconds, bytes or connections. Node's own are meant for file servers: it
 * waits a minute for headers and five for a body, and looks only every half minute.
 */
const limits = {
  headers: 10_000,
  request: 15_000,
  silence: 20_000,
  /** An idle connection: of callers of all sorts, or of a proxy, which keeps its own for up to a minute. */
  keepAlive: { anybody: 5_000, proxy: 75_000 },
  look: 2_000,
  body: 100 * 1024,
  parameter: 300,
  connections: 2_000,
};

/** Builds the HTTP application around a root module; nothing listens yet. Used by the process and by the tests alike. */
export async function createApp(
  root: DynamicModule,
  config: Config,
  logger = createLogger(config),
): Promise<NestFastifyApplication> {
  const adapter: FastifyAdapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    requestIdHeader: false,
    bodyLimit: limits.body,
    routerOptions: { maxParamLength: limits.parameter },
    connectionTimeout: limits.silence,
    requestTimeout: limits.request,
    // Whoever closes first must be the caller: a request that meets a closing connection is lost.
    keepAliveTimeout: config.trustedProxies > 0 ? limits.keepAlive.proxy : limits.keepAlive.anybody,
    http: { headersTimeout: limits.headers, connectionsCheckingInterval: limits.look, maxHeaderSize: 16 * 1024 },
    // The nearest proxies are believed, as many as there are; whatever stands further left in the header is hearsay.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('x-request-id', request.id);
      answerProblem(error, request, reply);
    },
    clientErrorHandler: refuseGarbage,
  });
  const fastify = adapter.getInstance();
  fastify.server.maxConnections = limits.connections;
  logRequests(fastify);
  refuseOtherMethods(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLog(logger),
    abortOnError: false,
    // JSON only, by Fastify's own reader, which refuses members named __proto__: nothing here takes forms or bare text.
    bodyParser: false,
  });
  fastify.removeContentTypeParser('text/plain');
  takeOneClicks(fastify);
  refuseVastBodies(fastify);
  sendSecurityHeaders(fastify, config);
  await app.register(fastifyCookie);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  app.setGlobalPrefix('api/v1', { exclude: outside });
  await serveWeb(fastify);
  serveApiDescription(app);
  return app;
}

/** What is not HTTP at all, or arrives too slowly or with headers too large, never becomes a request: answered here. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(plainProblem(status, '/', newId()));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
