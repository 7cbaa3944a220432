import type { Response } from 'supertest';
import { Database } from '../../src/platform/database/database';
import { aCaller, anApplication, aSiteWithPlan, Caller, wholeAnswers } from '../support/intake';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let db: Database;
let siteId: string;
let planId: string;
let planVersionId: string;
let aino: Caller;
let manager: Caller;
let coach: Caller;
let coach2: Caller;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  ({ siteId, planId, planVersionId } = await aSiteWithPlan(db));
  aino = await aCaller(oasis, [], 'Aino Laine');
  manager = await aCaller(oasis, [{ role: 'manager', siteId }]);
  coach = await aCaller(oasis, [{ role: 'coach', siteId }], 'Carita Lindholm');
  coach2 = await aCaller(oasis, [{ role: 'coach', siteId }]);
});
afterAll(() => oasis?.stop());

const idOf = (answer: Response) => (answer.body as { id: string }).id;
const scores = { team: 4, problem: 4, novelty: 3, feasibility: 3, fit: 5, need: 5 };
const review = { scores, recommendation: 'approve', comment: 'Has sold before building.' };

describe('from the empty form to the offer', () => {
  let id: string;

  it('somebody without any role begins, goes on another day, and is told what is missing', async () => {
    const begun = await aino.post('/applications', { siteId, answers: { idea: 'Kites that make electricity.' } });
    id = idOf(begun);
    expect([begun.status, begun.headers['location'], begun.headers['etag']]).toEqual([
      201,
      `/api/v1/applications/${id}`,
      '"1"',
    ]);
    expect(begun.body).toMatchObject({ status: 'draft', noOwnOffice: false, reviews: null, eligibility: [] });
    const early = expectProblem(await aino.post(`/applications/${id}/submit`), 422, 'refused');
    expect(early['refusals']).toMatchObject([
      { code: 'complete_application', facts: { missing: expect.arrayContaining(['/planId', '/answers/stage']) as [] } },
      { code: 'no_own_office' },
    ]);
    const change = { planId, startsOn: '2027-04-01', noOwnOffice: true, answers: wholeAnswers };
    expectProblem(await aino.send('patch', `/applications/${id}`, change), 428, 'if_match_required');
    const edited = await aino.send('patch', `/applications/${id}`, change, { 'if-match': '"1"' });
    expect([edited.status, edited.headers['etag']]).toEqual([200, '"2"']);
    expectProblem(await aino.send('patch', `/applications/${id}`, change, { 'if-match': '"1"' }), 412, 'stale');
  });

  it('consents are a thing of their own, and no condition', async () => {
    const before = await aino.get('/me/consents');
    expect((before.body as { items: { given: boolean }[] }).items.map(({ given }) => given)).not.toContain(true);
    const after = await aino.send('put', '/me/consents', { purposes: ['who_is_in'] });
    expect(after.body).toMatchObject({
      items: expect.arrayContaining([{ purpose: 'who_is_in', given: true, givenAt: '2027-03-02T06:00:00Z' }]) as [],
    });
    expectProblem(await aino.send('put', '/me/consents', { purposes: ['everything'] }), 400, 'malformed');
  });

  it('hands it in, is judged by the rules of the site, and is reviewed by two who do not see each other', async () => {
    await manager.send('put', `/sites/${siteId}/eligibility-rules`, {
      items: [
        { code: 'age', check: 'minimum_age', parameters: { years: 18 } },
        { code: 'region', check: 'region', parameters: { municipalities: ['Imatra', 'Jyväskylä'] } },
      ],
    });
    const submitted = await aino.post(`/applications/${id}/submit`);
    expect(submitted.body).toMatchObject({
      status: 'submitted',
      eligibility: [
        { code: 'age', outcome: 'pass', counts: 'pass', override: null },
        { code: 'region', outcome: 'manual', reason: 'Lappeenranta is outside the region of the site.' },
      ],
    });
    // Coaches read it when it is under review, and not before; others never.
    expectProblem(await coach.get(`/applications/${id}`), 404, 'missing');
    const listed = await manager.get(`/applications?siteId=${siteId}&status=submitted`);
    expect(listed.body).toMatchObject({ items: [{ id, applicant: { fullName: 'Aino Laine' } }], next: null });
    await manager.post(`/applications/${id}/start-review`);
    const read = await coach.get(`/applications/${id}`);
    expect(read.body).toMatchObject({ id, applicant: { fullName: 'Aino Laine', email: null }, reviewCount: 0 });
    const reviewed = await coach.post(`/applications/${id}/reviews`, review);
    expect([reviewed.status, reviewed.headers['location']]).toEqual([201, `/api/v1/applications/${id}`]);
    expect((await coach2.get(`/applications/${id}`)).body).toMatchObject({ reviewCount: 1, reviews: null });
    expectProblem(
      await manager.post(`/applications/${id}/approve`, { planVersionId, startsOn: '2027-04-01' }),
      422,
      'refused',
    );
    const second = await coach2.post(`/applications/${id}/reviews`, { ...review, recommendation: 'unsure' });
    expect((second.body as { reviews: object[] }).reviews).toMatchObject([
      { reviewer: 'Carita Lindholm', scores, recommendation: 'approve' },
      { recommendation: 'unsure' },
    ]);
    expect((await aino.get(`/applications/${id}`)).body).toMatchObject({ reviews: null, reviewCount: null });
  });

  it('is approved, and has an offer', async () => {
    const approved = await manager.post(`/applications/${id}/approve`, { planVersionId, startsOn: '2027-04-01' });
    expect(approved.body).toMatchObject({ status: 'approved', notifiedAt: '2027-03-02T06:00:00Z' });
    const { membershipId } = (await aino.get(`/applications/${id}`)).body as { membershipId: string };
    const offer = await aino.get(`/memberships/${membershipId}`);
    expect(offer.body).toMatchObject({ status: 'offered', startsOn: '2027-04-01' });
    expectProblem(await aino.post(`/applications/${id}/withdraw`), 409, 'application_state');
  });

  it('is in the export of the person', async () => {
    const { applications, consents } = (await aino.get('/me/export')).body as Record<string, object[]>;
    expect(applications).toMatchObject([{ id, status: 'approved', answers: { sector: 'ict' } }]);
    expect(consents).toMatchObject([{ purpose: 'who_is_in' }]);
    expect(JSON.stringify(applications)).not.toContain(coach.id);
  });
});

