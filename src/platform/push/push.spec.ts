import { createECDH, randomBytes } from 'node:crypto';
import { LookupAddress } from 'node:dns';
import { guardedLookup } from '../outside/guarded-lookup';
import { isPublicAddress } from '../outside/public-address';
import { Secrets } from '../secrets';
import { encrypted, isPublicKey, longestPayload } from './encryption';
import { isPushEndpoint, PushDoor } from './push-door';
import { serverKeys } from './server-keys';

const compressed = (): Buffer => {
  const key = createECDH('prime256v1');
  key.generateKeys();
  return key.getPublicKey(undefined as never, 'compressed');
};
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

describe('a push message', () => {
  it('is the one of RFC 8291, appendix A', () => {
    const key = createECDH('prime256v1');
    key.setPrivateKey(bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'));
    const browser = {
      publicKey: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
      authSecret: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
    };
    const once = { key, salt: bytes('DGv6ra1nlYgDCS1FRnbzlw') };
    expect(
      encrypted(Buffer.from('When I grow up, I want to be a watermelon'), browser, once).toString('base64url'),
    ).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
  });

  it('is as long as a push service takes at most', () => {
    const key = createECDH('prime256v1');
    const browser = { publicKey: key.generateKeys(), authSecret: randomBytes(16) };
    expect(encrypted(Buffer.alloc(longestPayload), browser)).toHaveLength(4096);
    expect(() => encrypted(Buffer.alloc(longestPayload + 1), browser)).toThrow('too long');
  });

  it('is written for points of the curve only', () => {
    expect(isPublicKey(createECDH('prime256v1').generateKeys())).toBe(true);
    for (const wrong of ['', 'BCVx', Buffer.concat([Buffer.of(4), randomBytes(64)]).toString('base64url')]) {
      expect(isPublicKey(bytes(wrong))).toBe(false);
    }
    // The same point in fewer bytes is computable, but not what browsers give.
    expect(isPublicKey(compressed())).toBe(false);
  });
});

describe('our own keys', () => {
  it('are the same in every process, and the one before the last change is still there', () => {
    const [before] = serverKeys(new Secrets({ jwtSecret: 'a'.repeat(32), jwtSecretPrevious: undefined }));
    const [now, previous] = serverKeys(new Secrets({ jwtSecret: 'b'.repeat(32), jwtSecretPrevious: 'a'.repeat(32) }));
    expect(previous).toMatchObject({ id: before.id, publicKey: before.publicKey });
    expect(now.publicKey).not.toBe(before.publicKey);
    expect(bytes(now.publicKey)).toHaveLength(65);
  });
});

describe('the address of a push service', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
    'https://web.push.apple.com/QGu',
  ])('may be %s', (address) => {
    expect(isPushEndpoint(address)).toBe(true);
  });

  it.each([
    'http://push.example.com/a',
    'https://127.0.0.1/a',
    'https://0x7f000001/a',
    'https://2130706433/',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://localhost/a',
    'https://database/a',
    'https://metadata.google.internal/a',
    'https://printer.local/a',
    'https://push.example.com.:443/a',
    'https://push.example.com:5432/a',
    'https://user:password@push.example.com/a',
    'https://push.example.com/a#b',
    'ftp://push.example.com/a',
    `https://push.example.com/${'a'.repeat(2000)}`,
    'nothing',
  ])('may not be %s', async (address) => {
    expect(isPushEndpoint(address)).toBe(false);
    const parcel = {
      endpoint: address,
      authorization: '',
      body: Buffer.alloc(1),
      ttl: 1,
      urgency: 'high',
      topic: 'a',
    } as const;
    expect(await new PushDoor().hand(parcel)).toMatchObject({ kind: 'refused' });
  });

  it('is looked up at the very moment of the call, and refused when the name leads inside', async () => {
    const found = (isAllowed: (address: string) => boolean): Promise<unknown> =>
      new Promise((resolve) => {
        guardedLookup(isAllowed)('localhost', { all: true }, (error, addresses) =>
          resolve(error?.code ?? (addresses as LookupAddress[]).length > 0),
        );
      });
    expect(await found(isPublicAddress)).toBe('EPRIVATE');
    expect(await found(() => true)).toBe(true);
  });
});
