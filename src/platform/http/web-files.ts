import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';

/** Where the built web application lies. */
export const webFolder = join(root, 'web', 'dist');

/** Addresses that are never pages of the web application. */
const notPages = /^\/(api|health|metrics|mailbox|assets)(\/|$)/;

/**
 * Serves the web application at `/`. Its assets carry the hash of their content in their names and never change; the
 * page itself is asked for anew each time. Every other address that a person opens in a browser is the page too: what
 * it shows is the browser's business.
 */
export async function serveWeb(fastify: FastifyInstance, folder = webFolder): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    // The build has written the compressed forms beside the files.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const lasting = path.startsWith(join(folder, 'assets'));
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = '/index.html';
  fastify.get('/', (_, reply) => reply.sendFile(page));
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.is404 && isPage(request)) void reply.sendFile(page);
    else done();
  });
}

function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html') && !notPages.test(path);
}
