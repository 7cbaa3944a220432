import { EntityManager } from 'typeorm';
import { BookingChangeService } from '../../src/bookings/booking-change.service';
import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { NoShowService } from '../../src/bookings/no-show.service';
import { OfferAnswersService } from '../../src/bookings/waiting-list/offer-answers.service';
import { WaitingListQueries } from '../../src/bookings/waiting-list/waiting-list.queries';
import { offerDeadline } from '../../src/bookings/waiting-list/waiting-list.rules';
import { WaitingListService } from '../../src/bookings/waiting-list/waiting-list.service';
import { WaitingListTicks } from '../../src/bookings/waiting-list/waiting-list.ticks';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { inWords } from '../../src/kernel/why';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, anEntrepreneur, aPerson, aResource, aSite, desks } from '../support/house';
import { whileCareless } from '../support/careless';
import { noWriting, whileLocked } from '../support/locked';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const now = new Date('2027-03-02T06:00:00Z');
const at = (time: string, date = '2027-03-03') => new Date(`${date}T${time}:00+02:00`);
const morning = { start: at('09:00'), end: at('11:00') };

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let bookings: BookingService;
let life: BookingLifeService;
let list: WaitingListService;
let answers: OfferAnswersService;
let siteId: string;
let desk: string;
let aino: Actor;
let boris: Actor;
let carla: Actor;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  bookings = oasis.get(BookingService);
  life = oasis.get(BookingLifeService);
  list = oasis.get(WaitingListService);
  answers = oasis.get(OfferAnswersService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(now);
  siteId = (await aSite(db, { fairShare: 100 })).id;
  desk = await aResource(db, siteId);
  [aino, boris, carla, manager] = [
    await anEntrepreneur(db, siteId),
    await anEntrepreneur(db, siteId, { allowances: { desk_days: 3 } }),
    await anEntrepreneur(db, siteId),
    await aManager(db, siteId),
  ];
});

/** A wait begins a second after the one before it. */
async function wait(actor: Actor, wish: object = { resourceId: desk, ...morning }): Promise<string> {
  clock.set(new Date(clock.now().getTime() + 1_000));
  return (await list.join(actor, wish)).id;
}

/** A desk day in the past, for the order of fairness. */
async function hasUsed(actor: Actor, hours: number, date = '2027-02-20'): Promise<void> {
  const starts = at('09:00', date);
  await db.read(
    `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 'completed', $5, $5)`,
    [newId(), siteId, desk, actor.personId, starts, new Date(starts.getTime() + hours * 3_600_000)],
  );
}

