import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { aManager, aMembership, aPlan, aResource, aSite } from '../support/house';
import { Listener } from '../support/told';

const longAgo = '2027-01-01T00:00:00Z';

/** What members are told about their requests and wallets, and managers about their site. Helsinki is two hours ahead of UTC. */
describe('the messages of answers, wallets and sites', () => {
  let listener: Listener;
  let site: string;
  let member: Actor;
  let manager: Actor;
  let membership: string;
  let desk: string;

  beforeAll(async () => {
    listener = await Listener.start();
  });

  beforeEach(async () => {
    listener.office.clock.set('2027-03-02T04:00:00Z');
    await listener.sql(
      'truncate message, booking, coaching_session, allowance_account, pause, renewal_request cascade',
    );
    const { database } = listener.office;
    site = (await aSite(database)).id;
    member = await listener.person('Mia Member');
    manager = await aManager(database, site);
    desk = await aResource(database, site, { name: 'Desk 4' });
    const plan = await aPlan(database, site);
    membership = await aMembership(database, site, member.personId, plan);
  });

  afterAll(async () => {
    await listener?.stop();
  });

  async function booking(from: string, to: string, values: Record<string, unknown> = {}): Promise<string> {
    return listener.row('booking', {
      site_id: site,
      resource_id: desk,
      person_id: member.personId,
      starts_at: from,
      ends_at: to,
      status: 'confirmed',
      created_at: longAgo,
      updated_at: longAgo,
      ...values,
    });
  }

  describe('about requests', () => {
    it.each([
      ['approved', null, /^Your pause is granted: /, '10 March 2027'],
      ['refused', 'The trial is too short for it', /^Your pause is not granted: /, 'Reason: The trial is too short'],
    ])('tell the member that a pause is %s, also after days of standstill', async (status, answer, subject, text) => {
      await listener.row('pause', {
        membership_id: membership,
        starts_on: '2027-03-10',
        ends_on: '2027-03-20',
        status,
        answer,
        requested_at: longAgo,
        decided_at: listener.now,
      });
      await listener.at('2027-03-05T04:00:00Z');
      await listener.at();
      expect(listener.subjects(member)).toEqual([expect.stringMatching(subject)]);
      expect(listener.lastText(member)).toContain(text);
    });

    it.each([
      ['approved', null, /^Your membership is renewed: /],
      ['refused', 'The house is full', /^Your membership is not renewed: /],
    ])('tell the member that a renewal is %s', async (status, reason, subject) => {
      const [documents] = await listener.sql<{ a: string; h: string }>(
        'select agreement_version_id as a, house_rules_version_id as h from membership where id = $1',
        [membership],
      );
      await listener.row('renewal_request', {
        membership_id: membership,
        no_own_office: true,
        progress: 'Ten customers',
        agreement_version_id: documents!.a,
        house_rules_version_id: documents!.h,
        acceptance_hash: 'hash',
        status,
        reason,
        review: 'Good',
        requested_at: longAgo,
        decided_at: listener.now,
      });
      await listener.at();
      expect(listener.subjects(member)).toEqual([expect.stringMatching(subject)]);
    });

    it('tell the member that the membership has ended', async () => {
      await listener.sql(
        `update membership set status = 'ended', end_reason = 'graduated', ended_at = $2, ends_on = '2027-03-01', updated_at = $2 where id = $1`,
        [membership, listener.now],
      );
      await listener.at();
      await listener.at();
      expect(listener.subjects(member)).toEqual([expect.stringMatching(/^Your membership has ended: /)]);
    });

    it('tell all members of a venture of its step, and not those who left before', async () => {
      const venture = await listener.row('venture', {
        site_id: site,
        name: 'Bicycle Winter',
        created_at: longAgo,
        updated_at: longAgo,
      });
      const gone = await listener.person('Gone Member');
      for (const [personId, endsOn] of [
        [member.personId, null],
        [gone.personId, '2027-02-01'],
      ]) {
        await listener.row('venture_member', {
          venture_id: venture,
          person_id: personId,
          starts_on: '2026-01-01',
          ends_on: endsOn,
        });
      }
      await listener.row('stage_transition', {
        venture_id: venture,
        from_stage: 'idea',
        to_stage: 'mvp',
        status: 'returned',
        decision_reason: 'Show us the prototype',
        proposed_by: member.personId,
        proposed_at: longAgo,
        decided_by: manager.personId,
        decided_at: listener.now,
      });
      await listener.at();
      expect(listener.subjects(member)).toEqual(['Bicycle Winter: the step needs something more']);
      expect(listener.lastText(member)).toContain('Stage: A first product');
      expect(listener.lastText(member)).toContain('Reason: Show us the prototype');
      expect(listener.subjects(gone)).toEqual([]);
    });

    it.each([
      ['forgiven', 'forgiven_at', 'forgiven_reason', 'The missed booking is forgiven'],
      ['upheld', 'answered_at', 'appeal_answer', 'The missed booking stays on record'],
    ])('tell what came of an appeal that is %s, and nothing where nobody appealed', async (_, when, why, heading) => {
      for (const appealed of [true, false]) {
        if (!appealed && when === 'answered_at') continue;
        await listener.row('no_show_strike', {
          person_id: member.personId,
          site_id: site,
          booking_id: await booking('2027-02-20T08:00:00Z', '2027-02-20T10:00:00Z', { status: 'no_show' }),
          at: longAgo,
          appeal: appealed ? 'The bus broke down' : null,
          appealed_at: appealed ? longAgo : null,
          [when]: listener.now,
          [why]: 'We have asked the driver',
        });
      }
      await listener.at();
      expect(listener.subjects(member)).toHaveLength(1);
      expect(listener.lastText(member)).toContain(heading);
      expect(listener.lastText(member)).toContain('Answer: We have asked the driver');
    });
  });

  describe('about wallets', () => {
    const account = (values: Record<string, unknown> = {}): Promise<string> =>
      listener.row('allowance_account', {
        membership_id: membership,
        kind: 'room_minutes',
        month: '2027-03-01',
        granted: 600,
        used: 300,
        ...values,
      });

    it('say once per month and kind that four fifths are used or booked', async () => {
      const id = await account();
      await listener.at();
      expect(listener.subjects(member)).toEqual([]);
      await listener.sql('update allowance_account set held = 179 where id = $1', [id]);
      await listener.at();
      expect(listener.subjects(member)).toEqual([]);
      await listener.sql('update allowance_account set held = 180 where id = $1', [id]);
      await listener.at();
      await listener.sql('update allowance_account set held = 0 where id = $1', [id]);
      await listener.sql('update allowance_account set held = 200 where id = $1', [id]);
      await listener.at('2027-03-20T04:00:00Z');
      expect(listener.subjects(member)).toEqual([expect.stringMatching(/^Running low: Room hours, /)]);
      expect(listener.lastText(member)).toContain('Room hours: 10\nUsed: 8\nLeft: 2');
      await account({ month: '2027-04-01', used: 500 });
      await listener.at('2027-03-31T20:59:00Z');
      expect(listener.subjects(member)).toHaveLength(1);
      // Midnight by the clock of the site, which has changed to summer time.
      await listener.at('2027-03-31T21:00:00Z');
      expect(listener.subjects(member)).toHaveLength(2);
    });

    it('say nothing of what has no end, of nothing granted, and of what was given back meanwhile', async () => {
      await account({ kind: 'desk_days', unlimited: true, used: 100 });
      await account({ kind: 'coaching_minutes', granted: 0, used: 0 });
      const id = await account({ used: 600 });
      await listener.office.ticks.planAgain(listener.now);
      await listener.sql('update allowance_account set used = 60 where id = $1', [id]);
      await listener.office.sweep(new Date(listener.now.getTime() + 5_000));
      expect(listener.subjects(member)).toEqual([]);
      expect((await listener.told('allowance_low', member)).map(({ reason }) => reason)).toEqual([
        'there is enough again',
        'there is enough again',
      ]);
    });
  });

  describe('about a site', () => {
    const sheets = (): string[] => listener.subjects(manager).filter((subject) => subject.startsWith('Today, '));

    it('bring the sheet of the day at seven, with who comes and what is closed', async () => {
      await booking('2027-03-03T07:00:00Z', '2027-03-03T15:00:00Z');
      await booking('2027-03-03T07:00:00Z', '2027-03-03T15:00:00Z', { status: 'cancelled' });
      await booking('2027-03-04T07:00:00Z', '2027-03-04T15:00:00Z');
      await booking('2027-03-03T10:00:00Z', '2027-03-03T11:00:00Z', {
        resource_id: await aResource(listener.office.database, site, { kind: 'room', name: 'Room Saimaa' }),
      });
      const closure = { site_id: site, source: 'manager', status: 'confirmed', created_at: longAgo };
      await listener.row('closure', { ...closure, starts_on: '2027-03-08', ends_on: '2027-03-09', reason: 'Painting' });
      await listener.at('2027-03-03T04:59:00Z');
      expect(sheets()).toHaveLength(0);
      await listener.at('2027-03-03T05:00:00Z');
      await listener.at('2027-03-03T05:01:00Z');
      expect(sheets()).toHaveLength(1);
      const text = listener.lastText(manager);
      expect(text).toContain('Open: 08:00–20:00');
      expect(text).toContain('Expected: 1');
      expect(text).toContain('09:00–17:00: Desk 4 · Mia Member');
      expect(text).toContain('12:00–13:00: Room Saimaa · Mia Member');
      expect(text).toMatch(/Closures ahead: Monday,? 8 March 2027 – Tuesday,? 9 March 2027: Painting/);
      expect(text).not.toContain('4 March');
      expect(text).not.toContain('Not listed here');
      // Who runs several sites is led to this one, and on another day still to that of the sheet.
      const [{ slug } = { slug: '' }] = await listener.sql<{ slug: string }>('select slug from site where id = $1', [
        site,
      ]);
      expect(text).toContain(`/site/day?site=${slug}&date=2027-03-03\n`);
      expect(await listener.told('daily_sheet', member)).toEqual([]);
      // On a day on which the site is closed, nothing is said; on the next, again.
      await listener.at('2027-03-08T06:00:00Z');
      expect(sheets()).toHaveLength(1);
      await listener.at('2027-03-10T06:00:00Z');
      expect(sheets()).toHaveLength(2);
    });

    it('have everybody on the sheet, and say how many are not where there are very many', async () => {
      await listener.sql(
        `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
         select gen_random_uuid(), $1, $2, $3, '2027-03-03T07:00:00Z'::timestamptz + make_interval(mins => n),
                '2027-03-03T15:00:00Z', 'confirmed', $4, $4 from generate_series(1, 203) n`,
        [site, desk, member.personId, longAgo],
      );
      await listener.at('2027-03-03T05:01:00Z');
      const text = listener.lastText(manager);
      expect(text).toContain('Expected: 203');
      expect(text.match(/Desk 4 · Mia Member/g)).toHaveLength(200);
      expect(text).toContain('Not listed here: 3\n');
    });

    it('know the same opening hours as everybody else', async () => {
      const hours = (day: string): Promise<object[]> =>
        listener.sql('select left(opens::text, 5) as opens, left(closes::text, 5) as closes from site_hours($1, $2)', [
          site,
          day,
        ]);
      const closure = { site_id: site, source: 'manager', status: 'confirmed', reason: 'Fair', created_at: longAgo };
      const day = { starts_on: '2027-03-05', ends_on: '2027-03-05' };
      expect(await hours('2027-03-05')).toEqual([{ opens: '08:00', closes: '20:00' }]);
      await listener.row('closure', { ...closure, ...day, opens: '10:00', closes: '16:00' });
      await listener.row('closure', { ...closure, ...day, opens: '08:00', closes: '14:00' });
      await listener.row('closure', { ...closure, ...day, status: 'proposed' });
      expect(await hours('2027-03-05')).toEqual([{ opens: '10:00', closes: '14:00' }]);
      await listener.row('closure', { ...closure, ...day });
      expect(await hours('2027-03-05')).toEqual([]);
    });

    it('remind of answers that are overdue every morning at nine until they are given', async () => {
      const id = await booking('2027-03-20T07:00:00Z', '2027-03-20T08:00:00Z', { status: 'requested' });
      await listener.row('pause', {
        membership_id: membership,
        starts_on: '2027-04-10',
        ends_on: '2027-04-20',
        status: 'requested',
        requested_at: '2027-03-03T06:30:00Z',
      });
      const overdue = (): string[] => listener.subjects(manager).filter((subject) => subject.startsWith('Answers'));
      await listener.at('2027-03-03T06:59:00Z');
      const before = overdue().length;
      await listener.at('2027-03-03T07:00:00Z');
      await listener.at('2027-03-03T09:00:00Z');
      expect(overdue().length - before).toBe(1);
      expect(listener.lastText(manager)).toContain('Bookings to approve: 1');
      expect(listener.lastText(manager)).not.toContain('Pauses');
      expect(listener.lastText(manager)).toMatch(/\/site\/day\?site=[a-z0-9-]+\n/);
      await listener.sql(`update booking set status = 'confirmed' where id = $1`, [id]);
      // The sheet of the day comes before.
      await listener.at('2027-03-04T06:00:00Z');
      await listener.at('2027-03-04T07:00:00Z');
      expect(listener.lastText(manager)).toContain('Pauses: 1');
      await listener.sql(`update pause set status = 'cancelled'`);
      await listener.at('2027-03-05T07:00:00Z');
      expect(overdue().length - before).toBe(2);
    });
  });

  describe('about what one act cancels', () => {
    const cancel = (ids: string[], at = listener.now, by: string | null = null): Promise<object[]> =>
      listener.sql(
        `update booking set status = 'cancelled', reason = 'Water damage', ended_by = $3, version = version + 1, updated_at = $2 where id = any($1)`,
        [ids, at, by],
      );

    it('are one message for all bookings of a person', async () => {
      const other = await listener.person('Otto Other');
      const mine = [];
      for (const day of ['04', '05', '06'])
        mine.push(await booking(`2027-03-${day}T08:00:00Z`, `2027-03-${day}T10:00:00Z`));
      const theirs = await booking('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z', { person_id: other.personId });
      await cancel([...mine, theirs]);
      await listener.at();
      await listener.at();
      expect(listener.subjects(member)).toEqual(['Cancelled: several bookings']);
      expect(listener.lastText(member)).toContain('Reason: Water damage');
      expect(listener.lastFiles(member)[0]!.match(/STATUS:CANCELLED/g)).toHaveLength(3);
      expect(listener.subjects(other)).toEqual([expect.stringMatching(/^Cancelled: Thu,? \d+ Mar, Desk 4$/)]);
      // Still the same message when the first of them would be over.
      await listener.at('2027-03-05T12:00:00Z');
      expect(listener.subjects(member)).toHaveLength(1);
    });

    it.each([
      ['en', 'Cancelled: several bookings', /takes no bookings now\./],
      ['fi', 'Peruttu: useita varauksia', /Täällä ei nyt oteta vastaan varauksia: /],
      ['sv', 'Avbokat: flera bokningar', / tar för närvarande inte emot bokningar\./],
      ['ru', 'Отменено: несколько бронирований', /Сейчас бронирования здесь не принимаются: /],
    ])(
      'are told when it is the suspension of their site, which says nothing more after it (%s)',
      async (locale, subject, why) => {
        await listener.sql('update person set locale = $2 where id = $1', [member.personId, locale]);
        const mine = [];
        for (const day of ['04', '05'])
          mine.push(await booking(`2027-03-${day}T08:00:00Z`, `2027-03-${day}T10:00:00Z`));
        await booking('2027-03-06T08:00:00Z', '2027-03-06T10:00:00Z');
        await listener.sql(`update site set status = 'suspended' where id = $1`, [site]);
        await listener.sql(
          `update booking set status = 'cancelled', version = version + 1, updated_at = $2 where id = any($1)`,
          [mine, listener.now],
        );
        await listener.at();
        await listener.at('2027-03-05T17:00:00Z');
        expect(listener.subjects(member)).toEqual([subject]);
        expect(listener.lastText(member)).toMatch(why);
      },
    );

    it('are two messages when they are two acts', async () => {
      const [one, two] = [
        await booking('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z'),
        await booking('2027-03-05T08:00:00Z', '2027-03-05T10:00:00Z'),
      ];
      await cancel([one], listener.now, member.personId);
      await cancel([two]);
      await listener.at();
      expect(listener.subjects(member)).toHaveLength(2);
    });
  });

  it.each([
    ['fi', 'Vähissä: Huonetunnit', 'Huonetunnit: 10\nKäytetty: 9\n'],
    ['sv', 'Håller på att ta slut: Rumstimmar', 'Rumstimmar: 10\nAnvänt: 9\n'],
    ['ru', 'Заканчивается: Часы в комнатах', 'Часы в комнатах: 10\nИспользовано: 9\n'],
  ])('speak the language of their reader (%s)', async (locale, subject, line) => {
    await listener.sql('update person set locale = $2 where id = $1', [member.personId, locale]);
    await listener.row('allowance_account', {
      id: newId(),
      membership_id: membership,
      kind: 'room_minutes',
      month: '2027-03-01',
      granted: 600,
      used: 540,
    });
    await listener.at();
    expect(listener.subjects(member)[0]).toContain(subject);
    expect(listener.lastText(member)).toContain(line);
  });
});
