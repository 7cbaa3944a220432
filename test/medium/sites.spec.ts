import { Actor, theHouse } from '../../src/kernel/actor';
import { Conflict } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/id';
import { OpeningHoursService } from '../../src/lifecycle/opening-hours.service';
import { PlaceChangeService } from '../../src/lifecycle/rule-change-place.service';
import { TermsChangeService } from '../../src/lifecycle/rule-change-terms.service';
import { RetirementService } from '../../src/lifecycle/retirement.service';
import { SiteChangeService } from '../../src/lifecycle/site-change.service';
import { Database } from '../../src/platform/database/database';
import { openPeriods } from '../../src/sites/opening.rules';
import { defaultRules } from '../../src/sites/resource.rules';
import { ResourcesQueries } from '../../src/sites/resources.queries';
import { ResourcesService } from '../../src/sites/resources.service';
import { SiteCalendarService } from '../../src/sites/site-calendar.service';
import { SitesQueries } from '../../src/sites/sites.queries';
import { SitesService } from '../../src/sites/sites.service';
import { codes } from '../support/codes';
import { aManager, aPerson, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki.
const today = '2027-03-02';

let oasis: Oasis;
let db: Database;
let sites: SitesService;
let resources: ResourcesService;
let queries: SitesQueries;
let hours: OpeningHoursService;
let siteId: string;
let manager: Actor;
let administrator: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  sites = oasis.get(SitesService);
  resources = oasis.get(ResourcesService);
  queries = oasis.get(SitesQueries);
  hours = oasis.get(OpeningHoursService);
  administrator = await aPerson(db, 'administrator');
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(db)).id;
  manager = await aManager(db, siteId);
});

const trail = (subjectId: string) =>
  db.read<{ action: string; actorId: string; siteId: string }>(
    'select action, actor_id as "actorId", site_id as "siteId" from audit_event where subject_id = $1 order by id',
    [subjectId],
  );

const week = (opens: string, closes: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens, closes }));

describe('a new site', () => {
  const wanted = () => ({
    slug: `site-${newId().slice(-12)}`,
    name: 'Mikkeli',
    city: 'Mikkeli',
    country: 'FI',
    timeZone: 'Europe/Helsinki',
    openingHours: week('08:00', '20:00'),
  });

  it('starts with the rules of each kind and the week it was given', async () => {
    const site = await sites.create(administrator, wanted());

    expect(site).toMatchObject({ name: 'Mikkeli', status: 'active', openingHours: week('08:00', '20:00') });
    expect(site.openingHoursVersions).toEqual([
      { validFrom: today, validUntil: null, openingHours: week('08:00', '20:00') },
    ]);
    const rules = await oasis.get(ResourcesQueries).rules(site.id);
    expect(rules.items).toEqual([...defaultRules].sort((a, b) => (a.kind < b.kind ? -1 : 1)));
    expect((await trail(site.id)).map(({ action }) => action)).toEqual(['site.create', 'opening_hours.set']);
  });

  it('needs a short name of its own', async () => {
    const first = wanted();
    await sites.create(administrator, first);

    expect(await codes(sites.create(administrator, { ...wanted(), slug: first.slug }))).toEqual(['site_slug']);
  });

  it('is founded once, however often the request is repeated', async () => {
    const request = wanted();
    const key = { key: newId(), hash: Buffer.from('the same request') };

    const [first, second] = [
      await sites.create(administrator, request, key),
      await sites.create(administrator, request, key),
    ];

    expect(second).toEqual(first);
  });

  it('is for administrators to found', async () => {
    expect(await codes(sites.create(manager, wanted()))).toEqual(['role_required']);
  });

  it('must have a clock that the database knows too', async () => {
    expect(await codes(sites.create(administrator, { ...wanted(), timeZone: 'Europe/Nowhere' }))).toEqual([
      'malformed',
    ]);
  });
});

describe('the rules of a kind', () => {
  const [desk, room] = defaultRules;

  it('are set for the kinds that are named, and for no other', async () => {
    await oasis.get(TermsChangeService).set(manager, siteId, [{ ...room!, bufferMinutes: 15 }]);

    const { items } = await oasis.get(ResourcesQueries).rules(siteId);
    expect(items.find(({ kind }) => kind === 'room')).toEqual({ ...room, bufferMinutes: 15 });
    expect(items.find(({ kind }) => kind === 'desk')).toEqual(desk);
    expect(await trail(siteId)).toEqual([{ action: 'resource_rule.set', actorId: manager.personId, siteId }]);
  });

  it.each([
    ['resource_rule_length', { shortestMinutes: 120, longestMinutes: 60 }],
    ['resource_rule_grid', { gridMinutes: 60, shortestMinutes: 30 }],
    ['resource_rule_grid', { gridMinutes: 20, longestMinutes: 250 }],
  ])('keep to %s', async (law, change) => {
    expect(await codes(oasis.get(TermsChangeService).set(manager, siteId, [{ ...room!, ...change }]))).toEqual([law]);
  });

  it('name each kind once', async () => {
    expect(await codes(oasis.get(TermsChangeService).set(manager, siteId, [room!, room!]))).toEqual(['malformed']);
  });
});

