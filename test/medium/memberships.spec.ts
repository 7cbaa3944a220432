import { createHash } from 'node:crypto';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { MembershipEndService } from '../../src/lifecycle/membership-end.service';
import { MembershipSuspensionService } from '../../src/lifecycle/membership-suspension.service';
import { MembershipLifeService } from '../../src/memberships/terms/membership-life.service';
import { MembershipsQueries } from '../../src/memberships/terms/memberships.queries';
import { TermsService } from '../../src/memberships/terms/terms.service';
import { Database } from '../../src/platform/database/database';
import { codes } from '../support/codes';
import { aManager, aPerson, aResource, aSite } from '../support/house';
import {
  aLaunchPlan,
  anAccepted,
  anOffer,
  everything,
  publish,
  publishDocuments,
  TestPlan,
} from '../support/memberships';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const today = '2027-03-02';
const tomorrow = '2027-03-03';
const at = (time: string, date = today) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let terms: TermsService;
let siteId: string;
let plan: TestPlan;
let manager: Actor;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  terms = oasis.get(TermsService);
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('08:00'));
  siteId = (await aSite(db)).id;
  plan = await aLaunchPlan(db, siteId);
  await publishDocuments(db, siteId);
  manager = await aManager(db, siteId);
  aino = await aPerson(db);
});

const offer = (startsOn = today, person = aino) => anOffer(oasis, siteId, person.personId, plan, { startsOn });
const accepted = (startsOn = today, person = aino) => anAccepted(oasis, siteId, person, plan, { startsOn });

const rolesOf = (personId: string) =>
  db.read<{ role: string; endsAt: Date | null }>(
    'select role, ends_at as "endsAt" from role_grant where person_id = $1 and site_id = $2',
    [personId, siteId],
  );
const trailOf = async (id: string) =>
  (await db.read<{ action: string }>('select action from audit_event where subject_id = $1 order by at, id', [id])).map(
    ({ action }) => action,
  );
const grantsOf = (membershipId: string) =>
  db.read(
    `select a.kind, a.month, a.granted, a.unlimited from allowance_account a where membership_id = $1 order by a.kind, a.month`,
    [membershipId],
  );

async function booked(date: string, person = aino): Promise<BookingView> {
  const resourceId = await aResource(db, siteId);
  return oasis.get(BookingService).book(person, { resourceId, start: at('10:00', date), end: at('12:00', date) });
}
const stateOf = async (bookingId: string) =>
  (await db.read<{ status: string }>('select status from booking where id = $1', [bookingId]))[0]?.status;

describe('an offer', () => {
  it('pins the plan version and the latest documents, and says until when it stands', async () => {
    await publish(db, siteId, 'agreement');

    const id = await offer(tomorrow);

    expect(await oasis.get(MembershipsQueries).one(aino, id)).toMatchObject({
      status: 'offered',
      siteId,
      personId: aino.personId,
      plan: { id: plan.versionId, name: 'Launch', version: 1, priceCents: 3000, normalPriceCents: 16000 },
      startsOn: tomorrow,
      endsOn: null,
      offerExpiresAt: '2027-03-16T06:00:00Z',
      agreement: { version: 2, hash: 'hash-agreement-2', acceptedAt: null },
      houseRules: { version: 1 },
      terms: [],
      pauses: [],
    });
    expect(await trailOf(id)).toEqual(['membership.offer']);
    expect(await rolesOf(aino.personId)).toEqual([]);
  });

  it('is in the language of whoever reads it', async () => {
    const id = await offer();
    const reads = (locale: string) => oasis.get(MembershipsQueries).one(new Actor(aino.personId, null, [], locale), id);

    expect((await reads('fi')).plan.name).toBe('Lähtö');
    expect((await reads('sv')).plan.name).toBe('Launch');
  });

  it('needs documents to agree to, a plan of the site, and a first day that is not over', async () => {
    const bare = (await aSite(db)).id;
    const there = await aLaunchPlan(db, bare);

    expect(await codes(anOffer(oasis, bare, aino.personId, there, { startsOn: today }))).toEqual([
      'documents_published',
    ]);
    expect(await codes(anOffer(oasis, siteId, aino.personId, there, { startsOn: today }))).toEqual(['missing']);
    expect(await codes(offer('2027-03-01'))).toEqual(['in_the_past']);
  });

  it('is one at a time, and may follow one that lapsed', async () => {
    const id = await offer();
    expect(await codes(offer())).toEqual(['no_overlapping_terms']);

    await terms.decline(aino, id);

    expect(await codes(offer())).toEqual([]);
  });
});

