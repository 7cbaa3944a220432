import type { FastifyInstance } from 'fastify';
import { plainProblem } from './problem';

/**
 * Answers 405 with `Allow` where an address exists but not for the method that was used. Fastify itself takes every
 * miss for a 404.
 */
export function refuseOtherMethods(fastify: FastifyInstance): void {
  const known = new Map<string, { form: RegExp; methods: Set<string> }>();

  fastify.addHook('onRoute', ({ url, method }) => {
    const entry = known.get(url) ?? { form: formOf(url), methods: new Set<string>() };
    for (const name of [method].flat()) entry.methods.add(name);
    known.set(url, entry);
  });

  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?', 1)[0] ?? '/';
    const methods = new Set(
      [...known.values()].filter(({ form }) => form.test(path)).flatMap((one) => [...one.methods]),
    );
    if (methods.size === 0 || methods.has(request.method)) return done();
    void reply
      .status(405)
      .header('allow', [...methods].sort().join(', '))
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(plainProblem(405, path, request.id)));
  });
}

function formOf(pattern: string): RegExp {
  const parts = pattern
    .split('/')
    .map((part) =>
      part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`^${parts.join('/')}$`);
}
