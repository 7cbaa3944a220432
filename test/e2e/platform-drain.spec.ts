import { Agent, request } from 'node:http';
import { freshDatabase } from '../support/postgres';
import { dataFolder, startServer } from '../support/server-process';

jest.setTimeout(120_000);

/** What became of the requests of one round. */
interface Tally {
  answered: number;
  refusedAtTheDoor: number;
  broken: string[];
}

/** Asks again and again over one kept connection until nobody opens the door any more. */
async function askUntilClosed(url: string, path: string, tally: Tally): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (;;) {
    const outcome = await new Promise<string>((resolve) => {
      const asked = request(`${url}${path}`, { agent }, (answer) => {
        answer.on('error', (error: NodeJS.ErrnoException) => resolve(`answer ${error.code ?? error.message}`));
        answer.on('end', () => resolve(String(answer.statusCode)));
        answer.resume();
      });
      asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      asked.end();
    });
    if (outcome === 'ECONNREFUSED') {
      tally.refusedAtTheDoor++;
      break;
    }
    if (/^[245]\d\d$/.test(outcome)) tally.answered++;
    else tally.broken.push(outcome);
  }
  agent.destroy();
}

describe('SIGTERM under load', () => {
  it('resets no accepted request, and the process ends with 0', async () => {
    const fresh = await freshDatabase();
    const folder = dataFolder();
    const rounds = 2;
    const clients = 24;
    let answered = 0;
    try {
      for (let round = 0; round < rounds; round++) {
        const server = startServer({ PORT: '0', OASIS_DATA: folder.path, DATABASE_URL: fresh.url, LOG_LEVEL: 'info' });
        await server.ready();
        const url = await server.url();
        const tally: Tally = { answered: 0, refusedAtTheDoor: 0, broken: [] };
        const paths = ['/health/ready', '/health/live', '/api/v1/sites', '/api/openapi.json'];
        const asking = Array.from({ length: clients }, (_, index) =>
          askUntilClosed(url, paths[index % paths.length] ?? '/', tally),
        );
        // Everybody is let in before the door closes: what waits outside then is not a request that was accepted.
        while (tally.answered < 10 * clients) await new Promise((resolve) => setTimeout(resolve, 20));
        expect(await server.stop('SIGTERM')).toBe(0);
        await Promise.all(asking);
        expect(tally.broken).toEqual([]);
        expect(tally.refusedAtTheDoor).toBe(clients);
        expect(tally.answered).toBeGreaterThan(clients);
        answered += tally.answered;
      }
      console.info(`${rounds} stops under the load of ${clients} clients: ${answered} answered, 0 broken`);
    } finally {
      await fresh.drop();
      folder.remove();
    }
  });

  it('lets a request under way end before the process does', async () => {
    const fresh = await freshDatabase();
    const folder = dataFolder();
    const server = startServer({ PORT: '0', OASIS_DATA: folder.path, DATABASE_URL: fresh.url });
    try {
      await server.ready();
      const { hostname, port } = new URL(await server.url());
      const answer = new Promise<{ status: number; connection?: string }>((resolve, reject) => {
        const asked = request(
          {
            hostname,
            port,
            method: 'POST',
            path: '/api/v1/auth/sign-in',
            headers: { 'content-type': 'application/json' },
          },
          (response) => {
            response.resume();
            resolve({ status: response.statusCode ?? 0, connection: response.headers.connection });
          },
        );
        asked.on('error', reject);
        // The body is half sent when the signal comes.
        asked.write('{"email":"a@b.exa');
        setTimeout(() => asked.end('mple","password":"something long"}'), 1_500);
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const ended = server.stop('SIGTERM');
      expect(await answer).toEqual({ status: 401, connection: 'close' });
      expect(await ended).toBe(0);
    } finally {
      await server.stop('SIGKILL');
      await fresh.drop();
      folder.remove();
    }
  });

  it('a second signal ends the process at once', async () => {
    const fresh = await freshDatabase();
    const folder = dataFolder();
    const server = startServer({ PORT: '0', OASIS_DATA: folder.path, DATABASE_URL: fresh.url });
    try {
      await server.ready();
      const { hostname, port } = new URL(await server.url());
      const hanging = request({ hostname, port, method: 'POST', path: '/api/v1/auth/sign-in' });
      hanging.on('error', () => undefined);
      hanging.setHeader('content-type', 'application/json');
      hanging.write('{');
      await new Promise((resolve) => setTimeout(resolve, 300));
      server.child.kill('SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await server.stop('SIGTERM')).toBe(1);
      hanging.destroy();
    } finally {
      await server.stop('SIGKILL');
      await fresh.drop();
      folder.remove();
    }
  });
});
