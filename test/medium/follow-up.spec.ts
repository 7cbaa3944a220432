import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { SessionLifeService } from '../../src/coaching/sessions/session-life.service';
import { SessionQueries } from '../../src/coaching/sessions/session.queries';
import { ActionItemService } from '../../src/coaching/follow-up/action-item.service';
import { FeedbackService } from '../../src/coaching/follow-up/feedback.service';
import { GoalQueries } from '../../src/coaching/follow-up/goal.queries';
import { GoalService } from '../../src/coaching/follow-up/goal.service';
import { NoteQueries } from '../../src/coaching/follow-up/note.queries';
import { NoteService } from '../../src/coaching/follow-up/note.service';
import { RecordQueries } from '../../src/coaching/follow-up/record.queries';
import { markdownOf } from '../../src/coaching/follow-up/record.view';
import { RetentionTicks } from '../../src/lifecycle/retention.ticks';
import { Actor } from '../../src/kernel/actor';
import { Database } from '../../src/platform/database/database';
import { aFounder, anAssignment, aSessionCoach, Founder } from '../support/coaching-sessions';
import { codes } from '../support/codes';
import { aManager, aPerson, aSite } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2).
const now = new Date('2027-03-02T06:00:00Z');
const day = 24 * 60;

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let notes: NoteService;
let goals: GoalService;
let items: ActionItemService;
let siteId: string;
let coach: Actor;
let aino: Founder;
let assignmentId: string;
let sessionId: string;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  notes = oasis.get(NoteService);
  goals = oasis.get(GoalService);
  items = oasis.get(ActionItemService);
});
afterAll(() => oasis.stop());

beforeEach(async () => {
  clock.set(now);
  siteId = (await aSite(db)).id;
  coach = await aSessionCoach(db, siteId);
  aino = await aFounder(db, siteId);
  assignmentId = await anAssignment(db, siteId, aino, coach);
  const start = new Date('2027-03-03T08:00:00Z');
  const session = await oasis
    .get(SessionBookingService)
    .book(aino.actor, { type: 'one_to_one', assignmentId, start, mode: 'remote', topic: 'Pricing' });
  sessionId = session.id;
});

const texts = async (actor: Actor) =>
  (await oasis.get(NoteQueries).ofSession(actor, sessionId)).items.map(({ text }) => text);

/** Ends the assignment now. */
const endAssignment = () =>
  db.read(`update coaching_assignment set status = 'completed', ended_at = $2 where id = $1`, [
    assignmentId,
    clock.now(),
  ]);

async function close(): Promise<void> {
  clock.set('2027-03-03T09:00:00Z');
  await oasis.get(SessionLifeService).close(coach, sessionId, {
    attendance: [{ personId: aino.actor.personId, attendance: 'present' }],
    heldMinutes: 60,
  });
}

describe('notes', () => {
  it('are for oneself or for all who took part', async () => {
    await notes.write(coach, sessionId, { visibility: 'private', text: 'Mine' });
    await notes.write(coach, sessionId, { visibility: 'shared', text: 'Ours' });
    await notes.write(aino.actor, sessionId, { visibility: 'private', text: 'Hers' });
    expect(await texts(coach)).toEqual(['Mine', 'Ours']);
    expect(await texts(aino.actor)).toEqual(['Ours', 'Hers']);
    for (const other of [
      await aManager(db, siteId),
      await aPerson(db, 'administrator'),
      await aSessionCoach(db, siteId),
    ]) {
      expect(await codes(texts(other))).toEqual(['missing']);
      expect(await codes(notes.write(other, sessionId, { visibility: 'shared', text: 'x' }))).toEqual(['missing']);
    }
  });

  it('can be shared later, and not taken back', async () => {
    const note = await notes.write(coach, sessionId, { visibility: 'private', text: 'First thoughts' });
    const changed = await notes.change(coach, note.id, { text: 'Second thoughts' }, 1);
    expect(changed).toMatchObject({ version: 2, visibility: 'private', sharedAt: null });
    expect(await codes(notes.change(coach, note.id, { visibility: 'shared' }, 1))).toEqual(['stale']);
    expect(await codes(notes.change(aino.actor, note.id, { visibility: 'shared' }, 'any'))).toEqual(['missing']);
    expect(await notes.change(coach, note.id, { visibility: 'shared' }, 2)).toMatchObject({
      sharedAt: '2027-03-02T06:00:00Z',
    });
    expect(await texts(aino.actor)).toEqual(['Second thoughts']);
    expect(await codes(notes.change(coach, note.id, { visibility: 'private' }, 3))).toEqual(['note_visibility']);
    expect(await codes(notes.remove(coach, note.id))).toEqual(['note_shared']);
    // The database says so, too, should the rule be forgotten.
    await expect(db.read(`update session_note set visibility = 'private' where id = $1`, [note.id])).rejects.toThrow(
      'note_visibility',
    );
  });

  it('are one for one key, and their words are not kept with it', async () => {
    const key = { key: 'note', hash: Buffer.from('a') };
    const write = () => notes.write(coach, sessionId, { visibility: 'private', text: 'Once' }, key);
    const [first, second] = await Promise.all([write(), write()]);
    expect(second.id).toBe(first.id);
    expect(await db.read('select response from idempotency_key where person_id = $1', [coach.personId])).toEqual([
      { response: { id: first.id } },
    ]);
  });

  it('are taken away by their author, opened or not', async () => {
    const note = await notes.write(coach, sessionId, { visibility: 'private', text: 'Gone' });
    const why = 'A court has asked for it in writing.';
    expect(await codes(notes.open(aino.actor, note.id, why))).toEqual(['role_required']);
    await notes.open(await aPerson(db, 'administrator'), note.id, why);
    await notes.remove(coach, note.id);
    expect(await texts(coach)).toEqual([]);
    const trail = await db.read<{ action: string }>(
      'select action from audit_event where subject_id = $1 order by at, id',
      [note.id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'session_note.write',
      'session_note.open',
      'session_note.remove',
    ]);
  });

  it('leave the coach thirty days after the assignment, and never the founder', async () => {
    await notes.write(aino.actor, sessionId, { visibility: 'shared', text: 'What I learned' });
    await notes.write(coach, sessionId, { visibility: 'private', text: 'Mine' });
    await endAssignment();
    clock.advance(30 * day - 1);
    expect(await texts(coach)).toEqual(['What I learned', 'Mine']);
    clock.advance(1);
    expect(await texts(coach)).toEqual(['Mine']);
    expect(await texts(aino.actor)).toEqual(['What I learned']);
  });
});

