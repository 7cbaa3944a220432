import { Conflict } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/id';
import { Period } from '../../src/kernel/period';
import { OccupancyService } from '../../src/occupancy/occupancy.service';
import { OccupancyTicks } from '../../src/occupancy/occupancy.ticks';
import { Database } from '../../src/platform/database/database';
import { barrier } from '../support/barrier';
import { deadlocks, repeats } from '../support/deadlocks';
import { aPerson, aSite, desks } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

const morning = Period.of(new Date('2027-03-03T07:00:00Z'), new Date('2027-03-03T09:00:00Z'));

let oasis: Oasis;
let db: Database;
let occupancy: OccupancyService;
let siteId: string;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  occupancy = oasis.get(OccupancyService);
  siteId = (await aSite(db)).id;
});
afterAll(() => oasis.stop());

/** One act that takes several subjects, as a coaching session will: locked first unless told otherwise. */
function act(
  people: string[],
  resources: string[],
  options: { locked?: boolean; period?: Period; afterEach?: () => Promise<void> } = {},
): Promise<void> {
  const { locked = true, period = morning, afterEach } = options;
  return db.transaction(async (tx) => {
    if (locked) await occupancy.lock(tx, { people, resources });
    const causeId = newId();
    const common = { cause: 'session' as const, causeId, siteId, holderId: null, period };
    // Subject by subject in the order given: what a command with several writers does.
    for (const person of people) await occupancy.take(tx, { ...common, people: [person] });
    for (const resource of resources) {
      await occupancy.take(tx, { ...common, resources: [resource] });
      await afterEach?.();
    }
  });
}

async function settled(acts: Promise<void>[]): Promise<{ done: number; refused: Conflict[]; others: unknown[] }> {
  const results = await Promise.allSettled(acts);
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  return {
    done: results.length - reasons.length,
    refused: reasons.filter((reason): reason is Conflict => reason instanceof Conflict),
    others: reasons.filter((reason) => !(reason instanceof Conflict)),
  };
}

