// People at the door: they ask, and remember what they were told and what they were not.
import { randomUUID } from 'node:crypto';
import http from 'node:http';

/** The longest that anybody waits for an answer, in milliseconds; longer than the house may take. */
const patience = 45_000;

/** Clients of an estate. What they ask is kept in `history`, the oracle's first source. */
export class Clients {
  history = [];
  /** With a time limit it heeds how long the house keeps an idle connection. */
  agent = new http.Agent({ keepAlive: true, maxSockets: 256, timeout: patience });
  turn = 0;

  constructor(estate) {
    this.estate = estate;
  }

  /** One question. Never throws: no answer is an answer, `status: 0`, and leaves it unknown whether it happened. */
  ask(method, path, { token, body, key, headers = {}, address } = {}) {
    const { addresses } = this.estate;
    const at = address ?? addresses[this.turn++ % addresses.length];
    const text = body === undefined ? undefined : JSON.stringify(body);
    const asked = { method, path, at, body, key, sentAt: Date.now() };
    const from = performance.now();
    return new Promise((resolve) => {
      const done = (outcome) => {
        Object.assign(asked, outcome, { ms: performance.now() - from, answeredAt: Date.now() });
        this.history.push(asked);
        resolve(asked);
      };
      const request = http.request(`${at}/api/v1${path}`, {
        method,
        agent: this.agent,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(key && { 'idempotency-key': key }),
          ...headers,
        },
      });
      const timer = setTimeout(() => request.destroy(new Error('no answer')), patience);
      request.on('response', (response) => {
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('error', (error) => (clearTimeout(timer), done({ status: 0, error: error.code ?? error.message })));
        response.on('end', () => {
          clearTimeout(timer);
          done({
            status: response.statusCode,
            answer: parsed(Buffer.concat(pieces).toString()),
            etag: response.headers.etag,
          });
        });
      });
      request.on('error', (error) => {
        clearTimeout(timer);
        // Whether it was the first request of its connection, of which nobody may have taken notice yet.
        done({ status: 0, error: error.code ?? error.message, isFirst: !request.reusedSocket });
      });
      request.end(text);
    });
  }

  /** A token of a member; kept for eight of its ten minutes. */
  async tokenOf(member) {
    const known = this.estate.sessions.get(member.id);
    if (known && Date.now() - known.at < 480_000) return await known.token;
    const token = this.signIn(member);
    this.estate.sessions.set(member.id, { at: Date.now(), token });
    return await token;
  }

  /** Signs in; tries for a minute, because a house that can only be read for a while lets nobody in. */
  async signIn({ email, password }) {
    for (let tries = 0; tries < 240; tries++) {
      const { status, answer } = await this.ask('POST', '/auth/sign-in', { body: { email, password } });
      if (status === 200) return answer.accessToken;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`${email} could not sign in`);
  }

  async as(member, method, path, body, more = {}) {
    return await this.ask(method, path, { token: await this.tokenOf(member), body, ...more });
  }

  /** A booking under a key of its own. */
  async book(member, body, more = {}) {
    const key = randomUUID();
    return Object.assign(await this.as(member, 'POST', '/bookings', body, { key, ...more }), { member });
  }

  close() {
    this.agent.destroy();
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
