import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { Actor, Role } from '../../src/kernel/actor';
import { MessageTicks } from '../../src/reminders/message.ticks';
import { anAccount, signIn } from '../support/account';
import { aFounder, anAssignment, aSessionCoach, Founder } from '../support/coaching-sessions';
import { aPerson, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

const marker = 'ZANZIBAR-7731';
const secret = `He told me of his divorce. ${marker}`;

/** What the log writes, line by line. */
const lines: string[] = [];

let oasis: Oasis;
let siteId: string;
let coach: Actor;
let aino: Founder;
let sessionId: string;
let noteId: string;
let tokens: Record<string, string>;
let people: Record<string, string>;

/** Gives an actor that specs made a password to sign in with. */
async function tokenOf(personId: string): Promise<string> {
  const account = await anAccount(oasis);
  await oasis.database.read(
    'update person set password_hash = (select password_hash from person where id = $2) where id = $1',
    [personId, account.id],
  );
  const [row] = await oasis.database.read<{ email: string }>('select email from person where id = $1', [personId]);
  return (await signIn(oasis, { email: row?.email ?? '' })).accessToken;
}

beforeAll(async () => {
  oasis = await startOasis({ config: { logLevel: 'debug' }, log: (line) => lines.push(line) });
  const db = oasis.database;
  siteId = (await aSite(db)).id;
  coach = await aSessionCoach(db, siteId);
  aino = await aFounder(db, siteId);
  const room = await aResource(db, siteId, { kind: 'room', capacity: 4 });
  const assignmentId = await anAssignment(db, siteId, aino, coach);
  const session = await oasis.get(SessionBookingService).book(aino.actor, {
    type: 'one_to_one',
    assignmentId,
    start: new Date('2027-03-04T08:00:00Z'),
    mode: 'on_site',
    roomId: room,
  });
  sessionId = session.id;
  const others: [string, Role, string | null][] = [
    ['manager', 'manager', siteId],
    ['administrator', 'administrator', null],
    ['observer', 'observer', siteId],
  ];
  people = { coach: coach.personId, founder: aino.actor.personId };
  for (const [name, role, at] of others) people[name] = (await aPerson(db, role, at)).personId;
  people['otherCoach'] = (await aSessionCoach(db, siteId)).personId;
  people['otherFounder'] = (await aFounder(db, (await aSite(db)).id)).actor.personId;
  tokens = {};
  for (const [name, id] of Object.entries(people)) tokens[name] = await tokenOf(id);

  const written = await as('coach', 'POST', `/coaching/sessions/${sessionId}/notes`, {
    visibility: 'private',
    text: secret,
  }).set('idempotency-key', 'note-once');
  expect(written.status).toBe(201);
  noteId = (written.body as { id: string }).id;
});
afterAll(() => oasis?.stop());

const as = (who: string, method: string, path: string, body?: object) => {
  const verb = method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete' | 'put';
  const request = oasis.http[verb](path.startsWith('/api') ? path : `/api/v1${path}`).set(
    'authorization',
    `Bearer ${tokens[who] ?? ''}`,
  );
  return body === undefined ? request : request.send(body);
};

const strangers = ['manager', 'administrator', 'founder', 'otherCoach', 'otherFounder', 'observer'];

/** Every address that can be read, with each id of the story in place of each that it asks for. */
async function readable(): Promise<string[]> {
  const { paths } = (await oasis.http.get('/api/openapi.json')).body as {
    paths: Record<string, Record<string, { parameters?: { in: string; name: string }[]; responses: object }>>;
  };
  const [row] = await oasis.database.read<{ membership: string; assignment: string; room: string }>(
    `select k.membership_id as membership, k.assignment_id as assignment, k.room_id as room from coaching_session k`,
  );
  const ids = [noteId, sessionId, siteId, coach.personId, aino.actor.personId, ...Object.values(row ?? {})];
  const query =
    'siteId=SITE&from=2027-03-01T00:00:00Z&to=2027-03-08T00:00:00Z&date=2027-03-04&kind=room&minutes=60&month=2027-03&format=json'.replace(
      'SITE',
      siteId,
    );
  return Object.entries(paths).flatMap(([path, { get }]) => {
    // A stream never ends; it says that something has changed, and to whom it is told is asked elsewhere.
    // Plans that specs make have no words to show.
    if (!get || path === '/api/v1/plans' || /event-stream|events/.test(JSON.stringify([path, get.responses])))
      return [];
    const addresses = path.includes('{') ? ids.map((id) => path.replaceAll(/\{\w+\}/g, id)) : [path];
    const asked = new Set((get.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name));
    const fitting = query.split('&').filter((pair) => asked.has(pair.split('=')[0] ?? ''));
    const words = [...asked].filter((name) => ['q', 'search', 'text', 'query'].includes(name));
    const search = [...fitting, ...words.map((name) => `${name}=${marker}`)].join('&');
    return addresses.flatMap((address) => [address, ...(search ? [`${address}?${search}`] : [])]);
  });
}

describe('note_visibility: a private note', () => {
  it('is read by its author', async () => {
    expect((await as('coach', 'GET', `/coaching/notes/${noteId}`)).text).toContain(marker);
    expect((await as('coach', 'GET', `/coaching/sessions/${sessionId}/notes`)).text).toContain(marker);
    expect((await as('coach', 'GET', '/me/export')).text).toContain(marker);
    expect((await as('coach', 'GET', '/coaching/record?format=markdown')).text).toContain(marker);
  });

  it('is found at no address that can be read, by nobody else', async () => {
    const addresses = await readable();
    expect(addresses).toContain(`/api/v1/coaching/notes/${noteId}`);
    expect(addresses.length).toBeGreaterThan(100);
    const found: string[] = [];
    let answered = 0;
    const attempts = strangers.flatMap((who) => addresses.map((address) => ({ who, address })));
    const ask = async ({ who, address }: { who: string; address: string }) => {
      const answer = await as(who, 'GET', address);
      if (answer.status === 200) answered++;
      if (answer.status >= 500) found.push(`${answer.status} ${who} ${address}`);
      if (`${answer.text}${JSON.stringify(answer.headers)}`.includes(marker)) found.push(`${who} ${address}`);
    };
    for (let i = 0; i < attempts.length; i += 10) await Promise.all(attempts.slice(i, i + 10).map(ask));
    expect(answered).toBeGreaterThan(100);
    expect(found).toEqual([]);
  }, 120_000);

  it('is the same 404 as none for all who try to change, delete or open it', async () => {
    for (const who of strangers) {
      const patched = await as(who, 'PATCH', `/coaching/notes/${noteId}`, { visibility: 'shared' }).set(
        'if-match',
        '*',
      );
      expect([who, patched.status]).toEqual([who, 404]);
      expect([who, (await as(who, 'DELETE', `/coaching/notes/${noteId}`)).status]).toEqual([who, 404]);
      if (who === 'administrator') continue;
      const opened = await as(who, 'POST', `/coaching/notes/${noteId}/open`, {
        reason: 'I would like to know what it says',
      });
      expect([who, opened.status]).toEqual([who, 403]);
      expect((await as(who, 'GET', `/coaching/sessions/${sessionId}/sealed-notes`)).status).toBe(403);
    }
    expect((await as('coach', 'GET', `/coaching/notes/${noteId}`)).body).toMatchObject({
      visibility: 'private',
      version: 1,
    });
  });

  it('stands in one table and nowhere else: no trail, no kept answer, no message, no log, no figure', async () => {
    await oasis.get(MessageTicks).plan(oasis.clock.now());
    const tables = await oasis.database.read<{ name: string }>(
      `select tablename as name from pg_tables where schemaname in ('public', 'bullmq') order by 1`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows = await oasis.database
        .read(`select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`, [marker])
        .catch(() => []);
      if (rows.length > 0) holding.push(name);
    }
    expect(holding).toEqual(['session_note']);
    expect(lines.join('')).toContain('/coaching/notes');
    expect(lines.join('')).not.toContain(marker);
    expect((await oasis.http.get('/metrics')).text).not.toContain(marker);
    expect(await oasis.database.read(`select facts from audit_event where subject_id = $1`, [noteId])).toEqual([
      { facts: { sessionId, visibility: 'private' } },
    ]);
  });

  it('would be found if the condition were not there (so the tests above can fail)', async () => {
    await oasis.database.read(`update session_note set visibility = 'shared', shared_at = now() where id = $1`, [
      noteId,
    ]);
    try {
      expect((await as('founder', 'GET', `/coaching/sessions/${sessionId}/notes`)).text).toContain(marker);
      expect((await as('founder', 'GET', '/me/export')).text).toContain(marker);
      // Shared among those who took part, and with nobody else.
      for (const who of strangers.filter((one) => one !== 'founder')) {
        expect((await as(who, 'GET', `/coaching/notes/${noteId}`)).status).toBe(404);
      }
    } finally {
      await oasis.database.read(`update session_note set visibility = 'private', shared_at = null where id = $1`, [
        noteId,
      ]);
    }
  });
});

describe('breaking the glass', () => {
  it('needs an administrator and a reason, is logged, and its author sees it', async () => {
    const short = await as('administrator', 'POST', `/coaching/notes/${noteId}/open`, { reason: 'curious' });
    expect(short.status).toBe(400);
    const sealed = await as('administrator', 'GET', `/coaching/sessions/${sessionId}/sealed-notes`);
    expect(sealed.body).toMatchObject({ items: [{ id: noteId, visibility: 'private', authorId: coach.personId }] });
    expect(sealed.text).not.toContain(marker);
    expect((await as('administrator', 'GET', `/coaching/sessions/${noteId}/sealed-notes`)).status).toBe(404);
    const reason = 'The founder is in danger and the coach cannot be reached.';
    const opened = await as('administrator', 'POST', `/coaching/notes/${noteId}/open`, { reason });
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ id: noteId, text: secret });
    expect(
      await oasis.database.read('select opened_by, reason from note_opening where note_id = $1', [noteId]),
    ).toEqual([{ opened_by: people['administrator'], reason }]);
    const [deed] = await oasis.database.read<{ facts: object }>(
      `select facts from audit_event where action = 'session_note.open' and subject_id = $1`,
      [noteId],
    );
    expect(deed?.facts).toEqual({ reason, authorId: coach.personId });
    expect((await as('coach', 'GET', `/coaching/notes/${noteId}`)).body).toMatchObject({ openings: [{ reason }] });
    // Opening it once opens it once.
    expect((await as('administrator', 'GET', `/coaching/notes/${noteId}`)).status).toBe(404);
  });
});
