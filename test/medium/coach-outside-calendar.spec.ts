import { ClashQueries } from '../../src/coaching/calendar-clashes/clash.queries';
import { ClashService } from '../../src/coaching/calendar-clashes/clash.service';
import { AvailabilityQueries } from '../../src/coaching/coaches/availability.queries';
import { AvailabilityService } from '../../src/coaching/coaches/availability.service';
import { CoachProfileService } from '../../src/coaching/coaches/coach-profile.service';
import { OutsideReadingService } from '../../src/coaching/coaches/outside-reading.service';
import { addressPurpose, OutsideCalendarService } from '../../src/coaching/coaches/outside-calendar.service';
import { OutsideCalendarTicks } from '../../src/coaching/coaches/outside-calendar.ticks';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { Period } from '../../src/kernel/period';
import { OccupancyService } from '../../src/occupancy/occupancy.service';
import { Config } from '../../src/platform/config/config';
import { Database } from '../../src/platform/database/database';
import { OutsideError, OutsideFetch, Read } from '../../src/platform/outside/outside-fetch';
import { seal } from '../../src/platform/sealed';
import { Secrets } from '../../src/platform/secrets';
import { aPerson, aResource, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Monday 1 March 2027, 08:00 in Helsinki (UTC+2); the coach works on Tuesdays from 9 to 12.
const now = new Date('2027-03-01T06:00:00Z');
const at = (time: string, date = '2027-03-02') => new Date(`${date}T${time}:00+02:00`);
const tuesday = Period.of(at('00:00'), at('00:00', '2027-03-03'));
const secret = 'https://calendar.example/private-4711/basic.ics';

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let siteId: string;
let coach: Actor;
let read: jest.SpyInstance<Promise<Read>, Parameters<OutsideFetch['read']>>;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(now);
  await db.read(`update outside_calendar set refresh_at = '2099-01-01'`);
  siteId = (await aSite(db)).id;
  coach = await aCoach();
  read = jest.spyOn(oasis.get(OutsideFetch), 'read').mockImplementation(() => Promise.resolve(calendar()));
});
afterEach(() => read.mockRestore());

async function aCoach(): Promise<Actor> {
  const person = await aPerson(db, 'coach', siteId);
  await oasis.get(CoachProfileService).put(
    person,
    {
      expertise: [],
      languages: [],
      sites: [siteId],
      remote: true,
      capacity: 3,
      minimumNoticeMinutes: 0,
      bufferMinutes: 0,
    },
    'any',
  );
  const weekly = [{ weekday: 2, from: '09:00', to: '12:00' }];
  await oasis.get(AvailabilityService).put(person, { timeZone: 'Europe/Helsinki', weekly }, undefined);
  return person;
}