describe('accepting', () => {
  it('makes a member at once when the first day has come: agreement, term, benefit, role and the first month', async () => {
    const id = await offer();

    const view = await terms.accept(aino, id, 1);

    expect(view).toMatchObject({
      status: 'active',
      startsOn: today,
      endsOn: '2027-09-01',
      terms: [{ kind: 'initial', startsOn: today, endsOn: '2027-09-01' }],
      agreement: { version: 1, acceptedAt: '2027-03-02T06:00:00Z' },
      houseRules: { version: 1, acceptedAt: '2027-03-02T06:00:00Z' },
      next: { daysLeft: 184, renewalsLeft: 1, pausesLeft: 1, pauseDaysLeft: 30 },
      version: 2,
    });
    expect(await rolesOf(aino.personId)).toEqual([{ role: 'entrepreneur', endsAt: null }]);
    expect(await grantsOf(id)).toEqual([
      { kind: 'desk_days', month: '2027-03-01', granted: '0.0', unlimited: true },
      { kind: 'room_minutes', month: '2027-03-01', granted: '600.0', unlimited: false },
    ]);
    const [acceptance] = await db.read<{ hash: string }>('select hash from acceptance where membership_id = $1', [id]);
    expect(acceptance?.hash).toBe(
      createHash('sha256').update(`${plan.versionId}\nhash-agreement-1\nhash-house_rules-1`).digest('hex'),
    );
    const benefits = await db.read(
      `select starts_on as "startsOn", ends_on as "endsOn", normal_price_cents - price_cents as cents
       from benefit where membership_id = $1`,
      [id],
    );
    expect(benefits).toEqual([{ startsOn: today, endsOn: '2027-09-01', cents: 13000 }]);
    expect(await trailOf(id)).toEqual(['membership.offer', 'membership.accept']);
  });

  it('before the first day makes a member who waits: with the role, without a grant', async () => {
    const view = await accepted('2027-04-15');

    expect(view).toMatchObject({ status: 'scheduled', startsOn: '2027-04-15', endsOn: '2027-10-14' });
    expect(await rolesOf(aino.personId)).toHaveLength(1);
    expect(await grantsOf(view.id)).toEqual([]);
  });

  it('takes the pinned version by number or id, and no other', async () => {
    const pinned = await db.read<{ id: string }>(
      `select id from document_version where site_id = $1 and kind = 'agreement'`,
      [siteId],
    );
    const id = await offer();
    const newer = await publish(db, siteId, 'agreement');

    for (const wrong of [2, newer, newId()]) {
      expect(await codes(terms.accept(aino, id, wrong))).toEqual(['agreement_version']);
    }
    expect(await terms.accept(aino, id, pinned[0]!.id)).toMatchObject({ status: 'active', agreement: { version: 1 } });
  });

  it('gives back a role that had ended', async () => {
    await db.read(
      `insert into role_grant (id, person_id, role, site_id, created_at, ends_at) values ($1, $2, 'entrepreneur', $3, $4, $4)`,
      [newId(), aino.personId, siteId, at('07:00')],
    );

    await accepted();

    expect(await rolesOf(aino.personId)).toEqual([{ role: 'entrepreneur', endsAt: null }]);
  });

  it('is for the person to whom it was offered', async () => {
    const id = await offer();

    expect(await codes(terms.accept(await aPerson(db), id, 1))).toEqual(['missing']);
    expect(await codes(terms.accept(manager, id, 1))).toEqual(['role_required']);
  });

  it('is refused from the instant on at which the offer expires', async () => {
    const id = await offer();
    clock.set('2027-03-16T06:00:00Z');
    expect(await codes(terms.accept(aino, id, 1))).toEqual(['offer_expired']);

    clock.set('2027-03-16T05:59:59.999Z');
    expect(await codes(terms.accept(aino, id, 1))).toEqual([]);
  });
});

