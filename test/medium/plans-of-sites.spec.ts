import { Actor } from '../../src/kernel/actor';
import { documentHash } from '../../src/memberships/plans/document-hash';
import { DocumentQueries } from '../../src/memberships/plans/document.queries';
import { DocumentService } from '../../src/memberships/plans/document.service';
import { PlanQueries } from '../../src/memberships/plans/plan.queries';
import { planRules } from '../../src/memberships/plans/plan.rules';
import { PlanService } from '../../src/memberships/plans/plan.service';
import { planView } from '../../src/memberships/plans/plan.view';
import { violatedConstraint } from '../../src/platform/database/constraint';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aMembership, aPerson, aSite } from '../support/house';
import { inAllLanguages, launch } from '../support/intake';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
let db: Database;
let plans: PlanService;
let planQueries: PlanQueries;
let documents: DocumentService;
let documentQueries: DocumentQueries;
let siteId: string;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  plans = oasis.get(PlanService);
  planQueries = oasis.get(PlanQueries);
  documents = oasis.get(DocumentService);
  documentQueries = oasis.get(DocumentQueries);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(db)).id;
  manager = await aManager(db, siteId);
});

const text = (body: string) => inAllLanguages({ title: 'House rules', body });

describe('a plan', () => {
  it('is offered with its first version, and a change is a new one', async () => {
    const first = await plans.create(manager, { ...launch, siteId, code: 'launch', places: 3 });
    const second = await plans.publish(manager, first.planId, { ...launch, priceCents: 4000 });
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(await planQueries.current(siteId)).toMatchObject([{ id: second.id, version: 2, priceCents: 4000 }]);
    expect(planView(await planQueries.version(first.id), 'fi')).toMatchObject({
      priceCents: 3000,
      benefitCents: 13000,
      current: false,
      name: 'Lähtö',
      allowances: [
        { kind: 'desk_days', amount: null, per: 'unlimited', shared: false },
        { kind: 'room_minutes', amount: 600, per: 'month', shared: false },
      ],
      access: 'evenings',
      eveningCloses: '22:00',
      pause: { most: 1, days: 30, edgeDays: 7, extendsTerm: true },
      placesLeft: 3,
    });
    const trail = await db.read('select action from audit_event where subject_id = $1 order by id', [first.planId]);
    expect(trail).toEqual([{ action: 'plan.create' }, { action: 'plan.publish' }]);
  });

  it('counts as taken what is offered or runs, and nothing that is over', async () => {
    const { planId, id: versionId } = await plans.create(manager, { ...launch, siteId, code: 'launch', places: 3 });
    for (const status of ['active', 'paused']) {
      await aMembership(db, siteId, (await aPerson(db)).personId, { planId, versionId }, { status });
    }
    const ended = await aMembership(db, siteId, (await aPerson(db)).personId, { planId, versionId });
    await db.read(
      `update membership set status = 'ended', end_reason = 'graduated', ended_at = created_at where id = $1`,
      [ended],
    );
    expect(planView(await planQueries.version(versionId), 'en').placesLeft).toBe(1);
    expect(await plans.change(manager, planId, { places: 1 })).toMatchObject({ places: 1, placesLeft: 0 });
    expect(await plans.change(manager, planId, { places: null })).toMatchObject({ places: null, placesLeft: null });
  });

  it('leaves the offer when it is retired, and can be read all the same', async () => {
    const plan = await plans.create(manager, { ...launch, siteId, code: 'launch' });
    await plans.change(manager, plan.planId, { status: 'retired' });
    expect(await planQueries.current(siteId)).toEqual([]);
    expect(await planQueries.current(siteId, 'retired')).toHaveLength(1);
    expect(await planQueries.version(plan.id)).toMatchObject({ status: 'retired' });
  });

  it('is published one version after the other, however many do so at once', async () => {
    const { planId } = await plans.create(manager, { ...launch, siteId, code: 'launch' });
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => plans.publish(manager, planId, launch)));
    expect(made.map(({ version }) => version).sort()).toEqual([2, 3, 4, 5, 6]);
  });

  it('has a code of its own at the site, and is a manager of the site’s to change', async () => {
    const { planId } = await plans.create(manager, { ...launch, siteId, code: 'launch' });
    expect(await codes(plans.create(manager, { ...launch, siteId, code: 'launch' }))).toEqual(['plan_code']);
    const other = await aManager(db, (await aSite(db)).id);
    expect(await codes(plans.create(other, { ...launch, siteId, code: 'other' }))).toEqual(['role_required']);
    expect(await codes(plans.publish(other, planId, launch))).toEqual(['role_required']);
    expect(await codes(plans.change(other, planId, { places: 1 }))).toEqual(['role_required']);
  });

  it('keeps its laws, and would not without them', async () => {
    const wanted = { ...launch, siteId, code: 'long', totalMonths: 11 };
    expect(await codes(plans.create(manager, wanted))).toEqual(['plan_renewals']);
    const rules = planRules as unknown as unknown[];
    const kept = rules.splice(0);
    try {
      expect(await codes(plans.create(manager, wanted))).toEqual([]);
    } finally {
      rules.push(...kept);
    }
  });
});

