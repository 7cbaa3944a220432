import { UnsubscribeLinks } from '../../src/reminders/unsubscribe-links';
import { anAccount, signIn, TestAccount } from '../support/account';
import { whileLocked } from '../support/locked';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let aino: TestAccount;
let token: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  aino = await anAccount(oasis);
  token = (await signIn(oasis, aino)).accessToken;
});

interface Preference {
  kind: string;
  channels: string[];
  minutesBefore: number | null;
  canBeSwitchedOff: boolean;
}

const path = '/api/v1/me/reminder-preferences';
const read = () => oasis.http.get(path).set('authorization', `Bearer ${token}`);
const choose = (wanted: object, expected = '*') =>
  oasis.http.put(path).set('authorization', `Bearer ${token}`).set('if-match', expected).send(wanted);
const of = (body: unknown, kind: string): Preference | undefined =>
  (body as { kinds: Preference[] }).kinds.find((one) => one.kind === kind);
const addressFor = (kind: string, personId = aino.id): string =>
  new URL(oasis.get(UnsubscribeLinks).linkFor(personId, kind)).pathname;

it('are as usual until somebody chooses, and again for what is left out later', async () => {
  const usual = (await read().expect(200)).body as unknown;
  expect(of(usual, 'booking_soon')).toEqual({
    kind: 'booking_soon',
    channels: ['mail', 'app', 'push'],
    possibleChannels: ['mail', 'app', 'push'],
    canBeSwitchedOff: true,
    minutesBefore: 30,
    distance: { usual: 30, least: 5, most: 240 },
  });
  expect(of(usual, 'reset_password')).toMatchObject({ canBeSwitchedOff: false, minutesBefore: null, distance: null });

  const kinds = [
    { kind: 'booking_soon', channels: ['app'], minutesBefore: 60 },
    { kind: 'booking_tomorrow', channels: [] },
  ];
  const chosen = await choose({ kinds, quietHours: { from: '21:30', to: '07:00' } }).expect(200);
  expect(of(chosen.body, 'booking_soon')).toMatchObject({ channels: ['app'], minutesBefore: 60 });
  expect(of(chosen.body, 'booking_tomorrow')).toMatchObject({ channels: [] });
  expect(chosen.body.quietHours).toEqual({ from: '21:30', to: '07:00' });
  expect((await read()).body).toEqual(chosen.body);

  const { version, ...rest } = usual as { version: number };
  await choose({ kinds: [] }).expect(200, { ...rest, version: version + 2 });
});

it('are chosen, and with If-Match do not overwrite what another window or a link in a mail has chosen since', async () => {
  const seen = await read().expect(200);
  const etag = seen.headers['etag'] as string;
  const chosen = await choose({ kinds: [{ kind: 'booking_soon', channels: ['app'] }] }, etag).expect(200);
  expect(chosen.headers['etag']).not.toBe(etag);
  expectProblem(await choose({ kinds: [] }, etag), 412, 'stale');
  await read().expect(200, chosen.body as object);

  await oasis.http.post(addressFor('booking_tomorrow')).expect(200);
  expectProblem(await choose({ kinds: [] }, chosen.headers['etag']), 412, 'stale');
  expect(of((await read()).body, 'booking_tomorrow')).toMatchObject({ channels: ['app'] });
  const last = await oasis.http.put(path).set('authorization', `Bearer ${token}`).send({ kinds: [] }).expect(200);
  const again = () => choose({ kinds: [] }, last.headers['etag']);
  const both = await whileLocked(
    oasis.database,
    (tx) => tx.query('select 1 from person where id = $1 for update', [aino.id]),
    () => Promise.all([again(), again()]),
    2,
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it.each([
  ['a kind that nobody knows', { kinds: [{ kind: 'carrier_pigeon', channels: [] }] }],
  ['a channel that the kind lacks', { kinds: [{ kind: 'booking_ending', channels: ['mail'] }] }],
  ['a decision that one must hear of', { kinds: [{ kind: 'application_rejected', channels: [] }] }],
  ['the way back into an account', { kinds: [{ kind: 'reset_password', channels: [] }] }],
  ['a distance for what has none', { kinds: [{ kind: 'booking_tomorrow', channels: ['app'], minutesBefore: 10 }] }],
  ['a distance that is too long', { kinds: [{ kind: 'booking_soon', channels: ['app'], minutesBefore: 241 }] }],
  ['a kind twice', { kinds: [1, 2].map(() => ({ kind: 'booking_soon', channels: ['app'] })) }],
  ['quiet hours of no length', { kinds: [], quietHours: { from: '09:00', to: '09:00' } }],
])('refuse %s, and stay', async (_, wanted) => {
  const before = (await read()).body as object;
  expectProblem(await choose(wanted), 400, 'malformed');
  await read().expect(200, before);
});

describe('the link in a mail', () => {
  it('asks on a page first, and stops the mails with one click, without anybody signing in', async () => {
    await oasis.database.read(`update person set locale = 'sv' where id = $1`, [aino.id]);
    const address = addressFor('booking_soon');

    const page = await oasis.http
      .get(address)
      .expect(200)
      .expect('content-type', /text\/html/);
    expect(page.text).toContain('<html lang="sv">');
    expect(page.text).toContain('<form method="post"><button>');
    expect(of((await read()).body, 'booking_soon')?.channels).toEqual(['mail', 'app', 'push']);

    const once = () => oasis.http.post(address).type('form').send('List-Unsubscribe=One-Click').expect(200);
    await once();
    await once();
    expect(of((await read()).body, 'booking_soon')?.channels).toEqual(['app', 'push']);
    const trace = await oasis.database.read(
      `select action, facts from audit_event where subject_id = $1 and action like 'person.%'`,
      [aino.id],
    );
    expect(trace).toEqual([{ action: 'person.choose_reminders', facts: { unsubscribed: 'booking_soon' } }]);
  });

  it('can do nothing for anybody else, nothing else, and nothing that must not be', async () => {
    const good = addressFor('booking_soon');
    const other = addressFor('booking_soon', (await anAccount(oasis)).id);
    const forged = `${good.slice(0, -30)}${other.slice(-30)}`;
    for (const address of [
      forged,
      `${good}A`,
      good.slice(0, -3),
      addressFor('reset_password'),
      addressFor('nothing'),
    ]) {
      expectProblem(await oasis.http.get(address), 404, 'missing');
      expectProblem(await oasis.http.post(address), 404, 'missing');
    }
  });

  it('opens no door for forms anywhere else', async () => {
    const answer = await oasis.http.post('/api/v1/auth/sign-out').type('form').send('a=b');
    expect(answer.status).toBe(415);
  });
});

it('are part of what a person may read about themselves', async () => {
  await choose({ kinds: [{ kind: 'booking_soon', channels: [] }] }).expect(200);
  const { body } = await oasis.http.get('/api/v1/me/export').set('authorization', `Bearer ${token}`).expect(200);
  expect((body as Record<string, unknown>)['reminderPreferences']).toEqual({
    chosen: [{ kind: 'booking_soon', mail: false, app: false, push: false, minutesBefore: null }],
    quietHours: null,
  });
});
