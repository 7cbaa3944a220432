import { newId } from '../../src/kernel/id';
import { anAccount, signIn } from '../support/account';
import { aPerson, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const at = (time: string) => new Date(`2027-03-02T${time}:00+02:00`);

let oasis: Oasis;
let siteId: string;
let token: Record<'manager' | 'administrator' | 'stranger' | 'observer', string>;

beforeAll(async () => {
  oasis = await startOasis();
  oasis.clock.set(at('12:00'));
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(oasis.database)).id;
  const elsewhere = (await aSite(oasis.database)).id;
  const as = async (role: 'manager' | 'administrator' | 'observer', where: string | null) =>
    (await signIn(oasis, await anAccount(oasis, { roles: [{ role, siteId: where }] }))).accessToken;
  token = {
    manager: await as('manager', siteId),
    administrator: await as('administrator', null),
    stranger: await as('manager', elsewhere),
    observer: await as('observer', siteId),
  };
});

const get = (who: keyof typeof token, query: string) =>
  oasis.http.get(`/api/v1/audit-events?${query}`).set('authorization', `Bearer ${token[who]}`);

async function done(action: string, time: string, facts: object = {}, where: string | null = siteId): Promise<string> {
  const { personId } = await aPerson(oasis.database);
  await oasis.database.read(
    `insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts) values ($1, $2, $3, $4, $5, $3, $6)`,
    [newId(), at(time), personId, where, action, JSON.stringify(facts)],
  );
  return personId;
}

const actions = (body: { items: { action: string }[] }) => body.items.map(({ action }) => action);

describe('the audit trail', () => {
  it('tells who did what, the latest first, page by page', async () => {
    for (const [action, time] of [
      ['booking.book', '08:00'],
      ['booking.cancel', '09:00'],
      ['membership.end', '09:00'],
    ] as const)
      await done(action, time, { reason: 'leaves', email: 'nobody@oasis.example' });
    const first = await get('manager', `siteId=${siteId}&limit=2`).expect(200);
    expect(first.body.items).toHaveLength(2);
    expect(first.body.items[0].facts).toEqual([{ name: 'reason', value: 'leaves' }]);
    expect(first.body.items[0].actor).toBe(first.body.items[0].subject);
    const second = await get('manager', `siteId=${siteId}&limit=2&cursor=${first.body.next}`).expect(200);
    expect([...actions(first.body), ...actions(second.body)].sort()).toEqual([
      'booking.book',
      'booking.cancel',
      'membership.end',
    ]);
    expect(second.body.next).toBeNull();
  });

  it('is asked by kind, deed, subject and date of the site', async () => {
    const subject = await done('booking.book', '00:30');
    await done('booking_series.book', '10:00');
    await done('booking.cancel', '23:30');
    expect(actions((await get('manager', `siteId=${siteId}&action=booking`)).body)).toEqual([
      'booking.cancel',
      'booking.book',
    ]);
    expect(actions((await get('manager', `siteId=${siteId}&action=booking.book`)).body)).toEqual(['booking.book']);
    expect(actions((await get('manager', `siteId=${siteId}&subjectId=${subject}`)).body)).toEqual(['booking.book']);
    expect((await get('manager', `siteId=${siteId}&from=2027-03-02&to=2027-03-02`)).body.items).toHaveLength(3);
    expect((await get('manager', `siteId=${siteId}&to=2027-03-01`)).body.items).toHaveLength(0);
    // Letters with a meaning in patterns mean themselves.
    expect((await get('manager', `siteId=${siteId}&action=b%25`)).body.items).toHaveLength(0);
  });

  it('is for those who run the site', async () => {
    await done('booking.book', '08:00');
    expectProblem(await get('stranger', `siteId=${siteId}`), 404, 'missing');
    expectProblem(await get('manager', ''), 404, 'missing');
    expect((await get('observer', `siteId=${siteId}`)).status).toBe(403);
    expect((await get('administrator', `siteId=${siteId}`)).body.items).toHaveLength(1);
  });

  it('tells administrators what was done at no site', async () => {
    const subject = await done('role.grant', '08:00', { role: 'administrator' }, null);
    const { body } = await get('administrator', `subjectId=${subject}`).expect(200);
    expect(body.items[0].facts).toEqual([{ name: 'role', value: 'administrator' }]);
  });

  it('is a table for whoever asks for one', async () => {
    await done('booking.cancel', '08:00', { reason: '=1+1' });
    const answer = await get('manager', `siteId=${siteId}`).set('accept', 'text/csv').expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.text.split('\r\n')[1]).toContain('booking.cancel');
    expect(answer.text).not.toMatch(/,=/);
  });

  it('refuses a cursor that is not its own', async () => {
    expectProblem(await get('manager', `siteId=${siteId}&cursor=nonsense`), 400, 'malformed');
    const forged = Buffer.from(JSON.stringify(['yesterday', 'x'])).toString('base64url');
    expect((await get('manager', `siteId=${siteId}&cursor=${forged}`)).status).toBe(400);
  });
});
