// Whoever calls: one question over HTTP as somebody writes it who means harm, byte by byte where that is wanted.
import http from 'node:http';

/** The longest that anybody waits for an answer, in milliseconds. */
const patience = 30_000;

/** A client of the house that is attacked. It keeps no cookies and believes nothing. */
export class Caller {
  agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  asked = 0;

  constructor(url) {
    this.url = new URL(url);
  }

  /**
   * One question. Never throws: no answer is `status: 0`. `body` is sent as JSON, `raw` as it is. A stream of events is
   * left after its head.
   */
  ask(method, path, { token, body, raw, headers = {}, cookie, isRepeat = false } = {}) {
    this.asked++;
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const from = performance.now();
    return new Promise((resolve) => {
      const done = (outcome) => {
        clearTimeout(timer);
        resolve({ method, path, headers: {}, text: '', cookies: {}, ...outcome, ms: performance.now() - from });
      };
      let request;
      const timer = setTimeout(() => request?.destroy(new Error('no answer')), patience);
      try {
        request = http.request({
          host: this.url.hostname,
          port: this.url.port,
          path,
          method,
          agent: this.agent,
          headers: {
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(cookie !== undefined && { cookie }),
            ...(text !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
            ...headers,
          },
        });
      } catch (error) {
        // The client itself refuses to write such a thing: nothing was sent.
        return done({ status: -1, error: error.message });
      }
      request.on('error', (error) => {
        // The house had closed a connection that lay idle, just before it was used again: nothing was asked yet.
        if (error.code !== 'ECONNRESET' || !request.reusedSocket || isRepeat)
          return done({ status: 0, error: error.code ?? error.message });
        clearTimeout(timer);
        resolve(this.ask(method, path, { token, body, raw, headers, cookie, isRepeat: true }));
      });
      request.on('response', (response) => {
        const { statusCode: status, headers: said } = response;
        const cookies = Object.fromEntries(
          (said['set-cookie'] ?? []).map((line) => line.split(';', 1)[0].split(/=(.*)/s).slice(0, 2)),
        );
        if (String(said['content-type']).startsWith('text/event-stream')) {
          done({ status, headers: said, cookies });
          return response.destroy();
        }
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('error', (error) => done({ status: 0, error: error.code ?? error.message }));
        response.on('end', () => {
          const answer = Buffer.concat(pieces).toString();
          done({ status, headers: said, cookies, text: answer, json: parsed(said['content-type'], answer) });
        });
      });
      request.end(text);
    });
  }

  close() {
    this.agent.destroy();
  }
}

function parsed(type, text) {
  if (!/^application\/(problem\+)?json/.test(type ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Does some work for each of a list, so many at a time, in the order of the list. */
export async function several(list, atOnce, work) {
  let next = 0;
  const hand = async () => {
    while (next < list.length) await work(list[next++]);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}
