import { AvailabilityQueries } from '../../src/coaching/coaches/availability.queries';
import { WantedHours } from '../../src/coaching/coaches/availability-hours.rules';
import { AvailabilityService } from '../../src/coaching/coaches/availability.service';
import { CoachProfileService } from '../../src/coaching/coaches/coach-profile.service';
import { SlotQueries } from '../../src/coaching/coaches/slot.queries';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { instant, Period } from '../../src/kernel/period';
import { OccupancyService, Taking } from '../../src/occupancy/occupancy.service';
import { Database } from '../../src/platform/database/database';
import { aPerson, aResource, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Monday 1 March 2027, 08:00 in Helsinki (UTC+2); the coach works on Tuesdays.
const now = new Date('2027-03-01T06:00:00Z');
const at = (time: string, date = '2027-03-02') => new Date(`${date}T${time}:00+02:00`);
const tuesday = Period.of(at('00:00'), at('00:00', '2027-03-03'));

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let siteId: string;
let coach: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(now);
  siteId = (await aSite(db)).id;
  coach = await aPerson(db, 'coach', siteId);
  await says({});
  await works({ weekly: [{ weekday: 2, from: '09:00', to: '12:00', siteId }] });
});

const says = (change: object) =>
  oasis
    .get(CoachProfileService)
    .put(
      coach,
      { expertise: [], languages: [], sites: [siteId], remote: true, capacity: 3, minimumNoticeMinutes: 0, ...change },
      'any',
    );
const works = (hours: Partial<WantedHours>) =>
  oasis.get(AvailabilityService).put(coach, { timeZone: 'Europe/Helsinki', weekly: [], ...hours }, undefined);

async function free(window = tuesday): Promise<string[]> {
  const spans = await oasis
    .get(AvailabilityQueries)
    .freeSpans(db.source.manager, [coach.personId], window, clock.now());
  return (spans.get(coach.personId) ?? []).map(({ start, end }) => `${clockOf(start)}-${clockOf(end)}`);
}
const clockOf = (moment: Date) => new Date(moment.getTime() + 2 * 3_600_000).toISOString().slice(11, 16);

function take(taking: Partial<Taking>): Promise<void> {
  return db.transaction(async (tx) => {
    await oasis.get(OccupancyService).lock(tx, { people: [coach.personId] });
    await oasis.get(OccupancyService).take(tx, {
      cause: 'session',
      causeId: newId(),
      siteId,
      holderId: null,
      people: [coach.personId],
      period: Period.of(at('10:00'), at('10:30')),
      ...taking,
    });
  });
}

describe('what is free of a coach', () => {
  it('is the weekly hours', async () => expect(await free()).toEqual(['09:00-12:00']));

  it('is empty for who is no coach', async () => {
    const stranger = await aPerson(db);
    const spans = await oasis.get(AvailabilityQueries).freeSpans(db.source.manager, [stranger.personId], tuesday, now);
    expect([...spans]).toEqual([[stranger.personId, []]]);
  });

  it('keeps the distance that the coach needs to a session', async () => {
    await take({ bufferMinutes: 15 });
    expect(await free()).toEqual(['09:00-09:45', '10:45-12:00']);
  });

  it('is what can really be taken: a session with its buffer fits into every slot, and into none beside them', async () => {
    await take({ bufferMinutes: 15 });
    const { items } = await oasis
      .get(SlotQueries)
      .slots(coach.personId, { from: tuesday.start, to: tuesday.end, minutes: 45 });
    const offered = new Set(items.map(({ start }) => start));

    for (let minute = 9 * 60; minute + 45 <= 12 * 60; minute += 15) {
      const start = new Date(at('00:00').getTime() + minute * 60_000);
      const period = Period.of(start, new Date(start.getTime() + 45 * 60_000));
      const causeId = newId();
      const taken = await take({ causeId, period, bufferMinutes: 15 }).then(
        () => true,
        () => false,
      );
      await db.transaction((tx) => oasis.get(OccupancyService).release(tx, [causeId]));
      expect([instant(start), taken]).toEqual([instant(start), offered.has(instant(start))]);
    }
  });

  it('is less by a hold until it lapses', async () => {
    await take({ cause: 'hold', expiresAt: at('08:30', '2027-03-01') });
    expect(await free()).toEqual(['09:00-09:45', '10:30-12:00']);
    clock.set(at('08:30', '2027-03-01'));
    expect(await free()).toEqual(['09:00-12:00']);
  });

  it('is not less by a desk that the coach has booked', async () => {
    const desk = await aResource(db, siteId);
    await take({ cause: 'booking', people: [], resources: [desk], holderId: coach.personId });
    expect(await free()).toEqual(['09:00-12:00']);
  });

  it('is less by what is in the calendar outside', async () => {
    await db.read('insert into outside_event (id, coach_id, starts_at, ends_at) values ($1, $2, $3, $4)', [
      newId(),
      coach.personId,
      at('11:00'),
      at('13:00'),
    ]);
    expect(await free()).toEqual(['09:00-10:45']);
  });

  it('is what the place leaves of it, on a day with short hours', async () => {
    await db.read(
      `insert into closure (id, site_id, starts_on, ends_on, opens, closes, reason, source, status, created_at)
       values ($1, $2, '2027-03-02', '2027-03-02', '10:00', '11:00', 'Painting', 'manager', 'confirmed', $3)`,
      [newId(), siteId, now],
    );
    expect(await free()).toEqual(['10:00-11:00']);
    await works({ weekly: [{ weekday: 2, from: '09:00', to: '12:00' }] });
    expect(await free()).toEqual(['09:00-12:00']);
    const there = await oasis.get(SlotQueries).slots(coach.personId, { from: tuesday.start, to: tuesday.end, siteId });
    expect(there.items).toEqual([{ start: '2027-03-02T08:00:00Z', end: '2027-03-02T09:00:00Z', siteId }]);
  });

  it('is nothing at a site that is suspended', async () => {
    await db.read(`update site set status = 'suspended' where id = $1`, [siteId]);
    expect(await free()).toEqual([]);
  });

  it('is nothing where the role is gone', async () => {
    await db.read('update role_grant set ends_at = $2 where person_id = $1', [coach.personId, now]);
    expect(await free()).toEqual([]);
  });

  it('is nothing on a day whose sessions are full, and as much as it takes before', async () => {
    await says({ longestDayMinutes: 90 });
    await take({ period: Period.of(at('15:00'), at('16:00')), bufferMinutes: 15 });
    expect(await free()).toEqual(['09:00-12:00']);
    const slots = (minutes: number) =>
      oasis.get(SlotQueries).slots(coach.personId, { from: tuesday.start, to: tuesday.end, minutes });
    expect((await slots(30)).items).not.toEqual([]);
    expect((await slots(45)).items).toEqual([]);
    await take({ period: Period.of(at('17:00'), at('17:30')), bufferMinutes: 15 });
    expect(await free()).toEqual([]);
  });

  it('begins after the notice', async () => {
    await says({ minimumNoticeMinutes: 60 });
    clock.set(at('09:30'));
    expect(await free()).toEqual(['10:30-12:00']);
  });
});