async function overlaps(): Promise<number> {
  const rows = await db.read<{ count: number }>(
    `select count(*) as count from occupation a join occupation b
       on a.id < b.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
      and (a.resource_id = b.resource_id or a.person_id = b.person_id)`,
  );
  return rows[0]?.count ?? 0;
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, key: Math.sin(seed * 97 + index * 31) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe('the ledger of occupation', () => {
  beforeEach(() => db.read('delete from occupation'));

  it('no_double_booking: refuses a resource that is taken, and names the law', async () => {
    const [desk = ''] = await desks(db, siteId, 1);
    await act([], [desk]);
    await expect(act([], [desk])).rejects.toMatchObject({ code: 'no_double_booking' });
  });

  it('person_not_twice: refuses a person who is somewhere else, and takes nothing of the act', async () => {
    const person = (await aPerson(db)).personId;
    const room = await desk('Room of the act');
    await act([person], []);
    await expect(act([person], [room])).rejects.toMatchObject({ code: 'person_not_twice' });
    expect(await db.read('select 1 from occupation where resource_id = $1', [room])).toHaveLength(0);
  });

  it('lets one period begin where another ends', async () => {
    const room = await desk('Back to back');
    await act([], [room]);
    await act([], [room], { period: Period.of(morning.end, new Date('2027-03-03T10:00:00Z')) });
    expect(await overlaps()).toBe(0);
  });

  it.each([
    ['an empty period', `'2027-03-03T07:00Z', '2027-03-03T07:00Z'`, 'occupation_not_empty'],
    ['a reversed period', `'2027-03-03T08:00Z', '2027-03-03T07:00Z'`, 'occupation_not_empty'],
    ['an endless period', `'2027-03-03T08:00Z', 'infinity'`, 'occupation_finite'],
    ['a period longer than a day and a cleaning', `'2027-03-03T08:00Z', '2027-03-04T11:00Z'`, 'occupation_longest'],
  ])('cannot hold %s', async (_, bounds, constraint) => {
    const room = await desk(`For ${constraint} ${newId()}`);
    const insertion = db.read(
      `insert into occupation (id, cause, cause_id, resource_id, site_id, starts_at, ends_at)
       values ($1, 'booking', $1, $2, $3, ${bounds})`,
      [newId(), room, siteId],
    );
    await expect(insertion).rejects.toMatchObject({ driverError: { constraint } });
  });

  it('splits a maintenance of days into rows that the look-back of a day still finds', async () => {
    const room = await desk('Under repair');
    const days = Period.of(new Date('2027-03-03T00:00:00Z'), new Date('2027-03-06T12:00:00Z'));
    await act([], [room], { period: days });
    const rows = await db.read<{ taken: string }>(
      `select taken_resources($1, '2027-03-06T10:00Z', '2027-03-06T11:00Z', now()) as taken`,
      [siteId],
    );
    expect(rows.map((row) => row.taken)).toContain(room);
    await expect(act([], [room])).rejects.toMatchObject({ code: 'no_double_booking' });
  });

  it('a hold that has lapsed blocks nobody, not even for a second', async () => {
    const room = await desk('Lapsed');
    const hold = {
      cause: 'hold' as const,
      causeId: newId(),
      siteId,
      holderId: null,
      period: morning,
      resources: [room],
    };
    await db.transaction((tx) => occupancy.take(tx, { ...hold, expiresAt: oasis.clock.now() }));
    await act([], [room]);
    expect(await db.read('select cause from occupation where resource_id = $1', [room])).toEqual([
      { cause: 'session' },
    ]);
  });

  it('forgets holds that have lapsed, and only those', async () => {
    const [room, other] = [await desk('Held'), await desk('Still held')];
    const hold = (resource: string, expiresAt: Date) =>
      db.transaction((tx) =>
        occupancy.take(tx, {
          cause: 'hold',
          causeId: newId(),
          siteId,
          holderId: null,
          period: morning,
          expiresAt,
          resources: [resource],
        }),
      );
    await hold(room, new Date('2027-03-02T06:05:00Z'));
    await hold(other, new Date('2027-03-02T06:06:00Z'));
    expect(await oasis.get(OccupancyTicks).expire(new Date('2027-03-02T06:05:00Z'))).toBe(1);
    const left = await db.read<{ resourceId: string }>('select resource_id as "resourceId" from occupation');
    expect(left).toEqual([{ resourceId: other }]);
  });

  describe('many acts at once that take several subjects in different orders', () => {
    // Of three people each two acts share one: locks of people alone would keep acts with people in order.
    it.each([
      ['people and rooms', 2, 2],
      ['rooms', 0, 2],
      ['people', 2, 0],
    ])(
      'never deadlock, never take anybody twice, never leave half an act (%s)',
      async (_, guests, places) => {
        const rooms = [await desk(`R ${newId()}`), await desk(`R ${newId()}`), await desk(`R ${newId()}`)];
        const people = [(await aPerson(db)).personId, (await aPerson(db)).personId, (await aPerson(db)).personId];
        const before = [await deadlocks(db), await repeats()];
        for (let round = 0; round < 10; round++) {
          await db.read('delete from occupation');
          const { done, others } = await settled(
            Array.from({ length: 20 }, (_, i) =>
              act(shuffled(people, i).slice(0, guests), shuffled(rooms, i + round).slice(0, places)),
            ),
          );
          expect(others).toEqual([]);
          expect(done).toBeGreaterThanOrEqual(1);
          const rows = await db.read<{ size: number }>('select count(*) as size from occupation group by cause_id');
          expect(rows).toHaveLength(done);
          expect(rows.every((row) => row.size === guests + places)).toBe(true);
          expect(await overlaps()).toBe(0);
        }
        expect([await deadlocks(db), await repeats()]).toEqual(before);
      },
      30_000,
    );

    it('deadlock as soon as the lock is left out (so the test above can fail)', async () => {
      const rooms = [await desk(`L ${newId()}`), await desk(`L ${newId()}`)];
      const before = await repeats();
      const bothHaveOne = barrier(2);
      const { done, others } = await settled(
        [rooms, [...rooms].reverse()].map((both) => act([], both, { locked: false, afterEach: bothHaveOne })),
      );
      expect({ done, others }).toEqual({ done: 1, others: [] });
      expect(await repeats()).toBeGreaterThan(before);
    });
  });
});

describe('without its constraint', () => {
  it('the ledger takes a place twice (so the law is the constraint)', async () => {
    await db.read('delete from occupation');
    await db.read('alter table occupation drop constraint no_double_booking');
    const room = await desk('Twice');
    await act([], [room]);
    await act([], [room]);
    expect(await overlaps()).toBe(1);
  });
});

async function desk(name: string): Promise<string> {
  const id = newId();
  await db.read(
    `insert into resource (id, site_id, kind, name, created_at, updated_at) values ($1, $2, 'desk', $3, now(), now())`,
    [id, siteId, name],
  );
  return id;
}
