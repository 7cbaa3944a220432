import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { SessionWish } from '../../src/coaching/sessions/session-plan';
import { SessionQueries } from '../../src/coaching/sessions/session.queries';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { MembershipEndService } from '../../src/lifecycle/membership-end.service';
import { PauseStoryService } from '../../src/lifecycle/pause-story.service';
import { TeamDepartureService } from '../../src/lifecycle/team-departure.service';
import { Database } from '../../src/platform/database/database';
import { aFounder, anAssignment, Founder } from '../support/coaching-sessions';
import { codes } from '../support/codes';
import { aManager } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { at, now, SessionDay } from '../support/session-day';

let oasis: Oasis;
let db: Database;
let booking: SessionBookingService;
let day: SessionDay;
let siteId: string;
let coach: Actor;
let aino: Founder;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db } = oasis);
  booking = oasis.get(SessionBookingService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  day = await SessionDay.begins(oasis);
  ({ siteId, coach, aino } = day);
});

const wish = (over?: Partial<SessionWish>): SessionWish => day.wish(over);
const taken = (id: string): Promise<string[]> => day.taken(id);
const balance = (founder: Founder, month?: string): Promise<(number | null)[]> => day.balance(founder, month);

describe('a team', () => {
  /** Two founders of one venture, each with minutes of their own. */
  async function aTeam(): Promise<{ lead: Founder; member: Founder }> {
    const ventureId = newId();
    await db.read(
      `insert into venture (id, site_id, name, stage, status, created_at, updated_at) values ($1, $2, 'Norppa', 'idea', 'active', $3, $3)`,
      [ventureId, siteId, now],
    );
    const lead = await aFounder(db, siteId, 300, { ventureId });
    const member = await aFounder(db, siteId, 300, { ventureId });
    for (const { actor } of [lead, member]) {
      await db.read(
        `insert into venture_member (id, venture_id, person_id, lead, starts_on) values ($1, $2, $3, true, '2026-01-01')`,
        [newId(), ventureId, actor.personId],
      );
    }
    return { lead, member };
  }

  it('loses whoever’s own membership ends, rests with those who pause, and goes on with the others', async () => {
    const { lead, member } = await aTeam();
    const manager = await aManager(db, siteId);
    const shared = await anAssignment(db, siteId, lead, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: shared, participants: both, end: undefined });
    const near = await booking.book(lead.actor, team);
    const far = await booking.book(lead.actor, { ...team, start: at('10:00', '2027-03-20') });
    const alone = await booking.book(
      coach,
      wish({ assignmentId: shared, participants: [both[1] ?? ''], start: at('14:00'), end: undefined }),
    );
    await db.read(
      `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
       values ($1, $2, '2027-03-15', '2027-03-30', 'requested', $3)`,
      [newId(), member.membershipId, now],
    );
    const paused = await oasis.get(PauseStoryService).approve(manager, member.membershipId);
    expect(paused.sessionsLeft.map(({ id }) => id)).toEqual([far.id]);
    const queries = oasis.get(SessionQueries);
    expect(await queries.one(coach, far.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[0] }] });
    expect(await taken(far.id)).toEqual(['coach 08:00-09:30', 'other 08:00-09:30', 'room 08:00-09:30']);
    expect(await codes(queries.one(member.actor, far.id))).toEqual(['missing']);
    expect(
      await codes(
        booking.book(lead.actor, { ...team, start: at('12:00', '2027-03-20'), end: at('13:00', '2027-03-20') }),
      ),
    ).toEqual(['covered_by_membership']);
    const ended = await oasis.get(MembershipEndService).end(manager, member.membershipId, { reason: 'resigned' });
    expect(ended.sessionsLeft.map(({ id }) => id)).toEqual([near.id]);
    expect(ended.affectedSessions.map(({ id }) => id)).toEqual([alone.id]);
    expect(await queries.one(coach, near.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[0] }] });
    expect(await balance(lead)).toEqual([300, 0, 180, 120]);
    expect(
      await db.read(
        `select facts ->> 'personId' as who from audit_event where action = 'coaching_session.leave' and subject_id = $1`,
        [near.id],
      ),
    ).toEqual([{ who: both[1] }]);
    expect(await codes(booking.book(lead.actor, { ...team, start: at('16:00') }))).toEqual(['session_participants']);
    expect(await codes(booking.book(lead.actor, { ...team, start: at('16:00'), participants: [] }))).toEqual([]);
  });

  it('goes on without whoever leaves it, from the day after the last; what they pay for or attend alone is off', async () => {
    const { lead, member } = await aTeam();
    const shared = await anAssignment(db, siteId, lead, coach);
    const own = await anAssignment(db, siteId, member, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: shared, participants: both, end: undefined });
    const before = await booking.book(lead.actor, team);
    const after = await booking.book(lead.actor, { ...team, start: at('10:00', '2027-03-05') });
    const paid = await booking.book(member.actor, { ...team, start: at('12:00', '2027-03-05') });
    const [alone, coached] = [
      await booking.book(
        coach,
        wish({ assignmentId: shared, participants: [both[1] ?? ''], start: at('14:00', '2027-03-05'), end: undefined }),
      ),
      await booking.book(member.actor, wish({ assignmentId: own, start: at('15:00', '2027-03-05'), end: undefined })),
    ];
    const [time] = await db.read<{ id: string; ventureId: string }>(
      'select id, venture_id as "ventureId" from venture_member where person_id = $1',
      [member.actor.personId],
    );
    const story = oasis.get(TeamDepartureService);
    const lastDay = [member.actor, time?.ventureId ?? '', time?.id ?? '', '2027-03-04'] as const;
    const seen = await story.preview(...lastDay);
    expect(
      await db.read('select 1 from venture_member where person_id = $1 and ends_on is not null', [both[1]]),
    ).toEqual([]);

    const told = await story.end(...lastDay);

    const idsOf = ({ sessionsLeft, affectedSessions }: typeof seen) => ({
      left: sessionsLeft.map(({ id }) => id),
      off: affectedSessions.map(({ id }) => id),
    });
    expect(idsOf(told)).toEqual({ left: [after.id], off: [paid.id, alone.id] });
    expect(idsOf(seen)).toEqual(idsOf(told));
    expect(told.members.find(({ personId }) => personId === both[1])).toMatchObject({ endsOn: '2027-03-04' });
    const queries = oasis.get(SessionQueries);
    expect((await queries.one(coach, before.id)).participants).toHaveLength(2);
    expect(await queries.one(coach, after.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[0] }] });
    expect(await taken(after.id)).toEqual(['coach 08:00-09:30', 'other 08:00-09:30', 'room 08:00-09:30']);
    for (const { id } of [paid, alone]) {
      expect(await queries.one(coach, id)).toMatchObject({ status: 'cancelled', reason: null, because: 'team_left' });
      expect(await taken(id)).toEqual([]);
    }
    expect(await queries.one(coach, coached.id)).toMatchObject({ status: 'confirmed' });
    // Only the coaching of one's own is still held, and the two meetings of the lead.
    expect(await balance(member)).toEqual([300, 0, 60, 240]);
    expect(await balance(lead)).toEqual([300, 0, 180, 120]);
    expect(idsOf(await story.end(...lastDay))).toEqual({ left: [], off: [] });
  });

  it('leaves the coaching that somebody takes along, which goes on with them alone', async () => {
    const { lead, member } = await aTeam();
    const theirs = await anAssignment(db, siteId, member, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: theirs, participants: both, end: undefined });
    const before = await booking.book(member.actor, team);
    const after = await booking.book(member.actor, { ...team, start: at('10:00', '2027-03-05') });
    const paid = await booking.book(lead.actor, { ...team, start: at('12:00', '2027-03-05') });
    const without = await booking.book(coach, {
      ...team,
      participants: [both[0] ?? ''],
      start: at('14:00', '2027-03-05'),
    });
    const [time] = await db.read<{ id: string; ventureId: string }>(
      'select id, venture_id as "ventureId" from venture_member where person_id = $1',
      [both[1]],
    );

    const told = await oasis
      .get(TeamDepartureService)
      .end(member.actor, time?.ventureId ?? '', time?.id ?? '', '2027-03-04');

    expect(told.sessionsLeft.map(({ id }) => id)).toEqual([after.id]);
    expect(told.affectedSessions.map(({ id }) => id)).toEqual([paid.id, without.id]);
    const queries = oasis.get(SessionQueries);
    expect((await queries.one(coach, before.id)).participants).toHaveLength(2);
    expect(await queries.one(coach, after.id)).toMatchObject({ status: 'confirmed', participants: [{ id: both[1] }] });
    for (const { id } of [paid, without]) {
      expect(await queries.one(coach, id)).toMatchObject({ status: 'cancelled', because: 'team_left' });
    }
    const leaves = await db.read(
      `select subject_id as id, facts ->> 'personId' as who, facts ->> 'because' as because
       from audit_event where action = 'coaching_session.leave' and subject_id = any ($1)`,
      [[before.id, after.id]],
    );
    expect(leaves).toEqual([{ id: after.id, who: both[0], because: 'entrepreneur' }]);
  });

  it('comes together, and the membership of whoever books pays', async () => {
    const { lead, member } = await aTeam();
    const outsider = await aFounder(db, siteId, 300);
    const shared = await anAssignment(db, siteId, lead, coach);
    const both = [lead.actor.personId, member.actor.personId];
    const team = wish({ type: 'team', assignmentId: shared, participants: both, end: undefined });
    const session = await booking.book(member.actor, team);
    expect(session.participants.map(({ id }) => id).sort()).toEqual([...both].sort());
    expect(session).toMatchObject({ membershipId: member.membershipId, end: '2027-03-04T09:30:00Z' });
    expect(await balance(member)).toEqual([300, 0, 90, 210]);
    expect(await balance(lead)).toEqual([300, 0, 0, 300]);
    const alien = { ...team, start: at('14:00'), participants: [...both, outsider.actor.personId] };
    expect(await codes(booking.book(lead.actor, alien))).toEqual(['session_participants']);
  });
});

