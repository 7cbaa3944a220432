import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isServerOf, serverProcessesIn, startOf } from '../process-identity';
import { runAs } from './embedded-postgres-cluster';
import { Place } from './embedded-postgres-place';
import { NoPrograms, Programs } from './embedded-postgres-programs';

/** For a laptop: little memory, nothing replicated, and every commit on the disk before it is acknowledged. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
};

const patience = { ready: 30_000, fast: 10_000, immediate: 5_000 };

/** A running server process and its port. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly pid: number,
    private readonly cluster: string,
    readonly port: number,
  ) {}

  /** Starts the server on a free port and waits until it takes connections. */
  static async launch(place: Place, { postgres }: Programs): Promise<ServerProcess> {
    const logFile = join(place.home, 'postgres.log');
    for (let tries = 1; ; tries++) {
      const port = await freePort();
      const log = openSync(logFile, 'w', 0o600);
      const child = spawn(postgres, ['-D', place.cluster, ...flags({ ...settings, port: String(port) })], {
        ...runAs(place),
        detached: true,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      child.unref();
      child.on('error', () => undefined);
      if (child.pid !== undefined) {
        const started = new ServerProcess(child, child.pid, place.cluster, port);
        if (await started.becomesReady()) return started;
        await started.stop();
      }
      const said = readFileSync(logFile, 'utf8');
      // Between our look for a free port and the server's start somebody else may have taken it.
      const worthAnother = /could not (bind|create any TCP)|pre-existing shared memory/.test(said);
      if (!worthAnother || tries >= 5) {
        throw new NoPrograms(`The embedded PostgreSQL did not start; ${logFile} says why.`);
      }
      await pause(200 * tries);
    }
  }

  get ended(): Promise<void> {
    return new Promise((resolve) => {
      if (this.hasEnded) resolve();
      else this.child.once('exit', () => resolve());
    });
  }

  /** Sends a signal and does not wait. */
  ask(signal: NodeJS.Signals): void {
    if (!this.hasEnded) send(this.pid, signal);
  }

  async stop(): Promise<void> {
    if (!this.hasEnded) await stopServer(this.pid, () => this.hasEnded);
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async becomesReady(): Promise<boolean> {
    const deadline = performance.now() + patience.ready;
    while (performance.now() < deadline && !this.hasEnded) {
      const lines = pidFile(this.cluster);
      if (lines[0] === String(this.pid) && lines[7]?.startsWith('ready')) return true;
      await pause(15);
    }
    return false;
  }
}

/**
 * Stops a server that a killed process of ours left running on the folder, and removes a `postmaster.pid` whose number
 * has gone to some other program in the meantime (PostgreSQL itself would refuse to start because of it).
 */
export async function stopLeftOver(cluster: string): Promise<void> {
  const pid = Number(pidFile(cluster)[0]);
  if (Number.isInteger(pid) && pid > 1) {
    if (isServerOf(pid, cluster)) await stopServer(pid, () => !isServerOf(pid, cluster));
    else rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
  // Sessions of a server that was itself killed notice within moments; they must be gone before the next one starts.
  const deadline = performance.now() + patience.immediate;
  while (serverProcessesIn(cluster).length > 0 && performance.now() < deadline) await pause(50);
  for (const orphan of serverProcessesIn(cluster)) send(orphan, 'SIGQUIT');
}

async function stopServer(pid: number, hasEnded: () => boolean): Promise<void> {
  send(pid, 'SIGINT');
  if (await within(patience.fast, hasEnded)) return;
  send(pid, 'SIGQUIT');
  if (await within(patience.immediate, hasEnded)) return;
  send(pid, 'SIGKILL');
  await within(patience.immediate, hasEnded);
}

async function within(milliseconds: number, holds: () => boolean): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > deadline) return false;
    await pause(15);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    if (startOf(pid) !== undefined) process.kill(pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

/** The lines of `postmaster.pid`: number, folder, start, port, socket folder, address, memory key, status. */
function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function flags(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
