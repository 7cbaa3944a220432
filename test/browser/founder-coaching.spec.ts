import type { Browser } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { startBrowser, Visitor, type VisitorOptions } from './visitor';

describe('a founder and a coach', () => {
  let oasis: Oasis;
  let browser: Browser;
  let phone: Visitor;
  let desktop: Visitor;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
    const now = oasis.clock.now();
    phone = await comes('entrepreneur@oasis.example', { size: 'phone', now });
    desktop = await comes('entrepreneur@oasis.example', { dark: true, now });
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  const comes = (email: string, options: VisitorOptions) => Visitor.atHome(browser, oasis.url, email, options);

  it('shows who the coach is, what is next and what is to be done', async () => {
    for (const visitor of [phone, desktop]) {
      await visitor.opens('/coaching');
      await visitor.settles();
      await visitor.page.getByRole('link', { name: 'Rehearsing the bank' }).waitFor();
      await visitor.page.getByRole('heading', { name: 'My coach' }).waitFor();
      await visitor.keeps('coaching');
      expect(await visitor.barriers()).toEqual([]);
      expect(await visitor.isTooWide()).toBe(false);
    }
  }, 60_000);

  it('ticks off what is done, and the house knows it', async () => {
    const { page } = phone;
    const item = page.getByRole('checkbox', { name: 'Send the coach the answers in writing' });
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok()),
      item.click(),
    ]);
    const [row] = await oasis.database.read<{ status: string }>(
      `select status from action_item where title = 'Send the coach the answers in writing'`,
    );
    expect(row?.status).toBe('done');
  }, 30_000);

  it('books a session with a room in one act, and says before what it costs', async () => {
    const { page } = phone;
    await phone.opens('/coaching/book');
    await phone.settles();
    const days = page.getByRole('navigation', { name: 'Days with free times' });
    await days.getByRole('button').nth(2).click();
    await phone.keeps('coaching-book');
    expect(await phone.barriers()).toEqual([]);
    expect(await phone.isTooWide()).toBe(false);
    await page.locator('section ul button').first().click();
    await phone.sheet.getByText(/of your time with a coach/).waitFor();
    await phone.sheet.getByLabel('What about').fill('Prices for the first ten customers');
    await phone.keeps('coaching-book-sheet');
    expect(await phone.barriers()).toEqual([]);
    await phone.sheet.getByRole('button', { name: 'Book it' }).click();
    await phone.sheet.getByText('It is agreed').waitFor();
    await phone.sheet.getByRole('link', { name: 'See the session' }).click();
    await page.getByRole('heading', { level: 1, name: 'Prices for the first ten customers' }).waitFor();
    const [row] = await oasis.database.read<{ room: string | null; mode: string }>(
      `select room_id as room, mode from coaching_session where topic = 'Prices for the first ten customers'`,
    );
    expect(row).toEqual({ room: expect.any(String) as string, mode: 'on_site' });
  }, 60_000);

  it('brings the team and takes some in over the link', async () => {
    const { page } = desktop;
    await desktop.opens('/coaching/book?type=team');
    await desktop.settles();
    await page.getByRole('navigation', { name: 'Days with free times' }).getByRole('button').nth(5).click();
    await page.locator('section ul button').first().click();
    const mate = desktop.sheet.getByRole('group', { name: 'Who comes along' }).getByRole('checkbox');
    await mate.waitFor();
    expect(await mate.isChecked()).toBe(true);
    await desktop.sheet.getByRole('checkbox', { name: 'Some of us join over the link' }).check();
    await desktop.sheet.getByLabel('What about').fill('Who sells what');
    await desktop.sheet.getByText(/of your time with a coach/).waitFor();
    await desktop.keeps('coaching-book-team');
    expect(await desktop.barriers()).toEqual([]);
    await desktop.sheet.getByRole('button', { name: 'Book it' }).click();
    await desktop.sheet.getByText('It is agreed').waitFor();
    const [row] = await oasis.database.read<{ mode: string; people: number; hasRoom: boolean }>(
      `select mode, room_id is not null as "hasRoom",
              (select count(*)::int from session_participant p where p.session_id = s.id) as people
       from coaching_session s where topic = 'Who sells what'`,
    );
    expect(row).toEqual({ mode: 'hybrid', people: 2, hasRoom: true });
  }, 60_000);

  it('without a coach says whom one would like, and in which order', async () => {
    const boris = await comes('entrepreneur2@oasis.example', { size: 'phone', now: oasis.clock.now() });
    const { page } = boris;
    await boris.opens('/coaching');
    await boris.settles();
    const wishes = page.getByRole('checkbox', { name: /as my coach/ });
    // Ticked once the house has said yes, a moment after the press.
    for (const [place, wish] of [
      [1, 'Your wish number 1'],
      [0, 'Your wish number 2'],
    ] as const) {
      await Promise.all([
        page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok()),
        wishes.nth(place).click(),
      ]);
      await page.getByText(wish).waitFor();
    }
    await boris.keeps('coaching-wishes');
    expect(await boris.barriers()).toEqual([]);
    expect(await boris.isTooWide()).toBe(false);
    const rows = await oasis.database.read<{ rank: number }>(
      `select rank from coaching_wish w join person p on p.id = w.person_id where p.email = 'entrepreneur2@oasis.example'`,
    );
    expect(rows).toHaveLength(2);
    expect(boris.complaints).toEqual([]);
    await boris.leaves();
  }, 60_000);

  it('prepares, remembers for itself, and takes the session along', async () => {
    const { page } = phone;
    await phone.button('Write a few words').click();
    await page.getByRole('textbox', { name: 'What you want to talk about' }).fill('Ten customers, three prices.');
    await phone.button('Save').click();
    await page.getByRole('paragraph').filter({ hasText: 'Ten customers, three prices.' }).waitFor();
    await phone.button('Save').waitFor({ state: 'detached' });
    // The coach writes into it while it is being written, and the page has read that before it is saved.
    await phone.button('Change').first().click();
    await page.getByRole('textbox', { name: 'What you want to talk about' }).fill('Ten customers, four prices.');
    await oasis.database.read(
      `update coaching_session set brief = 'Bring the contract.', version = version + 1 where brief like 'Ten customers%'`,
    );
    await phone.button('Write a note').click();
    await page.getByLabel('Note', { exact: true }).fill('Ask about the pilot.');
    await phone.button('Keep the note').click();
    await page.getByText('Only you').waitFor();
    await phone.button('Save').click();
    await page.getByText('This was changed meanwhile').waitFor();
    await page.getByRole('paragraph').filter({ hasText: 'Bring the contract.' }).waitFor();
    await phone.button('Save').click();
    await page.getByRole('paragraph').filter({ hasText: 'Ten customers, four prices.' }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), phone.button('To my calendar').click()]);
    expect(file.suggestedFilename()).toBe('session.ics');
    await phone.keeps('coaching-session');
    expect(await phone.barriers()).toEqual([]);
    expect(await phone.isTooWide()).toBe(false);
  }, 60_000);

  it('offers other times as buttons when somebody was faster', async () => {
    const { page } = desktop;
    await desktop.opens('/coaching/book');
    await desktop.settles();
    await page.getByRole('navigation', { name: 'Days with free times' }).getByRole('button').nth(3).click();
    await desktop.keeps('coaching-book');
    const slot = page.locator('section ul button').first();
    await slot.click();
    await desktop.sheet.getByText(/of your time with a coach/).waitFor();
    // Between the last look and the press, the coach is taken for the whole day.
    const wished = new URLSearchParams(new URL(page.url()).search).get('date');
    await oasis.database.read(
      `select occupy(gen_random_uuid(), 'session', gen_random_uuid(), null, p.id, s.id, p.id,
                     ($1::date + time '04:00' + q * interval '15 min') at time zone 'UTC',
                     ($1::date + time '04:15' + q * interval '15 min') at time zone 'UTC', 0::smallint, null)
       from person p, site s, generate_series(0, 51) q
       where p.email = 'coach@oasis.example' and s.slug = 'lappeenranta'`,
      [wished],
    );
    await desktop.sheet.getByRole('button', { name: 'Book it' }).click();
    await desktop.sheet.getByText('The coach has something else at that time').waitFor();
    await desktop.keeps('coaching-book-taken');
    expect(await desktop.barriers()).toEqual([]);
    await desktop.sheet.getByRole('alert').getByRole('button').first().click();
    await desktop.sheet.getByText('It is agreed').waitFor();
  }, 60_000);

  it('calls a session off and hears that its minutes come back', async () => {
    const { page } = desktop;
    await desktop.sheet.getByRole('link', { name: 'See the session' }).click();
    await desktop.button('Call it off').click();
    await desktop.sheet.getByText('Its minutes come back to your wallet.').waitFor();
    await desktop.sheet.getByRole('button', { name: 'Yes, call it off' }).click();
    await page.getByText('Called off', { exact: true }).first().waitFor();
    await desktop.keeps('coaching-session-called-off');
    expect(await desktop.barriers()).toEqual([]);
  }, 60_000);

  it('tells once how a session was', async () => {
    const { page } = phone;
    // What nobody has told yet is not asked for.
    const missing: string[] = [];
    page.on('response', (answer) => void (answer.status() === 404 && missing.push(answer.url())));
    await phone.opens('/coaching');
    await page.getByRole('link', { name: 'Tell how it was' }).first().click();
    await page.getByRole('radio', { name: 'A lot' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('You told: A lot.').waitFor();
    await phone.keeps('coaching-session-past');
    expect(await phone.barriers()).toEqual([]);
    expect(missing).toEqual([]);
  }, 60_000);

  it('moves a session to another free time', async () => {
    const { page } = phone;
    await phone.opens('/coaching');
    await page.getByRole('link', { name: 'Prices for the first ten customers' }).click();
    await phone.button('Move it').click();
    const times = phone.sheet.locator('section ul button');
    await times.first().waitFor();
    await phone.keeps('coaching-session-move');
    await times.last().click();
    await phone.sheet.getByRole('button', { name: 'Move it there' }).click();
    await page.getByText('The session is moved').waitFor();
    await phone.sheet.waitFor({ state: 'detached' });
    const [row] = await oasis.database.read<{ version: number }>(
      `select version from coaching_session where topic = 'Prices for the first ten customers'`,
    );
    expect(row?.version).toBeGreaterThan(1);
  }, 60_000);

  it('finds nothing where a session of others is', async () => {
    const [other] = await oasis.database.read<{ id: string }>(
      `select k.id from coaching_session k where k.type = 'office_hour' limit 1`,
    );
    await phone.opens(`/coaching/sessions/${other?.id ?? ''}`);
    await phone.page.getByText('This session is not here').waitFor();
  }, 30_000);

  it('follows its venture: stages, milestones, team, company', async () => {
    for (const visitor of [phone, desktop]) {
      await visitor.opens('/milestones');
      await visitor.settles();
      await visitor.page.getByText('Lumi Tracks').first().waitFor();
      await visitor.page.getByText(/Waiting for an answer/).waitFor();
      await visitor.page.getByRole('checkbox', { name: 'Agreement with one municipality' }).waitFor();
      await visitor.keeps('milestones');
      expect(await visitor.barriers()).toEqual([]);
      expect(await visitor.isTooWide()).toBe(false);
    }
    const { page } = desktop;
    await desktop.button('Add a milestone').click();
    await desktop.sheet.getByLabel('What is reached').fill('Ten paying skiers');
    await desktop.sheet.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('checkbox', { name: 'Ten paying skiers' }).click();
    await page
      .getByText(/reached on/)
      .first()
      .waitFor();
    await desktop.button('Enter the company').click();
    await desktop.sheet.getByText('Do not register the company too early').waitFor();
    await desktop.sheet.getByLabel('Name of the company').fill('Lumi Tracks Oy');
    await desktop.sheet.getByLabel('Business ID').fill('1234567-8');
    await desktop.sheet.getByLabel('Registered on').fill('2026-01-02');
    await desktop.sheet.getByRole('button', { name: 'Save' }).click();
    await desktop.sheet.locator('[data-refusal=company_facts]').waitFor();
    await desktop.keeps('milestones-company');
    expect(await desktop.barriers()).toEqual([]);
  }, 60_000);

  it('fits on the smallest phone', async () => {
    await phone.page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/coaching', '/coaching/book', '/milestones']) {
      await phone.opens(path);
      await phone.settles();
      expect([path, await phone.isTooWide()]).toEqual([path, false]);
    }
  }, 60_000);

  it('leaves the browser nothing to complain of', () => {
    expect([...phone.complaints, ...desktop.complaints]).toEqual([]);
  });
});
