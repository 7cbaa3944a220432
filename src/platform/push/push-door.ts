import { request } from 'node:https';
import { isIP } from 'node:net';
import { guardedLookup } from '../outside/guarded-lookup';
import { isPublicAddress } from '../outside/public-address';

/** A message on its way to the push service of a browser: encrypted already. */
export interface Parcel {
  endpoint: string;
  authorization: string;
  body: Buffer;
  /** For how many seconds the service keeps it for a browser that is not there. */
  ttl: number;
  urgency: 'normal' | 'high';
  /** A later message of the same topic takes the place of an earlier one that was not delivered yet. */
  topic: string;
}

/** What became of it: `taken`; `gone`, the browser has unsubscribed; `refused` for good; `again`, to be tried later. */
export type PushAnswer = { kind: 'taken' | 'gone' } | { kind: 'refused' | 'again'; reason: string };

/** Longest time for one parcel, in milliseconds. */
const patience = 10_000;

/** What differs in specs, whose push service is this machine: how names are looked up, the port, who signs. */
export interface Reach {
  lookup: ReturnType<typeof guardedLookup>;
  port?: number;
  ca?: string;
}

/** The way out to push services. It goes to public addresses only, follows no redirects and reads no answers. */
export class PushDoor {
  constructor(private readonly reach: Reach = { lookup: guardedLookup(isPublicAddress) }) {}

  /** Hands over one message (RFC 8030). Never throws for what happens on the way. */
  hand({ endpoint, authorization, body, ttl, urgency, topic }: Parcel): Promise<PushAnswer> {
    if (!isPushEndpoint(endpoint))
      return Promise.resolve({ kind: 'refused', reason: 'the address is none of a push service' });
    return new Promise((resolve) => {
      const headers = {
        authorization,
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': body.length,
        ttl: String(ttl),
        urgency,
        topic,
      };
      const signal = AbortSignal.timeout(patience);
      const call = request(endpoint, { method: 'POST', headers, agent: false, signal, ...this.reach }, (answer) => {
        resolve(meaning(answer.statusCode ?? 0));
        answer.destroy();
      });
      call.on('error', (error: NodeJS.ErrnoException) => {
        resolve({ kind: error.code === 'EPRIVATE' ? 'refused' : 'again', reason: `push ${error.code ?? error.name}` });
      });
      call.end(body);
    });
  }
}

/** Whether a browser may name this as the address of its push service: HTTPS, a name and no number, nothing else in it. */
export function isPushEndpoint(text: string): boolean {
  if (text.length > 2000 || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password, hash } = new URL(text);
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.') && !hostname.endsWith('.');
  const isInside = /\.(local|localhost|internal|home\.arpa)$/.test(hostname);
  return (
    protocol === 'https:' && port === '' && isName && !isInside && username === '' && password === '' && hash === ''
  );
}

function meaning(status: number): PushAnswer {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  const reason = `push service answered ${status}`;
  return status === 429 || status >= 500 ? { kind: 'again', reason } : { kind: 'refused', reason };
}
