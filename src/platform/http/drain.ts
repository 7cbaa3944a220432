import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { announceLeaving } from './leaving';

/**
 * The longest that idle connections are waited for, in milliseconds. Every answer promises to keep its connection for a
 * while (`keep-alive: timeout=5`), and whoever relies on that may ask once more at its end; a proxy is promised more than
 * a supervisor waits for, and asks often.
 */
const longestPromise = 6_000;

/** How far apart we look whether everybody has gone, in milliseconds. */
const look = 10;

/**
 * How many rounds of the event loop we wait for one that is short, how short that is and for how long we wait, in
 * milliseconds. On a busy machine a round may take a tenth of a second, and none is short.
 */
const rounds = { most: 500, short: 0.1, longest: 500 };

/**
 * Ends an HTTP server without resetting anybody. Node's own `close` drops idle connections at once, and a request that
 * is just arriving on one of them is lost. Here every answer says `connection: close`, so that callers go by themselves,
 * idle connections are kept for as long as their callers were promised, and what has been accepted is answered.
 */
export class Drain {
  private readonly answering = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();
  private leaving = false;

  /** Must be made before the server listens. */
  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
      this.answering.add(response);
      response.once('close', () => this.answering.delete(response));
      if (this.leaving) sayLast(response);
    });
  }

  /**
   * Stops listening and resolves when nobody is connected any more, or after so many milliseconds. `promise` is for how
   * many of them idle connections are kept.
   */
  async finish(deadline: number, promise = this.server.keepAliveTimeout + 1_000): Promise<void> {
    const end = performance.now() + deadline;
    // The door closes first and the callers are told afterwards: those that hold a connection have no reason yet to make
    // a new one, which the closing door would drop.
    await this.nobodyInLine(end);
    NetServer.prototype.close.call(this.server);
    this.leaving = true;
    for (const response of this.answering) {
      sayLast(response);
      announceLeaving(response);
    }
    // Counted in looks and not in time: on a busy machine each takes longer, and it is then that requests arrive late.
    const looks = Math.min(promise, longestPromise) / look;
    for (let looked = 0; looked < looks && this.sockets.size > 0 && performance.now() < end; looked++)
      await pause(look);
    this.server.closeIdleConnections();
    await this.until(() => this.answering.size === 0, end);
    this.server.closeAllConnections();
  }

  /**
   * Resolves right after a round of accepting in which little else was done, or after a few rounds when all are long: who
   * comes to the door between that and its closing stands in the queue of the system and is dropped. The first round had
   * begun before we were asked.
   */
  private async nobodyInLine(end: number): Promise<void> {
    const latest = Math.min(end, performance.now() + rounds.longest);
    for (let round = 0; round < rounds.most; round++) {
      const from = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      const now = performance.now();
      if (now > latest || (round > 0 && now - from < rounds.short)) return;
    }
  }

  private async until(holds: () => boolean, end: number): Promise<void> {
    while (!holds() && performance.now() < end) await pause(look);
  }
}

function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