describe('a membership that hangs on another', () => {
  async function venture(...members: { person: Actor; lead: boolean }[]): Promise<string> {
    const id = newId();
    await db.read(
      `insert into venture (id, site_id, name, created_at, updated_at) values ($1, $2, 'Saimaa Sensors', $3, $3)`,
      [id, siteId, at('07:00')],
    );
    for (const { person, lead } of members) {
      await db.read(
        `insert into venture_member (id, venture_id, person_id, lead, starts_on) values ($1, $2, $3, $4, '2027-01-01')`,
        [newId(), id, person.personId, lead],
      );
    }
    return id;
  }

  it('as a team seat shares the wallet of the lead and follows the end of that membership', async () => {
    const lead = await aPerson(db);
    const ventureId = await venture({ person: lead, lead: true }, { person: aino, lead: false });
    const leads = await anAccepted(oasis, siteId, lead, plan, { startsOn: today, ventureId });
    const seat = await aLaunchPlan(db, siteId, { needs: 'lead_membership', termMonths: 12, totalMonths: 12 });

    const view = await anAccepted(oasis, siteId, aino, seat, { startsOn: tomorrow });

    expect(view).toMatchObject({ leadMembershipId: leads.id, ventureId, startsOn: tomorrow, endsOn: '2027-09-01' });
  });

  it('as a team seat is refused without a lead who is a member', async () => {
    const lead = await aPerson(db);
    await venture({ person: lead, lead: true }, { person: aino, lead: false });
    const seat = await aLaunchPlan(db, siteId, { needs: 'lead_membership' });
    const id = await anOffer(oasis, siteId, aino.personId, seat, { startsOn: today });

    expect(await codes(terms.accept(aino, id, 1))).toEqual(['lead_membership']);
  });

  it('as a visitor needs a membership at home', async () => {
    const away = (await aSite(db)).id;
    await publishDocuments(db, away);
    const visits = await aLaunchPlan(db, away, { needs: 'home_membership' });
    const id = await anOffer(oasis, away, aino.personId, visits, { startsOn: today });
    expect(await codes(terms.accept(aino, id, 1))).toEqual(['home_membership']);

    const home = await accepted();

    expect(await terms.accept(aino, id, 1)).toMatchObject({ leadMembershipId: home.id, endsOn: home.endsOn });
  });
});

describe('withdrawing before the first day', () => {
  it('cancels what is booked, drops the term and takes the role back', async () => {
    const { id } = await accepted('2027-03-04');
    const booking = await booked('2027-03-05');

    const story = await oasis.get(MembershipEndService).withdraw(aino, id);

    expect(story).toMatchObject({
      status: 'ended',
      end: { reason: 'withdrawn' },
      terms: [],
      affectedBookings: [{ id: booking.id, status: 'cancelled' }],
    });
    expect(await stateOf(booking.id)).toBe('cancelled');
    expect(await rolesOf(aino.personId)).toEqual([{ role: 'entrepreneur', endsAt: at('08:00') }]);
    expect(await codes(offer('2027-03-04'))).toEqual([]);
  });
});

