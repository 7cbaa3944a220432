import { AccessTicks } from '../../src/access/access.ticks';
import { newId } from '../../src/kernel/id';
import { anAccount, signIn } from '../support/account';
import { aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

const day = 24 * 60;
const purge = () => oasis.get(AccessTicks).purge(oasis.clock.now());
const count = async (table: string) =>
  (await oasis.database.read<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

async function register(): Promise<string> {
  const email = `${newId()}@new.example`;
  await oasis.http
    .post('/api/v1/auth/register')
    .send({ email, password: 'Vuoksi-virtaa-42', fullName: 'Uusi', locale: 'fi', acceptPrivacyNotice: true })
    .expect(202);
  return email;
}

describe('what access forgets by itself', () => {
  it('is what has expired, and nothing that is still good', async () => {
    const start = oasis.clock.now();
    await signIn(oasis, await anAccount(oasis));
    await register();
    expect(await purge()).toBe(0);

    oasis.clock.advance(16 * day);
    expect(await purge()).toBe(4); // refresh token, two tries, link
    expect(await count('refresh_token')).toBe(0);
    expect(await count('session')).toBe(1);

    oasis.clock.advance(45 * day);
    await purge();
    expect(await count('session')).toBe(0);
    expect(await count('known_device')).toBe(1);
    oasis.clock.advance(360 * day);
    await purge();
    expect(await count('known_device')).toBe(0);
    oasis.clock.set(start);
  });

  it('is an account that nobody confirmed within thirty days, unless the house knows the person', async () => {
    const [forgotten, confirmed, known] = [await register(), await register(), await register()];
    await oasis.database.read(`update person set email_verified_at = $2 where email = $1`, [
      confirmed,
      oasis.clock.now(),
    ]);
    const site = await aSite(oasis.database);
    await oasis.database.read(
      `insert into role_grant (id, person_id, role, site_id, created_at)
       select $1, id, 'coach', $3, $4 from person where email = $2`,
      [newId(), known, site.id, oasis.clock.now()],
    );
    // A mail was planned for each of them, as the planner does.
    await oasis.database.read(
      `insert into message (id, kind, person_id, subject_id, occasion, channel, due_at, useful_until, next_attempt_at, created_at)
       select gen_random_uuid(), 'verify_email', p.id, t.id, 'issued', 'mail', $1, $1, $1, $1
       from person p join one_time_token t on t.person_id = p.id`,
      [oasis.clock.now()],
    );
    const [{ id } = { id: '' }] = await oasis.database.read<{ id: string }>(`select id from person where email = $1`, [
      forgotten,
    ]);
    const left = async () =>
      (
        await oasis.database.read<{ email: string }>(`select email from person where email = any ($1) order by id`, [
          [forgotten, confirmed, known],
        ])
      ).map(({ email }) => email);

    oasis.clock.advance(29 * day);
    await purge();
    expect(await left()).toEqual([forgotten, confirmed, known]);
    oasis.clock.advance(2 * day);
    await Promise.all([purge(), purge(), purge()]);
    expect(await left()).toEqual([confirmed, known]);
    const written = await oasis.database.read(
      `select 1 from audit_event where action = 'person.forget' and subject_id = $1`,
      [id],
    );
    expect(written).toHaveLength(1);
  });
});
