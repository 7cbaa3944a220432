import type { Response } from 'supertest';
import { aSite } from '../support/house';
import { aCaller, Caller } from '../support/intake';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let siteId: string;
let otherSiteId: string;

beforeAll(async () => {
  oasis = await startOasis();
  siteId = (await aSite(oasis.database)).id;
  otherSiteId = (await aSite(oasis.database)).id;
});
afterAll(() => oasis.stop());

const aCoach = (name?: string) => aCaller(oasis, [{ role: 'coach', siteId }], name);
const aManager = (at = siteId) => aCaller(oasis, [{ role: 'manager', siteId: at }]);

const profile = () => ({
  headline: 'Twenty years of exports',
  expertise: [
    { topic: 'market_entry', level: 'expert', evidence: 'Three markets.' },
    { topic: 'pitching', level: 'knows' },
  ],
  languages: [
    { code: 'fi', level: 'native' },
    { code: 'ru', level: 'B1' },
  ],
  sectors: ['forest'],
  stages: ['idea', 'mvp'],
  sites: [siteId],
  remote: false,
  capacity: 4.5,
});

const hours = {
  timeZone: 'Europe/Moscow',
  weekly: [{ weekday: 3, from: '10:00', to: '12:00' }],
  exceptions: [{ date: '2027-03-10', closed: true }],
};

/** Puts a profile that is not there yet, or that is at its first version. */
async function settled(coach: Caller, change: object = {}): Promise<string> {
  expect((await coach.send('put', '/coaches/me', { ...profile(), ...change })).status).toBe(200);
  return coach.id;
}

const codes = ({ body }: Response) => (body as { refusals: { code: string }[] }).refusals.map(({ code }) => code);
const ids = ({ body }: Response) => (body as { items: { id: string }[] }).items.map(({ id }) => id);
const starts = ({ body }: Response) => (body as { items: { start: string }[] }).items.map(({ start }) => start);

describe('a coach', () => {
  it('says how they coach, and changes it knowing what was there', async () => {
    const coach = await aCoach('Carita Lindholm');
    expectProblem(await coach.get('/coaches/me'), 404, 'missing');
    const found = () => coach.get(`/coaches?personId=${coach.id}`);
    expect((await found()).body).toEqual({ items: [], next: null });
    const made = await coach.send('put', '/coaches/me', profile());
    expect((await found()).body).toEqual({ items: [made.body], next: null });
    expect(made.body).toMatchObject({
      id: coach.id,
      fullName: 'Carita Lindholm',
      expertise: [{ topic: 'market_entry', level: 'expert', evidence: 'Three markets.' }, { topic: 'pitching' }],
      languages: [{ code: 'fi', level: 'native' }, { code: 'ru' }],
      sites: [siteId],
      capacity: 4.5,
      timeZone: 'Europe/Helsinki',
      qualifiedUntil: null,
    });
    expect(made.headers['etag']).toBe('"1"');

    expectProblem(await coach.send('put', '/coaches/me', profile()), 428, 'if_match_required');
    expectProblem(await coach.send('put', '/coaches/me', profile(), { 'if-match': '"7"' }), 412, 'stale');
    const changed = await coach.send(
      'put',
      '/coaches/me',
      { ...profile(), expertise: [], languages: [{ code: 'sv', level: 'C1' }], remote: true },
      { 'if-match': '"1"' },
    );
    expect(changed.body).toMatchObject({ expertise: [], languages: [{ code: 'sv' }], remote: true, version: 2 });
    expect((await coach.get('/me/languages')).body).toEqual({ items: [{ code: 'sv', level: 'C1' }], source: 'said' });
    expect((await coach.get('/me/export')).text).toContain('Twenty years of exports');
  });

  it('is told everything that is wrong with a profile at once', async () => {
    const coach = await aCoach();
    const answer = await coach.send('put', '/coaches/me', {
      ...profile(),
      sites: [siteId, otherSiteId],
      languages: [
        { code: 'fi', level: 'A1' },
        { code: 'fi', level: 'C2' },
      ],
      capacity: 1.3,
    });
    expectProblem(answer, 422, 'refused');
    expect(codes(answer)).toEqual(['coach_of_site', 'each_once', 'half_places']);
    for (const wrong of [
      { capacity: -1 },
      { capacity: 100 },
      { expertise: [{ topic: 'astrology', level: 'expert' }] },
      { languages: null },
      { remoteLink: 'javascript:alert(1)' },
      { sites: ['here'] },
    ]) {
      expectProblem(await coach.send('put', '/coaches/me', { ...profile(), ...wrong }), 400, 'malformed');
    }
  });

  it('is known to everybody in the house, but not how to reach them or until when they are qualified', async () => {
    const coach = await aCoach();
    const id = await settled(coach, { remoteLink: 'https://meet.example/secret-room' });
    const reader = await aCaller(oasis);
    const shown = await reader.get(`/coaches/${id}`);

    expect(shown.body).toMatchObject({ id, headline: 'Twenty years of exports' });
    expect(shown.text).not.toContain('secret-room');
    expect(shown.body).not.toHaveProperty('qualifiedUntil');
    expect((await coach.get('/coaches/me')).text).toContain('secret-room');
    expectProblem(await reader.send('put', '/coaches/me', profile()), 403, 'role_required');
    expectProblem(await reader.get(`/coaches/${reader.id}`), 404, 'missing');
  });

  it('is found by site, topic and language', async () => {
    const here = await settled(await aCoach());
    const anywhere = await settled(await aCoach(), {
      sites: [],
      remote: true,
      expertise: [{ topic: 'fund_raising', level: 'practised' }],
    });
    const reader = await aCaller(oasis);
    const listed = async (query: string) => ids(await reader.get(`/coaches?limit=100&${query}`));

    expect(await listed(`siteId=${siteId}`)).toEqual(expect.arrayContaining([here, anywhere]));
    const elsewhere = await listed(`siteId=${otherSiteId}`);
    expect(elsewhere).toContain(anywhere);
    expect(elsewhere).not.toContain(here);
    expect(await listed('topic=internationalisation')).toContain(here);
    expect(await listed('topic=internationalisation')).not.toContain(anywhere);
    expect(await listed('topic=grants')).not.toContain(anywhere);
    expect(await listed('language=fi')).toContain(here);
    expect(await listed('language=ru')).not.toContain(here);
    expectProblem(await reader.get('/coaches?topic=astrology'), 400, 'malformed');
  });

  it('is found page by page', async () => {
    const reader = await aCaller(oasis);
    const all = ids(await reader.get('/coaches?limit=100'));
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await reader.get(`/coaches?limit=1${next && `&cursor=${next}`}`);
      paged.push(...ids(page));
      next = (page.body as { next: string | null }).next;
    }
    expect(paged).toEqual(all);
  });

  it('is a coach no more when the role is gone', async () => {
    const coach = await aCoach();
    const id = await settled(coach);
    await oasis.database.read(`update role_grant set ends_at = '2027-03-01' where person_id = $1`, [id]);
    const reader = await aCaller(oasis);

    expectProblem(await reader.get(`/coaches/${id}`), 404, 'missing');
    expectProblem(
      await reader.get(`/coaches/${id}/slots?from=2027-03-03T00:00:00Z&to=2027-03-04T00:00:00Z`),
      404,
      'missing',
    );
    expect(ids(await reader.get('/coaches?limit=100'))).not.toContain(id);
  });
});