describe('notice', () => {
  it('ends the membership after the days of the plan, and cancels what is booked after that', async () => {
    const { id } = await accepted();
    clock.set(at('09:00', '2027-03-10'));
    const kept = await booked('2027-03-12');

    const story = await oasis.get(MembershipEndService).giveNotice(aino, id);

    expect(story).toMatchObject({ status: 'active', noticeGivenOn: '2027-03-10', endsOn: '2027-04-09' });
    expect(story.terms).toEqual([expect.objectContaining({ startsOn: today, endsOn: '2027-04-09' })]);
    expect(story.affectedBookings).toEqual([]);
    expect(await stateOf(kept.id)).toBe('confirmed');
    expect(await codes(oasis.get(MembershipEndService).giveNotice(aino, id))).toEqual(['membership_leaving']);
  });

  it('never lengthens the term', async () => {
    const { id } = await accepted();
    clock.set(at('09:00', '2027-08-20'));

    expect(await oasis.get(MembershipEndService).giveNotice(aino, id)).toMatchObject({ endsOn: '2027-09-01' });
  });

  it('without days ends with today, and shows before what it would cancel', async () => {
    plan = await aLaunchPlan(db, siteId, { noticeDays: 0 });
    const { id } = await accepted();
    const [here, later] = [await booked(today), await booked(tomorrow)];
    const ends = oasis.get(MembershipEndService);
    const before = await everything(db);

    expect((await ends.previewNotice(aino, id)).affectedBookings).toEqual([later]);
    expect(await everything(db)).toEqual(before);

    const story = await ends.giveNotice(aino, id);
    expect(story).toMatchObject({ status: 'active', endsOn: today, affectedBookings: [{ id: later.id }] });
    expect(await stateOf(here.id)).toBe('confirmed');
  });
});

describe('an end', () => {
  it('today is at once: bookings cancelled, terms cut, role ended, reason readable', async () => {
    const { id } = await accepted();
    const booking = await booked(tomorrow);
    clock.set(at('09:00', tomorrow));
    const ends = oasis.get(MembershipEndService);
    const before = await everything(db);

    expect((await ends.previewEnd(manager, id, { reason: 'graduated' })).affectedBookings).toEqual([booking]);
    expect(await everything(db)).toEqual(before);
    const story = await ends.end(manager, id, { reason: 'graduated', note: 'Well done' });

    expect(story).toMatchObject({
      status: 'ended',
      endsOn: tomorrow,
      end: { reason: 'graduated', note: 'Well done', endedAt: '2027-03-03T07:00:00Z' },
      terms: [{ startsOn: today, endsOn: tomorrow }],
      affectedBookings: [{ id: booking.id, status: 'cancelled', reason: null, because: 'membership_ended' }],
    });
    expect(await rolesOf(aino.personId)).toEqual([{ role: 'entrepreneur', endsAt: at('09:00', tomorrow) }]);
  });

  it('on a later day is planned: the rights go on until then', async () => {
    const { id } = await accepted();
    const [within, after] = [await booked(tomorrow), await booked('2027-03-05')];

    const story = await oasis.get(MembershipEndService).end(manager, id, {
      reason: 'transferred',
      endsOn: '2027-03-04',
    });

    expect(story).toMatchObject({
      status: 'active',
      endsOn: '2027-03-04',
      end: { reason: 'transferred', endedAt: null },
      affectedBookings: [{ id: after.id }],
    });
    expect(await stateOf(within.id)).toBe('confirmed');
    expect(await rolesOf(aino.personId)).toEqual([{ role: 'entrepreneur', endsAt: null }]);
    expect(await codes(oasis.get(MembershipEndService).giveNotice(aino, id))).toEqual(['membership_leaving']);
  });

  it.each([
    ['in_the_past', { reason: 'graduated' as const, endsOn: '2027-03-01' }],
    ['within_terms', { reason: 'graduated' as const, endsOn: '2027-09-02' }],
    ['reasoned_decision', { reason: 'terminated_for_cause' as const }],
  ])('keeps to %s', async (law, wanted) => {
    const { id } = await accepted();
    const ends = oasis.get(MembershipEndService);

    expect(await codes(ends.end(manager, id, wanted))).toEqual([law]);
    expect(await codes(ends.previewEnd(manager, id, wanted))).toEqual([law]);
  });
});

