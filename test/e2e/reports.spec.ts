import { newId } from '../../src/kernel/id';
import { anAccount, signIn } from '../support/account';
import { aMembership, aPerson, aPlan, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

// Tuesday 2 March 2027 in Helsinki (UTC+2), at noon. The site is open from 08:00 to 20:00.
const day = '2027-03-02';
const at = (time: string, date = day) => new Date(`${date}T${time}:00+02:00`);

let oasis: Oasis;
let siteId: string;
let token: Record<'manager' | 'observer' | 'entrepreneur' | 'administrator' | 'stranger', string>;

beforeAll(async () => {
  oasis = await startOasis();
  oasis.clock.set(at('12:00'));
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  const { database } = oasis;
  siteId = (await aSite(database)).id;
  const elsewhere = (await aSite(database)).id;
  const as = async (role: 'manager' | 'observer' | 'entrepreneur' | 'administrator', at: string | null) =>
    (await signIn(oasis, await anAccount(oasis, { roles: [{ role, siteId: at }] }))).accessToken;
  token = {
    manager: await as('manager', siteId),
    observer: await as('observer', siteId),
    entrepreneur: await as('entrepreneur', siteId),
    administrator: await as('administrator', null),
    stranger: await as('manager', elsewhere),
  };
});

const get = (path: string, who: keyof typeof token) =>
  oasis.http.get(`/api/v1/${path}`).set('authorization', `Bearer ${token[who]}`);
const on = (report: string, from = day, to = day) => `reports/${report}?siteId=${siteId}&from=${from}&to=${to}`;

interface Booked {
  personId?: string;
  status?: string;
  came?: boolean;
  membershipId?: string | null;
}

async function booked(resourceId: string, from: string, to: string, options: Booked = {}): Promise<void> {
  const {
    personId = (await aPerson(oasis.database)).personId,
    status = 'completed',
    came = true,
    membershipId = null,
  } = options;
  await oasis.database.read(
    `insert into booking (id, site_id, resource_id, person_id, membership_id, starts_at, ends_at, status, checked_in_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6, $6)`,
    [newId(), siteId, resourceId, personId, membershipId, at(from), at(to), status, came ? at(from) : null],
  );
}

describe('occupancy', () => {
  it('is what was booked of what could be, by hand', async () => {
    const [one, room] = [
      await aResource(oasis.database, siteId),
      await aResource(oasis.database, siteId, { kind: 'room' }),
    ];
    await aResource(oasis.database, siteId);
    const plan = await aPlan(oasis.database, siteId);
    const { personId } = await aPerson(oasis.database);
    const membershipId = await aMembership(oasis.database, siteId, personId, plan);
    await booked(one, '09:00', '11:00', { personId, membershipId });
    await booked(one, '19:00', '21:00', { came: false, status: 'confirmed' });
    await booked(room, '10:00', '11:30', { came: false, status: 'no_show' });
    await booked(room, '13:00', '15:00', { status: 'cancelled', came: false });
    await booked(room, '15:00', '16:00', { status: 'requested', came: false });

    const { body } = await get(on('occupancy'), 'manager').expect(200);

    // Three resources of twelve hours; 2 h + 1 h inside + 1.5 h.
    expect(body.total).toEqual({
      bookableMinutes: 2160,
      bookedMinutes: 270,
      checkedInMinutes: 120,
      outsideMinutes: 60,
      occupancyPercent: 12.5,
    });
    expect(body.byKind).toMatchObject([
      { kind: 'desk', bookableMinutes: 1440, bookedMinutes: 180, checkedInMinutes: 120, occupancyPercent: 12.5 },
      { kind: 'room', bookableMinutes: 720, bookedMinutes: 90, checkedInMinutes: 0, occupancyPercent: 12.5 },
    ]);
    expect(body.byResource).toHaveLength(3);
    const ten = body.byWeekdayAndHour.find(
      (each: { hour: number; kind: string }) => each.kind === 'room' && each.hour === 11,
    );
    expect(ten).toMatchObject({ weekday: 2, bookableMinutes: 60, bookedMinutes: 30, occupancyPercent: 50 });
    expect(body.byPlan.map((each: { bookedMinutes: number }) => each.bookedMinutes)).toEqual([120, 150]);
    expect(body).toMatchObject({ from: day, to: day, definition: 1, smallCellsHidden: false });
  });

  it('counts a day of 23 hours as one, and takes closures out', async () => {
    const { database } = oasis;
    await aResource(database, siteId);
    await database.read(`update opening_hours set opens = '00:00', closes = '24:00' where site_id = $1`, [siteId]);
    await database.read(
      `insert into closure (id, site_id, starts_on, ends_on, reason, source, status, created_at)
       values ($1, $2, '2027-03-29', '2027-03-29', 'Painting', 'manager', 'confirmed', $3),
              ($4, $2, '2027-03-27', '2027-03-27', 'Maybe', 'holiday', 'proposed', $3)`,
      [newId(), siteId, at('08:00'), newId()],
    );

    const { body } = await get(on('occupancy', '2027-03-27', '2027-03-29'), 'manager').expect(200);

    expect(body.total.bookableMinutes).toBe((24 + 23) * 60);
  });

  it('hides small groups from observers, and those that would tell them', async () => {
    const [one, two, room] = [
      await aResource(oasis.database, siteId),
      await aResource(oasis.database, siteId),
      await aResource(oasis.database, siteId, { kind: 'room' }),
    ];
    for (const hour of ['08', '09', '10', '11', '12', '13']) await booked(one, `${hour}:00`, `${hour}:30`);
    await booked(two, '08:00', '09:00');
    for (const hour of ['08', '09', '10', '11', '12', '13', '14']) await booked(room, `${hour}:00`, `${hour}:30`);

    const { body } = await get(on('occupancy'), 'observer').expect(200);

    expect(body.smallCellsHidden).toBe(true);
    expect(body.total.bookedMinutes).toBe(450);
    expect(body.byKind.map((each: { bookedMinutes: number | null }) => each.bookedMinutes)).toEqual([240, 210]);
    // One person on the second desk: the first is hidden, too, or it would be told by what is left of the kind.
    const desks = body.byResource.filter((each: { kind: string }) => each.kind === 'desk');
    expect(desks.map((each: { bookedMinutes: number | null }) => each.bookedMinutes)).toEqual([null, null]);
    const cells = body.byWeekdayAndHour.map((each: { bookedMinutes: number | null }) => each.bookedMinutes);
    expect(cells.every((minutes: number | null) => minutes === null || minutes === 0)).toBe(true);
  });

  it('tells places of one name at two sites apart, as figures and as a table', async () => {
    const other = await aSite(oasis.database);
    const named = [siteId, other.id].sort();
    for (const id of named) await aResource(oasis.database, id, { name: 'Twin 01' });
    const sites = await oasis.database.read<{ id: string; name: string }>(
      'select id, name from site where id = any ($1) order by id',
      [named],
    );

    const { body } = await get(`reports/occupancy?from=${day}&to=${day}`, 'administrator').expect(200);
    const twins = body.byResource.filter(({ name }: { name: string }) => name === 'Twin 01');
    expect(twins.map((each: { siteId: string; siteName: string }) => [each.siteId, each.siteName]).sort()).toEqual(
      sites.map(({ id, name }) => [id, name]),
    );
    const table = await get(`reports/occupancy?from=${day}&to=${day}`, 'administrator').set('accept', 'text/csv');
    const ends = table.text.split('\r\n').filter((line) => line.includes('Twin 01'));
    expect(ends.map((line) => line.split(',').at(-1)).sort()).toEqual(sites.map(({ name }) => name).sort());
  });

  it('is a table when that is asked for', async () => {
    await aResource(oasis.database, siteId, { name: '=HYPERLINK("http://evil.example")' });

    const answer = await get(on('occupancy'), 'manager').set('accept', 'text/csv').expect(200);

    expect(answer.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="occupancy-${day}-${day}.csv"`);
    const lines = answer.text.split('\r\n');
    expect(lines[0]).toBe(
      'group,key,name,bookable_minutes,booked_minutes,checked_in_minutes,outside_minutes,occupancy_percent,site',
    );
    expect(lines[1]).toBe('total,,,720,0,0,0,0,');
    expect(answer.text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });
});

describe('who may read figures', () => {
  it('managers and observers of their site, administrators of all, and nobody else', async () => {
    for (const report of ['occupancy', 'coaching-hours', 'participants']) {
      for (const who of ['manager', 'observer', 'administrator'] as const) await get(on(report), who).expect(200);
      expectProblem(await get(on(report), 'stranger'), 404, 'missing');
      expectProblem(await get(on(report), 'entrepreneur'), 403, 'role_required');
      const own = await get(`reports/${report}?from=${day}&to=${day}`, 'stranger').expect(200);
      expect(own.body.sites.map(({ id }: { id: string }) => id)).not.toContain(siteId);
      expect(own.body.sites).toHaveLength(1);
    }
    expectProblem(await get(`coaching/overview?siteId=${siteId}`, 'observer'), 403, 'role_required');
    expectProblem(await get(`coaching/overview?siteId=${siteId}`, 'stranger'), 404, 'missing');
    expectProblem(await get(on('occupancy', '2027-01-01', '2028-06-01'), 'manager'), 422, 'refused');
    expectProblem(await get(on('occupancy', '2027-02-30', day), 'manager'), 400, 'malformed');
  });
});

async function aCoach(): Promise<string> {
  const { personId } = await aPerson(oasis.database, 'coach', siteId);
  await oasis.database.read(
    `insert into coach_profile (person_id, time_zone, places, created_at, updated_at) values ($1, 'UTC', 4, $2, $2)`,
    [personId, at('08:00')],
  );
  await oasis.database.read('insert into coach_site (coach_id, site_id) values ($1, $2)', [personId, siteId]);
  return personId;
}

async function aVenture(): Promise<string> {
  const id = newId();
  await oasis.database.read(
    `insert into venture (id, site_id, name, created_at, updated_at) values ($1, $2, 'Lantern', $3, $3)`,
    [id, siteId, at('08:00')],
  );
  return id;
}

async function held(
  coachId: string,
  minutes: number,
  founders: Record<string, string>,
  topic: string | null,
): Promise<void> {
  const id = newId();
  await oasis.database.read(
    `insert into coaching_session (id, site_id, type, coach_id, mode, expertise_topic, starts_at, ends_at, status,
       held_minutes, closed_at, created_at, updated_at)
     values ($1, $2, 'team', $3, 'remote', $4, $5, $6, 'closed', $7, $6, $5, $5)`,
    [id, siteId, coachId, topic, at('09:00'), at('10:00'), minutes],
  );
  for (const [person, attendance] of Object.entries(founders)) {
    await oasis.database.read(
      'insert into session_participant (session_id, person_id, attendance) values ($1, $2, $3)',
      [id, person, attendance],
    );
  }
}

describe('hours of coaching', () => {
  it('count once for each venture, once for the coach, and for each who was there', async () => {
    const [coach, plan, venture] = [await aCoach(), await aPlan(oasis.database, siteId), await aVenture()];
    const founders: string[] = [];
    for (const ventureId of [venture, venture, null]) {
      const { personId } = await aPerson(oasis.database);
      await aMembership(oasis.database, siteId, personId, plan, { ventureId });
      founders.push(personId);
    }
    const [aino = '', bo = '', cai = ''] = founders;
    await held(coach, 60, { [aino]: 'present', [bo]: 'late' }, 'sales');
    await held(coach, 45, { [aino]: 'present', [bo]: 'absent', [cai]: 'present' }, null);

    const { body } = await get(on('coaching-hours'), 'manager').expect(200);

    // Ventures: 60 + 2 x 45. Coach: 60 + 45. People: 2 x 60 + 2 x 45.
    expect(body.total).toEqual({ sessions: 2, ventureHours: 2.5, coachHours: 1.75, participantHours: 3.5 });
    expect(body.byTopic).toMatchObject([
      { key: 'sales', ventureHours: 1 },
      { key: null, ventureHours: 1.5 },
    ]);
    expect(body.byCoach).toMatchObject([{ key: coach, name: 'Aino Example', coachHours: 1.75 }]);
    const shown = await get(on('coaching-hours'), 'observer').expect(200);
    expect(shown.body).toMatchObject({ total: { coachHours: null }, byCoach: [] });
    const table = await get(on('coaching-hours'), 'manager').set('accept', 'text/csv').expect(200);
    expect(table.text.split('\r\n')[1]).toBe('total,,,2,2.5,1.75,3.5');
  });

  it('and the overview: loads, founders without a coach, answers overdue', async () => {
    const [coach, plan] = [await aCoach(), await aPlan(oasis.database, siteId)];
    const members: { membershipId: string; personId: string }[] = [];
    for (let i = 0; i < 3; i++) {
      const { personId } = await aPerson(oasis.database);
      members.push({ personId, membershipId: await aMembership(oasis.database, siteId, personId, plan) });
    }
    const statuses = ['active', 'offered'] as const;
    for (const [index, status] of statuses.entries()) {
      await oasis.database.read(
        `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status,
           offered_at, answer_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, 'lead', 1, $6, $7, $8, $7, $7)`,
        [
          newId(),
          siteId,
          members[index]?.membershipId,
          members[index]?.personId,
          coach,
          status,
          at('08:00'),
          at('11:00'),
        ],
      );
    }

    const { body } = await get(`coaching/overview?siteId=${siteId}`, 'manager').expect(200);

    expect(body.coaches).toMatchObject([{ coachId: coach, load: 1, offered: 1, places: 4, loadPercent: 25 }]);
    expect(body.withoutCoach.map(({ asked }: { asked: boolean }) => asked).sort()).toEqual([false, true]);
    expect(body.answersOverdue).toMatchObject([{ coachId: coach, answerBy: '2027-03-02T09:00:00Z' }]);
  });
});

describe('participants', () => {
  async function applied(personId: string, answers: object, submitted: Date, decided: Date): Promise<void> {
    await oasis.database.read(
      `insert into application (id, site_id, person_id, status, answers, no_own_office, created_at, updated_at, submitted_at, decided_at)
       values ($1, $2, $3, 'approved', $4, true, $5, $5, $5, $6)`,
      [newId(), siteId, personId, JSON.stringify(answers), submitted, decided],
    );
  }

  it('are distinct people, with medians, misses, steps and the benefit, by hand', async () => {
    const { database } = oasis;
    const [coach, plan, venture, room] = [
      await aCoach(),
      await aPlan(database, siteId),
      await aVenture(),
      await aResource(database, siteId, { kind: 'room' }),
    ];
    const people: string[] = [];
    for (const [index, days] of [2, 4, 10].entries()) {
      const { personId } = await aPerson(database);
      const membershipId = await aMembership(database, siteId, personId, plan, {
        startsOn: '2027-02-20',
        ventureId: venture,
      });
      const decided = at('09:00');
      const answers = { ageBand: index === 0 ? '18_24' : '25_29', municipality: 'Lappeenranta' };
      await applied(personId, answers, new Date(decided.getTime() - days * 86_400_000), decided);
      await booked(room, `1${index}:00`, `1${index}:30`, {
        personId,
        membershipId,
        status: index === 2 ? 'no_show' : 'completed',
        came: index < 2,
      });
      await database.read(
        `insert into benefit (id, membership_id, term_id, starts_on, ends_on, price_cents, normal_price_cents, created_at)
         select $1, $2, id, '2027-02-20', '2027-08-19', 3000, 16000, $3 from membership_term where membership_id = $2`,
        [newId(), membershipId, at('08:00')],
      );
      people.push(personId);
    }
    await held(coach, 60, { [people[0] ?? '']: 'present' }, 'sales');
    await database.read(
      `insert into stage_transition (id, venture_id, from_stage, to_stage, status, proposed_by, proposed_at, decided_by, decided_at)
       values ($1, $2, 'idea', 'mvp', 'approved', $3, $4, $5, $4)`,
      [newId(), venture, people[0], at('09:00'), coach],
    );

    const { body } = await get(on('participants', '2027-03-01', '2027-03-31'), 'manager').expect(200);

    expect(body).toMatchObject({
      people: 3,
      byAgeBand: [
        { key: '18_24', people: 1 },
        { key: '25_29', people: 2 },
      ],
      byMunicipality: [{ key: 'Lappeenranta', people: 3 }],
      bySite: [{ key: siteId, people: 3 }],
      ventures: 1,
      timeToDecision: { cases: 3, medianDays: 4 },
      decisionsByTime: [
        { fromDays: 0, belowDays: 3, applications: 1 },
        { fromDays: 3, belowDays: 7, applications: 1 },
        { fromDays: 7, belowDays: 14, applications: 1 },
        { fromDays: 14, belowDays: 30, applications: 0 },
        { fromDays: 30, belowDays: null, applications: 0 },
      ],
      // 20 February 00:00 to 2 March 09:00.
      timeToFirstSession: { cases: 1, medianDays: 10.4 },
      bookingNoShows: { all: 3, missedPercent: 33.3 },
      stageProgress: [{ from: 'idea', to: 'mvp', ventures: 1 }],
      // Three members, 130 euros less each, for the whole of March.
      benefitCents: 3 * 13_000,
    });
    const hidden = await get(on('participants', '2027-03-01', '2027-03-31'), 'observer').expect(200);
    expect(hidden.body).toMatchObject({
      people: null,
      byAgeBand: [{ people: null }, { people: null }],
      timeToDecision: { medianDays: null },
      decisionsByTime: [{ applications: null }, { applications: null }, { applications: null }, {}, {}],
      bookingNoShows: { missedPercent: null },
      benefitCents: null,
    });
    const lines = async (role: 'manager' | 'observer'): Promise<string[]> => {
      const table = await get(on('participants', '2027-03-01', '2027-03-31'), role).set('accept', 'text/csv');
      return table.text.split('\r\n');
    };
    const table = await lines('manager');
    expect(table.slice(0, 3)).toEqual(['figure,key,name,value', 'people,,,3', 'people_by_age_band,18_24,,1']);
    const decisions = (line: string): boolean => line.startsWith('decisions_by_days,');
    expect(table.filter(decisions)).toEqual([
      'decisions_by_days,from_0_below_3,,1',
      'decisions_by_days,from_3_below_7,,1',
      'decisions_by_days,from_7_below_14,,1',
      'decisions_by_days,from_14_below_30,,0',
      'decisions_by_days,from_30,,0',
    ]);
    expect((await lines('observer')).filter(decisions).slice(0, 3)).toEqual([
      'decisions_by_days,from_0_below_3,,',
      'decisions_by_days,from_3_below_7,,',
      'decisions_by_days,from_7_below_14,,',
    ]);
  });

  it('of half a month have half the benefit of it, and none after an early end', async () => {
    const { database } = oasis;
    const { personId } = await aPerson(database);
    const membershipId = await aMembership(database, siteId, personId, await aPlan(database, siteId), {
      startsOn: '2027-04-01',
      endsOn: '2027-04-15',
    });
    await database.read(
      `insert into benefit (id, membership_id, term_id, starts_on, ends_on, price_cents, normal_price_cents, created_at)
       select $1, $2, id, '2027-04-01', '2027-09-30', 3000, 16000, $3 from membership_term where membership_id = $2`,
      [newId(), membershipId, at('08:00')],
    );

    const { body } = await get(on('participants', '2027-03-15', '2027-06-15'), 'manager').expect(200);

    expect(body).toMatchObject({ people: 1, benefitCents: 6500 });
  });
});
