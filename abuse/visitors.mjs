// People who are made for one attack, so that nobody of the demonstration has to suffer for it.
import { randomUUID } from 'node:crypto';
import { parts } from './cast.mjs';

/** The password of everybody in here: that of the demonstration, whose hash is taken. */
export const password = 'oasis-demo-2026';

/** Somebody who can sign in; a founder with a membership, or an administrator, when asked for. */
export async function aPerson(target, { administrator = false, founder = false } = {}) {
  const id = randomUUID();
  const email = `${id}@people.example`;
  await target.sql(
    `insert into person (id, email, full_name, locale, password_hash, email_verified_at, privacy_notice,
       privacy_notice_accepted_at, created_at, updated_at)
     select $1, $2, 'Vera Visitor', 'en', password_hash, email_verified_at, privacy_notice,
       privacy_notice_accepted_at, created_at, updated_at from person where email = $3`,
    [id, email, parts.entrepreneur],
  );
  if (administrator || founder)
    await target.sql(
      `insert into role_grant (id, person_id, role, site_id, created_at)
       values (gen_random_uuid(), $1, $2, $3, '2026-01-01')`,
      [id, administrator ? 'administrator' : 'entrepreneur', administrator ? null : target.cast.site],
    );
  if (founder) await aMembership(target, id);
  return { id, email };
}

/** A membership like that of the founder of the cast. */
async function aMembership(target, id) {
  const membership = randomUUID();
  await target.sql(
    `insert into membership
     select (jsonb_populate_record(m, jsonb_build_object('id', $1::text, 'person_id', $2::text, 'venture_id', null,
       'application_id', null, 'lead_membership_id', null))).*
     from membership m join person p on p.id = m.person_id where p.email = $3 and m.site_id = $4 and m.status = 'active' limit 1`,
    [membership, id, parts.entrepreneur, target.cast.site],
  );
  await target.sql(
    `insert into membership_term (id, membership_id, person_id, site_id, kind, starts_on, ends_on, plan_version_id, created_at)
     select gen_random_uuid(), id, person_id, site_id, 'initial', starts_on, ends_on, plan_version_id, created_at
     from membership where id = $1`,
    [membership],
  );
}

/** Signs somebody in. @throws Error when that fails */
export async function signIn(target, { email }, cookie) {
  const answer = await target.caller.ask('POST', '/api/v1/auth/sign-in', { body: { email, password }, cookie });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${answer.text}`);
  return { token: answer.json.accessToken, cookie: answer.cookies };
}
