import { createServer, IncomingMessage, Server } from 'node:http';
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
    const answered = answerTo(request, config, readiness).catch(() => refusal(request, 500));
    void answered.then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, config.host, resolve);
  });
  return server;
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

async function answerTo(request: IncomingMessage, config: Config, readiness: Readiness): Promise<Answer> {
  if (request.method !== 'GET') return refusal(request, 405);
  switch (request.url) {
    case '/health/live':
      return success({ status: 'up' });
    case '/health/ready': {
      const { ready, checks } = await readiness.look();
      return ready ? success({ status: 'up', checks }) : refusal(request, 503, { checks });
    }
    case '/metrics':
      if (!mayReadFigures(config, request.headers.authorization)) return refusal(request, 401);
      return { status: 200, type: registry.contentType, body: await registry.metrics() };
    default:
      return refusal(request, 404);
  }
}

function success(body: object): Answer {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

function refusal({ url = '/' }: IncomingMessage, status: number, extra: object = {}): Answer {
  const problem = plainProblem(status, url.split('?', 1)[0] ?? '/', newId());
  return { status, type: 'application/problem+json; charset=utf-8', body: JSON.stringify({ ...extra, ...problem }) };
}