/** A calendar with the given hours of Tuesday in it. */
function calendar(...spans: [string, string][]): Read {
  const events = spans.flatMap(([from, to], index) => [
    'BEGIN:VEVENT',
    `UID:${index}`,
    'SUMMARY:Dentist',
    `DTSTART:20270302T${from.replace(':', '')}00`,
    `DTEND:20270302T${to.replace(':', '')}00`,
    'END:VEVENT',
  ]);
  return { text: ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n'), etag: null, lastModified: null };
}
const has = (...spans: [string, string][]) => read.mockImplementation(() => Promise.resolve(calendar(...spans)));
const put = (person = coach) => oasis.get(OutsideCalendarService).put(person, secret);
const tick = () => oasis.get(OutsideCalendarTicks).read(clock.now());
const state = () => oasis.get(OutsideCalendarService).read(coach);

/** Reads the calendar again, whenever it is due. */
async function again(): Promise<void> {
  await db.read('update outside_calendar set refresh_at = $2, fetched_at = null where coach_id = $1', [
    coach.personId,
    clock.now(),
  ]);
  await tick();
}

async function free(): Promise<string[]> {
  const spans = await oasis
    .get(AvailabilityQueries)
    .freeSpans(db.source.manager, [coach.personId], tuesday, clock.now());
  const face = (moment: Date) => new Date(moment.getTime() + 2 * 3_600_000).toISOString().slice(11, 16);
  return (spans.get(coach.personId) ?? []).map(({ start, end }) => `${face(start)}-${face(end)}`);
}

describe('a calendar outside', () => {
  it('blocks free times, and gives them back', async () => {
    has(['10:00', '10:30'], ['10:15', '11:00']);
    expect(await put()).toMatchObject({ host: 'calendar.example', status: 'waiting', busy: 0 });
    expect(await free()).toEqual(['09:00-12:00']);
    expect(await tick()).toBe(1);
    expect(await state()).toMatchObject({ status: 'read', failure: null, busy: 1, fetchedAt: '2027-03-01T06:00:00Z' });
    expect(await free()).toEqual(['09:00-10:00', '11:00-12:00']);

    has();
    await again();
    expect(await free()).toEqual(['09:00-12:00']);
    await oasis.get(OutsideCalendarService).remove(coach);
    await expect(state()).rejects.toMatchObject({ code: 'missing' });
  });

  it('is kept by its address, which stands nowhere in clear, and by its times, without what they are for', async () => {
    has(['10:00', '11:00']);
    await put();
    await tick();
    expect(read.mock.calls[0]?.[0]).toBe(secret);
    const rows = await db.read(
      `select encode(o.sealed_url, 'escape') as sealed, o.host, e.*, (select jsonb_agg(a) from audit_event a) as audit
       from outside_calendar o join outside_event e using (coach_id) where o.coach_id = $1`,
      [coach.personId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([rows, await state()])).not.toMatch(/4711|Dentist/);
  });

  it('is sealed anew when it is read after a change of the secret, so that the one before can go', async () => {
    const before = new Secrets({ jwtSecret: 'the secret of last year, 0123456789-abc' });
    await put();
    await db.read('update outside_calendar set sealed_url = $2 where coach_id = $1', [
      coach.personId,
      seal(secret, before.keys(addressPurpose)[0], coach.personId),
    ]);
    await again();
    expect(await state()).toMatchObject({ status: 'failing', failure: 'unreadable_address' });

    const config = new Config({ ...oasis.config, jwtSecretPrevious: 'the secret of last year, 0123456789-abc' });
    const changed = new OutsideReadingService(db, clock, oasis.get(OccupancyService), oasis.get(OutsideFetch), config);
    await changed.refresh(coach.personId);
    await again();
    expect(await state()).toMatchObject({ status: 'read', failure: null });
  });

  it('of one coach opens for nobody else', async () => {
    const other = await aCoach();
    await put();
    await put(other);
    await db.read(
      `update outside_calendar set sealed_url = (select sealed_url from outside_calendar where coach_id = $1) where coach_id = $2`,
      [other.personId, coach.personId],
    );
    await tick();
    expect(await state()).toMatchObject({ status: 'failing', failure: 'unreadable_address' });
  });

  it.each([
    ['http://calendar.example/a.ics', 'not_https'],
    ['https://127.0.0.1/a.ics', 'private_address'],
    ['https://[::1]/a.ics', 'private_address'],
  ])('is refused at once when it is %s', async (url, failure) => {
    await expect(oasis.get(OutsideCalendarService).put(coach, url)).rejects.toMatchObject({
      refusals: [{ code: 'outside_calendar_address', facts: { failure } }],
    });
  });

  it('keeps what is known when it cannot be read, and waits longer each time', async () => {
    has(['10:00', '11:00']);
    await put();
    await tick();
    const waits: string[] = [];
    read.mockImplementation(() => Promise.reject(new OutsideError('too_large')));
    for (let times = 0; times < 8; times++) {
      clock.set((await state()).refreshAt);
      const before = clock.now().getTime();
      await tick();
      waits.push(String((Date.parse((await state()).refreshAt) - before) / 60_000));
    }
    expect(waits).toEqual(['60', '120', '240', '480', '960', '1440', '1440', '1440']);
    expect(await state()).toMatchObject({ status: 'failing', failure: 'too_large' });
    clock.set(now);
    expect(await free()).toEqual(['09:00-10:00', '11:00-12:00']);

    read.mockImplementation(() => Promise.resolve({ text: '<html>', etag: null, lastModified: null }));
    await again();
    expect(await state()).toMatchObject({ failure: 'not_a_calendar' });
    has();
    await again();
    expect(await state()).toMatchObject({ status: 'read', failure: null });
  });

  it('is asked whether it has changed, and once a day for everything', async () => {
    has();
    read.mockImplementation(() => Promise.resolve({ ...calendar(['10:00', '11:00']), etag: '"1"' }));
    await put();
    await tick();
    read.mockImplementation((_, known) => Promise.resolve({ text: null, etag: '"1"', lastModified: null, ...known }));
    clock.advance(30);
    await tick();
    expect(read.mock.lastCall?.[1]).toMatchObject({ etag: '"1"' });
    expect(await free()).toEqual(['09:00-10:00', '11:00-12:00']);
    clock.advance(24 * 60);
    await tick();
    expect(read.mock.lastCall?.[1]).toBeUndefined();
  });

  it('is read by one of several processes, and by another when that one died', async () => {
    await put();
    await Promise.all([tick(), tick(), tick()]);
    expect(read).toHaveBeenCalledTimes(1);

    clock.advance(30);
    read.mockImplementation(() => Promise.reject(new Error('the process is gone')));
    expect(await tick()).toBe(0);
    has();
    expect(await tick()).toBe(0);
    clock.advance(5);
    expect(await tick()).toBe(1);
  });

  it('is not written down when another has taken its place meanwhile', async () => {
    await put();
    read.mockImplementation(async () => {
      read.mockImplementation(() => Promise.resolve(calendar()));
      await put();
      return calendar(['10:00', '11:00']);
    });
    await tick();
    expect(await state()).toMatchObject({ status: 'waiting', busy: 0 });
    expect(await free()).toEqual(['09:00-12:00']);
  });

  it('is read outside every transaction', async () => {
    await put();
    let open = -1;
    read.mockImplementation(async () => {
      const [row] = await db.read<{ open: number }>(
        `select count(*)::integer as open from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'`,
      );
      open = row?.open ?? -1;
      return calendar();
    });
    await tick();
    expect(open).toBe(0);
  });
});

describe('a session at a time at which the coach is busy outside', () => {
  const clashes = async () => (await oasis.get(ClashQueries).open(coach)).items;
  const statusOf = async (id: string) =>
    (await db.read<{ status: string }>('select status from coaching_session where id = $1', [id]))[0]?.status;
  let sessionId: string;

  beforeEach(async () => {
    sessionId = newId();
    const room = await aResource(db, siteId, { kind: 'room' });
    const period = Period.of(at('10:00'), at('11:00'));
    await db.read(
      `insert into coaching_session (id, site_id, type, coach_id, mode, room_id, topic, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, 'office_hour', $3, 'on_site', $4, 'Prices', $5, $6, 'confirmed', $7, $7)`,
      [sessionId, siteId, coach.personId, room, period.start, period.end, now],
    );
    await db.transaction((tx) =>
      oasis.get(OccupancyService).take(tx, {
        cause: 'session',
        causeId: sessionId,
        siteId,
        holderId: null,
        people: [coach.personId],
        resources: [room],
        period,
      }),
    );
    await put();
  });

  it('is asked about once, and stands until the answer', async () => {
    has(['10:30', '11:30']);
    await tick();
    await again();
    expect(await clashes()).toMatchObject([
      { sessionId, topic: 'Prices', start: '2027-03-02T08:00:00Z', busyFrom: '2027-03-02T08:30:00Z', answer: null },
    ]);
    expect(await statusOf(sessionId)).toBe('confirmed');
  });

  it('is not asked about when the two only touch', async () => {
    has(['09:00', '10:00'], ['11:00', '12:00']);
    await tick();
    expect(await clashes()).toEqual([]);
  });

  it('is kept, and not asked about again until the time is another', async () => {
    has(['10:30', '11:30']);
    await tick();
    const [clash] = await clashes();
    const answers = oasis.get(ClashService);
    expect(await answers.answer(coach, clash?.id ?? '', 'keep')).toMatchObject({ answer: 'keep' });
    await expect(answers.answer(coach, clash?.id ?? '', 'cancel')).rejects.toMatchObject({ code: 'clash_answered' });
    await again();
    expect(await clashes()).toEqual([]);
    has(['10:45', '11:30']);
    await again();
    expect(await clashes()).toMatchObject([{ busyFrom: '2027-03-02T08:45:00Z' }]);
    expect(await statusOf(sessionId)).toBe('confirmed');
  });

  it('is called off with everything it took', async () => {
    has(['10:30', '11:30']);
    await tick();
    const [clash] = await clashes();
    await oasis.get(ClashService).answer(coach, clash?.id ?? '', 'cancel');
    expect(await statusOf(sessionId)).toBe('cancelled');
    expect(await db.read('select 1 from occupation where cause_id = $1', [sessionId])).toEqual([]);
    expect(await clashes()).toEqual([]);
    expect(
      await db.read('select facts from audit_event where action = $1 and subject_id = $2', [
        'calendar_clash.answer',
        clash?.id,
      ]),
    ).toEqual([{ facts: { sessionId, answer: 'cancel' } }]);
  });

  it('is answered once by two answers at once', async () => {
    has(['10:30', '11:30']);
    await tick();
    const [clash] = await clashes();
    const tries = await Promise.allSettled(
      (['keep', 'cancel', 'keep', 'cancel'] as const).map((answer) =>
        oasis.get(ClashService).answer(coach, clash?.id ?? '', answer),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is no question any more when the calendar has changed, and never somebody else’s', async () => {
    has(['10:30', '11:30']);
    await tick();
    const [clash] = await clashes();
    await expect(oasis.get(ClashService).answer(await aCoach(), clash?.id ?? '', 'keep')).rejects.toMatchObject({
      code: 'missing',
    });
    has();
    await again();
    expect(await clashes()).toEqual([]);
    await expect(oasis.get(ClashService).answer(coach, clash?.id ?? '', 'keep')).rejects.toMatchObject({
      code: 'missing',
    });
  });
});