describe('a suspension', () => {
  const wanted = { reason: 'The door was left open', reviewOn: '2027-03-09' };

  it('holds what is booked, or cancels it, as the manager decides; the preview says which', async () => {
    const suspensions = oasis.get(MembershipSuspensionService);
    const { id } = await accepted();
    const booking = await booked(tomorrow);

    expect((await suspensions.preview(manager, id, wanted)).affectedBookings).toEqual([]);
    expect((await suspensions.preview(manager, id, { ...wanted, cancelBookings: true })).affectedBookings).toEqual([
      booking,
    ]);
    const held = await suspensions.suspend(manager, id, wanted);
    expect(held).toMatchObject({
      status: 'suspended',
      suspension: { ...wanted, since: '2027-03-02T06:00:00Z', answer: null },
      affectedBookings: [],
    });
    expect(await stateOf(booking.id)).toBe('confirmed');
    expect(await codes(booked(tomorrow))).toContain('covered_by_membership');

    expect(await oasis.get(MembershipLifeService).answerSuspension(aino, id, 'It was not me')).toMatchObject({
      suspension: { answer: 'It was not me' },
    });
    expect(await oasis.get(MembershipLifeService).reinstate(manager, id)).toMatchObject({
      status: 'active',
      suspension: null,
    });
    const again = await suspensions.suspend(manager, id, { ...wanted, cancelBookings: true });
    expect(again.affectedBookings.map((each) => each.id)).toEqual([booking.id]);
    expect(await stateOf(booking.id)).toBe('cancelled');
  });

  it('is looked at again on a day that is not over', async () => {
    const { id } = await accepted();

    expect(
      await codes(oasis.get(MembershipSuspensionService).suspend(manager, id, { ...wanted, reviewOn: '2027-03-01' })),
    ).toEqual(['in_the_past']);
  });
});

describe('reading', () => {
  it("is for the holder and the site's managers; a list is one's own unless one runs the site", async () => {
    const queries = oasis.get(MembershipsQueries);
    const { id } = await accepted();
    const stranger = await aManager(db, (await aSite(db)).id);

    expect((await queries.one(manager, id)).id).toBe(id);
    expect(await codes(queries.one(stranger, id))).toEqual(['missing']);
    const ids = async (actor: Actor, filter = {}) => (await queries.list(actor, filter)).items.map((item) => item.id);
    expect(await ids(aino)).toEqual([id]);
    expect(await ids(manager)).toEqual([]);
    expect(await ids(manager, { siteId })).toEqual([id]);
    expect(await ids(manager, { personId: aino.personId, status: 'active' })).toEqual([id]);
    expect(await ids(manager, { siteId, status: 'ended' })).toEqual([]);
    expect(await ids(stranger, { siteId })).toEqual([]);
    expect(await ids(stranger, { personId: aino.personId })).toEqual([]);
  });

  it('goes page by page, the newest first', async () => {
    const made: string[] = [];
    for (const person of [aino, await aPerson(db), await aPerson(db)]) made.push(await offer(today, person));
    const queries = oasis.get(MembershipsQueries);

    const first = await queries.list(manager, { siteId, limit: 2 });
    const second = await queries.list(manager, { siteId, limit: 2, cursor: first.next! });

    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(made.reverse());
    expect(second.next).toBeNull();
  });

  it('of an offer waits until the person has been told of the decision', async () => {
    const id = await offer();
    const application = newId();
    await db.read(
      `insert into application (id, site_id, person_id, status, no_own_office, created_at, updated_at)
       values ($1, $2, $3, 'approved', true, $4, $4)`,
      [application, siteId, aino.personId, at('07:00')],
    );
    await db.read('update membership set application_id = $2 where id = $1', [id, application]);
    const queries = oasis.get(MembershipsQueries);

    expect(await codes(queries.one(aino, id))).toEqual(['missing']);
    expect((await queries.list(aino, {})).items).toEqual([]);
    expect((await queries.one(manager, id)).id).toBe(id);

    await db.read('update application set notified_at = $2 where id = $1', [application, at('08:00')]);
    expect((await queries.one(aino, id)).id).toBe(id);
  });
});
