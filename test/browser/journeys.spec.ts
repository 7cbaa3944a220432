import type { Browser } from 'playwright-core';
import { MessageTicks } from '../../src/reminders/message.ticks';
import { Oasis } from '../support/oasis';
import { clearBookings, startDemoHouse } from './demo-house';
import { actsAs, guests, lappeenranta } from './itinerary';
import { type Size, startBrowser, Visitor } from './visitor';

const boris = 'entrepreneur2@oasis.example';
const konstantin = 'coach2@oasis.example';

describe.each<[Size, boolean]>([
  ['phone', false],
  ['desktop', true],
])('journeys at a %s (dark: %s)', (size, dark) => {
  let oasis: Oasis;
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    // Without a mail server and an address of a database given, letters go into the mailbox of the house.
    [oasis, browser] = await Promise.all([startDemoHouse({ databaseUrl: undefined }), startBrowser()]);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    await Promise.all(visitors.splice(0).map((visitor) => visitor.leaves()));
    expect(complaints).toEqual([]);
  });

  /** Somebody who is signed in and speaks English. */
  async function comes(email: string): Promise<Visitor> {
    const now = oasis.clock.now();
    const visitor = await Visitor.comes(browser, oasis.url, { size, dark, now });
    visitors.push(visitor);
    await visitor.isSignedIn(email, 'en');
    return visitor;
  }

  const tomorrow = () => new Date(oasis.clock.now().getTime() + 24 * 60 * 60_000).toISOString().slice(0, 10);

  /** Plans and sends what is due, and answers the newest letter to somebody. */
  async function newestLetter(to: string): Promise<{ subject: string; text: string } | undefined> {
    const ticks = oasis.get(MessageTicks);
    await ticks.planAgain(oasis.clock.now());
    await ticks.sweep(oasis.clock.now());
    const { body } = await oasis.http.get('/mailbox/messages').query({ to }).expect(200);
    return (body as { items: { subject: string; text: string }[] }).items[0];
  }

  it('a membership is offered, a desk booked, a letter reminds of it, and the code on the desk checks in', async () => {
    const start = oasis.clock.now();
    const manager = await comes(guests.manager);
    // The application is handed in over the API; how it is filled in is another spec's.
    const saga = await actsAs(oasis, guests.applicant);
    const [site] = await oasis.database.read<{ id: string }>(`select ${lappeenranta} as id`);
    const siteId = site?.id ?? '';
    const plans = await saga<{ items: { planId: string; code: string }[] }>('get', `/plans?siteId=${siteId}`);
    const { id } = await saga<{ id: string }>('post', '/applications', {
      siteId,
      planId: plans.items.find(({ code }) => code === 'launch')?.planId,
      startsOn: start.toISOString().slice(0, 10),
      answers: {
        ageBand: '18_24',
        municipality: 'Lappeenranta',
        idea: 'Birch sap for runners',
        problem: 'Runners are thirsty in winter.',
        customer: 'Runners of the north.',
        solution: 'A bottle that does not freeze.',
        sector: 'food',
        stage: 'idea',
        company: { founded: false },
      },
    });
    await saga('post', `/applications/${id}/submit`, { noOwnOffice: true });

    await manager.opens(`/decisions/${id}`);
    await manager.button('Start the review').click();
    await manager.page.getByText('Being reviewed', { exact: true }).waitFor();
    await manager.settles();
    await manager.page.getByLabel('Reason').fill('She has pitched to all of us.');
    await manager.button('Approve').click();
    await manager.page.getByText('Being reviewed', { exact: true }).waitFor({ state: 'detached' });
    await manager.button('Approve').waitFor({ state: 'detached' });
    await manager.keeps('journey-approved');

    const visitor = await comes(guests.applicant);
    const { page } = visitor;
    await visitor.opens('/');
    await page.getByRole('link', { name: 'See the offer' }).click();
    await page.getByLabel('I have read the agreement').check();
    await visitor.button('Accept the offer').click();
    await page.getByText('In force').waitFor();
    await visitor.opens('/');
    await page.getByRole('group', { name: 'A desk, tomorrow' }).getByRole('button', { name: 'Morning' }).click();
    await visitor.sheet.getByRole('button', { name: 'Book it' }).click();
    await visitor.sheet.getByText('Booked', { exact: true }).waitFor();

    // The evening before.
    oasis.clock.set(`${start.toISOString().slice(0, 10)}T17:30:00Z`);
    const letter = await newestLetter(guests.applicant);
    expect(letter?.text).toMatch(/Desk \d+/);
    const link = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(link).toMatch(/\/bookings/);

    // In the morning, ten minutes before, at the desk.
    const [booked] = await oasis.database.read<{ at: Date; resourceId: string }>(
      `select b.starts_at as at, b.resource_id as "resourceId" from booking b join person p on p.id = b.person_id
       where p.email = $1 and b.status = 'confirmed'`,
      [guests.applicant],
    );
    oasis.clock.set(new Date((booked?.at.getTime() ?? 0) - 10 * 60_000));
    const codes = await (
      await actsAs(oasis, guests.manager)
    )<{
      items: { code: string; resource: { id: string } }[];
    }>('post', `/sites/${siteId}/check-in-codes`);
    const code = codes.items.find(({ resource }) => resource.id === booked?.resourceId)?.code;
    const there = await comes(guests.applicant);
    await there.opens(new URL(link).pathname);
    await there.page
      .getByText(/Desk \d+/)
      .first()
      .waitFor();
    await there.opens(`/c/${code}`);
    await there.page.getByText(/^Welcome to Desk \d+/).waitFor();
    await there.keeps('journey-checked-in');
    expect(await there.barriers()).toEqual([]);
    oasis.clock.set(start);
  }, 90_000);

  it('a coach takes a founder on, they meet in a room, and the session is closed with a note', async () => {
    const start = oasis.clock.now();
    const coach = await comes(konstantin);
    await coach.opens('/coach/requests');
    const request = coach.page.getByRole('article', { name: 'Boris Ivanov' });
    await request.getByRole('button', { name: 'I take it' }).click();
    await request.waitFor({ state: 'detached' });

    const founder = await comes(boris);
    await founder.opens('/coaching');
    const [pair] = await oasis.database.read<{ id: string }>(
      `select a.id from coaching_assignment a join person p on p.id = a.entrepreneur_id
       where p.email = $1 and a.status = 'active'`,
      [boris],
    );
    await founder.opens(`/coaching/book?assignment=${pair?.id ?? ''}&how=on_site`);
    await founder.page.locator('section[aria-labelledby=times] li button').first().click();
    await founder.sheet.getByLabel('What about (optional)').fill('The first price');
    await founder.keeps('journey-session');
    await founder.sheet.getByRole('button', { name: 'Book it' }).click();
    await founder.sheet.getByText('It is agreed').waitFor();
    const [session] = await oasis.database.read<{ id: string; ends: Date; room: string | null }>(
      `select s.id, s.ends_at as ends, r.name as room from coaching_session s left join resource r on r.id = s.room_id
       where s.topic = 'The first price'`,
    );
    expect(session?.room).toEqual(expect.any(String));

    oasis.clock.set(new Date((session?.ends.getTime() ?? 0) + 60_000));
    const after = await comes(konstantin);
    await after.opens('/');
    await after.page
      .locator(`[data-session="${session?.id ?? ''}"]`)
      .getByRole('button', { name: 'Close the session' })
      .click();
    await after.sheet.getByLabel('Note (optional)').fill('Ask ten customers what they would pay.');
    await after.chooses('Both of us');
    await after.keeps('journey-closing');
    expect(await after.barriers()).toEqual([]);
    await after.sheet.getByRole('button', { name: 'Close the session' }).click();
    await after.sheet.waitFor({ state: 'detached' });
    const [closed] = await oasis.database.read<{ status: string; notes: number }>(
      `select status, (select count(*)::int from session_note n where n.session_id = s.id and visibility = 'shared') as notes
       from coaching_session s where id = $1`,
      [session?.id],
    );
    expect(closed).toEqual({ status: 'closed', notes: 1 });
    const reader = await comes(boris);
    await reader.opens(`/coaching/sessions/${session?.id ?? ''}`);
    await reader.page.getByText('Ask ten customers what they would pay.').waitFor();
    await reader.keeps('journey-closed');
    oasis.clock.set(start);
  }, 90_000);

  it('when a site has to close, an equal place is offered, and one press takes it', async () => {
    await clearBookings(oasis, guests.founder);
    const founder = await actsAs(oasis, guests.founder);
    const manager = await actsAs(oasis, guests.manager);
    const [site] = await oasis.database.read<{ id: string }>(`select ${lappeenranta} as id`);
    const siteId = site?.id ?? '';
    const day = tomorrow();
    await founder('post', '/bookings', { siteId, kind: 'desk', date: day, from: '10:00', to: '12:00' });
    await manager('post', `/sites/${siteId}/closures`, {
      startsOn: day,
      endsOn: day,
      reason: 'The water is cut off',
    });
    const aino = await comes(guests.founder);
    await aino.opens('/replacements');
    const offer = aino.page.getByRole('article', { name: /^In its place: / });
    await offer.getByText('The water is cut off').waitFor();
    await aino.keeps('journey-replacement');
    expect(await aino.barriers()).toEqual([]);
    await offer.getByRole('button').first().click();
    await aino.page.getByText(/^Your booking goes on in /).waitFor();
    await aino.opens('/bookings');
    await aino.page
      .locator('article[data-booking]')
      .getByText(/10:00–12:00/)
      .first()
      .waitFor();
  }, 60_000);
});
