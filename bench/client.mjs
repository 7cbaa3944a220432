// A client that costs little: one connection, kept open, one question at a time. On a machine of two cores the client
// runs beside what it measures, so what it costs itself is taken from both.
import net from 'node:net';

const headEnd = '\r\n\r\n';

/** One person's connection to an API. */
export class Client {
  constructor(address) {
    const { hostname, port } = new URL(address);
    this.place = { host: hostname, port: Number(port) };
  }

  /** Asks, and answers status, the ETag and the text. @throws Error when the connection ends before the answer */
  async ask(method, path, { token, body } = {}) {
    if (!this.socket || this.socket.destroyed || performance.now() - this.lastAt > 3_000) await this.connect();
    const text = body === undefined ? '' : JSON.stringify(body);
    const head = [
      `${method} /api/v1${path} HTTP/1.1`,
      `host: ${this.place.host}:${this.place.port}`,
      ...(token ? [`authorization: Bearer ${token}`] : []),
      ...(text ? ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`] : []),
    ];
    const answer = new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
    this.socket.write(head.join('\r\n') + headEnd + text);
    const found = await answer;
    this.lastAt = performance.now();
    return found;
  }

  async connect() {
    this.socket?.destroy();
    const socket = net.connect(this.place);
    socket.setNoDelay(true);
    this.socket = socket;
    this.lastAt = performance.now();
    this.kept = Buffer.alloc(0);
    socket.on('data', (piece) => this.read(piece));
    const fail = (error) => this.waiting?.reject(error ?? new Error('the connection was closed'));
    socket.on('error', fail);
    socket.on('close', () => fail());
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  }

  read(piece) {
    this.kept = this.kept.length === 0 ? piece : Buffer.concat([this.kept, piece]);
    const end = this.kept.indexOf(headEnd);
    if (end < 0) return;
    const head = this.kept.toString('latin1', 0, end);
    const length = /^content-length: (\d+)/im.exec(head);
    if (!length) return this.waiting.reject(new Error(`an answer without a length:\n${head}`));
    const whole = end + headEnd.length + Number(length[1]);
    if (this.kept.length < whole) return;
    const text = this.kept.toString('utf8', end + headEnd.length, whole);
    this.kept = this.kept.subarray(whole);
    const { waiting } = this;
    this.waiting = undefined;
    waiting.resolve({ status: Number(head.slice(9, 12)), head, text });
  }

  close() {
    this.waiting = undefined;
    this.socket?.destroy();
  }
}

/** So many clients, spread over one or more APIs in turn. */
export function clientsOf(addresses, count) {
  const clients = Array.from({ length: count }, (_, n) => new Client(addresses[n % addresses.length]));
  return Object.assign(clients, { close: () => clients.forEach((client) => client.close()) });
}

/** Insists on a status. @throws Error with what was answered instead */
export function expecting(status, answer) {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`);
  return answer;
}
