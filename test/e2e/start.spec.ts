import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, Server } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Intake } from '../../src/coaching/matching/intake.rules';
import { serverProcessesIn } from '../../src/platform/process-identity';
import { emptyDatabase, onDatabase } from '../support/postgres';
import { dataFolder, ServerProcess, startServer } from '../support/server-process';

jest.setTimeout(120_000);

const strong = 'f3c1a9d07b5e4826f3c1a9d07b5e4826-Kq';

const loadedFiles = join(__dirname, '..', 'support', 'loaded-files.cjs');

/** Packages that are loaded from where they are installed, see bin/bundle.mjs. */
const filesOfTheirOwn = /node_modules\/(@node-rs\/argon2[^/]*|swagger-ui-dist)\//;

// Some of these specs start what is built without building it.
beforeAll(async () => {
  expect(await startServer({}, { argument: 'build' }).ended).toBe(0);
});

describe('the start on the embedded database', () => {
  const folder = dataFolder();
  const cluster = join(folder.path, 'postgres', 'cluster');
  const env = { PORT: '0', OASIS_DATA: folder.path };
  const running: ServerProcess[] = [];
  const start = (more: Record<string, string> = {}): ServerProcess => {
    const server = startServer({ ...env, ...more }, { group: true });
    running.push(server);
    return server;
  };
  /** The house as the test before left it, when it left it open: most of these are about how it ends. */
  const open = async (): Promise<ServerProcess> => {
    const last = running.at(-1);
    const isOpen = last?.child.exitCode === null && last.child.signalCode === null;
    const server = isOpen ? last : start();
    await server.ready();
    return server;
  };

  afterAll(async () => {
    await Promise.all(running.map((server) => server.stop('SIGKILL')));
    for (const pid of serverProcessesIn(cluster)) process.kill(pid, 'SIGQUIT');
    folder.remove();
  });

  it('makes a house in an empty folder, says where it is and how to sign in, and stops in order', async () => {
    const list = join(folder.path, 'loaded-files');
    const server = start({ NODE_OPTIONS: `--require ${loadedFiles}`, LOADED_FILES: list });
    const milliseconds = await server.ready();
    console.info(`first start to ready: ${milliseconds} ms`);
    expect(server.out()).toContain(await server.url());
    expect(server.out()).toContain('entrepreneur@oasis.example');
    expect(server.err()).toBe('');

    const signIn = await fetch(`${await server.url()}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'entrepreneur@oasis.example', password: 'oasis-demo-2026' }),
    });
    expect(signIn.status).toBe(200);
    expect(statSync(join(folder.path, 'jwt-secret')).mode & 0o077).toBe(0);
    expect(statSync(join(folder.path, 'postgres', 'password')).mode & 0o077).toBe(0);

    expect(await server.stop('SIGTERM')).toBe(0);
    expect(server.err()).toBe('');
    expect(serverProcessesIn(cluster)).toEqual([]);
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);

    // What lies in the bundle and is loaded beside it as well is there twice, with two memories.
    const loaded = readFileSync(list, 'utf8').split('\n');
    expect(loaded.some((file) => file.includes(join('dist', 'chunks')))).toBe(true);
    expect(loaded.filter((file) => /node_modules/.test(file) && !filesOfTheirOwn.test(file))).toEqual([]);
  });

  it('reads bodies within bodies where a class is made of two others', async () => {
    const address = `${await (await open()).url()}/api/v1`;
    const ask = async (method: string, path: string, token: string, body?: object): Promise<Response> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      return fetch(`${address}/${path}`, { method, headers, body: body && JSON.stringify(body) });
    };
    const account = { email: 'manager@oasis.example', password: 'oasis-demo-2026' };
    const signIn = await ask('POST', 'auth/sign-in', '', account);
    const { accessToken } = (await signIn.json()) as { accessToken: string };
    const sites = await ask('GET', 'sites', accessToken);
    const { items } = (await sites.json()) as { items: { id: string; slug: string }[] };
    const path = `sites/${items.find(({ slug }) => slug === 'lappeenranta')?.id}/opening-hours?preview=true`;
    const open8To20 = (weekday: number) =>
      ask('PUT', path, accessToken, {
        validFrom: '2099-01-01',
        openingHours: [{ weekday, opens: '08:00', closes: '20:00' }],
      });

    expect(await (await open8To20(1)).json()).toMatchObject({ affectedBookings: [] });
    const refused = await open8To20(8);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/openingHours/0/weekday' }] });
  });

  it('starts again after a kill -9 that left PostgreSQL running', async () => {
    const first = await open();
    await first.stop('SIGKILL');
    const left = serverProcessesIn(cluster);
    expect(left).not.toEqual([]);

    const second = start();
    const milliseconds = await second.ready();
    console.info(`start after kill -9 to ready: ${milliseconds} ms`);
    expect(serverProcessesIn(cluster).some((pid) => left.includes(pid))).toBe(false);
  });

  it('starts again after PostgreSQL was killed too', async () => {
    const first = await open();
    const server = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    first.child.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    await first.ended;

    await start().ready();
  });

  it('refuses a second start in the same folder and leaves the first alone', async () => {
    const first = await open();
    const second = startServer(env);
    expect(await second.ended).toBe(1);
    expect(second.err()).toMatch(/^Business Oasis is already running in this folder \(process \d+\)\.\n$/);
    expect((await fetch(`${await first.url()}/health/ready`)).status).toBe(200);
  });

  it('stops everything when the terminal interrupts the whole group', async () => {
    const server = await open();
    process.kill(-(server.child.pid ?? 0), 'SIGINT');
    expect(await server.ended).toBe(0);
    expect(serverProcessesIn(cluster)).toEqual([]);
  });

  it('ends when its PostgreSQL ends', async () => {
    const server = start();
    const milliseconds = await server.ready();
    console.info(`later start to ready: ${milliseconds} ms`);
    process.kill(Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT');
    expect(await server.ended).toBe(1);
    expect(server.out()).toContain('the embedded PostgreSQL ended by itself');
  });

  it('says in one sentence that the port is taken, and leaves nothing running', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const server = start({ PORT: String(port) });
    const code = await server.ended;
    other.close();
    expect(code).toBe(1);
    expect(server.err()).toBe(
      `Port ${port} is in use by another program; stop that one, or choose another port with PORT.\n`,
    );
    expect(serverProcessesIn(cluster)).toEqual([]);
  });
});

describe('a start that cannot succeed says why in one sentence', () => {
  const folder = dataFolder();
  afterAll(() => folder.remove());

  const refused = async (env: Record<string, string>, door?: string): Promise<string> => {
    const server = startServer({ PORT: '0', OASIS_DATA: folder.path, ...env }, { door });
    expect(await server.ended).toBe(1);
    expect(server.err().trim().split('\n')).toHaveLength(1);
    return server.err().trim();
  };

  it('when nothing answers at DATABASE_URL', async () => {
    const said = await refused({ DATABASE_URL: 'postgres://someone:hidden-word@127.0.0.1:1/oasis' });
    expect(said).toBe('The database that DATABASE_URL names cannot be used: nothing answers at that address.');
  });

  it('when the host of DATABASE_URL does not exist', async () => {
    const said = await refused({ DATABASE_URL: 'postgres://someone:hidden-word@no-such-host.invalid/oasis' });
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toContain('hidden-word');
  });

  it('when the database of DATABASE_URL does not exist, or the password is wrong', async () => {
    const { url, drop } = await emptyDatabase();
    await drop();
    expect(await refused({ DATABASE_URL: url })).toContain('there is no database of that name');
    const wrong = new URL(url);
    wrong.username = 'nobody_of_this_name';
    wrong.password = 'hidden-word';
    const said = await refused({ DATABASE_URL: wrong.toString() });
    expect(said).toContain('the user name or password is wrong');
    expect(said).not.toContain('hidden-word');
  });

  it('when the server is too old', async () => {
    const old = await serverOfVersion(140_011, '14.11');
    const said = await refused({ DATABASE_URL: `postgres://someone@127.0.0.1:${old.port}/oasis` }).finally(old.close);
    expect(said).toBe('PostgreSQL 15 or newer is needed; the server that DATABASE_URL names is 14.11.');
  });

  it('when variables are wrong: all of them at once, by name and never by value', async () => {
    const said = await refused({
      PORT: 'eighty',
      DATABASE_POOL: '0',
      SMTP_URL: 'ftp://hidden-word',
      JWT_SECRET: 'short',
    });
    for (const name of ['PORT', 'DATABASE_POOL', 'SMTP_URL', 'JWT_SECRET']) expect(said).toContain(name);
    for (const value of ['eighty', 'hidden-word', 'short']) expect(said).not.toContain(value);
  });

  it('in production without database and secret, or with a weak one', async () => {
    const nothing = await refused({ NODE_ENV: 'production' });
    expect(nothing).toContain('DATABASE_URL must be set in production');
    expect(nothing).toContain('JWT_SECRET must be set in production');
    const noDatabase = await refused({ NODE_ENV: 'production', JWT_SECRET: strong });
    expect(noDatabase).toContain('DATABASE_URL must be set in production');
    const weak = await refused({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://127.0.0.1:1/oasis',
      JWT_SECRET: 'a'.repeat(40),
    });
    expect(weak).toContain('JWT_SECRET must be a random secret of at least 32 bytes');
  });

  it('when a worker of its own is to use the embedded database', async () => {
    expect(await refused({}, 'dist/worker.js')).toContain('A worker of its own needs DATABASE_URL');
  });
});

it('the thread of matching lies beside the program that starts it, in what is built, too', async () => {
  const nobody: Intake = {
    ...{ goal: 'coverage', floor: 0, fixed: [], apart: [], today: '2027-03-02', open: [] },
    ...{ applicants: [], mentors: [], conflicts: [], parted: [], together: [] },
  };
  const thread = new Worker(join(__dirname, '..', '..', 'dist', 'chunks', 'matching.thread.js'), {
    workerData: nobody,
  });
  const [answer] = (await once(thread, 'message')) as [{ total: number }];
  expect(answer.total).toBe(0);
});

describe('what is built keeps little memory', () => {
  const dist = join(__dirname, '..', '..', 'dist');

  it.each(['main.js', 'worker.js'])('%s sees to the heap before it asks for its chunks', (door) => {
    const [first] = /require\("[^"]*"\)/.exec(readFileSync(join(dist, door), 'utf8')) ?? [];
    expect(first).toBe('require("./platform/heap.js")');
  });

  it('no text of a chunk needs two bytes a character, and lines are kept for stack traces', () => {
    const chunks = readdirSync(join(dist, 'chunks')).filter((name) => /^(house|packages)\d*\.js$/.test(name));
    expect(chunks.length).toBeGreaterThan(2);
    for (const name of chunks) {
      const text = readFileSync(join(dist, 'chunks', name), 'utf8');
      expect({ name, wide: /[^\0-\xff]/.exec(text)?.[0] }).toEqual({ name, wide: undefined });
      expect(text.split('\n').length).toBeGreaterThan(10);
    }
  });
});

describe('three processes on one empty database', () => {
  it('all come up, and every migration ran once', async () => {
    const { url, drop } = await emptyDatabase();
    const folder = dataFolder();
    const env = { PORT: '0', OASIS_DATA: folder.path, DATABASE_URL: url, DATABASE_POOL: '3', JWT_SECRET: strong };
    const servers = Array.from({ length: 3 }, () => startServer(env));
    try {
      const times = await Promise.all(servers.map((server) => server.ready()));
      const names = await onDatabase<{ name: string }>(url, 'select name from schema_migration order by name');
      expect(names.length).toBe(new Set(names.map(({ name }) => name)).size);
      expect(names.length).toBeGreaterThan(0);
      console.info(`three starts on an empty database, ready after ${times.join(', ')} ms`);
      const ends = await Promise.all(servers.map((server) => server.stop()));
      expect(ends).toEqual([0, 0, 0]);
      expect(servers.map((server) => server.err()).join('')).toBe('');
    } finally {
      await Promise.all(servers.map((server) => server.stop('SIGKILL')));
      await drop();
      folder.remove();
    }
  });
});

describe('in production', () => {
  it('migrating, serving and working are processes of their own; no demonstration, no word about accounts', async () => {
    const { url, drop } = await emptyDatabase();
    const folder = dataFolder();
    const env = {
      ...{ NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', PUBLIC_URL: 'https://oasis.example' },
      ...{ OASIS_DATA: folder.path, DATABASE_URL: url, JWT_SECRET: strong, METRICS_TOKEN: strong, WATCH_PORT: '0' },
    };
    const started: ServerProcess[] = [];
    const start = (door: string, ...argument: string[]): ServerProcess => {
      const server = startServer(env, { door, argument });
      started.push(server);
      return server;
    };
    try {
      expect(await start('dist/main.js', 'migrate').ended).toBe(0);
      expect(await onDatabase(url, 'select 1 from schema_migration limit 1')).toHaveLength(1);

      const server = start('dist/main.js');
      const worker = start('dist/worker.js');
      await server.ready();
      const live = await fetch(`${await server.url()}/health/live`);
      expect(live.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect((await fetch(`${await server.url()}/mailbox`)).status).toBe(404);
      const display = { headers: { authorization: 'Bearer hidden' } };
      expect((await fetch(`${await server.url()}/api/v1/display`, display)).status).toBe(404);
      expect((await fetch(`${await server.url()}/api/v1/me?secret=hidden`)).status).toBe(401);
      expect(server.out()).not.toContain('oasis-demo');
      while (!server.out().includes('"status":401')) await new Promise((resolve) => setTimeout(resolve, 50));
      // Whoever is refused can be followed to where they came from; what they asked with is not written down.
      const line =
        server
          .out()
          .split('\n')
          .find((one) => one.includes('"status":401')) ?? '{}';
      expect(JSON.parse(line)).toMatchObject({ route: '/api/v1/me', code: 'unauthenticated', from: '127.0.0.1' });
      expect(server.out()).not.toContain('hidden');
      expect(await onDatabase(url, 'select 1 from person limit 1')).toEqual([]);

      while (!worker.out().includes('"working"')) await new Promise((resolve) => setTimeout(resolve, 50));
      const watch = `http://127.0.0.1:${/"watch":(\d+)/.exec(worker.out())?.[1]}`;
      expect(await (await fetch(`${watch}/health/ready`)).json()).toMatchObject({ checks: { timetable: 'up' } });
      expect((await fetch(`${watch}/metrics`)).status).toBe(401);
      expect((await fetch(`${watch}/api/v1/sites`)).status).toBe(404);
      const figures = async (): Promise<string> =>
        (await fetch(`${watch}/metrics`, { headers: { authorization: `Bearer ${strong}` } })).text();
      while (!/oasis_ticks_total\{line="messages.plan",outcome="done"\} [1-9]/.test(await figures()))
        await new Promise((resolve) => setTimeout(resolve, 50));
      // An empty house gets its first administrator from whoever owns the database, once the address is known to be theirs.
      await onDatabase(
        url,
        `insert into person (id, email, full_name, locale, privacy_notice, privacy_notice_accepted_at, created_at, updated_at)
         values (gen_random_uuid(), 'aila@people.example', 'Aila Example', 'fi', '2026-11', now(), now(), now())`,
      );
      const unconfirmed = start('dist/main.js', 'administrator', 'Aila@people.example');
      expect(await unconfirmed.ended).toBe(1);
      expect(unconfirmed.err()).toContain('Nobody has confirmed the address "aila@people.example"');
      await onDatabase(url, 'update person set email_verified_at = now()');
      expect(await start('dist/main.js', 'administrator', 'Aila@people.example').ended).toBe(0);
      expect(await onDatabase(url, 'select role, site_id, granted_by from role_grant')).toEqual([
        { role: 'administrator', site_id: null, granted_by: null },
      ]);
      expect(await onDatabase(url, 'select action, actor_id from audit_event')).toEqual([
        { action: 'role.grant', actor_id: null },
      ]);

      expect(await worker.stop()).toBe(0);
      expect(await server.stop()).toBe(0);
      expect(existsSync(join(folder.path, 'jwt-secret'))).toBe(false);
    } finally {
      await Promise.all(started.map((server) => server.stop('SIGKILL')));
      await drop();
      folder.remove();
    }
  });
});

/** Speaks just enough of the protocol to be asked for its version. */
async function serverOfVersion(number: number, text: string): Promise<{ port: number; close: () => void }> {
  const message = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const int16 = (value: number): Buffer => Buffer.from([(value >> 8) & 255, value & 255]);
  const int32 = (value: number): Buffer => Buffer.concat([int16(value >> 16), int16(value)]);
  const field = (name: string, type: number): Buffer =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)]);
  const value = (words: string): Buffer => Buffer.concat([int32(Buffer.byteLength(words)), Buffer.from(words)]);
  const idle = message('Z', Buffer.from('I'));
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (!greeted) {
        greeted = true;
        socket.write(Buffer.concat([message('R', int32(0)), idle]));
      } else if (data[0] === 'Q'.charCodeAt(0)) {
        socket.write(
          Buffer.concat([
            message('T', Buffer.concat([int16(2), field('number', 23), field('text', 25)])),
            message('D', Buffer.concat([int16(2), value(String(number)), value(text)])),
            message('C', Buffer.from('SELECT 1\0')),
            idle,
          ]),
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
}
