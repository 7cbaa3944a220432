// Access tokens that are nearly right. The list is tried against a whole house by `npm run abuse` and, one by one, by the
// spec of access tokens.
import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

const written = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
const payloadOf = (token) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** Makes tokens like those of a house, but for what is said. */
export class Forge {
  /**
   * @param facts `key` as the house has it (`{ id, bytes }`), `otherKey` of another purpose, the bare `secret`, a `good`
   * token, the `publicUrl`, and `now`, the present in seconds
   */
  constructor(facts) {
    Object.assign(this, facts);
  }

  get claims() {
    return payloadOf(this.good);
  }

  seconds() {
    return this.now();
  }

  /** A token with these claims and headers; members set to undefined are left out. */
  token(claims = {}, header = {}, secret = this.key.bytes, hash = 'sha256') {
    const now = this.seconds();
    const { sub, sid } = this.claims;
    const head = { alg: 'HS256', typ: 'at+jwt', kid: this.key.id, ...header };
    const body = {
      iss: this.publicUrl,
      aud: `${this.publicUrl}/api`,
      sub,
      sid,
      jti: randomUUID(),
      iat: now,
      nbf: now,
      exp: now + 600,
      ...claims,
    };
    const said = `${written(head)}.${written(body)}`;
    return `${said}.${createHmac(hash, secret).update(said).digest('base64url')}`;
  }

  /** The good token with other claims under its old signature. */
  tampered(claims) {
    const [head, , mac] = this.good.split('.');
    return `${head}.${written({ ...this.claims, ...claims })}.${mac}`;
  }

  /** A token under a key pair, as servers have it that publish their keys. */
  signedByPair() {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const said = `${written({ alg: 'RS256', typ: 'at+jwt', kid: this.key.id })}.${written(this.claims)}`;
    return `${said}.${sign('sha256', Buffer.from(said), privateKey).toString('base64url')}`;
  }
}

const own = Buffer.from('own');
const nobody = '01939c4e-0000-7000-8000-000000000000';

/** Every forgery by its name. None may be accepted. */
export const forgeries = [
  ['nothing', () => ''],
  ['no token at all', () => 'a.b.c'],
  ['alg none, unsigned', ({ good }) => `${written({ alg: 'none', typ: 'at+jwt' })}.${good.split('.')[1]}.`],
  [
    'alg none, old signature',
    ({ good }) => `${written({ alg: 'none', typ: 'at+jwt' })}.${good.split('.').slice(1).join('.')}`,
  ],
  ['HS512 with the right key', (forge) => forge.token({}, { alg: 'HS512' }, undefined, 'sha512')],
  ['HS384 with the right key', (forge) => forge.token({}, { alg: 'HS384' }, undefined, 'sha384')],
  ['HS256 claimed, HS512 made', (forge) => forge.token({}, {}, undefined, 'sha512')],
  ['RS256 claimed, HMAC made', (forge) => forge.token({}, { alg: 'RS256' })],
  ['a public key pair', (forge) => forge.signedByPair()],
  ['another key', (forge) => forge.token({}, {}, Buffer.alloc(32, 7))],
  ['the bare secret of the configuration as key', (forge) => forge.token({}, {}, Buffer.from(forge.secret))],
  ['the key of another purpose', (forge) => forge.token({}, {}, forge.otherKey.bytes)],
  ['a weak key', (forge) => forge.token({}, {}, Buffer.from('test'))],
  ['an empty key', (forge) => forge.token({}, {}, Buffer.alloc(0))],
  ['no kid', (forge) => forge.token({}, { kid: undefined })],
  ['an unknown kid', (forge) => forge.token({}, { kid: 'somebody' })],
  ['a kid that climbs', (forge) => forge.token({}, { kid: '../../../../dev/null' }, Buffer.alloc(0))],
  ['a kid of the prototype', (forge) => forge.token({}, { kid: 'constructor' })],
  ['a kid that is SQL', (forge) => forge.token({}, { kid: "' or '1'='1" })],
  ['a kid that is an object', (forge) => forge.token({}, { kid: { id: forge.key.id } })],
  [
    'a key of its own (jwk)',
    (forge) => forge.token({}, { jwk: { kty: 'oct', k: own.toString('base64url') }, kid: undefined }, own),
  ],
  ['a key elsewhere (jku)', (forge) => forge.token({}, { jku: 'https://calendar.example/keys' }, own)],
  ['an unknown critical header', (forge) => forge.token({}, { crit: ['b65'], b65: true })],
  ['an empty critical header', (forge) => forge.token({}, { crit: [] })],
  ['an unencoded payload (b64)', (forge) => forge.token({}, { crit: ['b64'], b64: false })],
  ['type JWT', (forge) => forge.token({}, { typ: 'JWT' })],
  ['no type', (forge) => forge.token({}, { typ: undefined })],
  ['type of a refresh token', (forge) => forge.token({}, { typ: 'rt+jwt' })],
  ['another issuer', (forge) => forge.token({ iss: 'https://elsewhere.example' })],
  ['no issuer', (forge) => forge.token({ iss: undefined })],
  ['another audience', (forge) => forge.token({ aud: 'https://elsewhere.example/api' })],
  ['no audience', (forge) => forge.token({ aud: undefined })],
  ['an expired one', (forge) => aged(forge, 620, -20)],
  ['no exp', (forge) => forge.token({ exp: undefined })],
  ['exp as a text', (forge) => forge.token({ exp: String(forge.seconds() + 600) })],
  ['one from the future (nbf)', (forge) => forge.token({ nbf: forge.seconds() + 60 })],
  ['one from the future (iat)', (forge) => forge.token({ iat: forge.seconds() + 60 })],
  ['no nbf', (forge) => forge.token({ nbf: undefined })],
  ['no iat', (forge) => forge.token({ iat: undefined })],
  ['one that lives for a year', (forge) => aged(forge, 3_600, 31_536_000)],
  ['no subject', (forge) => forge.token({ sub: undefined })],
  ['another subject than the session has', (forge) => forge.token({ sub: nobody })],
  ['a subject that is no id', (forge) => forge.token({ sub: 'admin' })],
  ['a subject that is a list', (forge) => forge.token({ sub: [forge.claims.sub] })],
  ['no session', (forge) => forge.token({ sid: undefined })],
  ['an unknown session', (forge) => forge.token({ sid: nobody })],
  ['a session that is no id', (forge) => forge.token({ sid: "' or true --" })],
  ['no jti', (forge) => forge.token({ jti: undefined })],
  ['a cut signature', ({ good }) => good.slice(0, -4)],
  ['no signature', ({ good }) => `${good.split('.').slice(0, 2).join('.')}.`],
  ['a tampered subject', (forge) => forge.tampered({ sub: nobody })],
  ['a tampered role', (forge) => forge.tampered({ roles: ['administrator'] })],
  ['a very long one', ({ good }) => `${good}${'A'.repeat(8_000)}`],
];

function aged(forge, age, left) {
  const now = forge.seconds();
  return forge.token({ iat: now - age, nbf: now - age, exp: now + left });
}
