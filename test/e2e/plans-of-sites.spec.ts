import type { Response } from 'supertest';
import { Database } from '../../src/platform/database/database';
import { aMembership, aPerson, aSite } from '../support/house';
import { aCaller, Caller, inAllLanguages, launch } from '../support/intake';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let db: Database;
let siteId: string;
let manager: Caller;
let person: Caller;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  siteId = (await aSite(db)).id;
  manager = await aCaller(oasis, [{ role: 'manager', siteId }]);
  person = await aCaller(oasis);
});
afterAll(() => oasis?.stop());

interface Plan {
  id: string;
  planId: string;
  version: number;
}

const plan = (answer: Response) => answer.body as Plan;
const plans = async (who: Caller) => (await who.get(`/plans?siteId=${siteId}`)).body as { items: Plan[]; next: null };

describe('the plans of a site', () => {
  it('are offered by its managers and read by everybody in their own language', async () => {
    const made = await manager.post('/plans', { ...launch, siteId, code: 'launch', places: 5 });
    expect([made.status, made.headers['location']]).toEqual([201, `/api/v1/plan-versions/${plan(made).id}`]);
    await person.send('patch', '/me', { locale: 'ru' }, { 'if-match': '*' });
    expect(await plans(person)).toEqual({
      items: [
        {
          id: plan(made).id,
          planId: plan(made).planId,
          siteId,
          code: 'launch',
          status: 'active',
          name: 'Запуск',
          summary: 'От первого клиента до плана.',
          texts: launch.texts,
          version: 1,
          current: true,
          publishedAt: '2027-03-02T06:00:00Z',
          termMonths: 6,
          maxRenewals: 1,
          totalMonths: 12,
          priceCents: 3000,
          normalPriceCents: 16000,
          benefitCents: 13000,
          allowances: [
            { kind: 'desk_days', amount: null, per: 'unlimited', shared: false },
            { kind: 'room_minutes', amount: 600, per: 'month', shared: false },
          ],
          limits: {
            deskHorizonDays: null,
            roomHorizonDays: null,
            roomFutureBookings: null,
            roomLongestMinutes: null,
            guests: null,
          },
          pause: { most: 1, days: 30, edgeDays: 7, extendsTerm: true },
          offerDays: 14,
          noticeDays: 30,
          access: 'evenings',
          eveningCloses: '22:00',
          halfDays: false,
          needs: 'nothing',
          places: 5,
          placesLeft: 5,
        },
      ],
      next: null,
    });
    const changed = await manager.post(`/plans/${plan(made).planId}/versions`, { ...launch, noticeDays: 14 });
    expect([changed.status, plan(changed).version]).toEqual([201, 2]);
    const old = await person.get(`/plan-versions/${plan(made).id}`);
    expect(old.body).toMatchObject({ version: 1, current: false, noticeDays: 30, name: 'Запуск' });
    const retired = await manager.send('patch', `/plans/${plan(made).planId}`, { status: 'retired', places: null });
    expect(retired.body).toMatchObject({ status: 'retired', places: null, version: 2 });
    expect((await plans(person)).items).toEqual([]);
  });

  it('are shown to those who run the site in every version that binds a member, older and retired ones too', async () => {
    const own = (await aSite(db)).id;
    const runs = await aCaller(oasis, [{ role: 'manager', siteId: own }]);
    const [bound, unbound] = [
      plan(await runs.post('/plans', { ...launch, siteId: own, code: 'bound' })),
      plan(await runs.post('/plans', { ...launch, siteId: own, code: 'unbound' })),
    ];
    await aMembership(db, own, person.id, { planId: bound.planId, versionId: bound.id });
    const gone = (await aPerson(db)).personId;
    await aMembership(db, own, gone, { planId: unbound.planId, versionId: unbound.id }, { status: 'lapsed' });
    const newer = [
      plan(await runs.post(`/plans/${bound.planId}/versions`, { ...launch, noticeDays: 14 })),
      plan(await runs.post(`/plans/${unbound.planId}/versions`, { ...launch, noticeDays: 14 })),
    ];
    const inForce = async () =>
      ((await runs.get(`/plans?siteId=${own}&inForce=true`)).body as { items: Plan[] }).items.map(({ id }) => id);

    expect(await inForce()).toEqual([newer[0]?.id, bound.id, newer[1]?.id]);
    for (const { planId } of newer) await runs.send('patch', `/plans/${planId}`, { status: 'retired' });
    expect(await inForce()).toEqual([bound.id]);
    expectProblem(await person.get(`/plans?siteId=${own}&inForce=true`), 403, 'role_required');
    expectProblem(await manager.get(`/plans?siteId=${own}&inForce=true`), 403, 'role_required');
  });

  it('are made once, however often the request is repeated with one key', async () => {
    const make = () =>
      manager.post('/plans', { ...launch, siteId, code: 'repeated' }, { 'idempotency-key': 'one-plan-please' });
    const [first, second] = [await make(), await make()];
    expect([first.status, second.status, plan(second).id]).toEqual([201, 201, plan(first).id]);
  });

  it('have words in every language, and laws that are named', async () => {
    const { ru: _, ...texts } = launch.texts;
    const wordless = await manager.post('/plans', { ...launch, siteId, code: 'wordless', texts });
    expect(expectProblem(wordless, 400, 'malformed')['errors']).toMatchObject([{ pointer: '/texts/ru' }]);
    const unsound = await manager.post('/plans', { ...launch, siteId, code: 'unsound', eveningCloses: null });
    expect(expectProblem(unsound, 422, 'refused')['refusals']).toMatchObject([{ code: 'plan_evening' }]);
    expectProblem(await manager.post('/plans', { ...launch, siteId, code: 'repeated' }), 409, 'plan_code');
    expectProblem(await manager.post('/plans', { ...launch, siteId, code: 'Not a code' }), 400, 'malformed');
  });

  it('are a manager’s of that site to change', async () => {
    const [first] = (await plans(person)).items;
    expectProblem(await person.post('/plans', { ...launch, siteId, code: 'mine' }), 403, 'role_required');
    const elsewhere = await aCaller(oasis, [{ role: 'manager', siteId: (await aSite(db)).id }]);
    expectProblem(await elsewhere.post('/plans', { ...launch, siteId, code: 'mine' }), 403, 'role_required');
    expectProblem(await elsewhere.post(`/plans/${first?.planId}/versions`, launch), 403, 'role_required');
    expectProblem(await elsewhere.send('patch', `/plans/${first?.planId}`, { places: 1 }), 403, 'role_required');
    expectProblem(await person.get(`/plans?siteId=${first?.id}`), 404, 'missing');
    expectProblem(await person.get(`/plan-versions/${siteId}`), 404, 'missing');
  });
});

