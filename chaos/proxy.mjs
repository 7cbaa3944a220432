// A wire between two programs that can go wrong in the ways that wires do.
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * - `pass`: as if it were not there;
 * - `delay`: every piece arrives so many milliseconds later (`{ mode: 'delay', by: 200 }`);
 * - `throttle`: so many bytes a second, each way (`{ mode: 'throttle', rate: 2000 }`);
 * - `refuse`: nobody listens at the port, and what was connected is reset;
 * - `reset`: whoever connects is let in and reset at once, and what was connected is reset;
 * - `blackHole`: connections are made and stand, and nothing goes through in either direction, not even an end;
 * - `halfOpen`: what is asked arrives, what is answered does not.
 */
export const modes = ['pass', 'delay', 'throttle', 'refuse', 'reset', 'blackHole', 'halfOpen'];

/** Listens on a port of its own, which never changes, and passes everything on to `target`, which may. */
export class Proxy {
  wires = new Set();
  mode = { mode: 'pass' };

  static async to(target, name) {
    const proxy = new Proxy();
    proxy.target = target;
    proxy.name = name;
    await proxy.listen();
    return proxy;
  }

  async listen() {
    const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (near) => this.connect(near));
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port ?? 0, '127.0.0.1', resolve);
    });
    this.port = server.address().port;
    this.server = server;
  }

  connect(near) {
    if (this.mode.mode === 'reset') return near.on('error', () => undefined).resetAndDestroy();
    const far = net.connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const wire = { near, far, ends: [near, far] };
    this.wires.add(wire);
    const drop = () => {
      this.wires.delete(wire);
      for (const end of wire.ends) if (!end.destroyed) cut(end);
    };
    for (const end of wire.ends) {
      end.on('error', () => this.whenOpen(drop));
      end.on('close', () => near.destroyed && far.destroyed && this.wires.delete(wire));
    }
    void this.carry(near, far, 'asked').catch(drop);
    void this.carry(far, near, 'answered').catch(drop);
  }

  /** Piece by piece, so that a change of mode takes effect on what is under way. */
  async carry(from, to, direction) {
    for await (const piece of from) {
      await this.hold(direction);
      if (this.mode.mode === 'delay') await pause(this.mode.by);
      if (this.mode.mode === 'throttle') await pause((piece.length * 1000) / this.mode.rate);
      if (to.destroyed) return;
      if (!to.write(piece)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
    }
    await this.hold(direction);
    to.end();
  }

  /** Waits for as long as nothing gets through in that direction. What was held back arrives late, as it does with TCP. */
  async hold(direction) {
    while (this.mode.mode === 'blackHole' || (this.mode.mode === 'halfOpen' && direction === 'answered'))
      await pause(25);
  }

  /** The death of one end is news that a black hole keeps to itself. */
  async whenOpen(then) {
    await this.hold('answered');
    then();
  }

  /** Changes the mode, for new connections and for those that stand. */
  async set(mode) {
    const next = typeof mode === 'string' ? { mode } : mode;
    if (!modes.includes(next.mode)) throw new Error(`a wire has no mode ${next.mode}`);
    const refused = this.mode.mode === 'refuse';
    this.mode = next;
    if (next.mode === 'refuse' && !refused) await new Promise((resolve) => (this.server.close(resolve), this.reset()));
    else if (refused && next.mode !== 'refuse') await this.listen();
    if (next.mode === 'reset') this.reset();
  }

  reset() {
    for (const { ends } of this.wires) for (const end of ends) cut(end);
    this.wires.clear();
  }

  async close() {
    this.mode = { mode: 'pass' };
    await new Promise((resolve) => (this.server.close(resolve), this.reset()));
  }
}

/** Resets a connection; one whose end is just being told cannot be reset, and Node would keep its descriptor for ever. */
function cut(end) {
  if (end.writableEnded && !end.writableFinished) end.destroy();
  else end.resetAndDestroy();
}