describe('pinned_terms', () => {
  const attempts = (): [string, Promise<unknown>][] => [
    [
      'plan_version',
      db.read('update plan_version set price_cents = 1 where plan_id in (select id from plan where site_id = $1)', [
        siteId,
      ]),
    ],
    [
      'plan_version',
      db.read('delete from plan_version where plan_id in (select id from plan where site_id = $1)', [siteId]),
    ],
    ['plan_allowance', db.read('update plan_allowance set amount = 1')],
    ['plan_allowance', db.read('delete from plan_allowance')],
    ['document_version', db.read(`update document_version set hash = 'other'`)],
    ['document_version', db.read('delete from document_version')],
  ];

  beforeEach(async () => {
    await plans.create(manager, { ...launch, siteId, code: 'launch' });
    await documents.publish(manager, siteId, { kind: 'house_rules', bindingLocale: 'fi', texts: text('Be kind.') });
  });

  it('what was published is never changed', async () => {
    // All are under way at once: each is listened to from the start.
    const said = attempts().map(([table, attempt]) =>
      attempt.then(
        () => [table, 'done'],
        (error: unknown) => [table, violatedConstraint(error)],
      ),
    );
    for (const [table, law] of await Promise.all(said)) expect([table, law]).toEqual([table, 'pinned_terms']);
  });

  it('would be changed without the trigger (so the test above can fail)', async () => {
    const { id } = (await planQueries.current(siteId))[0]!;
    await db.read('alter table plan_version disable trigger pinned_terms');
    try {
      await db.read('update plan_version set price_cents = 1 where id = $1', [id]);
      expect(await planQueries.version(id)).toMatchObject({ priceCents: 1 });
    } finally {
      await db.read('alter table plan_version enable trigger pinned_terms');
    }
  });
});

describe('a document', () => {
  it('is published in versions, whose hash is of the text that counts', async () => {
    const texts = { ...text('Be kind.'), fi: { title: 'Talon säännöt', body: 'Ole kiltti.' } };
    const first = await documents.publish(manager, siteId, { kind: 'house_rules', bindingLocale: 'fi', texts });
    const second = await documents.publish(manager, siteId, {
      kind: 'house_rules',
      bindingLocale: 'fi',
      texts: { ...texts, fi: { title: 'Talon säännöt', body: 'Ole kiltti ja hiljaa.' } },
    });
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(first).toMatchObject({
      locale: 'en',
      body: 'Be kind.',
      bindingLocale: 'fi',
      binding: { body: 'Ole kiltti.' },
      hash: documentHash({ title: 'Talon säännöt', body: 'Ole kiltti.' }),
    });
    expect(second.hash).not.toBe(first.hash);
    expect(await documentQueries.current(siteId)).toMatchObject([{ id: second.id, current: true }]);
    expect(await documentQueries.one(first.id)).toMatchObject({ version: 1, current: false });
  });

  it('is one next version, when two publish at once', async () => {
    const publish = () =>
      codes(documents.publish(manager, siteId, { kind: 'agreement', bindingLocale: 'en', texts: text('Be kind.') }));
    const said = (await Promise.all([publish(), publish(), publish()])).flat();
    const versions = await db.read<{ version: number }>(
      'select version from document_version where site_id = $1 order by version',
      [siteId],
    );
    expect(versions.length + said.length).toBe(3);
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    expect(said.every((code) => code === 'document_version_once')).toBe(true);
  });

  it('is a manager of the site’s to publish', async () => {
    const other = await aManager(db, (await aSite(db)).id);
    const wanted = { kind: 'agreement' as const, bindingLocale: 'en' as const, texts: text('Pay me.') };
    expect(await codes(documents.publish(other, siteId, wanted))).toEqual(['role_required']);
  });
});