describe('a resource', () => {
  it('is added, and its name is its own at the site', async () => {
    const added = await resources.add(manager, siteId, {
      kind: 'room',
      name: 'Saimaa',
      capacity: 6,
      features: ['screen'],
      position: { x: 1.5, y: 2 },
    });

    expect(added).toMatchObject({ siteId, kind: 'room', capacity: 6, position: { x: 1.5, y: 2 }, version: 1 });
    expect(await codes(resources.add(manager, siteId, { kind: 'desk', name: 'Saimaa' }))).toEqual(['resource_name']);
    const other = await aSite(db);
    expect(await codes(resources.add(administrator, other.id, { kind: 'desk', name: 'Saimaa' }))).toEqual([]);
  });

  it('changes what was said, keeps the rest, and clears what is null', async () => {
    const added = await resources.add(manager, siteId, { kind: 'desk', name: 'Desk 1', zone: 'quiet', capacity: 2 });

    const changed = await oasis.get(PlaceChangeService).change(manager, added.id, { name: 'Desk 2', zone: null }, 1);

    expect(changed).toEqual({ ...added, name: 'Desk 2', zone: null, version: 2, outcomes: [] });
    expect((await trail(added.id)).map(({ action }) => action)).toEqual(['resource.add', 'resource.change']);
  });

  it('lets one of two stale editors win', async () => {
    const id = await aResource(db, siteId);

    const outcomes = await Promise.all([
      codes(oasis.get(PlaceChangeService).change(manager, id, { zone: 'east' }, 1)),
      codes(oasis.get(PlaceChangeService).change(manager, id, { zone: 'west' }, 1)),
    ]);

    expect(outcomes.flat()).toEqual(['stale']);
  });

  it('is not changed by somebody who does not say which version they saw', async () => {
    const id = await aResource(db, siteId);

    expect(await codes(oasis.get(PlaceChangeService).change(manager, id, { zone: 'east' }, undefined))).not.toEqual([]);
    expect(await codes(oasis.get(PlaceChangeService).change(manager, id, { zone: 'east' }, 'any'))).toEqual([]);
  });

  it('is retired once, and then listed only for those who ask', async () => {
    const id = await aResource(db, siteId, { name: 'Old desk' });
    const changes = oasis.get(RetirementService);

    expect(await changes.retire(manager, id)).toMatchObject({ status: 'retired', version: 2 });

    expect(await codes(changes.retire(manager, id))).toEqual(['resource_retired']);
    const list = oasis.get(ResourcesQueries);
    expect((await list.list(siteId, {})).items).toEqual([]);
    expect((await list.list(siteId, { status: 'retired' })).items.map(({ name }) => name)).toEqual(['Old desk']);
  });

  it('is found by kind, seats and features, page by page', async () => {
    for (const [name, capacity, features] of [
      ['Kymi', 4, ['screen']],
      ['Puula', 6, ['screen', 'whiteboard']],
      ['Saimaa', 10, ['screen', 'whiteboard']],
      ['Vuoksi', 12, []],
    ] as const) {
      await aResource(db, siteId, { kind: 'room', name, capacity, features: [...features] });
    }
    await aResource(db, siteId, { kind: 'desk', name: 'Desk 1' });
    const list = oasis.get(ResourcesQueries);
    const names = async (filter: object) => (await list.list(siteId, filter)).items.map(({ name }) => name);

    expect(await names({ kind: 'room', capacity: 6 })).toEqual(['Puula', 'Saimaa', 'Vuoksi']);
    expect(await names({ features: ['whiteboard', 'screen'] })).toEqual(['Puula', 'Saimaa']);
    const first = await list.list(siteId, { limit: 3 });
    expect(first.items.map(({ name }) => name)).toEqual(['Desk 1', 'Kymi', 'Puula']);
    expect(await names({ limit: 3, cursor: first.next! })).toEqual(['Saimaa', 'Vuoksi']);
  });
});

