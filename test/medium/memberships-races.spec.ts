import { BookingService } from '../../src/bookings/booking.service';
import { Actor } from '../../src/kernel/actor';
import { MembershipEndService } from '../../src/lifecycle/membership-end.service';
import { MembershipSuspensionService } from '../../src/lifecycle/membership-suspension.service';
import { MembershipTicks } from '../../src/lifecycle/membership.ticks';
import { PauseStoryService } from '../../src/lifecycle/pause-story.service';
import { MembershipsQueries } from '../../src/memberships/terms/memberships.queries';
import { PausesService } from '../../src/memberships/terms/pauses.service';
import { RenewalsService } from '../../src/memberships/terms/renewals.service';
import { TermsService } from '../../src/memberships/terms/terms.service';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aPerson, aResource, aSite } from '../support/house';
import { aLaunchPlan, anAccepted, anOffer, publishDocuments, TestPlan } from '../support/memberships';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const today = '2027-03-02';
const at = (time: string, date = today) => new Date(`${date}T${time}:00+02:00`);
const rounds = 8;

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let siteId: string;
let plan: TestPlan;
let managers: [Actor, Actor];

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('08:00'));
  siteId = (await aSite(db)).id;
  plan = await aLaunchPlan(db, siteId, { pauseEdgeDays: 0 });
  await publishDocuments(db, siteId);
  managers = [await aManager(db, siteId), await aManager(db, siteId)];
});

const statusOf = async (id: string) => (await oasis.get(MembershipsQueries).one(managers[0], id)).status;
const count = async (table: string, id: string) =>
  (await db.read<{ count: number }>(`select count(*)::int as count from ${table} where membership_id = $1`, [id]))[0]
    ?.count;

it('of accepting and lapsing in the instant of expiry has one outcome', async () => {
  for (let round = 0; round < rounds; round++) {
    clock.set(at('08:00'));
    const person = await aPerson(db);
    const id = await anOffer(oasis, siteId, person.personId, plan, { startsOn: today });
    const deadline = new Date('2027-03-16T06:00:00Z');
    // The member's clock stands just before the deadline, the worker's on it.
    clock.set(new Date(deadline.getTime() - 1));

    const [said] = await Promise.all([
      codes(oasis.get(TermsService).accept(person, id, 1)),
      oasis.get(MembershipTicks).lapse(deadline),
    ]);

    const status = await statusOf(id);
    expect([status, said]).toEqual(said.length === 0 ? ['active', []] : ['lapsed', ['membership_state']]);
    expect(await count('membership_term', id)).toBe(status === 'active' ? 1 : 0);
    expect(await count('acceptance', id)).toBe(status === 'active' ? 1 : 0);
    const roles = await db.read('select 1 from role_grant where person_id = $1', [person.personId]);
    expect(roles).toHaveLength(status === 'active' ? 1 : 0);
  }
});

it('of accepting twice and declining has one outcome', async () => {
  for (let round = 0; round < rounds; round++) {
    const person = await aPerson(db);
    const id = await anOffer(oasis, siteId, person.personId, plan, { startsOn: today });
    const terms = oasis.get(TermsService);

    const said = await Promise.all([
      codes(terms.accept(person, id, 1)),
      codes(terms.accept(person, id, 1)),
      codes(terms.decline(person, id)),
    ]);

    expect(said.flat()).toEqual(['membership_state', 'membership_state']);
    expect(await count('membership_term', id)).toBe((await statusOf(id)) === 'active' ? 1 : 0);
  }
});

it('of two managers who approve a pause, or approve and refuse it, has one winner', async () => {
  for (let round = 0; round < rounds; round++) {
    const person = await aPerson(db);
    const { id } = await anAccepted(oasis, siteId, person, plan, { startsOn: today });
    await oasis.get(PausesService).request(person, id, { startsOn: '2027-04-01', endsOn: '2027-04-10' });

    const said = await Promise.all([
      codes(oasis.get(PauseStoryService).approve(managers[0], id)),
      codes(oasis.get(PauseStoryService).approve(managers[1], id)),
      codes(oasis.get(PausesService).refuse(managers[1], id, 'No')),
    ]);

    expect(said.flat()).toEqual(['pause_not_requested', 'pause_not_requested']);
    const view = await oasis.get(MembershipsQueries).one(managers[0], id);
    const approved = view.pauses[0]?.status === 'approved';
    expect(view.endsOn).toBe(approved ? '2027-09-11' : '2027-09-01');
  }
});