async function statusOf(...ids: string[]): Promise<string[]> {
  const rows = await db.read<{ id: string; status: string }>(
    'select id, status from waiting_list_entry where id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.status ?? 'none');
}

describe('beginning to wait', () => {
  it('place_free: for a named place and for any of a kind', async () => {
    const place = { resourceId: desk, start: '2027-03-03T07:00:00Z', end: '2027-03-03T09:00:00Z' };
    await expect(list.join(boris, { resourceId: desk, ...morning })).rejects.toMatchObject({
      code: 'place_free',
      extra: { place },
    });
    await expect(list.join(boris, { siteId, kind: 'desk', ...morning })).rejects.toMatchObject({ code: 'place_free' });
  });

  it('place_free: also when the place is given back while they stand in line for it', async () => {
    const { id } = await bookings.book(aino, { resourceId: desk, ...morning });
    const giveBack = async (tx: EntityManager) => {
      await tx.query('select 1 from resource where id = $1 for update', [desk]);
      await tx.query('delete from occupation where cause_id = $1', [id]);
    };
    const joined = whileLocked(db, giveBack, () => list.join(boris, { resourceId: desk, ...morning }));
    await expect(joined).rejects.toMatchObject({ code: 'place_free' });
  });

  it('for what somebody has, with the own position', async () => {
    await bookings.book(aino, { resourceId: desk, ...morning });
    expect(await list.join(boris, { resourceId: desk, ...morning })).toMatchObject({
      siteId,
      kind: 'desk',
      resource: { id: desk },
      status: 'waiting',
      position: 1,
      offerExpiresAt: null,
    });
    await wait(carla, { siteId, kind: 'desk', ...morning });
    const { items } = await oasis.get(WaitingListQueries).list(carla, {});
    expect(items).toMatchObject([{ position: 2, resource: null, personId: carla.personId }]);
    expect(items[0]).not.toHaveProperty('fullName');
  });

  it('under the rules of a booking, once for the same, and in time', async () => {
    await bookings.book(aino, { resourceId: desk, ...morning });
    expect(await codes(list.join(await aPerson(db), { resourceId: desk, ...morning }))).toEqual([
      'covered_by_membership',
    ]);
    await wait(boris);
    expect(await codes(wait(boris))).toEqual(['waiting_already']);
    clock.set(at('08:46'));
    expect(await codes(wait(carla))).toEqual(['waiting_in_time']);
  });

  it('booked_already: not for what one has oneself, alone or as one of a kind, but for more of it', async () => {
    // So many that a second one is no more than a fair share.
    await desks(db, siteId, 20);
    await bookings.book(aino, { resourceId: desk, ...morning });
    expect(await codes(wait(aino))).toEqual(['booked_already']);
    expect(await codes(wait(aino, { siteId, kind: 'desk', ...morning }))).toEqual(['booked_already']);
    expect(await codes(wait(aino, { resourceId: desk, start: morning.start, end: at('12:00') }))).toEqual([]);
    expect(await codes(wait(boris))).toEqual([]);
  });

  it('booked_already: also for what is just being booked in another window', async () => {
    const booked = (tx: EntityManager) =>
      tx.query(
        `with lock as materialized (select lock_subjects(array[$2]::uuid[], '{}', '{}')),
              made as (insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
                       select $1, $3, $4, $2, $5, $6, 'confirmed', $7, $7 from lock returning id)
         insert into occupation (id, cause, cause_id, resource_id, site_id, starts_at, ends_at)
         select $1, 'booking', id, $4, $3, $5, $6 from made`,
        [newId(), boris.personId, siteId, desk, morning.start, morning.end, clock.now()],
      );
    const joined = whileLocked(db, booked, () => codes(list.join(boris, { resourceId: desk, ...morning })));
    expect(await joined).toContain('booked_already');
  });

  it('waiting_list_entries: for ten places at once', async () => {
    await bookings.book(aino, { resourceId: desk, ...morning });
    const waits = (days: number[]) =>
      db.read(
        `insert into waiting_list_entry (id, person_id, site_id, kind, starts_at, ends_at, created_at, updated_at)
         select gen_random_uuid(), $1, $2, 'desk', $3::timestamptz + make_interval(days => d),
                $3::timestamptz + make_interval(days => d, hours => 2), $4, $4 from unnest($5::int[]) d`,
        [boris.personId, siteId, morning.start, now, days],
      );
    await waits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await codes(wait(boris))).toEqual(['waiting_list_entries']);
    await db.read(
      `update waiting_list_entry set status = 'withdrawn' where starts_at = $1::timestamptz + interval '1 day'`,
      [morning.start],
    );
    expect(await codes(wait(boris))).toEqual([]);
  });
});

describe('the deadline of an offer', () => {
  it.each([
    ['two hours when the start is far', '13:00', '2027-03-05', '10:00'],
    ['half of the time that is left', '10:00', '2027-03-02', '09:00'],
    ['ten minutes at least', '08:16', '2027-03-02', '08:10'],
    ['still at fifteen minutes before', '08:15', '2027-03-02', '08:10'],
    ['nothing later than that', '08:14', '2027-03-02', undefined],
  ])('%s', (_, start, date, expected) => {
    expect(offerDeadline(now, at(start, date))).toEqual(expected && at(expected, '2027-03-02'));
  });
});

