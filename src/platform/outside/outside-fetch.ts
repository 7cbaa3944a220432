import { lookup as systemLookup } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as secureRequest, RequestOptions } from 'node:https';
import { isIP, LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address';

export const outsideFailures = [
  'not_https',
  'private_address',
  'unknown_host',
  'unreachable',
  'too_slow',
  'too_large',
  'too_many_redirects',
  'refused',
] as const;
/** Why something outside could not be read. */
export type OutsideFailure = (typeof outsideFailures)[number];

/** Something outside could not be read. Never carries the address, which may be a secret. */
export class OutsideError extends Error {
  constructor(readonly failure: OutsideFailure) {
    super(`outside: ${failure}`);
    this.name = 'OutsideError';
  }
}

/** What was known when it was read last, so that nothing is sent twice. */
export interface Known {
  etag: string | null;
  lastModified: string | null;
}

/** What is outside: a text, or `null` for "as it was". */
export interface Read extends Known {
  text: string | null;
}

/** What specs replace: how names are resolved, which addresses are allowed, how a request is sent. */
export interface OutsideWays {
  resolve: (host: string) => Promise<{ address: string; family: number }[]>;
  isAllowed: (address: string) => boolean;
  request: (options: RequestOptions, answer: (response: IncomingMessage) => void) => ClientRequest;
  milliseconds: number;
  bytes: number;
}

const usual: OutsideWays = {
  resolve: (host) => systemLookup(host, { all: true, verbatim: true }),
  isAllowed: isPublicAddress,
  request: secureRequest,
  milliseconds: 5_000,
  bytes: 1024 * 1024,
};

const mostRedirects = 3;

/**
 * Reads texts that people point the house to. HTTPS only, and public addresses only: an address is looked at inside the
 * connection's own look-up of the name, so that no second answer of a name server can come in between; a redirect is a
 * new request under the same rules. Everything together may take five seconds and one mebibyte.
 */
export class OutsideFetch {
  private readonly ways: OutsideWays;

  constructor(ways: Partial<OutsideWays> = {}) {
    this.ways = { ...usual, ...ways };
  }

  /** Reads a text. @throws OutsideError */
  async read(url: string, known: Known = { etag: null, lastModified: null }): Promise<Read> {
    const end = AbortSignal.timeout(this.ways.milliseconds);
    let next = url;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const answer = await this.ask(this.allowed(next), known, end);
      if (typeof answer !== 'string') return answer;
      next = URL.canParse(answer, next) ? new URL(answer, next).href : '';
    }
    throw new OutsideError('too_many_redirects');
  }

  /**
   * The address when it may be asked at all, before any name is resolved. The parser writes addresses of version 4 in
   * one way, however they were spelled (decimal, octal, with parts left out).
   * @throws OutsideError `not_https`, `private_address`
   */
  allowed(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') throw new OutsideError('not_https');
    const host = hostOf(url);
    if (isIP(host) ? !this.ways.isAllowed(host) : isLocalName(host)) throw new OutsideError('private_address');
    return url;
  }

  /** One request: what it answers, or where it sends us. */
  private ask(url: URL, known: Known, end: AbortSignal): Promise<Read | string> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => {
        request.destroy();
        reject(end.aborted ? new OutsideError('too_slow') : asOutside(error));
      };
      const request = this.ways.request(
        {
          host: hostOf(url),
          servername: isIP(hostOf(url)) ? '' : hostOf(url),
          port: url.port || 443,
          path: url.pathname + url.search,
          method: 'GET',
          agent: false,
          lookup: this.lookup,
          signal: end,
          headers: {
            host: url.host,
            accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
            'accept-encoding': 'identity',
            'user-agent': 'business-oasis',
            ...(known.etag !== null && { 'if-none-match': known.etag }),
            ...(known.lastModified !== null && { 'if-modified-since': known.lastModified }),
          },
        },
        (response) => {
          this.take(response, known).then((answer) => {
            request.destroy();
            resolve(answer);
          }, fail);
        },
      );
      request.on('error', fail);
      request.end();
    });
  }

  private async take(response: IncomingMessage, known: Known): Promise<Read | string> {
    const { statusCode = 0, headers } = response;
    if (statusCode === 304) return { ...known, text: null };
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) return headers.location;
    const encoding = headers['content-encoding'] ?? 'identity';
    if (statusCode !== 200 || encoding !== 'identity') throw new OutsideError('refused');
    if (Number(headers['content-length'] ?? 0) > this.ways.bytes) throw new OutsideError('too_large');
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of response as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > this.ways.bytes) throw new OutsideError('too_large');
      parts.push(part);
    }
    if (!response.complete) throw new OutsideError('unreachable');
    return {
      text: Buffer.concat(parts).toString('utf8'),
      etag: shortEnough(headers.etag),
      lastModified: shortEnough(headers['last-modified']),
    };
  }

  /** The connection's own look-up: it connects to what was checked here, and to nothing else. */
  private readonly lookup: LookupFunction = (host, options, answer) => {
    this.ways.resolve(host).then(
      (found) => {
        const family = options.family === 4 || options.family === 6 ? options.family : 0;
        const usable = family === 0 ? found : found.filter((each) => each.family === family);
        const [first] = usable;
        if (!first) return answer(new OutsideError('unknown_host'), '');
        // One address inside is enough to refuse the name: it is either a mistake or an attempt.
        if (!found.every(({ address }) => this.ways.isAllowed(address))) {
          return answer(new OutsideError('private_address'), '');
        }
        if (options.all) answer(null, usable);
        else answer(null, first.address, first.family);
      },
      () => answer(new OutsideError('unknown_host'), ''),
    );
  };
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function isLocalName(host: string): boolean {
  return !host.includes('.') || /\.(local|localhost|internal|home\.arpa)$/.test(host);
}

function asOutside(error: unknown): OutsideError {
  return error instanceof OutsideError ? error : new OutsideError('unreachable');
}

function shortEnough(header: string | undefined): string | null {
  return header !== undefined && header.length <= 500 ? header : null;
}
