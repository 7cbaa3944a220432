import type { Browser, Page } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { startBrowser, Visitor, type VisitorOptions } from './visitor';

describe('a coach', () => {
  let oasis: Oasis;
  let browser: Browser;
  let phone: Visitor;
  let desktop: Visitor;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
    const now = oasis.clock.now();
    phone = await comes('coach@oasis.example', { size: 'phone', now });
    desktop = await comes('coach@oasis.example', { dark: true, now });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  const comes = (email: string, options: VisitorOptions) => Visitor.atHome(browser, oasis.url, email, options);

  async function looks(path: string, name: string, ready: (page: Page) => Promise<unknown>): Promise<void> {
    const found: string[] = [];
    for (const visitor of [phone, desktop]) {
      await visitor.opens(path);
      await visitor.settles();
      await ready(visitor.page);
      await visitor.keeps(`coach-${name}`);
      found.push(...(await visitor.barriers()).map((barrier) => `${path} ${barrier}`));
      if (await visitor.isTooWide()) found.push(`${path} is too wide`);
    }
    expect(found).toEqual([]);
  }

  it('sees the week as a list and as a picture, and what waits', async () => {
    await looks('/coach', 'week', (page) => page.getByRole('button', { name: 'Close the session' }).first().waitFor());
    await looks('/coach?view=grid', 'week-grid', (page) =>
      page.getByRole('group', { name: 'The week as a picture' }).waitFor(),
    );
  }, 90_000);

  it('closes a session on a phone in one sheet, with a note, something to do and the next session', async () => {
    const { page } = phone;
    await phone.opens('/coach');
    const started = performance.now();
    await page.getByRole('button', { name: 'Close the session' }).first().click();
    const { sheet } = phone;
    await sheet.getByLabel('Note (optional)').fill('Two customers said yes. Ask them to write it down.');
    await sheet.getByRole('group', { name: 'To be done' }).getByRole('button', { name: 'Add' }).click();
    await sheet.getByLabel('Thing 1', { exact: true }).fill('Get two letters of intent');
    await sheet.getByRole('radio', { name: 'Over a link' }).dispatchEvent('click');
    await sheet.getByLabel('Time').waitFor();
    await phone.keeps('coach-close');
    expect(await phone.barriers()).toEqual([]);
    await sheet.getByRole('button', { name: 'Close the session' }).click();
    await page.getByText('The session is closed.').waitFor();
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`A session was closed on a phone in ${seconds.toFixed(1)} s.\n`);
    const [row] = await oasis.database.read<{
      status: string;
      minutes: number;
      notes: string;
      items: number;
      next: number;
    }>(
      `select s.status, s.held_minutes as minutes,
              (select string_agg(visibility, ',') from session_note n where n.session_id = s.id) as notes,
              (select count(*)::int from action_item i where i.session_id = s.id) as items,
              (select count(*)::int from coaching_session f where f.follows_id = s.id and f.mode = 'remote') as next
       from coaching_session s where s.topic = 'Five conversations with customers'`,
    );
    expect(row).toEqual({ status: 'closed', minutes: 45, notes: 'private', items: 1, next: 1 });
    expect(phone.complaints).toEqual([]);
  }, 60_000);

  it('puts right what was told of a session: both tellings stay in the trail', async () => {
    const { page, sheet } = phone;
    const of = `topic = 'Five conversations with customers'`;
    const [session] = await oasis.database.read<{ id: string }>(`select id from coaching_session where ${of}`);
    await phone.opens(`/coaching/sessions/${session?.id ?? ''}`);
    await page.getByRole('button', { name: 'Put right what was written' }).click();
    await sheet.getByText('Both versions stay in the record').waitFor();
    await sheet.getByLabel('Minutes held').fill('30');
    await sheet.getByText('Late', { exact: true }).click();
    await phone.keeps('coach-correct');
    expect(await phone.barriers()).toEqual([]);
    await sheet.getByRole('button', { name: 'Put it right' }).click();
    await page.getByText('It is put right.').waitFor();
    const [row] = await oasis.database.read<{ minutes: number; came: string; verbs: string[] }>(
      `select held_minutes as minutes,
              (select attendance from session_participant p where p.session_id = s.id) as came,
              (select array_agg(action order by at, id) from audit_event e
               where e.subject_id = s.id and action in ('coaching_session.close', 'coaching_session.correct')) as verbs
       from coaching_session s where ${of}`,
    );
    expect(row).toEqual({
      minutes: 30,
      came: 'late',
      verbs: ['coaching_session.close', 'coaching_session.correct'],
    });
    await page.getByText('30 min held').waitFor();
  }, 60_000);

  it('edits the hours and sees at once what can be booked; nothing is kept before', async () => {
    await looks('/coach/availability', 'availability', (page) => page.locator('[data-slots=shown]').waitFor());
    const { page } = desktop;
    const week = await oasis.database.read<{ from: string }>(
      `select to_char(from_time, 'HH24:MI') as "from" from availability_rule r join person p on p.id = r.coach_id
       where p.email = 'coach@oasis.example' and weekday = 4 order by 1`,
    );
    await page.getByRole('button', { name: 'Week after' }).click();
    const thursday = page.locator('[data-date]').nth(3);
    await thursday.getByText('09:00–12:00').waitFor();
    await page.getByLabel('From, Thursday 1').selectOption('10:30');
    await thursday.getByText('10:30–12:00').waitFor();
    expect(await countOfRules(4)).toEqual(week.map(({ from }) => from));
    await page.getByRole('button', { name: 'Copy Thursday to other days' }).click();
    await desktop.sheet.getByRole('checkbox', { name: 'Friday' }).check();
    await desktop.sheet.getByRole('button', { name: 'Copy' }).click();
    await page.locator('[data-date]').nth(4).getByText('10:30–12:00').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your hours are kept.').waitFor();
    expect(await countOfRules(5)).toEqual(['10:30', '13:00']);
  }, 90_000);

  async function countOfRules(weekday: number): Promise<string[]> {
    const rows = await oasis.database.read<{ from: string }>(
      `select to_char(from_time, 'HH24:MI') as "from" from availability_rule r join person p on p.id = r.coach_id
       where p.email = 'coach@oasis.example' and weekday = $1 order by 1`,
      [weekday],
    );
    return rows.map(({ from }) => from);
  }

  it('is told in the week when the clock moves', async () => {
    const spring = nextClockChange(oasis.clock.now());
    await desktop.opens(`/coach/availability?week=${spring}`);
    await desktop.page.getByText('The clock goes forward by 1 h').waitFor();
  }, 30_000);

  it('reads of founders, with private notes marked, and books a session on the spot', async () => {
    await looks('/coach/founders', 'founders', (page) => page.getByText('Next: ').first().waitFor());
    const [founder] = await oasis.database.read<{ id: string }>(
      `select a.membership_id as id from coaching_assignment a join person c on c.id = a.coach_id
       join person e on e.id = a.entrepreneur_id
       where c.email = 'coach@oasis.example' and e.email = 'entrepreneur@oasis.example' and a.status = 'active'`,
    );
    await looks(`/coach/founders/${founder?.id}`, 'founder', (page) =>
      page.getByText('Underestimates rent. Come back to it gently.').waitFor(),
    );
    const { page } = desktop;
    await page.locator('[data-note=private]').first().getByText('Private: only you').waitFor();
    expect(await page.getByText('Ask Dad for the old invoices.').count()).toBe(0);
    await page.getByRole('button', { name: 'Book a session' }).click();
    await desktop.sheet.getByLabel('Time').waitFor();
    await desktop.sheet.getByLabel('What it is about (optional)').fill('Letters of intent');
    await desktop.keeps('coach-book');
    await desktop.sheet.getByRole('button', { name: 'Book it' }).click();
    await page.getByRole('link', { name: 'Letters of intent' }).waitFor();
  }, 90_000);

  it('says in what, where and in which languages, and declares a conflict of interest', async () => {
    await looks('/coach/profile', 'profile', (page) => page.getByLabel('In one line').waitFor());
    const { page } = desktop;
    // Nothing is asked for that the profile does not know of.
    const missing: string[] = [];
    page.on('response', (answer) => void (answer.status() === 404 && missing.push(answer.url())));
    await page.reload();
    await page.getByLabel('In one line').fill('Money without tears');
    await page.getByLabel('How well do you know Sales and marketing?').selectOption('knows');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your profile is kept.').waitFor();
    await page.getByRole('button', { name: 'Declare a conflict' }).click();
    await page.getByLabel('About whom').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Declare a conflict' }).click();
    await page.getByRole('button', { name: 'It is over' }).waitFor();
    await page.getByLabel('Secret address of the calendar').fill('https://calendar.example/4711.ics');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('calendar.example', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await desktop.sheet.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).waitFor();
    expect(missing).toEqual([]);
    const [row] = await oasis.database.read<{ headline: string; conflicts: number }>(
      `select f.headline, (select count(*)::int from conflict_of_interest c where c.person_id = f.person_id) as conflicts
       from coach_profile f join person p on p.id = f.person_id where p.email = 'coach@oasis.example'`,
    );
    expect(row).toEqual({ headline: 'Money without tears', conflicts: 1 });
    expect(desktop.complaints).toEqual([]);
  }, 90_000);

  it('who is new is told what to do first, and nothing is asked for that is not there yet', async () => {
    await oasis.database.read(
      `insert into role_grant (id, person_id, role, site_id, created_at)
       select gen_random_uuid(), p.id, 'coach', s.id, $1 from person p, site s
       where p.email = 'applicant@oasis.example' and s.slug = 'lappeenranta' returning id`,
      [oasis.clock.now()],
    );
    const visitor = await comes('applicant@oasis.example', { size: 'phone', now: oasis.clock.now() });
    const missing: string[] = [];
    visitor.page.on('response', (answer) => void (answer.status() === 404 && missing.push(answer.url())));
    await visitor.opens('/coach/availability');
    await visitor.page.getByRole('link', { name: 'Coach profile' }).click();
    await visitor.page.getByText('First say in what you coach').waitFor();
    await visitor.page.getByLabel('In one line').fill('Numbers that bend');
    await visitor.button('Save').click();
    await visitor.page.getByRole('status').getByRole('link', { name: 'My hours' }).click();
    await visitor.page.getByRole('heading', { name: 'What founders can book' }).waitFor();
    expect(missing).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  });

  it('reads why a founder fits, and says yes', async () => {
    const other = await comes('coach2@oasis.example', { size: 'phone', now: oasis.clock.now() });
    await other.opens('/coach/requests');
    await other.settles();
    await other.page.getByText('Why you: a fit of').waitFor();
    await other.keeps('coach-requests');
    expect(await other.barriers()).toEqual([]);
    expect(await other.isTooWide()).toBe(false);
    await other.page.getByRole('button', { name: 'Not this time' }).click();
    await other.sheet.getByRole('button', { name: 'Not this time' }).click();
    await other.sheet.getByText('A few words help to find somebody else.').waitFor();
    await other.sheet.getByRole('button', { name: 'Not now' }).click();
    await other.page.getByRole('button', { name: 'I take it' }).click();
    await other.page.getByText('You coach Boris Ivanov now.').waitFor();
    await other.page.getByText('Nobody waits for your answer').waitFor();
    expect(other.complaints).toEqual([]);
    await other.leaves();
  }, 60_000);
});

/** The Monday of the week in which clocks go forward next: before the last Sunday of March. */
function nextClockChange(now: Date): string {
  for (const year of [now.getUTCFullYear(), now.getUTCFullYear() + 1]) {
    const last = new Date(Date.UTC(year, 2, 31));
    last.setUTCDate(31 - last.getUTCDay());
    if (last > now) return new Date(last.getTime() - 6 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  }
  throw new Error('There is a last Sunday of March in every year.');
}