it('hours_overlap: two spans of one day that share a time are kept out by the table, too', async () => {
  const insert = () =>
    db.read(
      `insert into availability_rule (id, coach_id, weekday, from_time, to_time) values ($1, $2, 2, '11:00', '13:00')`,
      [newId(), coach.personId],
    );
  await expect(insert()).rejects.toThrow('availability_rule_once');
  await db.read('alter table availability_rule drop constraint availability_rule_once');
  await insert();
});

it('changes of one profile at once happen one after the other, and both count', async () => {
  const version = async () =>
    (await db.read<{ version: number }>('select version from coach_profile where person_id = $1', [coach.personId]))[0]
      ?.version ?? 0;
  const before = await version();
  await Promise.all(
    [...Array(10).keys()].map((n) =>
      n % 2 ? says({}) : works({ weekly: [{ weekday: 2, from: '09:00', to: '12:00' }] }),
    ),
  );
  expect(await version()).toBe(before + 10);
  expect(await free()).toEqual(['09:00-12:00']);
});

it('asks two statements for four weeks of slots of any number of coaches, whatever is in the ledger', async () => {
  const asked = jest.spyOn(db.source.manager, 'query');
  const window = Period.of(tuesday.start, new Date(tuesday.start.getTime() + 28 * 864e5));
  const others = await Promise.all([1, 2, 3].map(() => aPerson(db, 'coach', siteId)));
  await oasis.get(AvailabilityQueries).freeSpans(
    db.source.manager,
    [coach, ...others].map(({ personId }) => personId),
    window,
    now,
  );
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockRestore();
});

it('hours that are only thought of show what could be booked, under all that is taken, and change nothing', async () => {
  await take({});
  const wanted = { from: tuesday.start, to: tuesday.end, minutes: 60 };
  const slots = oasis.get(SlotQueries);
  const before = await slots.slots(coach.personId, wanted);
  const hours = { timeZone: 'Europe/Helsinki', weekly: [{ weekday: 2, from: '18:00', to: '20:00', siteId: null }] };
  const thought = await slots.thought(coach.personId, wanted, hours);
  expect(thought.items.map(({ start }) => clockOf(new Date(start)))).toEqual([
    '18:00',
    '18:15',
    '18:30',
    '18:45',
    '19:00',
  ]);
  const closed = { ...hours, exceptions: [{ date: '2027-03-02' }] };
  expect((await slots.thought(coach.personId, wanted, closed)).items).toEqual([]);
  expect(await slots.slots(coach.personId, wanted)).toEqual(before);
  const inAWeek = { ...hours, minimumNoticeMinutes: 7 * 24 * 60 };
  expect((await slots.thought(coach.personId, wanted, inAWeek)).items).toEqual([]);
  const backwards = { ...hours, weekly: [{ weekday: 2, from: '20:00', to: '18:00' }] };
  await expect(slots.thought(coach.personId, wanted, backwards)).rejects.toMatchObject({
    refusals: [{ code: 'hours_in_order' }],
  });
});
