import ICAL from 'ical.js';
import { accountChanges } from '../../src/access/account-notice.entity';
import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { rereadWith } from '../../src/reminders/kind';
import { kinds } from '../../src/reminders/kinds';
import { aManager, aMembership, aPerson, aPlan, aResource, aSite } from '../support/house';
import { openPostOffice, PostOffice } from '../support/post-office';
import { SmtpSink } from '../support/smtp';

interface Told {
  kind: string;
  channel: string;
  status: string;
  reason: string | null;
  sentAt: Date | null;
}

/** What is told of itself, when, and to whom; the house runs on a clock that specs move minute by minute. */
describe('the kinds of messages', () => {
  let sink: SmtpSink;
  let office: PostOffice;
  let site: string;
  let person: Actor;

  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });

  beforeEach(async () => {
    office.clock.set('2027-03-02T06:00:00Z');
    await office.database.read('delete from message');
    await office.database.read(`update booking set status = 'completed', updated_at = '2020-01-01'`);
    await office.database.read(`update application set status = 'withdrawn', updated_at = '2020-01-01'`);
    await office.database.read(`delete from pause`);
    await office.database.read(`delete from membership_term`);
    await office.database.read(`delete from membership`);
    site = (await aSite(office.database)).id;
    person = await aPerson(office.database);
  });

  afterAll(async () => {
    await office?.stop();
    await sink?.close();
  });

  const sql = (text: string, parameters: unknown[] = []): Promise<unknown> => office.database.read(text, parameters);

  /** What the timetable does at an instant. */
  async function tick(): Promise<void> {
    await office.ticks.planAgain(office.clock.now());
    office.clock.advance(0.05);
    await office.sweep();
    office.clock.advance(-0.05);
  }

  async function at(instant: string): Promise<void> {
    office.clock.set(instant);
    await tick();
  }

  const told = (kind: string, personId = person.personId): Promise<Told[]> =>
    office.database.read<Told>(
      `select kind, channel, status, reason, sent_at as "sentAt" from message
       where kind = $1 and person_id = $2 order by sent_at, channel`,
      [kind, personId],
    );

  const mails = (personId = person.personId): string[] =>
    sink.to(`${personId}@people.example`).map(({ mail }) => mail.subject ?? '');

  async function booked(from: string, to: string, options: { status?: string; site?: string } = {}): Promise<string> {
    const id = newId();
    const where = options.site ?? site;
    const longAgo = new Date('2027-01-01T00:00:00Z');
    await sql(
      `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [
        id,
        where,
        await aResource(office.database, where),
        person.personId,
        from,
        to,
        options.status ?? 'confirmed',
        longAgo,
      ],
    );
    return id;
  }

  async function moved(id: string, from: string, to: string): Promise<void> {
    const now = office.clock.now();
    await sql(`update booking set starts_at = $2, ends_at = $3, version = version + 1, updated_at = $4 where id = $1`, [
      id,
      from,
      to,
      now,
    ]);
    await sql(
      `insert into audit_event (id, at, site_id, action, subject_id, facts)
       values ($1, $2, $3, 'booking.change', $4, '{"from": {"start": 1}, "to": {"start": 2}}')`,
      [newId(), now, site, id],
    );
  }

  async function membership(options: Parameters<typeof aMembership>[4] = {}): Promise<string> {
    return aMembership(office.database, site, person.personId, await aPlan(office.database, site), options);
  }

  it('each know their questions', async () => {
    for (const { facts, reread } of kinds) {
      const now = office.clock.now();
      await office.database.read(facts, facts.includes('$2') ? [now, now] : [now]);
      await office.database.read(
        reread,
        rereadWith(
          { reread },
          { subjectId: newId(), occasion: reread.includes('$3::date') ? '2027-03-02' : '1', personId: newId() },
          now,
        ),
      );
    }
  });

  it('tell at once of every change of an account, by mail and in the application', async () => {
    office.clock.set('2027-03-02T06:00:00Z');
    for (const what of accountChanges)
      await sql('insert into account_notice (id, person_id, what, at) values ($1, $2, $3, $4)', [
        newId(),
        person.personId,
        what,
        office.clock.now(),
      ]);
    await at('2027-03-02T06:00:01Z');
    await at('2027-03-02T06:00:02Z');
    const sent = (await told('account_changed')).filter(({ status }) => status === 'sent');
    expect(sent.map(({ channel }) => channel).sort()).toEqual([
      ...accountChanges.map(() => 'app'),
      ...accountChanges.map(() => 'mail'),
    ]);
    expect(new Set(mails()).size).toBe(accountChanges.length);
  });

  describe('of bookings', () => {
    it('remind at six the evening before and half an hour ahead, once each', async () => {
      await booked('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z');
      await at('2027-03-03T15:59:00Z');
      expect(await told('booking_tomorrow')).toEqual([]);
      await at('2027-03-03T16:00:00Z');
      await at('2027-03-03T16:30:00Z');
      expect((await told('booking_tomorrow')).map(({ channel, status }) => [channel, status])).toEqual([
        ['app', 'sent'],
        ['mail', 'sent'],
      ]);
      await at('2027-03-04T07:29:00Z');
      expect(await told('booking_soon')).toEqual([]);
      await at('2027-03-04T07:30:00Z');
      await at('2027-03-04T07:31:00Z');
      expect(await told('booking_soon')).toHaveLength(2);
      expect(mails()).toHaveLength(2);
    });

    it('stand in the ledger a moment before they are due, and are neither sent nor shown before', async () => {
      await booked('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z');
      const statuses = async () => (await told('booking_soon')).map(({ status }) => status);
      const look = async (instant: string) => {
        office.clock.set(instant);
        await office.ticks.plan(office.clock.now());
        const ids = await office.database.read<{ id: string }>(`select id from message where kind = 'booking_soon'`);
        await Promise.all(ids.map(({ id }) => office.sender.send(id)));
        await office.ticks.show(office.clock.now());
      };
      await look('2027-03-04T07:29:56Z');
      expect(await statuses()).toEqual([]);
      await look('2027-03-04T07:29:59.999Z');
      expect(await statuses()).toEqual(['pending', 'pending']);
      await look('2027-03-04T07:30:00Z');
      expect(await statuses()).toEqual(['sent', 'sent']);
    });

    it('remind anew when the booking has moved, and not of what was cancelled', async () => {
      const id = await booked('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z');
      const other = await booked('2027-03-04T11:00:00Z', '2027-03-04T12:00:00Z');
      await at('2027-03-04T07:30:00Z');
      await moved(id, '2027-03-04T10:00:00Z', '2027-03-04T11:00:00Z');
      await sql(`update booking set status = 'cancelled', ended_by = $2 where id = $1`, [other, person.personId]);
      await at('2027-03-04T09:30:00Z');
      await at('2027-03-04T10:30:00Z');
      expect((await told('booking_soon')).filter(({ channel }) => channel === 'app')).toHaveLength(2);
    });

    it('tell of the end in the application only', async () => {
      await booked('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z', { status: 'checked_in' });
      await at('2027-03-04T09:44:00Z');
      expect(await told('booking_ending')).toEqual([]);
      await at('2027-03-04T09:45:00Z');
      expect(await told('booking_ending')).toMatchObject([{ channel: 'app', status: 'sent' }]);
    });

    it('tell of many changes within a minute in one message', async () => {
      const ids = [
        await booked('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z'),
        await booked('2027-03-05T08:00:00Z', '2027-03-05T10:00:00Z'),
        await booked('2027-03-06T08:00:00Z', '2027-03-06T10:00:00Z'),
      ];
      for (const [index, id] of ids.entries()) {
        await moved(id, `2027-03-1${index}T08:00:00Z`, `2027-03-1${index}T09:00:00Z`);
        await tick();
        office.clock.advance(0.2);
      }
      expect(mails()).toEqual([]);
      await at('2027-03-02T06:01:00Z');
      expect(mails()).toEqual(['Changed: several bookings']);
      await at('2027-03-02T06:05:00Z');
      await moved(ids[0]!, '2027-03-15T08:00:00Z', '2027-03-15T09:00:00Z');
      await at('2027-03-02T06:06:00Z');
      expect(mails()).toHaveLength(2);
      expect(mails()[1]).toMatch(/^Changed: Mon,? 15 Mar, desk /);
    });

    it('bring a file for the calendar, of the same UID for the life of the booking', async () => {
      const id = await booked('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z');
      await sql('update booking set created_at = $2, updated_at = $2 where id = $1', [id, office.clock.now()]);
      await tick();
      await moved(id, '2027-03-05T08:00:00Z', '2027-03-05T10:00:00Z');
      await at('2027-03-02T06:01:00Z');
      await sql(`update booking set status = 'cancelled', version = version + 1, updated_at = $2 where id = $1`, [
        id,
        office.clock.now(),
      ]);
      await tick();
      const files = sink.to(`${person.personId}@people.example`).map(({ mail }) => {
        const [file] = mail.attachments;
        const text = new TextDecoder().decode(file?.content as ArrayBuffer);
        const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!;
        const { uid, sequence } = new ICAL.Event(event);
        expect(event.getFirstPropertyValue('organizer')).toBe('mailto:no-reply@oasis.example');
        return [file?.mimeType, /METHOD:(\w+)/.exec(text)?.[1], uid, sequence];
      });
      expect(files).toEqual([
        ['text/calendar', 'PUBLISH', `${id}@business-oasis`, 1],
        ['text/calendar', 'PUBLISH', `${id}@business-oasis`, 2],
        ['text/calendar', 'CANCEL', `${id}@business-oasis`, 3],
      ]);
    });

    it('tell who did not come that the place was given away', async () => {
      const id = await booked('2027-03-02T05:00:00Z', '2027-03-02T05:30:00Z', { status: 'no_show' });
      await sql('update booking set updated_at = $2 where id = $1', [id, office.clock.now()]);
      await tick();
      expect(mails()[0]).toMatch(/^Given back: /);
    });
  });

  describe('and the clock', () => {
    it.each([
      ['the night that lacks an hour', '2027-03-29T06:00:00Z', '2027-03-28T15:00:00Z'],
      ['the night that has an hour more', '2027-10-31T10:00:00Z', '2027-10-30T15:00:00Z'],
      ['the day after it', '2027-11-01T10:00:00Z', '2027-10-31T16:00:00Z'],
    ])('are right at %s', async (_, starts, evening) => {
      await booked(starts, new Date(new Date(starts).getTime() + 3_600_000).toISOString());
      await at(new Date(new Date(evening).getTime() - 60_000).toISOString());
      expect(await told('booking_tomorrow')).toEqual([]);
      await at(evening);
      expect(await told('booking_tomorrow')).toHaveLength(2);
    });

    it('lose nothing and say nothing twice when it is set back and forth by an hour', async () => {
      // No jump leaps over a beginning: a reminder of what has begun would help nobody.
      for (const hour of ['08', '10', '12', '14', '16']) {
        await booked(`2027-03-04T${hour}:10:00Z`, `2027-03-04T${hour}:50:00Z`);
      }
      office.clock.set('2027-03-04T07:00:00Z');
      const jumps = new Map([
        [100, 60],
        [130, -60],
        [220, 60],
        [300, -60],
      ]);
      for (let minute = 0; minute < 720; minute += 5) {
        office.clock.advance(5 + (jumps.get(minute) ?? 0));
        await tick();
      }
      const app = (await told('booking_soon')).filter(({ channel }) => channel === 'app');
      expect(app).toHaveLength(5);
      expect(app.filter(({ status }) => status !== 'sent')).toEqual([]);
      expect(mails().filter((subject) => subject.startsWith('Soon'))).toHaveLength(5);
    }, 60_000);
  });

  describe('of applications', () => {
    async function application(status: string, more: Record<string, unknown> = {}): Promise<string> {
      const id = newId();
      const now = office.clock.now();
      const row = {
        submitted_at: now,
        notified_at: null,
        decision_reason: null,
        return_reason: null,
        return_deadline: null,
        ...more,
      };
      await sql(
        `insert into application (id, site_id, person_id, status, no_own_office, created_at, updated_at, ${Object.keys(row).join(', ')})
         values ($1, $2, $3, $4, true, $5, $5, $6, $7, $8, $9, $10)`,
        [id, site, person.personId, status, now, ...Object.values(row)],
      );
      return id;
    }

    it('tell of receipt, return and decision, the last when the applicant is to know', async () => {
      const id = await application('submitted');
      await tick();
      await tick();
      const now = office.clock.now();
      await sql(
        `update application set status = 'returned', return_reason = 'Whose idea is it?', return_deadline = $2, updated_at = $3 where id = $1`,
        [id, new Date(now.getTime() + 7 * 86_400_000), now],
      );
      await tick();
      await sql(
        `update application set status = 'rejected', decision_reason = 'No place', decided_at = $2, updated_at = $2 where id = $1`,
        [id, now],
      );
      await tick();
      expect(await told('application_rejected')).toEqual([]);
      await sql(`update application set notified_at = $2, updated_at = $2 where id = $1`, [id, now]);
      await tick();
      expect(mails().map((subject) => subject.replace(/site-.*/, '…'))).toEqual([
        'We have your application: …',
        'Please complete your application: …',
        'The decision on your application: …',
      ]);
      expect(sink.to(`${person.personId}@people.example`)[1]?.mail.text).toContain('Reason: Whose idea is it?');
    });

    it('are heard of even when the house stood still for days', async () => {
      await application('waitlisted', { notified_at: office.clock.now() });
      office.clock.advance(3 * 24 * 60);
      await tick();
      expect(mails()).toHaveLength(1);
    });

    it('that wait are told to managers every morning at nine, in one message', async () => {
      const manager = await aManager(office.database, site);
      await application('submitted');
      await at('2027-03-03T06:59:00Z');
      const before = (await told('applications_waiting', manager.personId)).length;
      await at('2027-03-03T07:00:00Z');
      await at('2027-03-03T12:00:00Z');
      expect((await told('applications_waiting', manager.personId)).length - before).toBe(2);
      expect(mails(manager.personId).at(-1)).toMatch(/^Applications are waiting: /);
      expect(sink.to(`${manager.personId}@people.example`).at(-1)?.mail.text).toContain(`/decisions?site=${site}\n`);
    });
  });

  describe('of memberships', () => {
    it('tell of an offer when its application was decided aloud, and two days before it lapses', async () => {
      const id = await membership({ status: 'offered' });
      await sql(
        `update membership set offer_expires_at = '2027-03-16T12:00:00Z', created_at = $2, updated_at = $2 where id = $1`,
        [id, office.clock.now()],
      );
      await tick();
      await tick();
      expect(await told('offer_made')).toHaveLength(2);
      await at('2027-03-14T11:59:00Z');
      expect(await told('offer_ending')).toEqual([]);
      await at('2027-03-14T12:00:00Z');
      expect(await told('offer_ending')).toHaveLength(2);
      expect(sink.to(`${person.personId}@people.example`)[1]?.mail.text).toMatch(
        /16 March 2027, 14:00 \(Europe\/Helsinki\)/,
      );
    });

    it('tell of the end 45, 30, 14 and 7 days before, at nine, and never two at once', async () => {
      await membership({ startsOn: '2027-01-01', endsOn: '2027-06-30' });
      const days: string[] = [];
      // The days around those on which it is told, and the last one.
      const left = [60, 46, 45, 44, 31, 30, 29, 15, 14, 13, 8, 7, 6, 1, 0];
      for (const day of left) {
        const before = (await told('term_ending')).length;
        await at(new Date(Date.UTC(2027, 5, 30 - day, 7, 30)).toISOString());
        if ((await told('term_ending')).length > before) days.push(office.clock.now().toISOString().slice(0, 10));
      }
      expect(days).toEqual(['2027-05-16', '2027-05-31', '2027-06-16', '2027-06-23']);
      expect(await told('term_ending')).toHaveLength(8);
    }, 60_000);

    it('tell of the beginning of a term', async () => {
      await membership({ status: 'scheduled', startsOn: '2027-03-10', endsOn: '2027-09-09' });
      await at('2027-03-09T06:59:00Z');
      expect(await told('term_starting')).toEqual([]);
      await at('2027-03-09T07:00:00Z');
      expect(await told('term_starting')).toHaveLength(2);
    });

    it('tell of the beginning and the end of a pause', async () => {
      const id = await membership();
      await sql(
        `insert into pause (id, membership_id, starts_on, ends_on, status, requested_at, decided_at)
         values ($1, $2, '2027-03-10', '2027-03-20', 'approved', $3, $3)`,
        [newId(), id, office.clock.now()],
      );
      await tick();
      expect(await told('pause_starting')).toEqual([]);
      await at('2027-03-09T07:00:00Z');
      await at('2027-03-20T07:00:00Z');
      expect([await told('pause_starting'), await told('pause_ending')].map(({ length }) => length)).toEqual([2, 2]);
    });

    it('tell of a suspension with its reason, and of its end', async () => {
      const id = await membership({ status: 'suspended' });
      const now = office.clock.now();
      await sql('update membership set suspended_at = $2, updated_at = $2 where id = $1', [id, now]);
      await tick();
      expect(sink.to(`${person.personId}@people.example`)[0]?.mail.text).toContain('Reason: House rules');
      office.clock.advance(60);
      await sql(
        `update membership set status = 'active', suspended_at = null, suspended_reason = null, review_on = null, updated_at = $2 where id = $1`,
        [id, office.clock.now()],
      );
      await sql(
        `insert into audit_event (id, at, site_id, action, subject_id) values ($1, $2, $3, 'membership.reinstate', $4)`,
        [newId(), office.clock.now(), site, id],
      );
      await tick();
      await tick();
      expect(await told('membership_reinstated')).toHaveLength(2);
    });
  });

  it('look at a few pages only, with 100,000 bookings to come', async () => {
    const resource = await aResource(office.database, site);
    // In pieces: the limits of a statement hold here, too, also on a busy machine.
    for (let piece = 0; piece < 40; piece++)
      await sql(
        `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
         select gen_random_uuid(), $1, $2, $3, d, d + interval '1 hour', 'confirmed', '2026-01-01', '2026-01-01'
         from generate_series($4::int * 2500, $4::int * 2500 + 2499) n,
           lateral (select timestamptz '2027-06-01' + n * interval '1 hour' as d) at`,
        [site, resource, person.personId, piece],
      );
    await sql('analyze booking');
    const now = office.clock.now();
    for (const { name, facts } of kinds.filter((kind) => kind.name.startsWith('booking'))) {
      const given = facts.includes('$2') ? [now, new Date(now.getTime() - 120_000)] : [now];
      const [row] = await office.database.read<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
        `explain (analyze, buffers, format json) ${facts}`,
        given,
      );
      const plan = row!['QUERY PLAN'][0]!.Plan;
      const pages = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
      expect({ name, few: pages < 100 }).toEqual({ name, few: true });
    }
    const begun = performance.now();
    await office.ticks.plan(now);
    process.stdout.write(`one look at 100,000 bookings to come: ${Math.round(performance.now() - begun)} ms\n`);
  }, 60_000);
});
