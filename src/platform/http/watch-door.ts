import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { newId } from '../../kernel/id';
import { Config } from '../config/config';
import { registry } from '../metrics';
import { mayReadFigures, measureProcess } from './figures';
import { plainProblem } from './problem';
import { Readiness } from './readiness';

/**
 * What a process without people at its door answers: whether it lives, whether it is ready, and its figures, for the
 * machines that watch it. Nothing else is served here, and nothing is read of a request but its address and its token.
 */
export async function openWatchDoor(port: number, config: Config, readiness: Readiness): Promise<Server> {
  measureProcess();
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    void answer(request, response, config, readiness).catch(() => refuse(request, response, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, config.host, resolve);
  });
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  config: Config,
  readiness: Readiness,
): Promise<void> {
  if (request.method !== 'GET') return refuse(request, response, 405);
  switch (request.url) {
    case '/health/live':
      return send(response, 200, 'application/json; charset=utf-8', JSON.stringify({ status: 'up' }));
    case '/health/ready': {
      const { ready, checks } = await readiness.look();
      if (!ready) return refuse(request, response, 503, { checks });
      return send(response, 200, 'application/json; charset=utf-8', JSON.stringify({ status: 'up', checks }));
    }
    case '/metrics':
      if (!mayReadFigures(config, request.headers.authorization)) return refuse(request, response, 401);
      return send(response, 200, registry.contentType, await registry.metrics());
    default:
      return refuse(request, response, 404);
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, extra: object = {}): void {
  const problem = plainProblem(status, request.url?.split('?', 1)[0] ?? '/', newId());
  send(response, status, 'application/problem+json; charset=utf-8', JSON.stringify({ ...extra, ...problem }));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