describe('a place that becomes free', () => {
  let taken: string;
  beforeEach(async () => {
    taken = (await bookings.book(aino, { resourceId: desk, ...morning })).id;
  });
  const offered = () =>
    db.read<{ cause_id: string }>(`select cause_id from occupation where resource_id = $1 and cause = 'hold'`, [desk]);

  it('is offered and held in the transaction that frees it', async () => {
    const id = await wait(boris);
    await expect(
      db.transaction(async (tx) => {
        await life.cancelForHouse(tx, [taken], inWords('Painting'), manager);
        expect(await tx.query('select status from waiting_list_entry where id = $1', [id])).toEqual([
          { status: 'offered' },
        ]);
        throw new Error('something else goes wrong');
      }),
    ).rejects.toThrow('something else');
    expect(await statusOf(id)).toEqual(['waiting']);

    await life.cancel(aino, taken);
    expect(await oasis.get(WaitingListQueries).list(boris, {})).toMatchObject({
      items: [{ id, status: 'offered', offered: { id: desk }, offerExpiresAt: '2027-03-02T08:00:01Z', position: null }],
    });
    expect(await offered()).toEqual([{ cause_id: id }]);
    await expect(bookings.book(carla, { resourceId: desk, ...morning })).rejects.toMatchObject({
      code: 'no_double_booking',
    });
    expect(await db.read(`select action from audit_event where subject_id = $1 order by action`, [id])).toEqual([
      { action: 'waiting_list.join' },
      { action: 'waiting_list.offer' },
    ]);
  });

  it('goes to who has used least in 30 days, then to who has waited longest', async () => {
    await hasUsed(boris, 3);
    await hasUsed(carla, 2);
    await hasUsed(manager, 9, '2027-01-20');
    const ids = [await wait(boris), await wait(carla), await wait(manager)];
    const order = await oasis.get(WaitingListQueries).list(manager, { siteId });
    expect(order.items).toMatchObject([
      { personId: manager.personId, position: 1, usedMinutes: 0, fullName: 'Aino Example' },
      { personId: carla.personId, position: 2, usedMinutes: 120 },
      { personId: boris.personId, position: 3, usedMinutes: 180 },
    ]);
    const first = await oasis.get(WaitingListQueries).list(manager, { siteId, limit: 2 });
    const rest = await oasis.get(WaitingListQueries).list(manager, { siteId, cursor: first.next ?? '' });
    expect([...first.items, ...rest.items]).toEqual(order.items);
    await life.cancel(aino, taken);
    expect(await statusOf(...ids)).toEqual(['waiting', 'waiting', 'offered']);
  });

  it('is passed over by whoever could not book it now', async () => {
    const ids = [await wait(boris), await wait(carla)];
    await db.read(
      `update membership set status = 'suspended', suspended_reason = 'x', review_on = '2039-01-01' where person_id = $1`,
      [boris.personId],
    );
    await life.cancel(aino, taken);
    expect(await statusOf(...ids)).toEqual(['waiting', 'offered']);
  });

  it('serves several who want a part of it each', async () => {
    const early = await wait(boris, { resourceId: desk, start: at('09:00'), end: at('10:00') });
    const whole = await wait(manager);
    const late = await wait(carla, { siteId, kind: 'desk', start: at('10:00'), end: at('11:00') });
    await life.cancel(aino, taken);
    expect(await statusOf(early, whole, late)).toEqual(['offered', 'waiting', 'offered']);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'moved away',
      async () =>
        oasis.get(BookingChangeService).change(aino, taken, { resourceId: await aResource(db, siteId) }, 'any'),
    ],
    [
      'moved by an hour',
      () => oasis.get(BookingChangeService).change(aino, taken, { start: at('10:00'), end: at('12:00') }, 'any'),
    ],
    [
      'left early',
      async () => {
        clock.set(at('09:00'));
        await life.checkIn(aino, taken);
        clock.set(at('09:10'));
        return life.checkOut(aino, taken);
      },
    ],
    [
      'missed',
      async () => {
        clock.set(at('09:31'));
        return oasis.get(NoShowService).mark(taken);
      },
    ],
  ])('also when it is %s', async (how, free) => {
    const hour = how === 'moved by an hour' ? ['09:00', '10:00'] : ['10:00', '11:00'];
    const id = await wait(boris, { resourceId: desk, start: at(hour[0] ?? ''), end: at(hour[1] ?? '') });
    await free();
    expect(await statusOf(id)).toEqual(['offered']);
  });

  it('is found by the clock when nobody freed it: the next run offers it', async () => {
    const id = await wait(boris);
    await db.read('delete from occupation where cause_id = $1', [taken]);
    expect(await oasis.get(WaitingListTicks).pass(clock.now())).toBeGreaterThan(0);
    expect(await statusOf(id)).toEqual(['offered']);
  });

  it('is not offered when it is too late to come', async () => {
    const id = await wait(boris);
    clock.set(at('08:50'));
    await life.cancel(aino, taken);
    expect(await statusOf(id)).toEqual(['waiting']);
    await oasis.get(WaitingListTicks).pass(clock.now());
    expect(await statusOf(id)).toEqual(['expired']);
  });
});

