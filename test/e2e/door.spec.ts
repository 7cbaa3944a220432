import { newId } from '../../src/kernel/id';
import { anAccount, signIn } from '../support/account';
import { aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

describe('the display beside a door', () => {
  let oasis: Oasis;
  let site: string;
  let room: string;
  let manager: { id: string; token: string };

  beforeAll(async () => {
    oasis = await startOasis();
    site = (await aSite(oasis.database, { timeZone: 'Europe/Helsinki' })).id;
    room = await aResource(oasis.database, site, { kind: 'room', name: 'Комната Åse' });
    const account = await anAccount(oasis);
    manager = { id: account.id, token: (await signIn(oasis, account)).accessToken };
    await sql(`insert into role_grant (id, person_id, role, site_id, created_at) values ($1, $2, 'manager', $3, $4)`, [
      newId(),
      manager.id,
      site,
      oasis.clock.now(),
    ]);
  });
  afterAll(() => oasis?.stop());

  const sql = (text: string, parameters: unknown[]) => oasis.database.read(text, parameters);

  async function open(titles: boolean): Promise<string> {
    const { body } = await oasis.http
      .post(`/api/v1/resources/${room}/calendar-feed`)
      .set('authorization', `Bearer ${manager.token}`)
      .send({ titles, locale: 'fi' })
      .expect(200);
    return (body as { url: string }).url.split('/').pop()!.replace('.ics', '');
  }

  const door = (secret: string) => oasis.http.get('/api/v1/display').set('authorization', `Bearer ${secret}`);

  it('tells when the place is taken and how to check in, and nobody’s name', async () => {
    const starts = new Date(oasis.clock.now().getTime() + 3_600_000);
    await sql(
      `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $5::timestamptz + interval '1 hour', 'Salaries', 'confirmed', $6, $6)`,
      [newId(), site, room, manager.id, starts, oasis.clock.now()],
    );
    await oasis.http
      .post(`/api/v1/sites/${site}/check-in-codes`)
      .set('authorization', `Bearer ${manager.token}`)
      .send({ resourceIds: [room] })
      .expect(200);
    const { body } = await door(await open(false)).expect(200);
    expect(body).toMatchObject({
      resource: 'Комната Åse',
      kind: 'room',
      timeZone: 'Europe/Helsinki',
      locale: 'fi',
      open: [expect.objectContaining({ start: expect.any(String) as string })],
      taken: [{ title: null, isMaintenance: false }],
    });
    expect((body as { checkIn: { svg: string } }).checkIn.svg).toMatch(/^<svg/);
    expect(JSON.stringify(body)).not.toContain('Salaries');
    const { body: told } = await door(await open(true)).expect(200);
    expect(told).toMatchObject({ taken: [{ title: 'Salaries' }] });
  });

  it('is nobody’s with another secret, an old one, or one that was taken back', async () => {
    const [old, token] = [await open(false), await open(false)];
    expectProblem(await door(old), 404, 'missing');
    await door(token).expect(200);
    await oasis.http
      .delete(`/api/v1/resources/${room}/calendar-feed`)
      .set('authorization', `Bearer ${manager.token}`)
      .expect(204);
    expectProblem(await door(token), 404, 'missing');
  });

  it('is opened by its secret in the header that is for secrets, and opens nothing else', async () => {
    const secret = await open(false);
    const { headers } = await door(secret).expect(200);
    expect(headers['cache-control']).toBe('no-store');
    await oasis.http.get('/api/v1/display').set('authorization', `bearer ${secret}`).expect(200);
    for (const path of ['me', 'me/sessions', 'sites'])
      expectProblem(
        await oasis.http.get(`/api/v1/${path}`).set('authorization', `Bearer ${secret}`),
        401,
        'unauthenticated',
      );
  });

  it.each<[string, (secret: string) => string | string[] | undefined]>([
    ['none', () => undefined],
    ['nothing', () => ''],
    ['no word before it', (secret) => secret],
    ['another word before it', (secret) => `Basic ${secret}`],
    ['something shorter', (secret) => `Bearer ${secret.slice(1)}`],
    ['something longer', (secret) => `Bearer ${secret}A`],
    ['something very long', (secret) => `Bearer ${secret.repeat(200)}`],
    ['characters that are in no secret', (secret) => `Bearer ${secret.slice(1)}%`],
    ['another one before it', (secret) => [`Bearer ${'A'.repeat(43)}`, `Bearer ${secret}`]],
    ['the token of a person', () => `Bearer ${manager.token}`],
  ])('tells whoever sends %s nothing', async (_, header) => {
    const asked = oasis.http.get('/api/v1/display');
    const given = header(await open(false));
    if (given !== undefined) void asked.set('authorization', given as string);
    expect(expectProblem(await asked, 404, 'missing')).toMatchObject({ instance: '/api/v1/display' });
  });

  it('is opened by no address', async () => {
    const secret = await open(false);
    for (const path of [`displays/${secret}`, `display/${secret}`, `display?token=${secret}`])
      expectProblem(await oasis.http.get(`/api/v1/${path}`), 404, 'missing');
  });
});
