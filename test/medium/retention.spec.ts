import { newId } from '../../src/kernel/id';
import { RetentionTicks } from '../../src/lifecycle/retention.ticks';
import { aPerson, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

it('forgets the answers of those who were not admitted after a year, and the words of bookings after two', async () => {
  const { database: db } = oasis;
  const siteId = (await aSite(db)).id;
  const { personId } = await aPerson(db);
  const desk = await aResource(db, siteId);
  const apply = (status: string, day: string) =>
    db.read(
      `insert into application (id, site_id, person_id, status, answers, no_own_office, decision_reason, created_at, updated_at)
       values ($1, $2, $3, $4, '{"idea": "Bicycles"}', true, 'No room', $5, $5)`,
      [newId(), siteId, personId, status, day],
    );
  await apply('rejected', '2026-03-01');
  await apply('rejected', '2026-03-03');
  await apply('approved', '2020-01-01');
  for (const day of ['2025-03-01', '2025-03-03']) {
    await db.read(
      `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '1 hour', 'Pitch', 'completed', $5, $5)`,
      [newId(), siteId, desk, personId, `${day}T09:00:00Z`],
    );
  }

  // 2 March 2027 in the house.
  const ticks = oasis.get(RetentionTicks);
  expect(await ticks.forget(oasis.clock.now())).toBe(2);
  expect(await ticks.forget(oasis.clock.now())).toBe(0);
  expect(await db.read(`select status, answers from application where answers <> '{}' order by updated_at`)).toEqual([
    { status: 'approved', answers: { idea: 'Bicycles' } },
    { status: 'rejected', answers: { idea: 'Bicycles' } },
  ]);
  expect(await db.read('select title from booking order by starts_at')).toEqual([{ title: null }, { title: 'Pitch' }]);
});
