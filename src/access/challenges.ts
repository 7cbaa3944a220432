import { EntityManager } from 'typeorm';
import { Unauthenticated } from '../kernel/errors';
import { plusMinutes } from '../kernel/period';
import { challengeMinutes } from './access.rules';
import { newOpaqueToken, tokenHash } from './opaque-token';

/** Opens the step between the password and the code. @returns its secret, which goes to whoever typed the password */
export async function openChallenge(tx: EntityManager, personId: string, at: Date): Promise<string> {
  const challenge = newOpaqueToken();
  await tx.query(`insert into sign_in_challenge (hash, person_id, expires_at) values ($1, $2, $3)`, [
    tokenHash(challenge),
    personId,
    plusMinutes(at, challengeMinutes),
  ]);
  return challenge;
}

/** The answer to a right password that is not enough: a code is asked for, together with this challenge. */
export function codeAskedFor(challenge: string): Unauthenticated {
  return new Unauthenticated('second_factor_required', 'Type the code of your authenticator app.', {
    challenge,
    expiresIn: challengeMinutes * 60,
  });
}

/** The answer when the step is over: the password has to be typed again. */
export function challengeOver(): Unauthenticated {
  return new Unauthenticated('challenge_over', 'That took too long, or was finished already. Sign in again.');
}
