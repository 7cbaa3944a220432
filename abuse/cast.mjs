// The people of the demonstration who play a role in an attack, and how they are put right again after one.
import { randomUUID } from 'node:crypto';

/** Everybody has the same. */
export const password = 'oasis-demo-2026';

/** Who comes by, with the role that they have; `null` is nobody at all. */
export const parts = {
  anonymous: null,
  entrepreneur: 'entrepreneur@oasis.example',
  coach: 'coach@oasis.example',
  manager: 'manager@oasis.example',
  observer: 'observer@oasis.example',
  administrator: 'admin@oasis.example',
  disabled: 'disabled@oasis.example',
};

/** How long a token is used before another is asked for, in milliseconds: it is good for ten minutes. */
const tokenAge = 480_000;

/** Everybody, and the tokens that they hold. */
export class Cast {
  tokens = new Map();
  /** Whether anything was changed by one of them since they were put right. */
  isTouched = true;

  static async assemble(target) {
    const cast = new Cast();
    cast.target = target;
    await target.sql(
      `insert into person (id, email, full_name, locale, password_hash, email_verified_at, privacy_notice,
         privacy_notice_accepted_at, created_at, updated_at)
       select $1, $2, 'Dag Disabled', locale, password_hash, email_verified_at, privacy_notice,
         privacy_notice_accepted_at, created_at, updated_at from person where email = $3`,
      [randomUUID(), parts.disabled, parts.entrepreneur],
    );
    // Whoever is out was in once: with every role that there is, and a token that was good.
    await target.sql(
      `insert into role_grant (id, person_id, role, site_id, created_at)
       select gen_random_uuid(), p.id, role, case role when 'administrator' then null else s.id end, p.created_at
       from person p, site s, unnest(array['entrepreneur', 'coach', 'manager', 'observer', 'administrator']) role
       where p.email = $1 and s.slug = 'lappeenranta'`,
      [parts.disabled],
    );
    cast.before = {
      people: await target.sql('select * from person where email = any($1)', [Object.values(parts)]),
      grants: await target.sql(
        'select g.* from role_grant g join person p on p.id = g.person_id where p.email = any($1)',
        [Object.values(parts)],
      ),
    };
    cast.members = Object.fromEntries(
      Object.entries(parts)
        .filter(([, email]) => email)
        .map(([who, email]) => [who, cast.member(email)]),
    );
    const [{ id }] = await target.sql(`select id from site where slug = 'lappeenranta'`);
    /** Where everybody of the cast has their role. */
    cast.site = id;
    await cast.tokenOf('disabled');
    await target.sql(`update person set status = 'disabled' where email = $1`, [parts.disabled]);
    return cast;
  }

  member(email) {
    const { id } = this.before.people.find((person) => person.email === email);
    const roles = this.before.grants
      .filter((grant) => grant.person_id === id)
      .map(({ role, site_id: siteId }) => ({ role, siteId }));
    return { id, email, password, roles };
  }

  /** The token of somebody of the cast; undefined for nobody. */
  async tokenOf(who) {
    if (parts[who] === null) return undefined;
    const known = this.tokens.get(who);
    if (known && (who === 'disabled' || performance.now() - known.at < tokenAge)) return await known.token;
    const token = this.target.caller
      .ask('POST', '/api/v1/auth/sign-in', { body: { email: parts[who], password } })
      .then(({ status, json, text }) => {
        if (status !== 200) throw new Error(`${who} could not sign in: ${status} ${text}`);
        return json.accessToken;
      });
    this.tokens.set(who, { at: performance.now(), token });
    return await token;
  }

  /** Puts everybody right whom an attack has disabled, erased, robbed of a role or signed out. */
  async heal() {
    const { target, before } = this;
    if (!this.isTouched) return;
    this.isTouched = false;
    for (const person of before.people) {
      await target.sql(
        `update person set email = $2, full_name = $3, locale = $4, password_hash = $5, email_verified_at = $6, status = $7
         where id = $1`,
        [
          person.id,
          person.email,
          person.full_name,
          person.locale,
          person.password_hash,
          person.email_verified_at,
          person.email === parts.disabled ? 'disabled' : 'active',
        ],
      );
    }
    const ids = before.people.map(({ id }) => id);
    await target.sql('delete from role_grant where person_id = any($1)', [ids]);
    await target.sql('insert into role_grant select * from json_populate_recordset(null::role_grant, $1)', [
      JSON.stringify(before.grants),
    ]);
    await target.sql('update session set ended_at = null where person_id = any($1) and ended_at is not null', [ids]);
    await target.sql('delete from sign_in_attempt');
  }

  /** Forgets every token but the one of whoever is out: after time has moved. */
  forgetTokens() {
    for (const who of this.tokens.keys()) if (who !== 'disabled') this.tokens.delete(who);
  }
}