describe('an offer', () => {
  let ids: string[];
  beforeEach(async () => {
    const { id } = await bookings.book(aino, { resourceId: desk, ...morning });
    ids = [await wait(boris), await wait(carla)];
    await life.cancel(aino, id);
  });

  it('becomes a booking like any other when it is accepted, once', async () => {
    const [id = ''] = ids;
    await expect(answers.accept(carla, id)).rejects.toMatchObject({ code: 'missing' });
    const booking = await answers.accept(boris, id);
    expect(booking).toMatchObject({ resource: { id: desk }, allowance: { kind: 'desk_days', amount: 1 } });
    expect(await db.read('select cause, cause_id from occupation where resource_id = $1', [desk])).toEqual([
      { cause: 'booking', cause_id: booking.id },
    ]);
    expect(await statusOf(...ids)).toEqual(['accepted', 'waiting']);
    await expect(answers.accept(boris, id)).rejects.toMatchObject({ code: 'waiting_list_state' });
    await expect(answers.accept(carla, ids[1] ?? '')).rejects.toMatchObject({ code: 'waiting_list_state' });
  });

  it('is judged again when it is accepted', async () => {
    await db.read(
      `update membership set status = 'suspended', suspended_reason = 'x', review_on = '2039-01-01' where person_id = $1`,
      [boris.personId],
    );
    expect(await codes(answers.accept(boris, ids[0] ?? ''))).toEqual(['covered_by_membership']);
    expect(await statusOf(...ids)).toEqual(['offered', 'waiting']);
  });

  it('passes on at once when it is declined or withdrawn', async () => {
    expect(await answers.decline(boris, ids[0] ?? '')).toMatchObject({ status: 'declined' });
    expect(await statusOf(...ids)).toEqual(['declined', 'offered']);
    expect(await answers.withdraw(carla, ids[1] ?? '')).toMatchObject({ status: 'withdrawn' });
    expect(await db.read('select 1 from occupation where resource_id = $1', [desk])).toEqual([]);
    await expect(answers.withdraw(carla, ids[1] ?? '')).rejects.toMatchObject({ code: 'waiting_list_state' });
  });

  it('offer_expired: from its deadline on, and passes on by itself', async () => {
    clock.advance(120);
    await expect(answers.accept(boris, ids[0] ?? '')).rejects.toMatchObject({ code: 'offer_expired' });
    const runs = await Promise.all([1, 2, 3].map(() => oasis.get(WaitingListTicks).pass(clock.now())));
    expect(runs.reduce((sum, done) => sum + done, 0)).toBeGreaterThan(0);
    expect(await statusOf(...ids)).toEqual(['expired', 'offered']);
    await expect(answers.accept(boris, ids[0] ?? '')).rejects.toMatchObject({ code: 'offer_expired' });
    await expect(answers.accept(carla, ids[1] ?? '')).resolves.toMatchObject({ status: 'confirmed' });
  });

  it('accepted and declined at once: one of the two', async () => {
    const results = await Promise.allSettled([
      answers.accept(boris, ids[0] ?? ''),
      answers.decline(boris, ids[0] ?? ''),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [mine, next] = await statusOf(...ids);
    expect([mine, next].join()).toMatch(/^(accepted,waiting|declined,offered)$/);
  });
});

describe('five cancellations against twenty waiting', () => {
  const rounds = Number(process.env['OASIS_ROUNDS'] ?? 10);
  const people = 20;

  /** One round: five desks are given up at once. Answers how many offers there are, and how many people have one. */
  async function round(
    atOnce: (all: () => Promise<unknown>) => Promise<unknown> = (all) => all(),
  ): Promise<{ freed: number; offers: number; people: number; held: number }> {
    const house = await aSite(db, { fairShare: 100 });
    const places = await desks(db, house.id, 5);
    const staff = await Promise.all(Array.from({ length: people }, () => aPerson(db, 'coach', house.id)));
    const holders = await Promise.all(places.map(() => aPerson(db, 'coach', house.id)));
    const booked = await Promise.all(
      holders.map((holder, i) => bookings.book(holder, { resourceId: places[i] ?? '', ...morning })),
    );
    await Promise.all(staff.map((actor) => list.join(actor, { siteId: house.id, kind: 'desk', ...morning })));
    await atOnce(() => Promise.all(booked.map(({ id }, i) => life.cancel(holders[i] as Actor, id))));
    const [found] = await db.read<{ offers: number; people: number; held: number }>(
      `select (select count(*)::int from occupation where site_id = $1 and cause = 'hold') as offers,
              (select count(distinct person_id)::int from waiting_list_entry where site_id = $1 and status = 'offered') as people,
              (select count(distinct resource_id)::int from occupation where site_id = $1 and cause = 'hold') as held`,
      [house.id],
    );
    return { freed: places.length, offers: found?.offers ?? 0, people: found?.people ?? 0, held: found?.held ?? 0 };
  }

  it(`make as many distinct offers as places freed, in each of ${rounds} rounds`, async () => {
    const begun = Date.now();
    for (let i = 0; i < rounds; i++) expect(await round()).toEqual({ freed: 5, offers: 5, people: 5, held: 5 });
    process.stdout.write(
      `waiting list: 5 cancellations x 20 waiting x ${rounds} rounds: ${rounds * 5} freed, ${rounds * 5} distinct offers, ${Date.now() - begun} ms\n`,
    );
  }, 900_000);

  it('do not when an offer does not lock who waits (so the test above can fail)', async () => {
    const found = await whileCareless(
      db,
      'offer_place(uuid, uuid, smallint, timestamptz, timestamptz)',
      (careful) => careful.replace(`w.id = entry and w.status = 'waiting' for update`, 'w.id = entry'),
      () => round((all) => whileLocked(db, noWriting('waiting_list_entry'), all, 5)),
    );
    // All five have found the same person waiting before one has told them.
    expect(found).toEqual({ freed: 5, offers: 5, people: 1, held: 5 });
  });
});
