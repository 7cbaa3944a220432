import ICAL from 'ical.js';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { aManager, aMembership, aPlan, aResource, aSite } from '../support/house';
import { Listener } from '../support/told';

const longAgo = '2027-01-01T00:00:00Z';

/** What coaches, founders and managers are told about coaching. The site's clock is that of Helsinki, two hours ahead of UTC. */
describe('the messages of coaching', () => {
  let listener: Listener;
  let site: string;
  let coach: Actor;
  let founder: Actor;
  let membership: string;
  let room: string;

  beforeAll(async () => {
    listener = await Listener.start();
  });

  beforeEach(async () => {
    listener.office.clock.set('2027-03-02T04:00:00Z');
    await listener.sql('truncate message, coaching_session, coaching_assignment, action_item cascade');
    const { database } = listener.office;
    site = (await aSite(database)).id;
    coach = await listener.person('Carl Coach', { timeZone: 'Europe/Stockholm' });
    founder = await listener.person('Fanny Founder');
    membership = await aMembership(database, site, founder.personId, await aPlan(database, site));
    room = await aResource(database, site, { kind: 'room', name: 'Room Saimaa', capacity: 4 });
    await listener.sql(
      `insert into coach_profile (person_id, time_zone, places, created_at, updated_at) values ($1, 'Europe/Stockholm', 5, $2, $2)`,
      [coach.personId, longAgo],
    );
  });

  afterAll(async () => {
    await listener?.stop();
  });

  async function assignment(values: Record<string, unknown> = {}): Promise<string> {
    return listener.row('coaching_assignment', {
      site_id: site,
      membership_id: membership,
      entrepreneur_id: founder.personId,
      coach_id: coach.personId,
      kind: 'lead',
      weight: 1,
      status: 'offered',
      offered_at: listener.now,
      answer_by: '2027-03-05T14:00:00Z',
      created_at: listener.now,
      updated_at: listener.now,
      ...values,
    });
  }

  async function meeting(values: Record<string, unknown> = {}, others: Actor[] = []): Promise<string> {
    const id = await listener.row('coaching_session', {
      site_id: site,
      type: 'one_to_one',
      coach_id: coach.personId,
      membership_id: membership,
      mode: 'on_site',
      room_id: room,
      topic: 'Pricing',
      starts_at: '2027-03-04T08:00:00Z',
      ends_at: '2027-03-04T09:00:00Z',
      status: 'confirmed',
      created_at: longAgo,
      updated_at: longAgo,
      ...values,
    });
    for (const { personId } of [founder, ...others]) {
      await listener.sql('insert into session_participant (session_id, person_id) values ($1, $2)', [id, personId]);
    }
    return id;
  }

  const change = (table: string, id: string, assignments: string, more: unknown[] = []): Promise<object[]> =>
    listener.sql(`update ${table} set ${assignments}, updated_at = $2 where id = $1`, [id, listener.now, ...more]);

  async function moved(id: string, from: string, to: string): Promise<void> {
    await change('coaching_session', id, 'starts_at = $3, ends_at = $4, version = version + 1', [from, to]);
    const facts = { from: { start: 1 }, to: { start: 2 } };
    await listener.row('audit_event', {
      at: listener.now,
      site_id: site,
      action: 'coaching_session.move',
      subject_id: id,
      facts,
    });
  }

  const file = (actor: Actor): { method: string | undefined; uid: string; sequence: number; summary: string } => {
    const [text = ''] = listener.lastFiles(actor);
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!);
    const { uid, sequence, summary } = event;
    return { method: /METHOD:(\w+)/.exec(text)?.[1], uid, sequence, summary };
  };

  describe('about who coaches whom', () => {
    it('ask the coach, and once more a day before the time is over', async () => {
      await assignment();
      await listener.at();
      await listener.at();
      expect(listener.subjects(coach)).toEqual(['Would you coach Fanny Founder?']);
      expect(listener.lastText(coach)).toContain('5 March 2027, 16:00 (Europe/Helsinki)');
      await listener.at('2027-03-04T13:59:00Z');
      expect(await listener.told('coach_answer_due', coach)).toEqual([]);
      await listener.at('2027-03-04T14:00:00Z');
      expect(await listener.told('coach_answer_due', coach)).toHaveLength(2);
      expect(listener.subjects(founder)).toEqual([]);
    });

    it('are not sent to who has answered meanwhile', async () => {
      const id = await assignment();
      await listener.office.ticks.planAgain(listener.now);
      await change('coaching_assignment', id, `status = 'declined', reason = 'No time', answered_at = $2`);
      await listener.office.sweep(new Date(listener.now.getTime() + 5_000));
      expect((await listener.told('coach_asked', coach)).map(({ status, reason }) => [status, reason])).toEqual([
        ['void', 'the assignment is declined'],
        ['void', 'the assignment is declined'],
      ]);
    });

    it('tell the founder of the coach, and managers of the answer', async () => {
      const manager = await aManager(listener.office.database, site);
      const id = await assignment();
      await change('coaching_assignment', id, `status = 'active', answered_at = $2`);
      await listener.at();
      expect(listener.subjects(founder)).toEqual(['Your coach is Carl Coach']);
      expect(listener.subjects(manager)).toEqual(['Carl Coach coaches Fanny Founder']);
      expect(listener.lastText(manager)).toContain(`/assignments?site=${site}\n`);
    });

    it.each([
      [`status = 'declined', reason = 'No time', answered_at = $2`, 'Carl Coach declined to coach Fanny Founder'],
      [`status = 'expired'`, 'Carl Coach did not answer about Fanny Founder'],
    ])('tell managers what became of it: %s', async (answer, subject) => {
      const manager = await aManager(listener.office.database, site);
      const id = await assignment();
      await change('coaching_assignment', id, answer);
      await listener.at();
      expect(listener.subjects(manager)).toEqual([subject]);
      expect(listener.lastText(manager)).toContain('Nobody else is on the list');
      expect(listener.subjects(founder)).toEqual([]);
    });

    it('tell both sides of the end, and nobody why', async () => {
      const id = await assignment({ status: 'active', answered_at: longAgo });
      await change('coaching_assignment', id, `status = 'ended_early', ended_at = $2, reason = 'We did not click'`);
      await listener.at();
      expect(listener.subjects(coach)).toEqual(['Your coaching of Fanny Founder has ended']);
      expect(listener.subjects(founder)).toEqual(['Your coaching with Carl Coach has ended']);
      expect(listener.lastText(founder)).not.toContain('click');
    });
  });

  describe('about meetings', () => {
    it('confirm, move and cancel for both sides, with one entry in the calendar', async () => {
      const id = await meeting({ created_at: listener.now, updated_at: listener.now });
      await listener.at();
      expect(listener.subjects(coach)[0]).toMatch(/^Meeting: Thu,? 4 Mar, Fanny Founder$/);
      expect(listener.subjects(founder)[0]).toMatch(/^Meeting: .*, Carl Coach$/);
      expect(file(coach)).toEqual({
        method: 'PUBLISH',
        uid: `${id}@business-oasis`,
        sequence: 1,
        summary: 'Pricing · Fanny Founder',
      });
      // Both clocks for the coach, whose is another; one for the founder, who has named none.
      expect(listener.lastText(coach)).toMatch(/Your time: .*09:00–10:00 \(Europe\/Stockholm\)/);
      expect(listener.lastText(founder)).not.toContain('Your time');
      listener.office.clock.advance(10);
      await moved(id, '2027-03-05T08:00:00Z', '2027-03-05T09:00:00Z');
      await listener.at();
      expect(listener.subjects(founder)[1]).toMatch(/^Moved: Fri,? 5 Mar, meeting with Carl Coach$/);
      expect(file(founder)).toMatchObject({ method: 'PUBLISH', uid: `${id}@business-oasis`, sequence: 2 });
      listener.office.clock.advance(10);
      await change(
        'coaching_session',
        id,
        `status = 'cancelled', version = version + 1, ended_at = $2, ended_by = $3, reason = 'Flu'`,
        [coach.personId],
      );
      await listener.at();
      await listener.at();
      expect(listener.lastText(coach)).toContain('You have called it off.');
      expect(listener.lastText(founder)).toContain('The other side has called it off.');
      expect(listener.lastText(founder)).toContain('Reason: Flu (Carl Coach)');
      expect(file(founder)).toMatchObject({ method: 'CANCEL', uid: `${id}@business-oasis`, sequence: 3 });
      expect(listener.subjects(founder)).toHaveLength(3);
    });

    it('say nothing new when only the topic changes, and only the last of two moves', async () => {
      const id = await meeting();
      await change('coaching_session', id, `topic = 'Prices', version = version + 1`);
      await listener.at();
      expect(listener.subjects(founder)).toEqual([]);
      await moved(id, '2027-03-05T08:00:00Z', '2027-03-05T09:00:00Z');
      listener.office.clock.advance(1);
      await moved(id, '2027-03-05T10:00:00Z', '2027-03-05T11:00:00Z');
      await listener.at();
      expect(listener.subjects(founder)).toHaveLength(1);
      expect(listener.lastText(founder)).toContain('12:00–13:00');
    });

    it('tell of all that one act cancels in one message', async () => {
      const days = ['2027-03-04', '2027-03-05', '2027-03-08'];
      const ids = [];
      for (const day of days) {
        ids.push(await meeting({ starts_at: `${day}T08:00:00Z`, ends_at: `${day}T09:00:00Z` }));
      }
      for (const id of ids) {
        await change('coaching_session', id, `status = 'cancelled', ended_at = $2, reason = 'The site is closed'`);
      }
      await listener.at();
      await listener.at();
      expect(listener.subjects(founder)).toEqual(['Cancelled: several meetings']);
      expect(listener.subjects(coach)).toEqual(['Cancelled: several meetings']);
      expect(listener.lastText(founder)).toContain('The oasis had to call it off.');
      expect(listener.lastFiles(founder)[0]!.match(/BEGIN:VEVENT/g)).toHaveLength(3);
      // When the first of them would be over, the message is still the same one.
      await listener.at('2027-03-06T08:00:00Z');
      expect(listener.subjects(founder)).toHaveLength(1);
    });

    it('say why the house calls something off, each in the language of the reader', async () => {
      const id = await meeting();
      await listener.sql(`update person set locale = 'ru' where id = $1`, [founder.personId]);
      await change('coaching_session', id, `status = 'cancelled', ended_at = $2, because = 'team_left'`);
      await listener.at();
      await listener.at();
      expect(listener.lastText(coach)).toContain('Reason: Somebody leaves the team before that day.');
      expect(listener.lastText(founder)).toContain('Причина: До этого дня один из участников уходит из команды.');
    });

    it.each([
      ['membership', /^Your membership does not cover that day\./m, /^The membership of Mia Mate does not cover/m],
      ['team', /^You are not in the team that day\./m, /^Mia Mate is not in the team that day\./m],
      [
        'entrepreneur',
        /is not in your team that day\. It takes place without you\./,
        /It takes place without Mia Mate\./,
      ],
    ])(
      'tell who takes part no more, and the coach, while the others meet all the same (%s)',
      async (because, own, of) => {
        const mate = await listener.person('Mia Mate');
        const id = await meeting({ type: 'team' }, [mate]);
        await listener.sql('delete from session_participant where session_id = $1 and person_id = $2', [
          id,
          mate.personId,
        ]);
        await listener.row('audit_event', {
          at: listener.now,
          site_id: site,
          action: 'coaching_session.leave',
          subject_id: id,
          facts: { by: 'house', personId: mate.personId, because },
        });
        await listener.at();
        await listener.at();
        expect(listener.subjects(mate)[0]).toMatch(/^Without you: Thu,? 4 Mar, meeting with Carl Coach$/);
        expect(listener.subjects(coach)[0]).toMatch(/^One fewer: Thu,? 4 Mar, without Mia Mate$/);
        expect([...listener.subjects(mate), ...listener.subjects(coach)]).toHaveLength(2);
        expect(listener.subjects(founder)).toEqual([]);
        expect(listener.lastText(mate)).toMatch(own);
        expect(listener.lastText(coach)).toMatch(of);
        expect(file(mate)).toMatchObject({ method: 'CANCEL', uid: `${id}@business-oasis` });
      },
    );

    it('ask the coach what holds when the calendar outside clashes, once for what one reading has found', async () => {
      const ids = [
        await meeting(),
        await meeting({ starts_at: '2027-03-05T08:00:00Z', ends_at: '2027-03-05T09:00:00Z' }),
      ];
      const clash = (session: string, day: string, found = listener.now) =>
        listener.row('calendar_clash', {
          coach_id: coach.personId,
          session_id: session,
          starts_at: `${day}T08:30:00Z`,
          ends_at: `${day}T10:00:00Z`,
          found_at: found,
        });
      const first = await clash(ids[0] ?? '', '2027-03-04');
      await clash(ids[1] ?? '', '2027-03-05');
      await listener.at();
      await listener.at();
      expect(listener.subjects(coach)).toEqual(['Your calendar clashes with several meetings']);
      expect(listener.lastText(coach)).toContain('/coach/profile#clashes');
      expect(listener.subjects(founder)).toEqual([]);
      // Answered before the letter leaves, there is nothing to ask.
      await listener.sql(`update calendar_clash set answer = 'keep', answered_at = $2 where id = $1`, [
        first,
        listener.now,
      ]);
      listener.office.clock.advance(60);
      const again = await clash(ids[0] ?? '', '2027-03-04', listener.now).catch(() => undefined);
      expect(again).toBeUndefined();
      await listener.sql('delete from calendar_clash');
      const late = await clash(ids[0] ?? '', '2027-03-04');
      await listener.office.ticks.planAgain(listener.now);
      await listener.sql(`update calendar_clash set answer = 'keep', answered_at = $2 where id = $1`, [
        late,
        listener.now,
      ]);
      await listener.at();
      expect(listener.subjects(coach)).toHaveLength(1);
    });

    it('tell the coach after some hours that the calendar outside cannot be read, once until it was read again', async () => {
      const fails = (failures: number, fetched = '2027-03-01T06:00:00Z') =>
        listener.sql(
          `insert into outside_calendar (coach_id, sealed_url, host, fetched_at, failure, failures, refresh_at, created_at, updated_at)
           values ($1, '', 'calendar.example', $4, 'no_answer', $2, $3, $3, $3)
           on conflict (coach_id) do update set failures = $2, fetched_at = $4, updated_at = $3`,
          [coach.personId, failures, listener.now, fetched],
        );
      await fails(2);
      await listener.at();
      expect(listener.subjects(coach)).toEqual([]);
      for (const failures of [3, 4, 5]) {
        listener.office.clock.advance(120);
        await fails(failures);
        await listener.at();
      }
      expect(listener.subjects(coach)).toEqual(['We cannot read your calendar (calendar.example)']);
      listener.office.clock.advance(120);
      await fails(3, '2027-03-02T08:00:00Z');
      await listener.at();
      expect(listener.subjects(coach)).toHaveLength(2);
      await listener.sql('delete from outside_calendar');
    });

    it('remind at six the evening before, and an hour or a chosen time ahead', async () => {
      await meeting();
      await listener.sql(
        `insert into reminder_preference (person_id, kind, minutes_before) values ($1, 'session_soon', 120)`,
        [coach.personId],
      );
      await listener.at('2027-03-03T15:59:00Z');
      expect(await listener.told('session_tomorrow', founder)).toEqual([]);
      await listener.at('2027-03-03T16:00:00Z');
      expect(await listener.told('session_tomorrow', founder)).toHaveLength(2);
      await listener.at('2027-03-04T06:00:00Z');
      expect(await listener.told('session_soon', coach)).toHaveLength(2);
      expect(await listener.told('session_soon', founder)).toEqual([]);
      await listener.at('2027-03-04T07:00:00Z');
      await listener.at('2027-03-04T07:01:00Z');
      expect(await listener.told('session_soon', founder)).toHaveLength(2);
    });

    it('remind nobody of what was cancelled a moment before', async () => {
      const id = await meeting();
      listener.office.clock.set('2027-03-04T07:00:00Z');
      await listener.office.ticks.planAgain(listener.now);
      await change('coaching_session', id, `status = 'cancelled', ended_at = $2`);
      await listener.office.sweep(new Date(listener.now.getTime() + 5_000));
      expect((await listener.told('session_soon', founder)).map(({ status }) => status)).toEqual(['void', 'void']);
      expect(listener.subjects(founder)).toEqual([]);
    });

    it('ask the coach to close an hour after, and the founders who were there how it was', async () => {
      const absent = await listener.person('Absent Founder');
      const id = await meeting({ status: 'held' }, [absent]);
      await listener.at('2027-03-04T09:59:00Z');
      expect(listener.subjects(coach)).toEqual([]);
      await listener.at('2027-03-04T10:00:00Z');
      expect(listener.subjects(coach)).toEqual([
        expect.stringMatching(/^Please close: .*, meeting with Absent Founder, Fanny/),
      ]);
      await listener.sql(
        `update session_participant set attendance = case when person_id = $2 then 'present' else 'absent' end where session_id = $1`,
        [id, founder.personId],
      );
      await change('coaching_session', id, `status = 'closed', closed_at = $2, held_minutes = 55`);
      await listener.at();
      expect(listener.subjects(founder)).toEqual(['How was your meeting with Carl Coach?']);
      expect(listener.subjects(absent)).toEqual([]);
    });

    it('do not ask who has given feedback already', async () => {
      const id = await meeting({ status: 'held' });
      await listener.sql(`update session_participant set attendance = 'late' where session_id = $1`, [id]);
      await change('coaching_session', id, `status = 'closed', closed_at = $2`);
      await listener.office.ticks.planAgain(listener.now);
      await listener.sql(`insert into session_feedback (session_id, person_id, rating, at) values ($1, $2, 5, $3)`, [
        id,
        founder.personId,
        listener.now,
      ]);
      await listener.office.sweep(new Date(listener.now.getTime() + 5_000));
      expect((await listener.told('feedback_asked', founder)).map(({ status }) => status)).toEqual(['void', 'void']);
    });
  });

  describe('about notes and tasks', () => {
    const marker = 'The founder is tired of her partner';

    async function note(visibility: 'private' | 'shared', author = coach): Promise<string> {
      const sessionId = await meeting({ status: 'closed', closed_at: longAgo });
      return listener.row('session_note', {
        session_id: sessionId,
        author_id: author.personId,
        visibility,
        text: marker,
        shared_at: visibility === 'shared' ? listener.now : null,
        created_at: listener.now,
        updated_at: listener.now,
      });
    }

    const everything = async (): Promise<string> => JSON.stringify(await listener.sql('select * from message'));

    it('say that notes were shared, never what is in them, and nothing of private ones', async () => {
      await note('private');
      await listener.at();
      expect(await listener.told('notes_shared', founder)).toEqual([]);
      await note('shared');
      await listener.at();
      expect(listener.subjects(founder)).toEqual(['Notes of your meeting with Carl Coach']);
      expect(listener.subjects(coach)).toEqual([]);
      expect(listener.lastText(founder)).not.toContain(marker);
      expect(await everything()).not.toContain(marker);
    });

    it('tell author and founder of each time that a private note was opened, whatever they have chosen', async () => {
      const administrator = await listener.person('Ada Administrator');
      const noteId = await note('private');
      await listener.sql(
        `insert into reminder_preference (person_id, kind, mail, app) values ($1, 'note_opened', false, false)`,
        [coach.personId],
      );
      for (let time = 0; time < 2; time++) {
        const reason = 'The police asks about a threat';
        await listener.row('note_opening', {
          note_id: noteId,
          opened_by: administrator.personId,
          reason,
          at: listener.now,
        });
        await listener.at();
        listener.office.clock.advance(1);
      }
      expect(listener.subjects(coach)).toEqual(['A private note was opened', 'A private note was opened']);
      expect(listener.subjects(founder)).toHaveLength(2);
      expect(listener.lastText(founder)).toContain('Opened by: Ada Administrator');
      expect(listener.lastText(founder)).toContain('Reason: The police asks about a threat');
      expect(await everything()).not.toContain(marker);
    });

    async function task(title: string, dueOn: string, status = 'open'): Promise<string> {
      return listener.row('action_item', {
        membership_id: membership,
        assignee_id: founder.personId,
        title,
        due_on: dueOn,
        status,
        done_at: status === 'done' ? longAgo : null,
        created_by: coach.personId,
        created_at: longAgo,
        updated_at: longAgo,
      });
    }

    it('tell of all tasks of a morning in one message, on the day and 3, 7 and 14 days after', async () => {
      await task('Call ten customers', '2027-03-05');
      await task('Write the pitch', '2027-03-05');
      await task('Sleep', '2027-03-05', 'done');
      const mornings: string[] = [];
      for (let day = 3; day < 25; day++) {
        const before = listener.subjects(founder).length;
        await listener.at(new Date(Date.UTC(2027, 2, day, 7, 0)).toISOString());
        if (listener.subjects(founder).length > before) mornings.push(listener.now.toISOString().slice(0, 10));
      }
      expect(mornings).toEqual(['2027-03-05', '2027-03-08', '2027-03-12', '2027-03-19']);
      expect(listener.subjects(founder)).toHaveLength(4);
      expect(listener.lastText(founder)).toContain('Write the pitch');
      expect(listener.lastText(founder)).not.toContain('Sleep');
    }, 30_000);

    it('make up for a morning that nobody saw', async () => {
      await task('Call ten customers', '2027-03-05');
      await listener.at('2027-03-04T08:00:00Z');
      await listener.at('2027-03-06T08:00:00Z');
      expect(listener.subjects(founder)).toEqual(['Your task is due']);
      await listener.at('2027-03-07T08:00:00Z');
      expect(listener.subjects(founder)).toHaveLength(1);
    });
  });

  it.each([
    ['fi', 'Tapaaminen: to 4.3., Carl Coach', 'Kenen kanssa: Carl Coach'],
    ['sv', 'Möte: tors 4 mars, Carl Coach', 'Med: Carl Coach'],
    ['ru', 'Встреча: чт, 4 марта, Carl Coach', 'С кем: Carl Coach'],
  ])('speak the language of their reader (%s)', async (locale, subject, line) => {
    await listener.sql('update person set locale = $2 where id = $1', [founder.personId, locale]);
    await meeting({ id: newId(), created_at: listener.now, updated_at: listener.now });
    await listener.at();
    expect(listener.subjects(founder)[0]).toContain(subject);
    expect(listener.lastText(founder)).toContain(line);
  });
});
