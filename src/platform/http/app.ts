import fastifyCookie from '@fastify/cookie';
import { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/config';
import { answerProblem, ProblemFilter } from './problem.filter';
import { validation } from './validation';

/** Builds the HTTP application around a root module; nothing listens yet. Used by the process and by the tests alike. */
export async function createApp(root: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 100 * 1024,
    // The nearest proxies are believed, as many as there are; whatever stands further left in the header is hearsay.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false, abortOnError: false });
  const fastify = adapter.getInstance();
  await app.register(fastifyCookie);
  fastify.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics', 'mailbox', 'mailbox/messages'] });
  return app;
}