describe('a membership that pauses or ends', () => {
  it('takes its sessions with it, tells them beforehand, and charges nobody', async () => {
    const manager = await aManager(db, siteId);
    const near = await booking.book(aino.actor, wish());
    const far = await booking.book(aino.actor, wish({ start: at('10:00', '2027-03-20'), end: undefined }));
    await db.read(
      `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at)
       values ($1, $2, '2027-03-15', '2027-03-30', 'requested', $3)`,
      [newId(), aino.membershipId, now],
    );
    const pauses = oasis.get(PauseStoryService);
    const preview = await pauses.previewApproval(manager, aino.membershipId);
    expect(preview.affectedSessions).toMatchObject([{ id: far.id, coachId: coach.personId }]);
    expect(await taken(far.id)).toHaveLength(3);
    expect((await pauses.approve(manager, aino.membershipId)).affectedSessions).toEqual(preview.affectedSessions);
    expect(await taken(far.id)).toEqual([]);
    expect(await taken(near.id)).toHaveLength(3);
    const ended = await oasis.get(MembershipEndService).end(manager, aino.membershipId, { reason: 'resigned' });
    expect(ended.affectedSessions.map(({ id }) => id)).toEqual([near.id]);
    expect(await oasis.get(SessionQueries).one(coach, near.id)).toMatchObject({
      status: 'cancelled',
      late: false,
      reason: null,
      because: 'membership_ended',
      allowance: { amount: 0 },
    });
    expect(await taken(near.id)).toEqual([]);
  });
});
