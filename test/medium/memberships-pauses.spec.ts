import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { Actor } from '../../src/kernel/actor';
import { MembershipTicks } from '../../src/lifecycle/membership.ticks';
import { PauseStoryService } from '../../src/lifecycle/pause-story.service';
import { PausesService } from '../../src/memberships/terms/pauses.service';
import { RenewalsService } from '../../src/memberships/terms/renewals.service';
import { WalletQueries } from '../../src/memberships/wallet/wallet.queries';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aPerson, aResource, aSite } from '../support/house';
import { aLaunchPlan, anAccepted, everything, PlanOptions, publishDocuments } from '../support/memberships';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Helsinki, UTC+3 in April.
const at = (time: string, date: string) => new Date(`${date}T${time}:00+03:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let stories: PauseStoryService;
let siteId: string;
let room: string;
let manager: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  stories = oasis.get(PauseStoryService);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('08:00', '2027-04-01'));
  siteId = (await aSite(db)).id;
  room = await aResource(db, siteId, { kind: 'room' });
  await publishDocuments(db, siteId);
  manager = await aManager(db, siteId);
  aino = await aPerson(db);
});

const accepted = async (options: PlanOptions = {}) =>
  anAccepted(oasis, siteId, aino, await aLaunchPlan(db, siteId, { pauseEdgeDays: 0, maxPauses: 3, ...options }), {
    startsOn: '2027-04-01',
  });
const book = (date: string, from = '10:00', to = '12:00'): Promise<BookingView> =>
  oasis.get(BookingService).book(aino, { resourceId: room, start: at(from, date), end: at(to, date) });
const request = (id: string, startsOn: string, endsOn: string) =>
  oasis.get(PausesService).request(aino, id, { startsOn, endsOn, reason: 'Exams' });
const minutesLeft = async (id: string) =>
  (await oasis.get(WalletQueries).month(aino, id)).balances.find(({ kind }) => kind === 'room_minutes')?.left;
const idsOf = ({ affectedBookings }: { affectedBookings: BookingView[] }) => affectedBookings.map(({ id }) => id);

describe('approving a pause', () => {
  it('cancels what is booked in it, gives back what it took, and moves the end of the term', async () => {
    const { id, endsOn } = await accepted();
    const [before, within] = [await book('2027-04-09'), await book('2027-04-10')];
    expect(endsOn).toBe('2027-09-30');
    expect(await minutesLeft(id)).toBe(360);
    const asked = await request(id, '2027-04-10', '2027-04-19');
    expect(asked.pauses).toEqual([
      expect.objectContaining({ from: '2027-04-10', to: '2027-04-19', status: 'requested', reason: 'Exams' }),
    ]);

    const story = await stories.approve(manager, id);

    expect(story).toMatchObject({
      status: 'active',
      endsOn: '2027-10-10',
      terms: [{ startsOn: '2027-04-01', endsOn: '2027-10-10' }],
      pauses: [{ status: 'approved' }],
      next: { pausesLeft: 2, pauseDaysLeft: 20 },
    });
    expect(story.affectedBookings).toEqual([expect.objectContaining({ id: within.id, status: 'cancelled' })]);
    expect(await minutesLeft(id)).toBe(480);
    const benefits = await db.read('select ends_on as "endsOn" from benefit where membership_id = $1', [id]);
    expect(benefits).toEqual([{ endsOn: '2027-10-10' }]);
    const [kept] = await db.read<{ status: string }>('select status from booking where id = $1', [before.id]);
    expect(kept?.status).toBe('confirmed');
  });

  it('shows before what it would cancel, and changes nothing by that', async () => {
    const { id } = await accepted();
    const within = await book('2027-04-10');
    await request(id, '2027-04-10', '2027-04-19');
    const before = await everything(db);

    const preview = await stories.previewApproval(manager, id);

    expect(preview.affectedBookings).toEqual([within]);
    expect(await everything(db)).toEqual(before);
    expect(idsOf(await stories.approve(manager, id))).toEqual(idsOf(preview));
  });

  it('touches a booking that reaches over midnight into it, and not one that ends at midnight', async () => {
    await db.read(`update opening_hours set opens = '00:00', closes = '24:00' where site_id = $1`, [siteId]);
    const { id } = await accepted();
    const into = await oasis
      .get(BookingService)
      .book(aino, { resourceId: room, start: at('23:00', '2027-04-09'), end: at('01:00', '2027-04-10') });
    const until = await oasis
      .get(BookingService)
      .book(aino, { resourceId: room, start: at('22:00', '2027-04-08'), end: at('00:00', '2027-04-09') });
    await request(id, '2027-04-10', '2027-04-19');
    expect(idsOf(await stories.previewApproval(manager, id))).toEqual([into.id]);
    await oasis.get(PausesService).refuse(manager, id, 'Ask for the ninth');
    await request(id, '2027-04-09', '2027-04-19');

    expect(idsOf(await stories.previewApproval(manager, id))).toEqual([into.id]);
    expect(until.status).toBe('confirmed');
  });

  it('does not move the end of the term when the plan does not say so', async () => {
    const { id, endsOn } = await accepted({ pauseExtendsTerm: false });
    await request(id, '2027-04-10', '2027-04-19');

    expect(await stories.approve(manager, id)).toMatchObject({ endsOn });
  });

  it('moves the terms after it as a whole', async () => {
    const { id } = await accepted();
    const renewals = oasis.get(RenewalsService);
    await renewals.request(aino, id, { noOwnOffice: true, progress: 'Much' });
    await renewals.renew(manager, id, 'Good');
    await request(id, '2027-04-10', '2027-04-19');

    const story = await stories.approve(manager, id);

    expect(story.terms.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2027-04-01', '2027-10-10'],
      ['2027-10-11', '2028-04-10'],
    ]);
    expect(story.endsOn).toBe('2028-04-10');
  });

  it('of today begins at once', async () => {
    const { id } = await accepted();
    await request(id, '2027-04-01', '2027-04-05');

    expect(await stories.approve(manager, id)).toMatchObject({ status: 'paused' });
    expect(await codes(book('2027-04-03'))).toEqual(['covered_by_membership']);
    expect(await codes(book('2027-04-06'))).toEqual([]);
  });
});

describe('coming back early', () => {
  it('ends the pause with yesterday and makes the term shorter by what is left', async () => {
    const { id } = await accepted();
    await request(id, '2027-04-10', '2027-04-19');
    await stories.approve(manager, id);
    clock.set(at('09:00', '2027-04-13'));
    await oasis.get(MembershipTicks).pauses(clock.now());

    const story = await stories.endEarly(aino, id);

    expect(story).toMatchObject({
      status: 'active',
      pauses: [{ from: '2027-04-10', to: '2027-04-12', status: 'approved' }],
      endsOn: '2027-10-03',
      terms: [{ endsOn: '2027-10-03' }],
      next: { pauseDaysLeft: 27 },
    });
    expect(await codes(book('2027-04-13'))).toEqual([]);
  });

  it('on the first day makes as if there had been no pause', async () => {
    const { id, endsOn } = await accepted();
    await request(id, '2027-04-01', '2027-04-10');
    await stories.approve(manager, id);

    expect(await stories.endEarly(aino, id)).toMatchObject({
      status: 'active',
      endsOn,
      pauses: [{ status: 'cancelled' }],
    });
  });

  it('cancels what was booked in the days that the term loses again', async () => {
    const { id } = await accepted({ termMonths: 1 });
    await request(id, '2027-04-10', '2027-04-19');
    expect(await stories.approve(manager, id)).toMatchObject({ endsOn: '2027-05-10' });
    clock.set(at('09:00', '2027-04-12'));
    await oasis.get(MembershipTicks).pauses(clock.now());
    const lost = await book('2027-05-03');
    const before = await everything(db);
    expect(idsOf(await stories.previewReturn(aino, id))).toEqual([lost.id]);
    expect(await everything(db)).toEqual(before);

    const story = await stories.endEarly(aino, id);

    expect(story).toMatchObject({ endsOn: '2027-05-02', affectedBookings: [{ id: lost.id, status: 'cancelled' }] });
  });

  it('is for the member, while the pause runs', async () => {
    const { id } = await accepted();
    await request(id, '2027-04-10', '2027-04-19');
    await stories.approve(manager, id);

    expect(await codes(stories.endEarly(aino, id))).toEqual(['membership_state']);
    expect(await codes(stories.endEarly(manager, id))).toEqual(['role_required']);
  });
});

describe('asking for a pause', () => {
  it('is one question at a time; a refusal opens the way for the next', async () => {
    const { id } = await accepted();
    await request(id, '2027-04-10', '2027-04-19');
    expect(await codes(request(id, '2027-05-10', '2027-05-12'))).toEqual(['pause_requested']);

    await oasis.get(PausesService).refuse(manager, id, 'The fair is in April');

    expect(await codes(stories.approve(manager, id))).toEqual(['pause_not_requested']);
    expect(await codes(oasis.get(PausesService).refuse(manager, id, 'Again'))).toEqual(['pause_not_requested']);
    expect(await codes(request(id, '2027-05-10', '2027-05-12'))).toEqual([]);
  });
});
