import { ConflictsOfInterest } from '../../src/memberships/intake/conflict-of-interest.service';
import { ConflictTicks } from '../../src/memberships/intake/conflict-of-interest.ticks';
import { aPerson, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

it('a conflict of interest counts until its last date, and is ended by the house after it', async () => {
  const siteId = (await aSite(oasis.database)).id;
  const [coach, founder] = [await aPerson(oasis.database, 'coach', siteId), await aPerson(oasis.database)];
  const conflicts = oasis.get(ConflictsOfInterest);
  const about = { aboutPersonId: founder.personId, kind: 'financial_interest' as const };
  await expect(conflicts.declare(coach, { ...about, endsOn: '2027-03-01' })).rejects.toMatchObject({
    refusals: [{ code: 'in_the_past' }],
  });
  const declared = await conflicts.declare(coach, { ...about, endsOn: '2029-03-02' });
  const forGood = await conflicts.declare(coach, { ...about, kind: 'family' });
  expect(declared).toMatchObject({ endsOn: '2029-03-02', endedAt: null });

  const lapse = () => oasis.get(ConflictTicks).lapse(oasis.clock.now());
  oasis.clock.set('2029-03-02T23:59:00Z');
  expect(await lapse()).toBe(0);
  oasis.clock.set('2029-03-03T00:00:00Z');
  expect(await lapse()).toBe(1);
  expect(await lapse()).toBe(0);
  const { items } = await conflicts.list(coach);
  expect(items).toMatchObject([
    { id: forGood.id, endsOn: null, endedAt: null },
    { id: declared.id, endedAt: '2029-03-03T00:00:00Z' },
  ]);
});
