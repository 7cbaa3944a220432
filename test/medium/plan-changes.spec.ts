import { BookingService } from '../../src/bookings/booking.service';
import { Actor } from '../../src/kernel/actor';
import { PlanChangeService } from '../../src/lifecycle/plan-change.service';
import { NewPlanVersion } from '../../src/memberships/plans/plan.store';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aMembership, anEntrepreneur, aPerson, aPlan, aResource, aSite } from '../support/house';
import { everything } from '../support/memberships';
import { Oasis, startOasis } from '../support/oasis';

const inEveryLanguage = (text: string) => {
  const words = { name: text, summary: text };
  return { en: words, fi: words, sv: words, ru: words };
};
const version = (change: Partial<NewPlanVersion> = {}): NewPlanVersion => ({
  texts: inEveryLanguage('Visitor'),
  termMonths: 6,
  maxRenewals: 1,
  totalMonths: 12,
  priceCents: 0,
  normalPriceCents: 0,
  access: 'opening_hours',
  needs: 'home_membership',
  allowances: [
    { kind: 'desk_days', amount: null },
    { kind: 'room_minutes', amount: null },
  ],
  ...change,
});

let oasis: Oasis;
let db: Database;
let plans: PlanChangeService;
let siteId: string;
let room: string;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
  plans = oasis.get(PlanChangeService);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  siteId = (await aSite(db)).id;
  room = await aResource(db, siteId, { kind: 'room' });
  manager = await aManager(db, siteId);
});

const book = (actor: Actor) =>
  oasis.get(BookingService).book(actor, {
    resourceId: room,
    start: new Date('2027-03-03T09:00:00+02:00'),
    end: new Date('2027-03-03T12:00:00+02:00'),
  });

describe('a new version of a plan', () => {
  it('leaves members under the version they accepted, and says who they are', async () => {
    const plan = await aPlan(db, siteId);
    const member = await aPerson(db, 'entrepreneur', siteId);
    const membershipId = await aMembership(db, siteId, member.personId, plan);
    const booking = await book(member);
    const before = await everything(db);
    const wanted = version({ needs: 'nothing', limits: { roomLongestMinutes: 60 } });

    const preview = await plans.previewVersion(manager, plan.planId, wanted);

    expect(preview).toMatchObject({
      affectedBookings: [],
      keeps: [{ membershipId, personId: member.personId, version: 1, endsOn: '2039-12-31' }],
    });
    expect(await everything(db)).toEqual(before);
    expect(await plans.publish(manager, plan.planId, wanted)).toMatchObject({ version: 2, outcomes: [] });
    expect(await db.read('select status from booking where id = $1', [booking.id])).toEqual([{ status: 'confirmed' }]);
  });

  it('concerns visitors at once: their bookings are shown, and touched only as seen', async () => {
    const plan = await aPlan(db, siteId, { needs: 'home_membership' });
    const visitor = await anEntrepreneur(db, (await aSite(db)).id);
    const booking = await book(visitor);
    const wanted = version({ limits: { roomLongestMinutes: 60 } });

    const preview = await plans.previewVersion(manager, plan.planId, wanted);

    expect(preview.effects).toMatchObject([{ bookingId: booking.id, because: [{ code: 'booking_length' }] }]);
    expect(await codes(plans.publish(manager, plan.planId, wanted, { onConflict: 'apply' }))).toEqual([
      'affected_changed',
    ]);
    const { seen } = preview;
    const published = await plans.publish(manager, plan.planId, wanted, { onConflict: 'apply', seen });
    expect(published.outcomes).toMatchObject([{ outcome: 'cancelled', booking: { id: booking.id } }]);
  });

  it('and fewer places than are taken: nobody loses theirs', async () => {
    const plan = await aPlan(db, siteId);
    for (let i = 0; i < 3; i++) {
      await aMembership(db, siteId, (await aPerson(db)).personId, plan);
    }

    expect(await plans.previewChange(manager, plan.planId, { places: 1 })).toMatchObject({
      places: 1,
      taken: 3,
      over: 2,
    });
    expect((await plans.previewChange(manager, plan.planId, { places: null })).over).toBe(0);
    const stranger = await aManager(db, (await aSite(db)).id);
    expect(await codes(plans.previewChange(stranger, plan.planId, {}))).toEqual(['role_required']);
    expect(await codes(plans.publish(stranger, plan.planId, version()))).toEqual(['role_required']);
  });
});
