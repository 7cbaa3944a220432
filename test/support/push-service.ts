import { createDecipheriv, createECDH, createPublicKey, ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PushDoor } from '../../src/platform/push/push-door';

/** A message as the push service has got it, and as the browser reads it. */
export interface Pushed {
  browser: string;
  headers: Record<string, string | undefined>;
  /** What the proof of the sender claims; its signature has been checked. */
  claims: { aud: string; exp: number; sub: string };
  payload: { id: string; title: string; text: string; link: string };
}

/** A browser at this push service, with its own keys. */
export interface StubBrowser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/**
 * A push service on this machine, over real TLS, with browsers that decrypt what they get. What is received is checked
 * as the RFCs say (8030, 8188, 8291, 8292), independently of how it was written.
 */
export class PushService {
  readonly received: Pushed[] = [];
  /** What to answer to which browser, in turn; 201 when there is nothing left. */
  readonly answers = new Map<string, (number | 'hang up')[]>();
  private readonly browsers = new Map<string, { key: ECDH; auth: Buffer }>();
  private readonly server: Server;
  private count = 0;

  private constructor() {
    this.server = createServer({ key, cert: certificate }, (request, response) => {
      const name = (request.url ?? '').slice(1);
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const answer = this.answers.get(name)?.shift() ?? 201;
        if (answer === 'hang up') {
          request.socket.destroy();
          return;
        }
        if (answer === 201) this.receive(name, request.headers as Pushed['headers'], Buffer.concat(parts));
        // Not one of our own answers, which specs watch.
        response.socket?.end(`HTTP/1.1 ${answer} \r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      });
    });
  }

  static async start(): Promise<PushService> {
    const service = new PushService();
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The way here: every name leads to this machine. */
  door(): PushDoor {
    const { port } = this.server.address() as AddressInfo;
    const lookup = (_: string, options: { all?: boolean }, answer: (...given: unknown[]) => void): void => {
      if (options.all) answer(null, [{ address: '127.0.0.1', family: 4 }]);
      else answer(null, '127.0.0.1', 4);
    };
    return new PushDoor({ lookup: lookup as never, port, ca: certificate });
  }

  /** A browser whose person has said yes. */
  browser(): StubBrowser {
    const name = `browser-${++this.count}`;
    const [own, auth] = [createECDH('prime256v1'), randomBytes(16)];
    own.generateKeys();
    this.browsers.set(name, { key: own, auth });
    return {
      endpoint: `https://push.example.com/${name}`,
      keys: { p256dh: own.getPublicKey().toString('base64url'), auth: auth.toString('base64url') },
    };
  }

  /** What one browser has got. */
  of({ endpoint }: StubBrowser): Pushed[] {
    return this.received.filter(({ browser }) => endpoint.endsWith(`/${browser}`));
  }

  private receive(browser: string, headers: Pushed['headers'], body: Buffer): void {
    const known = this.browsers.get(browser);
    if (!known) throw new Error(`There is no ${browser}.`);
    const payload = JSON.parse(decrypted(body, known.key, known.auth)) as Pushed['payload'];
    this.received.push({ browser, headers, claims: proven(headers['authorization'] ?? ''), payload });
  }
}

/** The text in a body of content coding `aes128gcm`, as the browser with these keys reads it. */
export function decrypted(body: Buffer, key: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), key.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', key.computeSecret(sender), auth, info, 32));
  const part = (name: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
  const sealed = body.subarray(21 + sender.length);
  const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('The record is not the last one.');
  return padded.subarray(0, end).toString();
}

function proven(authorization: string): Pushed['claims'] {
  const { t = '', k = '' } = /^vapid t=(?<t>[\w.-]+), k=(?<k>[\w-]+)$/.exec(authorization)?.groups ?? {};
  const [header = '', claims = '', signature = ''] = t.split('.');
  const point = Buffer.from(k, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  const isValid = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isValid) throw new Error('The proof of the sender is not signed by the key that it names.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Pushed['claims'];
}

// For names that exist on this machine only; whoever has this key can pretend to be nobody.
const world = join(__dirname, '..', '..', 'abuse');
const key = readFileSync(join(world, 'world.key'), 'utf8');

const certificate = readFileSync(join(world, 'world.crt'), 'utf8');