describe('goals and action items', () => {
  it('are set by founder and coach, and read by nobody else', async () => {
    const goal = await goals.add(aino.actor, {
      membershipId: aino.membershipId,
      title: 'Ten customers',
      dueOn: '2027-06-01',
    });
    expect(goal).toMatchObject({
      entrepreneurId: aino.actor.personId,
      status: 'open',
      dueOn: '2027-06-01',
      version: 1,
    });
    const item = await items.add(coach, { sessionId, goalId: goal.id, title: 'Call five shops', dueOn: '2027-03-10' });
    expect(item).toMatchObject({
      membershipId: aino.membershipId,
      sessionId,
      assigneeId: aino.actor.personId,
      status: 'open',
    });
    expect(await goals.change(coach, goal.id, { status: 'reached' }, 1)).toMatchObject({
      status: 'reached',
      version: 2,
    });
    expect(await codes(goals.change(aino.actor, goal.id, { title: 'x' }, 1))).toEqual(['stale']);
    expect(await items.change(aino.actor, item.id, { status: 'done' }, 1)).toMatchObject({
      doneAt: '2027-03-02T06:00:00Z',
    });
    expect(await items.change(aino.actor, item.id, { status: 'open', dueOn: null }, 2)).toMatchObject({
      doneAt: null,
      dueOn: null,
    });
    const strangers = [await aManager(db, siteId), await aPerson(db, 'administrator'), await aSessionCoach(db, siteId)];
    for (const other of [...strangers, (await aFounder(db, siteId)).actor]) {
      expect((await oasis.get(GoalQueries).goals(other, {})).items).toEqual([]);
      expect((await oasis.get(GoalQueries).items(other, {})).items).toEqual([]);
      expect(await codes(goals.change(other, goal.id, { title: 'x' }, 'any'))).toEqual(['missing']);
      expect(await codes(items.change(other, item.id, { status: 'done' }, 'any'))).toEqual(['missing']);
      expect(await codes(goals.add(other, { membershipId: aino.membershipId, title: 'x' }))).toEqual(['missing']);
    }
  });

  it('stay within one record', async () => {
    const boris = await aFounder(db, siteId);
    const foreign = await goals.add(boris.actor, { membershipId: boris.membershipId, title: 'Another' });
    const wanted = { membershipId: aino.membershipId, title: 'x' };
    expect(await codes(items.add(aino.actor, { ...wanted, goalId: foreign.id }))).toEqual(['missing']);
    expect(await codes(items.add(aino.actor, { ...wanted, assigneeId: boris.actor.personId }))).toEqual(['missing']);
    expect(await codes(items.add(boris.actor, { membershipId: boris.membershipId, sessionId, title: 'x' }))).toEqual([
      'missing',
    ]);
    expect(await codes(items.add(aino.actor, { title: 'x' }))).toEqual(['malformed']);
    expect(await items.add(aino.actor, { ...wanted, assigneeId: coach.personId })).toMatchObject({
      assigneeId: coach.personId,
    });
  });

  it('are read by a coach until thirty days after the assignment, and changed no longer than it lasts', async () => {
    const goal = await goals.add(coach, { membershipId: aino.membershipId, title: 'Ten customers' });
    await endAssignment();
    expect(await codes(goals.change(coach, goal.id, { title: 'x' }, 1))).toEqual(['missing']);
    clock.advance(30 * day - 1);
    expect((await oasis.get(GoalQueries).goals(coach, {})).items).toHaveLength(1);
    clock.advance(1);
    expect((await oasis.get(GoalQueries).goals(coach, {})).items).toEqual([]);
    expect((await oasis.get(GoalQueries).goals(aino.actor, {})).items).toHaveLength(1);
  });
});

