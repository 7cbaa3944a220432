import { totp, stepAt } from '../../src/access/second-factor/totp';
import { cookiesOf, password, TestSignIn } from './account';
import { Oasis } from './oasis';

/** Somebody's authenticator app, and the recovery codes on a slip of paper. */
export interface TestFactor {
  secret: Buffer;
  recoveryCodes: string[];
}

/** The bytes that a text in base32 stands for. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}

/** What the app shows so many steps of thirty seconds from now. */
export function codeOf({ clock }: Oasis, { secret }: Pick<TestFactor, 'secret'>, stepsAhead = 0): string {
  return totp(secret, stepAt(clock.now()) + stepsAhead);
}

/** Switches a second factor on for whoever is signed in; the code that this takes is used up. */
export async function enrols(oasis: Oasis, accessToken: string): Promise<TestFactor> {
  const ask = (deed: string) =>
    oasis.http.post(`/api/v1/me/second-factor/${deed}`).set('authorization', `Bearer ${accessToken}`);
  const shown = await ask('enrol').send({ password }).expect(200);
  const secret = fromBase32((shown.body as { setupKey: string }).setupKey);
  const confirmed = await ask('confirm')
    .send({ code: codeOf(oasis, { secret }) })
    .expect(200);
  oasis.clock.advance(0.5);
  return { secret, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes };
}

/** The challenge that the right password of somebody with a second factor is answered with. */
export async function challengeFor(oasis: Oasis, { email }: { email: string }): Promise<string> {
  const answer = await oasis.http.post('/api/v1/auth/sign-in').send({ email, password });
  if (answer.status !== 401) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
  return (answer.body as { challenge: string }).challenge;
}

/** Signs in with password and code. @throws Error when that fails */
export async function signInWith(oasis: Oasis, account: { email: string }, code: string): Promise<TestSignIn> {
  const challenge = await challengeFor(oasis, account);
  const answer = await oasis.http.post('/api/v1/auth/second-factor').send({ challenge, code });
  if (answer.status !== 200) throw new Error(`the code was answered ${answer.status}: ${answer.text}`);
  return { accessToken: (answer.body as TestSignIn).accessToken, cookies: cookiesOf(answer) };
}
