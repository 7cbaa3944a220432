import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Turnstile } from './turnstile';

/** argon2id as OWASP asks for it: 19 MiB, two passes, one lane; about 15 ms of one core. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a text that nobody can type, made with the same strength: what unknown accounts are measured against. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$nwQtP4hZD8wo9N1Kcw5eWg$LKdqPhvsAt6FrvYXeGYqSHP2Rpe5cap0bLhev9GCR9Y';

/**
 * Hashing of passwords. Each hash takes 19 MiB and a core, so two are made at once and fifty callers wait; more are sent
 * away rather than let a flood of guesses take the whole house down.
 */
@Injectable()
export class Passwords {
  private readonly turnstile = new Turnstile(2, 50);

  /** The hash to keep of a new password. @throws TooMany */
  hash(password: string): Promise<string> {
    return this.turnstile.pass(() => hash(normal(password), strength));
  }

  /**
   * Whether the password is the one that was hashed. With no hash it takes as long and is always false. `first` is done
   * when it is this caller's turn, directly before the comparison, so a try that is written down there is under way.
   * @throws TooMany
   */
  verify(kept: string | null, password: string, first: () => Promise<void>): Promise<boolean> {
    return this.turnstile.pass(async () => {
      await first();
      const same = await verify(kept ?? nobodys, normal(password));
      return same && kept !== null;
    });
  }
}

/** One spelling for texts that look the same, whatever keyboard made them. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