describe('the documents of a site', () => {
  const rules = (body: string) => ({
    kind: 'house_rules',
    bindingLocale: 'fi',
    texts: { ...inAllLanguages({ title: 'House rules', body: 'Be kind.' }), fi: { title: 'Talon säännöt', body } },
  });

  it('are published in versions, and read with the text that counts beside one’s own', async () => {
    const made = await manager.post(`/sites/${siteId}/documents`, rules('Ole kiltti.'));
    const { id } = made.body as { id: string };
    expect([made.status, made.headers['location']]).toEqual([201, `/api/v1/documents/${id}`]);
    await manager.post(`/sites/${siteId}/documents`, rules('Ole kiltti ja hiljaa.'));
    const listed = await person.get(`/sites/${siteId}/documents?kind=house_rules`);
    expect(listed.body).toMatchObject({
      items: [
        {
          version: 2,
          current: true,
          locale: 'ru',
          title: 'House rules',
          bindingLocale: 'fi',
          binding: { title: 'Talon säännöt', body: 'Ole kiltti ja hiljaa.' },
          hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      ],
      next: null,
    });
    expect((await person.get(`/sites/${siteId}/documents?kind=agreement`)).body).toEqual({ items: [], next: null });
    expect((await person.get(`/documents/${id}`)).body).toMatchObject({ version: 1, current: false });
  });

  it('are a manager’s of that site to publish', async () => {
    expectProblem(await person.post(`/sites/${siteId}/documents`, rules('Ei.')), 403, 'role_required');
    expectProblem(await person.get(`/documents/${siteId}`), 404, 'missing');
  });
});
