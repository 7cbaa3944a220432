import { ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { scratch } from './scratch';

const root = join(__dirname, '..', '..');

/** The application as a process of its own, started the way people start it. */
export interface ServerProcess {
  child: ChildProcess;
  /** Everything it has said so far. */
  out(): string;
  err(): string;
  /** Where it listens; resolves when it does, and throws when it ends before. */
  url(): Promise<string>;
  /** Resolves with the milliseconds since the start when `/health/ready` answers 200. */
  ready(): Promise<number>;
  /** The exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/**
 * Starts `npm start` (or the worker) without npm. Of this process's environment only what finding programs takes is
 * passed on; the rest is `env`.
 */
export function startServer(
  env: Record<string, string>,
  options: { door?: string; argument?: string | string[]; group?: boolean } = {},
): ServerProcess {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, options.door ?? 'bin/start.mjs'), ...[options.argument ?? []].flat()],
    {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: process.env['TZ'], LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: options.group ?? false,
    },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;

  const url = async (): Promise<string> => {
    const deadline = performance.now() + 60_000;
    while (performance.now() < deadline && !hasEnded()) {
      const found = /Server listening at (http:\/\/[\d.:]+)/.exec(out);
      if (found?.[1]) return found[1];
      await pause(20);
    }
    throw new Error(`the server did not start\n${out}\n${err}`);
  };
  const ready = async (): Promise<number> => {
    const address = await url();
    while (!hasEnded()) {
      const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return Math.round(performance.now() - from);
      await pause(20);
    }
    throw new Error(`the server ended\n${out}\n${err}`);
  };
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> => {
    if (!hasEnded()) child.kill(signal);
    return ended;
  };
  return { child, out: () => out, err: () => err, url, ready, ended, stop };
}

/** A new empty folder for the data of one server, and how to remove it. */
export function dataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(scratch(), 'oasis house '));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