describe('an application over HTTP', () => {
  it('is begun once, however often the request is repeated with one key', async () => {
    const boris = await aCaller(oasis);
    const begin = () => boris.post('/applications', { siteId }, { 'idempotency-key': 'begin-once' });
    const [first, second] = [await begin(), await begin()];
    expect([first.status, second.status, idOf(second)]).toEqual([201, 201, idOf(first)]);
    const again = await boris.post('/applications', { siteId });
    expectProblem(again, 409, 'application_open');
  });

  it('takes no answer that it does not know, and none in another form', async () => {
    const daria = await aCaller(oasis);
    const begin = (answers: object) => daria.post('/applications', { siteId, answers });
    const wrong: [object, string][] = [
      [{ shoeSize: 43 }, '/answers/shoeSize'],
      [{ sector: 'gambling' }, '/answers/sector'],
      [{ company: { founded: 'yes' } }, '/answers/company/founded'],
      [{ languages: [{ code: 'Finnish', level: 'B2' }] }, '/answers/languages/0/code'],
      [{ attachments: [{ title: 'Deck', url: 'javascript:alert(1)' }] }, '/answers/attachments/0/url'],
    ];
    for (const [answers, pointer] of wrong) {
      expect(expectProblem(await begin(answers), 400, 'malformed')['errors']).toMatchObject([{ pointer }]);
    }
    expectProblem(await daria.post('/applications', { siteId: planId }), 404, 'missing');
    expectProblem(await daria.post('/applications', { siteId, planId: siteId }), 404, 'missing');
  });

  it('is returned for 8 to 15 days', async () => {
    const eva = await aCaller(oasis);
    const id = await anApplication(db, siteId, eva.id, { status: 'submitted', planId });
    const give = (body: object) => manager.post(`/applications/${id}/return`, body);
    expectProblem(await give({ reason: 'Who pays?', deadlineDays: 7 }), 400, 'malformed');
    expectProblem(await give({ reason: 'Who pays?', deadlineDays: 16 }), 400, 'malformed');
    expectProblem(await give({}), 400, 'malformed');
    const returned = await give({ reason: 'Who pays?', deadlineDays: 8 });
    expect(returned.body).toMatchObject({ status: 'returned', returnDeadline: '2027-03-10T06:00:00Z' });
    expect((await eva.get(`/applications/${id}`)).body).toMatchObject({ returnReason: 'Who pays?' });
    await eva.send('patch', `/applications/${id}`, { answers: { customer: 'Towns.' } }, { 'if-match': '*' });
    expect((await eva.post(`/applications/${id}/submit`)).body).toMatchObject({
      status: 'submitted',
      returnReason: null,
    });
  });

  it('has decisions that are released together', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) {
      const id = await anApplication(db, siteId, (await aCaller(oasis)).id, { planId });
      await manager.post(`/applications/${id}/reject`, { reason: 'There were better ones.', notify: false });
      ids.push(id);
    }
    const told = await manager.post('/applications/notify', { ids });
    expect((told.body as { items: object[] }).items).toHaveLength(2);
    expectProblem(await manager.post(`/applications/${ids[0]}/notify`), 409, 'application_notified');
    expectProblem(await manager.post('/applications/notify', { ids: [] }), 400, 'malformed');
    expectProblem(await aino.post('/applications/notify', { ids }), 403, 'role_required');
  });

  it('segregation_of_duties: nobody deals with the case of somebody with whom a conflict is declared', async () => {
    const id = await anApplication(db, siteId, aino.id, { planId });
    const declared = await coach.post('/conflicts-of-interest', { aboutPersonId: aino.id, kind: 'financial_interest' });
    expect([declared.status, declared.headers['location']]).toEqual([
      201,
      `/api/v1/conflicts-of-interest/${idOf(declared)}`,
    ]);
    expectProblem(await coach.post(`/applications/${id}/reviews`, review), 403, 'segregation_of_duties');
    await coach.post(`/conflicts-of-interest/${idOf(declared)}/end`);
    expect((await coach.post(`/applications/${id}/reviews`, review)).status).toBe(201);
    const open = (await manager.get('/conflicts-of-interest')).body as { items: object[] };
    expect(open.items).toMatchObject([{ id: idOf(declared), endedAt: '2027-03-02T06:00:00Z' }]);
  });
});
