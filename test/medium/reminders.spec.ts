import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { PersonalRecords } from '../../src/people/personal-records';
import { registry } from '../../src/platform/metrics';
import { kinds } from '../../src/reminders/kinds';
import { MessageQueries } from '../../src/reminders/message.queries';
import { aPerson, aResource, aSite } from '../support/house';
import { openPostOffice, PostOffice } from '../support/post-office';
import { SmtpSink } from '../support/smtp';

describe('messages', () => {
  let sink: SmtpSink;
  let office: PostOffice;
  let person: Actor;
  let address: string;

  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });

  beforeEach(async () => {
    sink.mood = 'willing';
    sink.delay = 0;
    person = await aPerson(office.database);
    address = `${person.personId}@people.example`;
  });

  afterAll(async () => {
    await office.stop();
    await sink.close();
  });

  const plan = (): Promise<number> => office.ticks.plan(office.clock.now());
  const sweep = (): Promise<number> => office.sweep();
  const pass = (seconds: number): void => office.clock.advance(seconds / 60);

  async function planned(purpose: 'verify_email' | 'reset_password' = 'verify_email'): Promise<[string, string]> {
    const link = await office.aLink(person.personId, purpose);
    await plan();
    return [link, (await office.row(link)).id];
  }

  const inHours = (hours: number): string => new Date(office.clock.now().getTime() + hours * 3_600_000).toISOString();

  interface Booked {
    status?: string;
    hours?: [string, string];
    title?: string;
    site?: string;
    resource?: string;
    createdAt?: Date;
  }

  async function booked(options: Booked = {}): Promise<string> {
    const { status = 'confirmed', hours = [inHours(26), inHours(28)] } = options;
    const site = options.site ?? (await aSite(office.database)).id;
    const resource = options.resource ?? (await aResource(office.database, site, { name: `Ladoga ${newId()}` }));
    const id = newId();
    const now = office.clock.now();
    await office.database.read(
      `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, site, resource, person.personId, ...hours, options.title ?? null, status, options.createdAt ?? now, now],
    );
    return id;
  }

  async function cancelled(id: string, by: string | null, reason: string | null = null): Promise<void> {
    await office.database.read(
      `update booking set status = 'cancelled', ended_by = $2, reason = $3, updated_at = $4 where id = $1`,
      [id, by, reason, office.clock.now()],
    );
  }

  describe('planning', () => {
    it('writes one row per fact when eight planners look at once', async () => {
      const links = await Promise.all(Array.from({ length: 40 }, () => office.aLink(person.personId)));
      const found = await Promise.all(Array.from({ length: 8 }, plan));
      expect(found.reduce((sum, one) => sum + one)).toBe(links.length);
      for (const link of links) expect(await office.rows(link)).toHaveLength(1);
      expect(await plan()).toBe(0);
      // The eight may happen to look one after another: what the table itself says does not hang on that.
      const again = office.database.read(
        `insert into message (id, kind, person_id, subject_id, occasion, channel, due_at, useful_until, next_attempt_at, created_at)
         select gen_random_uuid(), kind, person_id, subject_id, occasion, channel, due_at, useful_until, next_attempt_at, created_at
         from message where subject_id = any($1)`,
        [links],
      );
      await expect(again).rejects.toThrow('message_once');
    });

    it('finds in a longer look what changed while nobody was looking', async () => {
      const link = await office.aLink(person.personId);
      pass(30 * 60);
      expect(await plan()).toBe(0);
      expect(await office.ticks.planAgain(office.clock.now())).toBe(1);
      expect((await office.row(link)).status).toBe('pending');
      await sweep();
    });

    it('is not silenced by a kind that cannot be written down', async () => {
      const link = await office.aLink(person.personId, 'verify_email');
      const booking = await booked();
      await office.database.read(
        `alter table message add constraint nobody_is_told check (kind <> 'booking_confirmed') not valid`,
      );
      try {
        await plan();
        const kindsOf = async (subject: string) =>
          (await office.database.read<{ kind: string }>('select kind from message where subject_id = $1', [subject]))
            .map(({ kind }) => kind)
            .sort();
        expect(await kindsOf(link)).not.toEqual([]);
        expect(await kindsOf(booking)).not.toContain('booking_confirmed');
        await office.database.read('alter table message drop constraint nobody_is_told');
        await plan();
        expect(await kindsOf(booking)).toContain('booking_confirmed');
      } finally {
        await office.database.read('alter table message drop constraint if exists nobody_is_told');
      }
    });

    it('says nothing about links that were used or have expired, nor about a suspended site', async () => {
      const used = await office.aLink(person.personId);
      await office.database.read('update one_time_token set used_at = $2 where id = $1', [used, office.clock.now()]);
      const expired = await office.aLink(person.personId);
      await office.database.read('update one_time_token set expires_at = $2 where id = $1', [
        expired,
        office.clock.now(),
      ]);
      await booked({ site: (await aSite(office.database, { status: 'suspended' })).id });
      expect(await plan()).toBe(0);
    });

    it('does not confirm an old booking because it was moved, but does when it had to be approved', async () => {
      const site = (await aSite(office.database)).id;
      const room = await aResource(office.database, site, { kind: 'room', needsApproval: true });
      const createdAt = new Date('2027-02-20T08:00:00Z');
      const moved = await booked({ createdAt });
      const approved = await booked({ createdAt, site, resource: room });
      await plan();
      expect(await office.rows(moved)).toEqual([]);
      expect(await office.row(approved)).toMatchObject({ kind: 'booking_confirmed' });
      await sweep();
    });

    it('has its question parsed and planned once, for all moments', async () => {
      for (let i = 0; i < 3; i++) await office.ticks.plan(office.clock.now());
      const prepared = await office.database.read<{ custom: number; generic: number }>(
        `select custom_plans as custom, generic_plans as generic from pg_prepared_statements where name = 'messages to plan'`,
      );
      expect(prepared).toEqual([{ custom: 0, generic: expect.any(Number) as number }]);
      expect(prepared[0]?.generic).toBeGreaterThanOrEqual(3);
    });

    it('reads no table from end to end, however many bookings there are', async () => {
      const site = (await aSite(office.database)).id;
      const resource = await aResource(office.database, site);
      // A year at a time: the limits of a statement hold here, too, also on a busy machine.
      for (let year = 2020; year < 2027; year++)
        await office.database.read(
          `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
           select gen_random_uuid(), $1, $2, $3, d, d + interval '1 hour', 'completed', d, d
           from generate_series(make_timestamptz($4, 1, 1, 0, 0, 0), make_timestamptz($4, 12, 31, 0, 0, 0), interval '1 hour') d`,
          [site, resource, person.personId, year],
        );
      await office.database.read('analyze booking');
      for (const { facts } of kinds.filter(({ name }) => name.startsWith('booking'))) {
        const now = office.clock.now();
        const given = facts.includes('$2') ? [now, new Date(now.getTime() - 120_000)] : [now];
        const explained = await office.database.read<{ 'QUERY PLAN': string }>(`explain ${facts}`, given);
        const lines = explained.map((row) => row['QUERY PLAN']).join('\n');
        expect(lines).toMatch(/Index Scan using booking_(updated|open|upcoming) on booking/);
      }
    });
  });

  describe('sending', () => {
    it('hands the letter over and remembers that it did', async () => {
      const [link, id] = await planned();
      expect(await office.sender.send(id)).toEqual({ kind: 'sent' });
      const [letter, ...more] = sink.to(address);
      expect(more).toEqual([]);
      expect(letter?.mail.messageId).toBe(`<message-${id}@oasis.example>`);
      const href = `http://localhost:3000/verify-email#token=${office.secrets.secretFor(link, 'verify_email')}`;
      expect(letter?.mail.text).toContain(href);
      expect(letter?.mail.html).toContain(`href="${href}"`);
      expect(letter?.mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted' }));
      expect(await office.row(link)).toMatchObject({ status: 'sent', reason: null, attempts: 1 });
    });

    it('sends nothing twice, whoever asks', async () => {
      const [, id] = await planned();
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => office.sender.send(id)));
      expect(outcomes.filter(({ kind }) => kind === 'sent')).toHaveLength(1);
      expect(await office.sender.send(id)).toEqual({ kind: 'elsewhere' });
      pass(3600);
      await sweep();
      expect(sink.to(address)).toHaveLength(1);
    });

    it('tries again later when the server is busy, with the same Message-ID', async () => {
      const [link, id] = await planned();
      sink.mood = 'busy';
      expect(await office.sender.send(id)).toMatchObject({ kind: 'again', reason: expect.stringContaining('451') });
      expect(await office.row(link)).toMatchObject({ status: 'pending', attempts: 1 });
      expect(await office.sender.send(id)).toEqual({ kind: 'elsewhere' });
      sink.mood = 'willing';
      pass(5);
      await sweep();
      expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 2 });
      expect(sink.withId(`<message-${id}@oasis.example>`)).toHaveLength(1);
    });

    it('tries again when nobody answers at the port', async () => {
      const [link, id] = await planned();
      await sink.close();
      expect(await office.sender.send(id)).toMatchObject({ kind: 'again' });
      await sink.open();
      pass(5);
      await sweep();
      expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 2 });
    });

    it('tries again when the server never says a word', async () => {
      const [link, id] = await planned();
      sink.mood = 'deaf';
      expect(await office.sender.send(id)).toEqual({ kind: 'slow' });
      expect((await office.row(link)).status).toBe('sending');
      expect((await office.until(link, 'pending')).reason).toMatch(/timeout|greeting/i);
      sink.mood = 'willing';
      pass(5);
      await sweep();
      expect((await office.row(link)).status).toBe('sent');
    }, 20_000);

    it('repeats a letter whose fate is unknown, recognisable by its Message-ID', async () => {
      const [link, id] = await planned();
      sink.mood = 'rude';
      expect(await office.sender.send(id)).toMatchObject({ kind: 'again' });
      sink.mood = 'willing';
      pass(5);
      await sweep();
      expect((await office.row(link)).status).toBe('sent');
      expect(sink.withId(`<message-${id}@oasis.example>`)).toHaveLength(2);
    });

    it.each([
      ['strict', '550'],
      ['picky', '554'],
    ] as const)('gives up with a reason when a %s server refuses for good', async (mood, code) => {
      const [link, id] = await planned();
      sink.mood = mood;
      expect(await office.sender.send(id)).toMatchObject({ kind: 'failed' });
      const row = await office.row(link);
      expect(row).toMatchObject({ status: 'failed', reason: expect.stringContaining(code) });
      expect(row.reason).not.toContain(address);
      sink.mood = 'willing';
      pass(7200);
      await sweep();
      expect(sink.to(address)).toEqual([]);
    });

    it('gives up when the next attempt would be too late to be of use', async () => {
      const [link, id] = await planned();
      pass(24 * 3600 - 1);
      sink.mood = 'busy';
      expect(await office.sender.send(id)).toMatchObject({ kind: 'failed' });
      expect(await office.row(link)).toMatchObject({ status: 'failed', reason: expect.stringContaining('451') });
    });

    it('lets nobody add a header or markup by their name', async () => {
      await office.database.read('update person set full_name = $2 where id = $1', [
        person.personId,
        'Eve\u0007\r\nBcc: all@people.example\r\n\r\n<script>alert(1)</script>',
      ]);
      const [, id] = await planned();
      expect(await office.sender.send(id)).toEqual({ kind: 'sent' });
      const letter = sink.to(address)[0];
      expect(letter?.recipients).toEqual([address]);
      expect(letter?.mail.to).toEqual([{ name: 'Eve Bcc: all@people.example <script>alert(1)</script>', address }]);
      expect(letter?.mail.bcc).toBeUndefined();
      expect(letter?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
      expect(letter?.mail.html).not.toContain('<script>');
      expect(letter?.mail.html).toContain('&lt;script&gt;');
    });
  });

  it('are part of what a person may read about themselves', async () => {
    const [, id] = await planned();
    await office.sender.send(id);
    const records = new PersonalRecords();
    new MessageQueries(office.database, records).onModuleInit();
    const at = office.clock.now().toISOString().replace('.000Z', 'Z');
    expect(await records.about(person.personId)).toEqual({
      messages: [
        { kind: 'verify_email', channel: 'mail', status: 'sent', dueAt: at, sentAt: at, readAt: null, facts: null },
      ],
    });
  });

  it('are measured: how many wait, how many jobs the queue holds, and how late they come', async () => {
    const [, id] = await planned();
    await office.ticks.measure(office.clock.now());
    const before = await registry.metrics();
    expect(before).toMatch(/^oasis_messages_waiting\{which="all"\} [1-9]/m);
    expect(before).toMatch(/^oasis_queue_jobs\{queue="messages",state="waiting"\} [1-9]/m);
    pass(7);
    await office.sender.send(id);
    const after = await registry.metrics();
    const within = (seconds: number, text: string): number =>
      Number(
        new RegExp(`lateness_seconds_bucket\\{le="${seconds}",kind="verify_email"\\} (\\d+)`).exec(text)?.[1] ?? 0,
      );
    expect(within(5, after) - within(5, before)).toBe(0);
    expect(within(10, after) - within(10, before)).toBe(1);
  });

  describe('a message that has become pointless is void, with its reason', () => {
    it('when the link was used meanwhile', async () => {
      const [link, id] = await planned();
      await office.database.read('update one_time_token set used_at = $2 where id = $1', [link, office.clock.now()]);
      expect(await office.sender.send(id)).toMatchObject({ kind: 'void' });
      expect(await office.row(link)).toMatchObject({ status: 'void', reason: 'the link was used or replaced' });
    });

    it('when the booking was cancelled before it was sent', async () => {
      const booking = await booked();
      await plan();
      const { id } = await office.row(booking);
      await cancelled(booking, person.personId);
      expect(await office.sender.send(id)).toMatchObject({ kind: 'void' });
      expect(await office.row(booking)).toMatchObject({ status: 'void', reason: 'the booking is cancelled' });
      await office.database.read('update booking set ends_at = starts_at + $2::interval where id = $1', [
        booking,
        '1 s',
      ]);
    });

    it('when the account was closed, the kind is gone, or it is too late', async () => {
      const [closed, closedId] = await planned();
      await office.database.read(`update person set status = 'disabled' where id = $1`, [person.personId]);
      expect(await office.sender.send(closedId)).toMatchObject({ kind: 'void' });
      expect((await office.row(closed)).reason).toBe('the account is closed');
      await office.database.read(`update person set status = 'active' where id = $1`, [person.personId]);

      const [unknown, unknownId] = await planned();
      await office.database.read(`update message set kind = 'carrier_pigeon' where id = $1`, [unknownId]);
      expect(await office.sender.send(unknownId)).toMatchObject({ kind: 'void' });
      await office.database.read(`update one_time_token set used_at = now() where id = $1`, [unknown]);

      const [, lateId] = await planned();
      pass(25 * 3600);
      expect(await office.sender.send(lateId)).toMatchObject({ kind: 'void', reason: 'too late to be of use' });
      expect(sink.to(address)).toEqual([]);
    });

    it('also when the cancellation is under way while it is being sent', async () => {
      const booking = await booked();
      await plan();
      const { id } = await office.row(booking);
      let outcome: Promise<unknown> | undefined;
      await office.database.transaction(async (tx) => {
        await tx.query(`update booking set status = 'cancelled' where id = $1`, [booking]);
        outcome = office.sender.send(id);
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(sink.to(address)).toEqual([]);
      });
      expect(await outcome).toMatchObject({ kind: 'void' });
      expect(sink.to(address)).toEqual([]);
    });
  });

  describe('the sweeper', () => {
    it('sends what the queue has lost', async () => {
      const [link] = await planned();
      pass(1);
      await sweep();
      expect((await office.row(link)).status).toBe('pending');
      pass(2);
      await sweep();
      expect((await office.row(link)).status).toBe('sent');
    });

    it('finds what a sender left behind that died between sending and sent, and keeps the Message-ID', async () => {
      const [link, id] = await planned();
      // What such a sender leaves: claimed and marked, the letter already gone.
      const claim = await office.ledger.claim(id, office.clock.now());
      expect(claim).toBeDefined();
      await office.database.transaction((tx) => office.ledger.begin(tx, claim!));
      expect((await office.row(link)).status).toBe('sending');
      pass(3600);
      await sweep();
      expect((await office.row(link)).status).toBe('sending');
      await office.expireClaims();
      await sweep();
      expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 2 });
      expect(sink.to(address)[0]?.mail.messageId).toBe(`<message-${id}@oasis.example>`);
      // The dead one comes back to life: its claim is worth nothing any more.
      expect(await office.ledger.settle(claim!, { status: 'failed', reason: 'late' }, office.clock.now())).toBe(false);
      expect((await office.row(link)).status).toBe('sent');
    });

    it('lets nobody write who has lost the message to another sender', async () => {
      const [link, id] = await planned();
      const slow = await office.ledger.claim(id, office.clock.now());
      await office.expireClaims();
      const next = await office.ledger.claim(id, office.clock.now());
      const begin = (claim = slow!): Promise<boolean> =>
        office.database.transaction((tx) => office.ledger.begin(tx, claim));
      expect(await begin()).toBe(false);
      expect(await begin(next)).toBe(true);
      expect(await office.ledger.settle(slow!, { status: 'failed', reason: 'late' }, office.clock.now())).toBe(false);
      expect((await office.row(link)).status).toBe('sending');
      expect(await office.ledger.settle(next!, { status: 'sent' }, office.clock.now())).toBe(true);
    });

    it('never hands one letter over twice at the same time, with several sweepers and workers', async () => {
      const links = await Promise.all(Array.from({ length: 30 }, () => office.aLink(person.personId)));
      await plan();
      pass(3);
      sink.delay = 50;
      const ids = await Promise.all(links.map(async (link) => (await office.row(link)).id));
      await Promise.all([sweep(), sweep(), sweep(), ...ids.map((id) => office.sender.send(id))]);
      // All are for one mailbox, which gets a few at a time.
      for (let look = 0; look < 100 && sink.to(address).length < ids.length; look++) await sweep();
      for (const id of ids) {
        const messageId = `<message-${id}@oasis.example>`;
        expect(sink.withId(messageId)).toHaveLength(1);
        expect(sink.mostAtOnce.get(messageId)).toBe(1);
      }
      expect(sink.to(address)).toHaveLength(30);
    });

    it('is not stopped by one message that cannot be sent', async () => {
      const [bad, badId] = await planned();
      const good = await office.aLink(person.personId);
      await plan();
      // A broken row: its fact cannot be put into words.
      await office.database.read(`update message set subject_id = $2, kind = 'booking_confirmed' where id = $1`, [
        badId,
        await booked({ site: (await aSite(office.database, { timeZone: 'No/Where' })).id }),
      ]);
      pass(3);
      await sweep();
      expect((await office.row(good)).status).toBe('sent');
      const [row] = await office.database.read<{ status: string }>('select status from message where id = $1', [badId]);
      expect(row?.status).toBe('pending');
      await office.database.read('delete from message where id = $1', [badId]);
      await office.database.read('update one_time_token set used_at = now() where id = $1', [bad]);
    });

    it('forgets what was done long ago, and nothing else', async () => {
      const [, id] = await planned();
      await office.sender.send(id);
      expect(await office.ticks.purge(office.clock.now())).toBe(0);
      pass(91 * 24 * 3600);
      const [open] = await planned();
      expect(await office.ticks.purge(office.clock.now())).toBeGreaterThan(0);
      const left = await office.rows();
      expect(left.map(({ subjectId }) => subjectId)).toContain(open);
      expect(left.every(({ status }) => status === 'pending')).toBe(true);
    });
  });

  describe('letters about bookings', () => {
    it('name place, site, date and time on both clocks', async () => {
      await office.database.read(`update person set time_zone = 'Europe/London' where id = $1`, [person.personId]);
      const site = (await aSite(office.database)).id;
      const resource = await aResource(office.database, site, { name: 'Room <Saimaa>' });
      const day = office.clock.now().toISOString().slice(0, 8);
      const booking = await booked({
        site,
        resource,
        title: 'Pitch & practice',
        hours: [`${day}28T08:00:00Z`, `${day}28T09:30:00Z`],
      });
      await plan();
      const { id } = await office.row(booking);
      expect(await office.sender.send(id)).toEqual({ kind: 'sent' });
      const letter = sink.to(address)[0]?.mail;
      expect(letter?.subject).toContain('Room <Saimaa>');
      expect(letter?.text).toMatch(/Date: \w+,? 28 \w+ 2027/);
      expect(letter?.text).toMatch(/Time: 1[01]:00–1[12]:30 \(Europe\/Helsinki\)/);
      expect(letter?.text).toMatch(/Your time: .*0[89]:00–(09|10):30 \(Europe\/London\)/);
      expect(letter?.text).toContain('What for: Pitch & practice');
      expect(letter?.html).toContain('Room &lt;Saimaa&gt;');
      expect(letter?.html).toContain('Pitch &amp; practice');
    });

    it('tell who cancelled, and why', async () => {
      const hours: [string, string] = ['2027-07-01T08:00:00Z', '2027-07-01T10:00:00Z'];
      const byHouse = await booked({ hours });
      const bySelf = await booked({ hours });
      await cancelled(byHouse, null, 'Water damage on the second floor');
      await cancelled(bySelf, person.personId);
      await plan();
      for (const booking of [byHouse, bySelf]) await office.sender.send((await office.row(booking)).id);
      const texts = sink.to(address).map(({ mail }) => mail.text ?? '');
      expect(texts).toHaveLength(2);
      expect(texts[0]).toContain('Reason: Water damage on the second floor');
      expect(texts[0]).toContain('The oasis had to cancel this booking');
      expect(texts[1]).toContain('You have cancelled this booking');
    });

    it.each([
      ['fi', 'Varattu: ', /keskiviikkona?|torstaina?/],
      ['sv', 'Bokat: ', /onsdag|torsdag/],
      ['ru', 'Забронировано: ', /среда|четверг/],
    ])('are written in the language of the reader (%s)', async (locale, subject, weekday) => {
      await office.database.read(`update person set locale = $2 where id = $1`, [person.personId, locale]);
      const booking = await booked({ hours: ['2027-07-01T08:00:00Z', '2027-07-01T10:00:00Z'] });
      await plan();
      await office.sender.send((await office.row(booking)).id);
      const letter = sink.to(address)[0]?.mail;
      expect(letter?.subject).toContain(subject);
      expect(letter?.text).toMatch(weekday);
      expect(letter?.headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: locale }));
    });
  });
});

describe('without a mail server', () => {
  it('messages wait in the ledger, and nothing is tried', async () => {
    const office = await openPostOffice();
    try {
      const person = await aPerson(office.database);
      const link = await office.aLink(person.personId);
      await office.ticks.plan(office.clock.now());
      office.clock.advance(10);
      expect(await office.sweep()).toBe(0);
      expect(await office.sender.send((await office.row(link)).id)).toEqual({ kind: 'elsewhere' });
      expect(await office.row(link)).toMatchObject({ status: 'pending', attempts: 0 });
    } finally {
      await office.stop();
    }
  });
});