describe('a qualification', () => {
  it('is set by those who run a site of the coach, and by nobody about themselves', async () => {
    const coach = await aCoach();
    const id = await settled(coach);
    const path = `/coaches/${id}/qualification`;
    const wanted = { validUntil: '2028-06-30', worksWithMinors: true };
    const manager = await aManager();

    expectProblem(await coach.send('patch', path, wanted, { 'if-match': '"1"' }), 403, 'role_required');
    expectProblem(
      await (await aManager(otherSiteId)).send('patch', path, wanted, { 'if-match': '"1"' }),
      404,
      'missing',
    );
    expectProblem(await manager.send('patch', path, wanted), 428, 'if_match_required');
    const set = await manager.send('patch', path, wanted, { 'if-match': '"1"' });
    expect(set.body).toMatchObject({ qualifiedUntil: '2028-06-30', worksWithMinors: true, version: 2 });

    const both = await aCaller(oasis, [
      { role: 'coach', siteId },
      { role: 'manager', siteId },
    ]);
    await settled(both);
    expectProblem(
      await both.send('patch', `/coaches/${both.id}/qualification`, wanted, { 'if-match': '*' }),
      403,
      'segregation_of_duties',
    );
    const deeds = await oasis.database.read(
      `select action from audit_event where subject_id = $1 and action like 'coach.%' order by id`,
      [id],
    );
    expect(deeds).toEqual([{ action: 'coach.begin' }, { action: 'coach.qualify' }]);
  });
});