describe('opening hours', () => {
  const spans = async () => {
    const { openingHoursVersions } = await queries.one(siteId);
    return openingHoursVersions.map(({ validFrom, validUntil, openingHours }) => [
      validFrom,
      validUntil,
      openingHours[0]?.opens,
    ]);
  };

  it('hold from their date on; the week before ends on the day before', async () => {
    await hours.set(manager, siteId, { validFrom: '2027-04-01', openingHours: week('09:00', '17:00') }, 'any');

    expect(await spans()).toEqual([
      ['2020-01-01', '2027-03-31', '08:00'],
      ['2027-04-01', null, '09:00'],
    ]);
    expect((await queries.one(siteId)).openingHours[0]).toEqual({ weekday: 1, opens: '08:00', closes: '20:00' });
  });

  it('leave a week that was set for a later date alone', async () => {
    await hours.set(manager, siteId, { validFrom: '2027-08-01', openingHours: week('08:00', '20:00') }, 'any');
    await hours.set(manager, siteId, { validFrom: '2027-07-01', openingHours: week('09:00', '15:00') }, 'any');

    expect(await spans()).toEqual([
      ['2020-01-01', '2027-06-30', '08:00'],
      ['2027-07-01', '2027-07-31', '09:00'],
      ['2027-08-01', null, '08:00'],
    ]);
  });

  it('replace a week that was set for the same date', async () => {
    await hours.set(manager, siteId, { validFrom: '2027-04-01', openingHours: week('09:00', '17:00') }, 'any');
    await hours.set(manager, siteId, { validFrom: '2027-04-01', openingHours: week('10:00', '18:00') }, 'any');

    expect((await spans())[1]).toEqual(['2027-04-01', null, '10:00']);
  });

  it('may be several spans of a day, to the last minute of it', async () => {
    const openingHours = [
      { weekday: 2, opens: '00:00', closes: '12:00' },
      { weekday: 2, opens: '12:00', closes: '14:00' },
      { weekday: 2, opens: '16:00', closes: '24:00' },
    ];

    const site = await hours.set(manager, siteId, { validFrom: today, openingHours }, 'any');

    expect(site.openingHours).toEqual(openingHours);
    const calendar = await queries.calendar(db.source.manager, siteId, today, today);
    const open = openPeriods(today, 'Europe/Helsinki', calendar.hours, calendar.closures);
    expect(open.map((period) => period.toJSON())).toEqual([
      { start: '2027-03-01T22:00:00Z', end: '2027-03-02T12:00:00Z' },
      { start: '2027-03-02T14:00:00Z', end: '2027-03-02T22:00:00Z' },
    ]);
  });

  it.each([
    ['in_the_past', '2027-03-01', week('08:00', '20:00')],
    ['opening_hours_order', today, week('20:00', '08:00')],
    ['opening_hours_order', today, week('08:00', '08:00')],
    ['opening_hours_once', today, [...week('08:00', '12:00'), { weekday: 1, opens: '11:45', closes: '13:00' }]],
    ['opening_hours_once', today, [...week('08:00', '20:00'), { weekday: 3, opens: '10:00', closes: '11:00' }]],
  ])('keep to %s', async (law, validFrom, openingHours) => {
    expect(await codes(hours.set(manager, siteId, { validFrom, openingHours }, 'any'))).toEqual([law]);
    expect(await codes(hours.preview(manager, siteId, { validFrom, openingHours }))).toEqual([law]);
  });

  it('say everything that is wrong at once', async () => {
    const saturday = [
      { weekday: 6, opens: '09:00', closes: '12:00' },
      { weekday: 6, opens: '11:00', closes: '13:00' },
    ];
    const openingHours = [...week('20:00', '08:00'), ...saturday];

    const refused = await codes(hours.set(manager, siteId, { validFrom: '2027-03-01', openingHours }, 'any'));

    expect(refused).toEqual(['in_the_past', 'opening_hours_order', 'opening_hours_once']);
  });

  it('do not overlap in the table either', async () => {
    const insert = db.read(
      `insert into opening_hours (id, site_id, weekday, opens, closes, valid_from)
       values ($1, $2, 1, '19:00', '21:00', '2027-01-01')`,
      [newId(), siteId],
    );

    await expect(insert).rejects.toThrow('opening_hours_once');
  });
});

describe('a site', () => {
  it('changes what an administrator says and keeps the rest', async () => {
    const changes = oasis.get(SiteChangeService);
    const before = await queries.one(siteId);

    const after = await changes.change(administrator, siteId, { name: 'Skinnarila', status: 'suspended' }, 'any');

    expect(after).toEqual({ ...before, name: 'Skinnarila', status: 'suspended', version: before.version + 1 });
    expect(await codes(changes.change(manager, siteId, { name: 'Mine' }, 'any'))).toEqual(['role_required']);
  });

  it('may move to another clock while nothing is booked there', async () => {
    const moved = await oasis
      .get(SiteChangeService)
      .change(administrator, siteId, { timeZone: 'Europe/Moscow' }, 'any');

    expect(moved.timeZone).toBe('Europe/Moscow');
  });

  it('is listed by name, page by page', async () => {
    const all = await queries.list({ limit: 100 });
    const first = await queries.list({ limit: 2 });
    const second = await queries.list({ limit: 2, cursor: first.next! });

    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
  });
});

