import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { Config } from '../config/config';

/**
 * Headers that tell browsers what this origin never does. Scripts come from files of our own only, in the application as
 * in the pages of the API's documentation; styles may be inline, because the components of the web write style elements.
 */
export async function sendSecurityHeaders(fastify: FastifyInstance, config: Config): Promise<void> {
  const secure = config.publicUrl.startsWith('https:');
  // What the API says is about people: no browser and no proxy keeps it, unless a route says otherwise.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/v1/')) void reply.header('cache-control', 'no-store');
    done();
  });
  await fastify.register(fastifyHelmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(secure && { 'upgrade-insecure-requests': [] }),
      },
    },
    hsts: secure && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