describe('hours', () => {
  const put = (coach: Caller, body: object, headers?: Record<string, string>) =>
    coach.send('put', '/coaches/me/availability', body, headers);

  it('become slots in both clocks', async () => {
    const coach = await aCoach();
    expectProblem(await put(coach, hours), 409, 'no_coach_profile');
    const id = await settled(coach);
    const answer = await put(coach, hours);
    expect(answer.body).toMatchObject({ ...hours, weekly: [{ ...hours.weekly[0], siteId: null }], outside: [] });
    expect((await coach.get('/coaches/me/availability')).body).toEqual(answer.body);
    expectProblem(await put(coach, hours, { 'if-match': '"1"' }), 412, 'stale');

    const reader = await aCaller(oasis);
    const march = `/coaches/${id}/slots?from=2027-03-02T00:00:00Z&to=2027-03-18T00:00:00Z`;
    const free = await reader.get(`${march}&minutes=90&siteId=${siteId}`);
    expect(free.body).toMatchObject({ timeZone: 'Europe/Moscow', siteTimeZone: 'Europe/Helsinki', minutes: 90 });
    expect(starts(free)).toEqual([
      '2027-03-03T07:00:00Z',
      '2027-03-03T07:15:00Z',
      '2027-03-03T07:30:00Z',
      '2027-03-17T07:00:00Z',
      '2027-03-17T07:15:00Z',
      '2027-03-17T07:30:00Z',
    ]);
    expect(starts(await reader.get(`${march}&siteId=${otherSiteId}`))).toEqual([]);
    expect(starts(await reader.get(march))).toHaveLength(10);
    expectProblem(await reader.get(`${march}&minutes=50`), 400, 'malformed');
    expectProblem(await reader.get(`${march}&siteId=${id}`), 404, 'missing');
    expectProblem(
      await reader.get(`/coaches/${id}/slots?from=2027-01-01T00:00:00Z&to=2027-05-01T00:00:00Z`),
      400,
      'malformed',
    );
    expectProblem(
      await reader.get(`/coaches/${id}/slots?from=2027-03-02T00:00:00Z&to=2027-03-01T00:00:00Z`),
      400,
      'malformed',
    );
  });

  it.each<[string, string[], object]>([
    [
      'that overlap',
      ['hours_overlap'],
      {
        weekly: [
          { weekday: 1, from: '09:00', to: '12:00' },
          { weekday: 1, from: '11:00', to: '13:00' },
        ],
      },
    ],
    ['that end before they begin', ['hours_in_order'], { weekly: [{ weekday: 1, from: '12:00', to: '09:00' }] }],
    [
      'of a date that overlap',
      ['hours_overlap'],
      {
        exceptions: [
          { date: '2027-03-10', from: '09:00', to: '12:00' },
          { date: '2027-03-10', from: '11:00', to: '13:00' },
        ],
      },
    ],
    [
      'of a date that is closed, too',
      ['closed_or_open'],
      { exceptions: [{ date: '2027-03-10' }, { date: '2027-03-10', from: '11:00', to: '13:00' }] },
    ],
    [
      'of a closed date',
      ['hours_in_order'],
      { exceptions: [{ date: '2027-03-10', closed: true, from: '11:00', to: '13:00' }] },
    ],
  ])('%s are refused', async (_, refusals, change) => {
    const coach = await aCoach();
    await settled(coach);
    const answer = await put(coach, { ...hours, exceptions: [], ...change });
    expectProblem(answer, 422, 'refused');
    expect(codes(answer)).toEqual(refusals);
  });

  it('at a site where the coach meets nobody are refused', async () => {
    const coach = await aCoach();
    await settled(coach);
    const answer = await put(coach, {
      ...hours,
      weekly: [{ weekday: 1, from: '09:00', to: '12:00', siteId: otherSiteId }],
    });
    expect(codes(answer)).toEqual(['coach_of_site']);
  });

  it('back to back and to the end of the day are fine', async () => {
    const coach = await aCoach();
    await settled(coach);
    const weekly = [
      { weekday: 1, from: '09:00', to: '12:00', siteId },
      { weekday: 1, from: '12:00', to: '24:00' },
    ];
    expect((await put(coach, { timeZone: 'Europe/Helsinki', weekly })).body).toMatchObject({ weekly });
    expectProblem(await put(coach, { timeZone: 'Europe/Nowhere', weekly }), 400, 'malformed');
  });
});

describe('languages', () => {
  it('of founders are those of their application until they say them', async () => {
    const founder = await aCaller(oasis);
    expect((await founder.get('/me/languages')).body).toEqual({ items: [], source: 'none' });
    await oasis.database.read(
      `insert into application (id, site_id, person_id, status, answers, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 'draft', '{"languages":[{"code":"ru","level":"native"}]}', now(), now())`,
      [siteId, founder.id],
    );
    expect((await founder.get('/me/languages')).body).toEqual({
      items: [{ code: 'ru', level: 'native' }],
      source: 'application',
    });
    const items = [{ code: 'en', level: 'B2' }];
    expect((await founder.send('put', '/me/languages', { items })).body).toEqual({ items, source: 'said' });
    expectProblem(await founder.send('put', '/me/languages', { items: [...items, ...items] }), 422, 'refused');
    expectProblem(
      await founder.send('put', '/me/languages', { items: [{ code: 'english', level: 'B2' }] }),
      400,
      'malformed',
    );
  });

  it('are for everybody, as the topics are', async () => {
    const reader = await aCaller(oasis);
    const { body } = await reader.get('/coaching/topics');
    expect(body).toMatchObject({ version: 1 });
    expect((body as { items: object[] }).items.slice(0, 2)).toEqual([
      { code: 'fund_raising', parent: null },
      { code: 'grants', parent: 'fund_raising' },
    ]);
  });
});
