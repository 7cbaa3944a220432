import { Passwords } from '../../src/access/passwords';
import { LinkPurpose } from '../../src/access/access.rules';
import { LinkSecrets } from '../../src/access/link-secrets';
import { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Oasis } from './oasis';

/** The password of every account that specs make. */
export const password = 'Saimaa-norppa-77';

const longAgo = new Date('2026-01-01T00:00:00Z');
let hashed: Promise<string> | undefined;

export interface AccountOptions {
  email?: string;
  fullName?: string;
  verified?: boolean;
  roles?: { role: Role; siteId: string | null }[];
}

/** Somebody who can sign in with {@link password}. */
export interface TestAccount {
  id: string;
  email: string;
}

/** An account with a password; verified and without roles, or whatever the options say. */
export async function anAccount({ database }: Oasis, options: AccountOptions = {}): Promise<TestAccount> {
  const id = newId();
  const { email = `${id}@people.example`, fullName = 'Aino Example', verified = true, roles = [] } = options;
  hashed ??= new Passwords().hash(password);
  await database.read(
    `insert into person (id, email, full_name, locale, password_hash, email_verified_at, privacy_notice,
       privacy_notice_accepted_at, created_at, updated_at)
     values ($1, $2, $3, 'en', $4, $5, '1', $6, $6, $6)`,
    [id, email, fullName, await hashed, verified ? longAgo : null, longAgo],
  );
  for (const { role, siteId } of roles) {
    await database.read(
      `insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, $3, $4, $5)`,
      [newId(), id, role, siteId, longAgo],
    );
  }
  return { id, email };
}

/** The access token and the cookies that a sign-in hands out. */
export interface TestSignIn {
  accessToken: string;
  /** By name without any prefix: `oasis-refresh`, `oasis-device`. */
  cookies: Record<string, string>;
}

/** Signs in from a browser that nobody knows. @throws Error when that fails */
export async function signIn(oasis: Oasis, { email }: { email: string }): Promise<TestSignIn> {
  const answer = await oasis.http.post('/api/v1/auth/sign-in').send({ email, password });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
  return { accessToken: (answer.body as TestSignIn).accessToken, cookies: cookiesOf(answer) };
}

/** The cookies that an answer sets, by name. */
export function cookiesOf({ headers }: { headers: Record<string, unknown> }): Record<string, string> {
  const lines = [headers['set-cookie'] ?? []].flat() as string[];
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
      return [name, value];
    }),
  );
}

/** The secret of the newest link of a purpose that is to be mailed to a person, as the mail would carry it. */
export async function linkFor(oasis: Oasis, email: string, purpose: LinkPurpose): Promise<string | undefined> {
  const [row] = await oasis.database.read<{ id: string }>(
    `select t.id from one_time_token t join person p on p.id = t.person_id
     where p.email = $1 and t.purpose = $2 order by t.created_at desc, t.id desc limit 1`,
    [email, purpose],
  );
  return row && oasis.get(LinkSecrets).secretFor(row.id, purpose);
}
