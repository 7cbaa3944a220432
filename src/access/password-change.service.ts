import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Refused } from '../kernel/errors';
import { People } from '../people/people.service';
import { Database } from '../platform/database/database';
import { Attempts } from './attempts.service';
import { forgetDevices, rememberDevice } from './known-devices';
import { Links, unusableLink } from './links.service';
import { passwordRefusals } from './password.rules';
import { Passwords } from './passwords';
import { PresentPassword, wrongPassword } from './present-password';
import { Sessions } from './sessions.service';

interface Holder {
  email: string;
  fullName: string;
}

/** Choosing another password: forgotten, by a mailed link; or known, by saying the present one. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly present: PresentPassword,
    private readonly people: People,
    private readonly attempts: Attempts,
    private readonly links: Links,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Has a link mailed to whoever owns the address, three an hour at most. Known or unknown, the try is written down and the
   * same statements are sent in one transaction, so neither the answer nor its time tells which it was.
   */
  async forgot(email: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      if (!(await this.attempts.mayMail(tx, 'reset', email, at))) return;
      const rows: { id: string }[] = await tx.query(
        `select id from person where email = $1 and status = 'active' for no key update`,
        [email],
      );
      await this.links.issue(tx, rows[0]?.id ?? null, 'reset_password', at);
    });
    this.links.announce();
  }

  /**
   * Sets a new password by a mailed link, which also confirms the address. Whoever was signed in is signed out, and no
   * browser is known any more but this one, whose user has just read the mail.
   * @returns the token by which the browser is known from now on
   * @throws Refused `link_usable`, `weak_password`
   */
  async reset(secret: string, password: string, presentedDevice: string | undefined): Promise<string> {
    const id = this.links.idOf(secret, 'reset_password');
    const holder = await this.holder(
      `select p.email, p.full_name as "fullName"
       from one_time_token t join person p on p.id = t.person_id where t.id = $1`,
      id,
    );
    if (!holder) throw unusableLink();
    insistOnStrong(password, holder);
    const passwordHash = await this.passwords.hash(password);
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const personId = await this.links.use(tx, id, 'reset_password', at);
      const actor = new Actor(personId, null, []);
      await this.people.verifyEmail(tx, personId, at);
      await this.people.replacePassword(tx, actor, { passwordHash, at });
      await this.sessions.endAll(tx, actor, personId, 'password_changed', at);
      await forgetDevices(tx, personId);
      return rememberDevice(tx, personId, presentedDevice, at);
    });
  }

  /**
   * Sets a new password for somebody who is signed in and says the present one. All their other sessions end.
   * @throws Refused `current_password`, `weak_password`; TooMany
   */
  async change(actor: Actor, current: string, wanted: string): Promise<void> {
    const holder = await this.present.insist(actor, current);
    insistOnStrong(wanted, holder);
    const passwordHash = await this.passwords.hash(wanted);
    const at = this.clock.now();
    const replacing = { passwordHash, insteadOf: holder.passwordHash, at };
    await this.database.transaction(async (tx) => {
      if (!(await this.people.replacePassword(tx, actor, replacing))) throw wrongPassword();
      await this.sessions.endAll(tx, actor, actor.personId, 'password_changed', at, actor.sessionId);
    });
  }

  private async holder(sql: string, id: string): Promise<Holder | undefined> {
    const [holder] = await this.database.read<Holder>(sql, [id]);
    return holder;
  }
}

function insistOnStrong(password: string, { email, fullName }: Holder): void {
  const refusals = passwordRefusals({ password, email, fullName });
  if (refusals.length > 0) throw new Refused(refusals);
}