it('of two managers who renew has one new term', async () => {
  for (let round = 0; round < rounds; round++) {
    const person = await aPerson(db);
    const { id } = await anAccepted(oasis, siteId, person, plan, { startsOn: today });
    const renewals = oasis.get(RenewalsService);
    await renewals.request(person, id, { noOwnOffice: true, progress: 'Much' });

    const said = await Promise.all(managers.map((manager) => codes(renewals.renew(manager, id, 'Good'))));

    expect(said.flat()).toEqual(['renewal_not_requested']);
    expect(await count('membership_term', id)).toBe(2);
  }
});

it('of two managers who suspend and end has one of the two orders', async () => {
  for (let round = 0; round < rounds; round++) {
    const { id } = await anAccepted(oasis, siteId, await aPerson(db), plan, { startsOn: today });
    const suspension = { reason: 'Door', reviewOn: '2027-03-09' };

    const [suspended, ended] = await Promise.all([
      codes(oasis.get(MembershipSuspensionService).suspend(managers[0], id, suspension)),
      codes(oasis.get(MembershipEndService).end(managers[1], id, { reason: 'graduated' })),
    ]);

    expect(ended).toEqual([]);
    expect([[], ['membership_state']]).toContainEqual(suspended);
    expect(await statusOf(id)).toBe('ended');
  }
});

it('of booking and pausing leaves no booking in the pause, and nothing lost in the wallet', async () => {
  for (let round = 0; round < rounds; round++) {
    const person = await aPerson(db);
    const { id } = await anAccepted(oasis, siteId, person, plan, { startsOn: today });
    const rooms = await Promise.all([1, 2].map(() => aResource(db, siteId, { kind: 'room' })));
    await oasis.get(PausesService).request(person, id, { startsOn: '2027-03-05', endsOn: '2027-03-10' });
    const book = (resourceId: string) =>
      codes(
        oasis.get(BookingService).book(person, {
          resourceId,
          start: at('10:00', '2027-03-08'),
          end: at('12:00', '2027-03-08'),
        }),
      );

    const [approved] = await Promise.all([
      codes(oasis.get(PauseStoryService).approve(managers[0], id)),
      ...rooms.map(book),
    ]);

    expect(approved).toEqual([]);
    const standing = await db.read(`select id from booking where membership_id = $1 and status <> 'cancelled'`, [id]);
    expect(standing).toEqual([]);
    const [account] = await db.read(
      `select (granted - held - used)::int as left from allowance_account where membership_id = $1 and kind = 'room_minutes'`,
      [id],
    );
    expect(account).toEqual({ left: 600 });
  }
});

it('of everything that a member and two managers can do at once leaves one history that holds together', async () => {
  for (let round = 0; round < rounds; round++) {
    const person = await aPerson(db);
    const { id } = await anAccepted(oasis, siteId, person, plan, { startsOn: today });
    await oasis.get(PausesService).request(person, id, { startsOn: today, endsOn: '2027-03-10' });
    await oasis.get(RenewalsService).request(person, id, { noOwnOffice: true, progress: 'Much' });

    const said = await Promise.all([
      codes(oasis.get(PauseStoryService).approve(managers[0], id)),
      codes(oasis.get(RenewalsService).renew(managers[1], id, 'Good')),
      codes(oasis.get(MembershipEndService).giveNotice(person, id)),
      codes(
        oasis.get(MembershipSuspensionService).suspend(managers[0], id, { reason: 'Door', reviewOn: '2027-04-01' }),
      ),
      codes(oasis.get(MembershipEndService).end(managers[1], id, { reason: 'graduated', endsOn: '2027-03-20' })),
    ]);

    const known = [
      'membership_state',
      'membership_leaving',
      'pause_not_requested',
      'renewal_not_requested',
      'pause_limits',
      'within_terms',
    ];
    expect(known).toEqual(expect.arrayContaining(said.flat()));
    const view = await oasis.get(MembershipsQueries).one(managers[0], id);
    expect(view.terms.at(-1)?.endsOn).toBe(view.endsOn);
    for (const [index, term] of view.terms.entries()) {
      const next = view.terms[index + 1];
      if (next) expect(next.startsOn > term.endsOn).toBe(true);
    }
    const [benefit] = await db.read<{ equal: boolean }>(
      `select bool_and(b.starts_on = t.starts_on and b.ends_on = t.ends_on) as equal
       from membership_term t left join benefit b on b.term_id = t.id where t.membership_id = $1`,
      [id],
    );
    expect(benefit?.equal).toBe(true);
  }
});