describe('feedback', () => {
  it('is told once, by founders, after closing, and read by whoever told it', async () => {
    const feedback = oasis.get(FeedbackService);
    expect(await codes(feedback.give(aino.actor, sessionId, { rating: 5 }))).toEqual(['session_state']);
    await close();
    expect(await codes(feedback.give(coach, sessionId, { rating: 5 }))).toEqual(['missing']);
    expect((await oasis.get(SessionQueries).one(aino.actor, sessionId)).feedbackGiven).toBe(false);
    const attempts = await Promise.all(
      Array.from({ length: 5 }, () => codes(feedback.give(aino.actor, sessionId, { rating: 5, text: 'Clear' }))),
    );
    expect(attempts.map((one) => one.join()).sort()).toEqual(['', ...Array<string>(4).fill('feedback_once')]);
    expect(await feedback.own(aino.actor, sessionId)).toMatchObject({ rating: 5, text: 'Clear' });
    const shown = async (actor: Actor) => (await oasis.get(SessionQueries).one(actor, sessionId)).feedbackGiven;
    expect([await shown(aino.actor), await shown(coach)]).toEqual([true, false]);
    expect(await codes(feedback.own(coach, sessionId))).toEqual(['missing']);
  });
});

describe('the record', () => {
  it('is the founder’s to take along: all that is theirs, and no private word of the coach', async () => {
    await close();
    await goals.add(aino.actor, { membershipId: aino.membershipId, title: 'Ten customers', dueOn: '2027-06-01' });
    await items.add(coach, { sessionId, title: 'Call five shops\n# not a heading' });
    await notes.write(coach, sessionId, { visibility: 'private', text: 'Not yours' });
    await notes.write(coach, sessionId, { visibility: 'shared', text: 'Yours\n# still a quote' });
    await oasis.get(FeedbackService).give(aino.actor, sessionId, { rating: 4 });
    const record = await oasis.get(RecordQueries).own(aino.actor);
    expect(record).toMatchObject({
      sessions: [{ id: sessionId, heldMinutes: 60 }],
      notes: [{ text: 'Yours\n# still a quote' }],
      goals: [{ title: 'Ten customers' }],
      actionItems: [{ sessionId }],
      feedback: [{ rating: 4 }],
    });
    const page = markdownOf(record);
    expect(page).toContain('- Ten customers (open, by 2027-06-01)');
    expect(page).toContain('- [ ] Call five shops # not a heading (Aino Example)');
    expect(page).toContain('> # still a quote');
    expect(page).not.toContain('Not yours');
  });
});

describe('retention', () => {
  it('forgets private notes half a year after the assignment, and the rest two years after the membership', async () => {
    await close();
    await notes.write(coach, sessionId, { visibility: 'private', text: 'Mine' });
    await notes.write(coach, sessionId, { visibility: 'shared', text: 'Ours' });
    const goal = await goals.add(aino.actor, { membershipId: aino.membershipId, title: 'Ten customers' });
    await items.add(coach, { sessionId, goalId: goal.id, title: 'Call' });
    const left = async () => {
      const [row] = await db.read<Record<string, number>>(
        `select (select count(*)::int from session_note where session_id = $1 and visibility = 'private') as private,
                (select count(*)::int from session_note where session_id = $1 and visibility = 'shared') as shared,
                (select count(*)::int from coaching_goal where membership_id = $2) as goals,
                (select count(*)::int from action_item where membership_id = $2) as items`,
        [sessionId, aino.membershipId],
      );
      return row;
    };
    const forget = async (date: string) => {
      clock.set(`${date}T12:00:00Z`);
      await oasis.get(RetentionTicks).forget(clock.now());
    };
    await forget('2030-01-01');
    expect(await left()).toEqual({ private: 1, shared: 1, goals: 1, items: 1 });
    clock.set('2030-01-01T12:00:00Z');
    await endAssignment();
    await db.read(
      `update membership set status = 'ended', end_reason = 'graduated', ended_at = $2, ends_on = '2030-01-01' where id = $1`,
      [aino.membershipId, clock.now()],
    );
    await forget('2030-06-30');
    expect(await left()).toEqual({ private: 1, shared: 1, goals: 1, items: 1 });
    await forget('2030-07-02');
    expect(await left()).toEqual({ private: 0, shared: 1, goals: 1, items: 1 });
    await forget('2031-12-31');
    expect(await left()).toEqual({ private: 0, shared: 1, goals: 1, items: 1 });
    await forget('2032-01-02');
    expect(await left()).toEqual({ private: 0, shared: 0, goals: 0, items: 0 });
    expect(await db.read('select brief, topic from coaching_session where id = $1', [sessionId])).toEqual([
      { brief: '', topic: '' },
    ]);
  });
});
