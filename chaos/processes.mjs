// The programs of a running house, each a process that can be killed and started again.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How to end at once whatever still runs: nothing of a house outlives the command, however that ends. */
const remains = new Set();
process.on('exit', () => {
  for (const end of remains) end();
});

/** Remembers a way to end something until it has ended. */
export function mind(end, ended) {
  remains.add(end);
  void ended.then(() => remains.delete(end));
}

/** An API or a worker. Ends that nobody asked for are remembered: a crash is a figure. */
export class Program {
  out = '';
  ended = undefined;

  constructor(name, file, env) {
    this.name = name;
    this.startedAt = Date.now();
    this.child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...(env.CHAOS_NODE?.split(' ') ?? []), file],
      {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const keep = (piece) => (this.out = (this.out + piece).slice(-20_000));
    this.child.stdout.on('data', keep);
    this.child.stderr.on('data', keep);
    this.finished = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => {
        this.ended = code ?? signal;
        resolve(this.ended);
      });
    });
    mind(() => this.child.kill('SIGKILL'), this.finished);
  }

  get isRunning() {
    return this.ended === undefined;
  }

  /** Waits for a word on its output. @throws Error when it ends before */
  async says(pattern, patience = 60_000) {
    const end = performance.now() + patience;
    while (performance.now() < end && this.isRunning) {
      const found = pattern.exec(this.out);
      if (found) return found;
      await pause(10);
    }
    throw new Error(
      `${this.name} ${this.isRunning ? 'did not start in time' : `ended with ${this.ended}`}\n${this.out}`,
    );
  }

  /** Resolves when it is at work: with its address when it is an API. */
  async atWork() {
    const found = await this.says(/Server listening at (http:\/\/[\d.:]+)|"msg":"working"/);
    this.isAtWork = true;
    return found[1];
  }

  /** Sends a signal and waits for the end. @returns the exit code or the signal */
  async stop(signal = 'SIGTERM') {
    this.wasAsked = true;
    if (this.isRunning) this.child.kill(signal);
    return await this.finished;
  }
}

/** Keeps so many programs of one sort at work: whatever ends is started again. */
export class Crew {
  members = [];
  /** Ends that nobody asked for, while the house was well. */
  crashes = [];
  /** Starts that failed, as they do while the database is away. */
  failedStarts = 0;
  /** How long each start took, in milliseconds. */
  starts = [];
  dismissed = false;

  constructor(size, make) {
    this.make = make;
    this.posts = Array.from({ length: size }, (_, index) => this.keep(index));
  }

  async keep(index) {
    while (!this.dismissed) {
      const one = this.make(index);
      this.members[index] = one;
      await one.atWork().catch(() => undefined);
      if (one.isAtWork) this.starts.push({ name: one.name, from: one.startedAt, took: Date.now() - one.startedAt });
      const end = await one.finished;
      if (one.wasAsked) continue;
      if (one.isAtWork) this.crashes.push({ name: one.name, end, said: one.out.slice(-1500) });
      else {
        this.failedStarts++;
        this.lastFailedStart = one.out.slice(-600);
      }
      await pause(300);
    }
  }

  /** Ends and starts from now on are another scenario's. */
  forget() {
    this.crashes = [];
    this.starts = [];
    this.failedStarts = 0;
  }

  /** Those that are at work now. */
  get atWork() {
    return this.members.filter((one) => one?.isAtWork && one.isRunning);
  }

  async allAtWork(patience = 120_000) {
    const end = performance.now() + patience;
    while (this.atWork.length < this.posts.length) {
      if (performance.now() > end)
        throw new Error(`only ${this.atWork.length} at work\n${this.members.map((one) => one?.out).join('\n')}`);
      await pause(20);
    }
  }

  async dismiss(signal = 'SIGTERM') {
    this.dismissed = true;
    const ends = await Promise.all(this.members.map((one) => one.stop(signal)));
    await Promise.all(this.posts);
    return ends;
  }
}

/** A PostgreSQL server of its own, from the programs that npm carries, that can be cut off and started again. */
export class PostgresServer {
  static async start(folder, built) {
    const server = new PostgresServer();
    server.parts = {
      ...built('platform/database/embedded-postgres-place.js'),
      ...built('platform/database/embedded-postgres-programs.js'),
      ...built('platform/database/embedded-postgres-cluster.js'),
      ...built('platform/database/embedded-postgres-process.js'),
    };
    server.place = server.parts.placeFor(folder, () => undefined);
    server.tools = server.parts.programs(server.place.user, server.place.home);
    server.password = server.parts.ensureCluster(server.place, server.tools, 'oasis');
    await server.launch();
    return server;
  }

  async launch() {
    this.process = await this.parts.ServerProcess.launch(this.place, this.tools);
    this.port = this.process.port;
    const { process: server } = this;
    mind(() => server.ask('SIGQUIT'), server.ended);
  }

  url(database = 'oasis', port = this.port) {
    return `postgres://oasis:${this.password}@127.0.0.1:${port}/${database}`;
  }

  /** As if the power went: no goodbye, and recovery at the next start. */
  async cutOff() {
    this.process.ask('SIGQUIT');
    await this.process.ended;
  }

  stop() {
    return this.process.stop();
  }
}

/** A Redis server that keeps nothing on disk: a restart finds it empty. */
export class RedisServer {
  static async start(folder, port) {
    const server = new RedisServer();
    server.folder = folder;
    server.port = port;
    await server.launch();
    return server;
  }

  async launch() {
    const flags = [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      this.folder,
    ];
    this.child = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve).once('error', resolve));
    const { child } = this;
    mind(() => child.kill('SIGKILL'), this.ended);
    let out = '';
    this.child.stdout.on('data', (piece) => (out += piece));
    const end = performance.now() + 10_000;
    while (!/Ready to accept connections/.test(out)) {
      if (performance.now() > end) throw new Error(`Redis did not start\n${out}`);
      await pause(10);
    }
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  pause() {
    this.child.kill('SIGSTOP');
  }

  resume() {
    this.child.kill('SIGCONT');
  }
}

/** The folder of a build with the name of its door. */
export const door = (house, name) => join(house, 'dist', `${name}.js`);
