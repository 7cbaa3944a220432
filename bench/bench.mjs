// `npm run bench`: what the house costs beside the same work in plain SQL on the same server, in one run. Figures of
// different runs or machines do not compare; the ratios of one run do. Nothing here is asserted.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { House } from './house.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const built = (path) => require(join(root, 'dist', path));
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

const { EmbeddedPostgres } = built('platform/database/embedded-postgres.js');
const { dataSource } = built('platform/database/data-source.js');
const { migrate } = built('platform/database/migrate.js');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

/** Runs `work(client)` again and again with so many clients for a while; answers the rate and the times taken. */
async function drive(clients, work) {
  const took = [];
  const end = performance.now() + seconds * 1000;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        const start = performance.now();
        await work(client);
        took.push(performance.now() - start);
      }
    }),
  );
  const rate = (took.length * 1000) / (performance.now() - from);
  return { rate, p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

/** Medians of interleaved rounds: first the one, then the other, again and again. */
async function compare(clients, ours, plain) {
  const found = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    found.ours.push(await drive(clients, ours));
    found.plain.push(await drive(clients, plain));
  }
  const middle = (runs, key) => median(runs.map((run) => run[key]));
  return Object.fromEntries(
    Object.entries(found).map(([name, runs]) => [
      name,
      { rate: middle(runs, 'rate'), p50: middle(runs, 'p50'), p99: middle(runs, 'p99') },
    ]),
  );
}

function startApi(url, secret, folder) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'dist', 'main.js')], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      DATABASE_POOL: '16',
      JWT_SECRET: secret,
      OASIS_DATA: folder,
      PORT: '0',
      JOBS: 'elsewhere',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the API ended with ${code}`)));
    child.stdout.on('data', (chunk) => {
      const found = /Server listening at (http:\/\/[\d.:]+)/.exec(chunk.toString());
      if (found) resolve({ child, address: found[1] });
    });
  });
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

function ask(address, method, path, token, body) {
  return new Promise((resolve, reject) => {
    const text = body && JSON.stringify(body);
    const headers = { authorization: `Bearer ${token}`, ...(text && { 'content-type': 'application/json' }) };
    const request = http.request(`${address}/api/v1${path}`, { method, agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(text);
  });
}

const rows = [];
const show = (name, clients, { ours, plain }) => {
  const row = { name, clients, ours, plain, rateRatio: ours.rate / plain.rate, p50Ratio: ours.p50 / plain.p50 };
  rows.push(row);
  const cell = (value, width = 8) => value.toFixed(value < 10 ? 2 : 0).padStart(width);
  console.log(
    `${name.padEnd(34)} ${String(clients).padStart(3)} clients  ours ${cell(ours.rate)}/s p50 ${cell(ours.p50)} p99 ${cell(ours.p99)} ms` +
      `   plain ${cell(plain.rate)}/s p50 ${cell(plain.p50)} p99 ${cell(plain.p99)} ms   ratio ${row.rateRatio.toFixed(2)}`,
  );
};

const folder = mkdtempSync(join(tmpdir(), 'oasis-bench-'));
const server = await EmbeddedPostgres.start({ folder });
let api;
try {
  const source = dataSource(server.url, []);
  await migrate(source, server.url);
  await source.destroy();
  const pool = new pg.Pool({ connectionString: server.url, max: 40, options: '-c timezone=UTC -c jit=off' });
  pool.on('error', () => undefined);
  const house = await House.build(pool, { resources: 100, members: 64, built });
  const secret = randomBytes(48).toString('base64url');
  api = await startApi(server.url, secret, folder);
  const { address, child } = api;
  const tokens = await Promise.all(house.members.slice(0, 32).map((member) => signIn(address, member)));

  console.log(`medians of ${rounds} interleaved rounds of ${seconds} s; ${process.version}, one API process`);
  let ask_ = 0;
  for (const clients of [1, 8, 32]) {
    const before = await cpu(child.pid);
    const result = await compare(
      clients,
      async (client) => {
        const { resourceId, start, end } = house.nextSlot();
        const answer = await ask(address, 'POST', '/bookings', tokens[client], { resourceId, start, end });
        if (answer.status !== 201) throw new Error(answer.text);
        ask_++;
      },
      (client) => house.bookInPlainSql(pool, client),
    );
    show('a booking', clients, result);
    rows.at(-1).apiCpuMsPerBooking = ((await cpu(child.pid)) - before) / Math.max(1, ask_);
    ask_ = 0;
  }
  await house.fillDay(pool, 400);
  const { siteId, busyDate } = house;
  show(
    'the day of a site, 400 bookings',
    8,
    await compare(
      8,
      (client) => ask(address, 'GET', `/sites/${siteId}/day?date=${busyDate}`, tokens[client]),
      () => house.dayInPlainSql(pool),
    ),
  );
  const [start, end] = house.halfHour.map(encodeURIComponent);
  show(
    'what is free for half an hour',
    8,
    await compare(
      8,
      (client) => ask(address, 'GET', `/sites/${siteId}/availability?start=${start}&end=${end}`, tokens[client]),
      () => house.availabilityInPlainSql(pool),
    ),
  );
  console.log(`memory of the API process after it all: ${await memory(child.pid)} MiB`);
  writeFileSync(
    join(root, 'bench', 'latest.json'),
    `${JSON.stringify({ node: process.version, seconds, rounds, rows }, null, 2)}\n`,
  );
  await pool.end();
} finally {
  api?.child.removeAllListeners('exit');
  api?.child.kill('SIGTERM');
  agent.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function signIn(address, { email, password }) {
  const response = await fetch(`${address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': randomUUID() },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()).accessToken;
}

/** Processor time of a process so far, in milliseconds; NaN where /proc is not known. */
async function cpu(pid) {
  const { readFile } = await import('node:fs/promises');
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

async function memory(pid) {
  const { readFile } = await import('node:fs/promises');
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
  } catch {
    return 'unknown';
  }
}
