// The target: a house with the demonstration in it, on a database server of its own, and the people who come by.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { PostgresServer } from '../chaos/processes.mjs';
import { Sink } from '../chaos/sink.mjs';
import { Caller } from './caller.mjs';
import { Cast } from './cast.mjs';
import { furnish } from './furnishing.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The address that the house believes to have. */
export const publicUrl = 'http://abuse.example';

/** A running house, and everything that an attacker and the oracle need of it. */
export class Target {
  waiting = new Map();
  asked = 0;

  static async open(frozen) {
    const target = new Target();
    target.folder = mkdtempSync(join(frozen.folder, 'target-'));
    chmodSync(target.folder, 0o755);
    const require = createRequire(import.meta.url);
    target.built = (path) => require(join(frozen.house, 'dist', path));
    target.postgres = await PostgresServer.start(target.folder, target.built);
    const owner = new pg.Client(target.postgres.url('postgres'));
    await owner.connect();
    await owner.query('create database oasis');
    await owner.end();
    target.sink = await Sink.open();
    target.sink.keepsText = true;
    await target.launch(frozen.house);
    target.pool = new pg.Pool({ connectionString: target.postgres.url(), max: 6, options: '-c timezone=UTC' });
    target.pool.on('error', () => undefined);
    target.caller = new Caller(target.url);
    target.cast = await Cast.assemble(target);
    await furnish(target);
    return target;
  }

  async launch(folder) {
    const how = {
      folder,
      publicUrl,
      databaseUrl: this.postgres.url(),
      smtpUrl: `smtp://127.0.0.1:${this.sink.port}`,
      dataFolder: this.folder,
      secret: randomBytes(48).toString('base64url'),
      now: nextTuesday(),
    };
    this.secret = how.secret;
    this.child = fork(join(here, 'house.mjs'), [JSON.stringify(how)], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_EXTRA_CA_CERTS: join(here, 'world.crt') },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.said = '';
    const keep = (piece) => (this.said = (this.said + piece).slice(-20_000));
    this.child.stdout.on('data', keep);
    this.child.stderr.on('data', keep);
    this.child.once('exit', (code, signal) => {
      this.ended = code ?? signal;
      for (const { reject } of this.waiting.values())
        reject(new Error(`the house ended with ${this.ended}\n${this.said}`));
    });
    this.url = await new Promise((resolve, reject) => {
      this.child.once('message', ({ url }) => resolve(url));
      this.child.once('exit', (code) => reject(new Error(`the house did not open (${code})\n${this.said}`)));
    });
    this.child.on('message', ({ id, answer, error }) => {
      const { resolve, reject } = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) reject(new Error(error));
      else resolve(answer);
    });
  }

  /** Asks the house itself, past its doors. @throws Error when it has ended, or cannot */
  house(name, given) {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child.send({ id, name, given });
    });
  }

  /** The oracle's own look into the tables. */
  async sql(text, values = []) {
    return (await this.pool.query(text, values)).rows;
  }

  /** One question as somebody of the cast, or as nobody. */
  async as(who, method, path, more = {}) {
    const token = await this.cast.tokenOf(who);
    const answer = await this.caller.ask(method, path, { ...more, token });
    if (method !== 'GET' && answer.status < 300) this.cast.isTouched = true;
    return answer;
  }

  async close() {
    this.caller?.close();
    await this.pool?.end().catch(() => undefined);
    if (this.child && this.ended === undefined) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGKILL');
      await ended;
    }
    await this.sink?.close();
    await this.postgres?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The next Tuesday, 06:00 UTC, at least a day ahead: a plain working morning at every site. */
function nextTuesday(now = new Date()) {
  const days = (9 - now.getUTCDay()) % 7 || 7;
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 6);
}
