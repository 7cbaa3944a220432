import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { Refused } from '../kernel/errors';
import { Locale } from '../people/people.rules';
import { People } from '../people/people.service';
import { Database } from '../platform/database/database';
import { Attempts } from './attempts.service';
import { Links } from './links.service';
import { passwordRefusals } from './password.rules';
import { Passwords } from './passwords';

/** What somebody fills in to get an account. */
export interface Registrant {
  email: string;
  password: string;
  fullName: string;
  locale: Locale;
}

/** Becoming known to the house. */
@Injectable()
export class Registration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly people: People,
    private readonly attempts: Attempts,
    private readonly links: Links,
  ) {}

  /**
   * Takes a registration down. The caller never learns whether the address was known: its owner does, by mail, with
   * either a link to confirm or the news that they have an account already; whose account is closed gets none. The same
   * statements are sent for all. Three mails an hour at most.
   * @throws Refused `weak_password`
   */
  async register(registrant: Registrant): Promise<void> {
    const refusals = passwordRefusals(registrant);
    if (refusals.length > 0) throw new Refused(refusals);
    const { email, fullName, locale } = registrant;
    const passwordHash = await this.passwords.hash(registrant.password);
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      if (!(await this.attempts.mayMail(tx, 'register', email, at))) return;
      const { personId, standing } = await this.people.register(tx, { email, passwordHash, fullName, locale }, at);
      const isOpen = standing === 'new' || standing === 'unverified';
      await this.links.issue(tx, personId, isOpen ? 'verify_email' : 'already_registered', at);
    });
    this.links.announce();
  }

  /** Confirms an address by the link that was mailed to it. @throws Refused `link_usable` */
  async verifyEmail(secret: string): Promise<void> {
    const id = this.links.idOf(secret, 'verify_email');
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const personId = await this.links.use(tx, id, 'verify_email', at);
      await this.people.verifyEmail(tx, personId, at);
    });
  }
}
