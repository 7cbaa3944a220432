import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { announceLeaving } from './leaving';

/**
 * How often we look, 10 ms apart, whether a request that was on its way when we stopped listening has arrived. Counted
 * in looks and not in time: on a busy machine each takes longer, and it is then that requests arrive late.
 */
const looks = 100;

/**
 * How many rounds of the event loop we wait for one that is short, and how short that is, in milliseconds. Few: on a busy
 * machine a round may take a tenth of a second, and none is short.
 */
const rounds = { most: 20, short: 1 };

/**
 * Ends an HTTP server without resetting anybody. Node's own `close` drops idle connections at once, and a request that
 * is just arriving on one of them is lost. Here every answer says `connection: close`, so that callers go by themselves,
 * and what has been accepted is answered.
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

  /** Stops listening and resolves when nobody is being answered any more, or after so many milliseconds. */
  async finish(deadline: number): Promise<void> {
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
    for (let look = 0; look < looks && this.sockets.size > 0 && performance.now() < end; look++) await pause(10);
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
    for (let round = 0; round < rounds.most; round++) {
      const from = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      const now = performance.now();
      if (now > end || (round > 0 && now - from < rounds.short)) return;
    }
  }

  private async until(holds: () => boolean, end: number): Promise<void> {
    while (!holds() && performance.now() < end) await pause(10);
  }
}

function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
