import { OutsideCalendarTicks } from '../../src/coaching/coaches/outside-calendar.ticks';
import { newId } from '../../src/kernel/id';
import { OutsideFetch } from '../../src/platform/outside/outside-fetch';
import { aResource, aSite } from '../support/house';
import { aCaller, Caller } from '../support/intake';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

const path = '/coaches/me/outside-calendar';
const url = 'https://calendar.example/private-4711/basic.ics';

let oasis: Oasis;
let siteId: string;
let coach: Caller;

beforeAll(async () => {
  oasis = await startOasis();
  siteId = (await aSite(oasis.database)).id;
});
afterAll(() => oasis.stop());
beforeEach(async () => {
  coach = await aCaller(oasis, [{ role: 'coach', siteId }]);
  await coach.send('put', '/coaches/me', { expertise: [], languages: [], sites: [siteId], remote: true, capacity: 1 });
});

const remove = (caller: Caller) => caller.send('delete', path);

it('a calendar outside is named, read, shown by its host only, and forgotten', async () => {
  // Whoever has none need not ask for it: the profile says so, and to its owner only.
  const isThere = async () => ((await coach.get('/coaches/me')).body as { outsideCalendar: boolean }).outsideCalendar;
  expect(await isThere()).toBe(false);
  expectProblem(await coach.get(path), 404, 'missing');
  const put = await coach.send('put', path, { url });
  expect(put.body).toEqual({
    host: 'calendar.example',
    status: 'waiting',
    failure: null,
    fetchedAt: null,
    refreshAt: '2027-03-02T06:00:00Z',
    busy: 0,
  });
  expect([put.text, (await coach.get(path)).text, (await coach.get('/me/export')).text].join()).not.toContain('4711');
  expect((await coach.get('/me/export')).text).toContain('calendar.example');
  expect(await isThere()).toBe(true);
  const other = await aCaller(oasis, [{ role: 'coach', siteId }]);
  expect((await other.get(`/coaches/${coach.id}`)).body).not.toHaveProperty('outsideCalendar');
  expect((await remove(coach)).status).toBe(204);
  expect(await isThere()).toBe(false);
  expectProblem(await remove(coach), 404, 'missing');
});

it('a calendar inside is refused, whoever asks for it', async () => {
  for (const inside of ['http://calendar.example/', 'https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/']) {
    expectProblem(await coach.send('put', path, { url: inside }), 422, 'refused');
  }
  expectProblem(await coach.send('put', path, { url: 'two words' }), 400, 'malformed');
  const stranger = await aCaller(oasis, [{ role: 'entrepreneur', siteId }]);
  expectProblem(await stranger.send('put', path, { url }), 403, 'role_required');
  expectProblem(await stranger.get('/coaches/me/calendar-clashes'), 403, 'role_required');
  const beginner = await aCaller(oasis, [{ role: 'coach', siteId }]);
  expectProblem(await beginner.send('put', path, { url }), 409, 'no_coach_profile');
});

it('what meets a confirmed session is a question with an answer', async () => {
  const room = await aResource(oasis.database, siteId, { kind: 'room' });
  await oasis.database.read(
    `insert into coaching_session (id, site_id, type, coach_id, mode, room_id, starts_at, ends_at, status, created_at, updated_at)
     values ($1, $2, 'office_hour', $3, 'on_site', $4, '2027-03-09T08:00:00Z', '2027-03-09T08:30:00Z', 'confirmed', now(), now())`,
    [newId(), siteId, coach.id, room],
  );
  await coach.send('put', path, { url });
  const text =
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Dentist\nDTSTART:20270309T080000Z\nDTEND:20270309T090000Z\nEND:VEVENT\nEND:VCALENDAR';
  jest.spyOn(oasis.get(OutsideFetch), 'read').mockResolvedValue({ text, etag: null, lastModified: null });
  await oasis.get(OutsideCalendarTicks).read(oasis.clock.now());

  const asked = await coach.get('/coaches/me/calendar-clashes');
  expect(asked.body).toMatchObject({
    items: [
      { start: '2027-03-09T08:00:00Z', busyUntil: '2027-03-09T09:00:00Z', timeZone: 'Europe/Helsinki', answer: null },
    ],
    next: null,
  });
  expect(asked.text).not.toContain('Dentist');
  const [{ id }] = (asked.body as { items: [{ id: string }] }).items;
  const answer = `/coaches/me/calendar-clashes/${id}/answer`;
  const other = await aCaller(oasis, [{ role: 'coach', siteId }]);
  expectProblem(await other.post(answer, { answer: 'cancel' }), 404, 'missing');
  expectProblem(await coach.post(answer, { answer: 'perhaps' }), 400, 'malformed');
  expect((await coach.post(answer, { answer: 'cancel' })).body).toMatchObject({ id, answer: 'cancel' });
  expectProblem(await coach.post(answer, { answer: 'keep' }), 409, 'clash_answered');
  expect((await coach.get('/coaches/me/calendar-clashes')).body).toEqual({ items: [], next: null });
});