describe('holidays', () => {
  const calendar = () => oasis.get(SiteCalendarService);

  it('are proposed once, and what was decided about them stays', async () => {
    const proposed = await calendar().propose(manager, siteId, 2027);
    const christmasEve = proposed.find(({ startsOn }) => startsOn === '2027-12-24');
    expect(christmasEve).toMatchObject({ status: 'proposed', source: 'holiday', opens: null, reason: 'Christmas Eve' });

    await calendar().dismiss(manager, christmasEve!.id);
    const again = await calendar().propose(manager, siteId, 2027);

    expect(again).toHaveLength(proposed.length);
    expect(again.find(({ startsOn }) => startsOn === '2027-12-24')?.status).toBe('dismissed');
  });

  it('that have passed are not proposed', async () => {
    const proposed = await calendar().propose(manager, siteId, 2027);

    expect(proposed.filter(({ endsOn }) => endsOn < today)).toEqual([]);
    expect(proposed[0]?.startsOn).toBe('2027-03-26');
  });

  it('proposed by two at once are there once', async () => {
    const [one, other] = await Promise.all([
      calendar().propose(manager, siteId, 2028),
      calendar().propose(administrator, siteId, 2028),
    ]);

    expect(one).toEqual(other);
  });

  it('leave the site open before they are confirmed, and are hidden from those who do not run it', async () => {
    await calendar().propose(manager, siteId, 2027);

    const { closures } = await queries.calendar(db.source.manager, siteId, '2027-12-24', '2027-12-24');
    expect(closures).toEqual([]);
    expect((await queries.closures(theHouse, siteId, {})).items).toEqual([]);
    expect((await queries.closures(manager, siteId, { from: '2027-12-24', to: '2027-12-24' })).items).toHaveLength(1);
  });

  it('of an unknown country are refused', async () => {
    await db.read(`update site set country = 'XX' where id = $1`, [siteId]);

    expect(await codes(calendar().propose(manager, siteId, 2027))).toEqual(['holidays_known']);
  });
});

describe('somebody who does not run the site', () => {
  it('changes nothing of it, whatever they run elsewhere', async () => {
    const elsewhere = await aManager(db, (await aSite(db)).id);
    const entrepreneur = await aPerson(db, 'entrepreneur', siteId);
    const resourceId = await aResource(db, siteId);
    const state = () =>
      db.read(
        `select (select jsonb_agg(r) from resource r) as resources, (select jsonb_agg(h) from opening_hours h) as hours,
                (select jsonb_agg(l) from resource_rule l) as rules, (select jsonb_agg(c) from closure c) as closures,
                (select count(*) from audit_event) as events`,
      );
    const before = await state();

    for (const actor of [elsewhere, entrepreneur, theHouse]) {
      const attempts = [
        resources.add(actor, siteId, { kind: 'desk', name: 'Mine' }),
        oasis.get(PlaceChangeService).change(actor, resourceId, { name: 'Mine' }, 1),
        oasis.get(RetirementService).retire(actor, resourceId),
        oasis.get(TermsChangeService).set(actor, siteId, [...defaultRules]),
        hours.set(actor, siteId, { validFrom: today, openingHours: week('08:00', '09:00') }, 'any'),
        hours.preview(actor, siteId, { validFrom: today, openingHours: week('08:00', '09:00') }),
        oasis.get(SiteCalendarService).propose(actor, siteId, 2027),
      ];
      for (const attempt of attempts) expect(await codes(attempt)).toEqual(['role_required']);
    }

    expect(await state()).toEqual(before);
  });

  it('is told the same of a site that is not there as its manager would be', async () => {
    expect(await codes(resources.add(manager, newId(), { kind: 'desk', name: 'Mine' }))).toEqual(['missing']);
    expect(await codes(hours.set(manager, newId(), { validFrom: today, openingHours: [] }, 'any'))).toEqual([
      'missing',
    ]);
  });
});

it('answers a taken name with a conflict and not with a broken statement', async () => {
  await resources.add(manager, siteId, { kind: 'desk', name: 'Desk 1' });

  await expect(resources.add(manager, siteId, { kind: 'desk', name: 'Desk 1' })).rejects.toThrow(Conflict);
});
