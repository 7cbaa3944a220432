import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { newId } from '../../src/kernel/id';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { actsAs, guests } from './itinerary';
import { Size, startBrowser, Visitor } from './visitor';

const manager = 'manager@oasis.example';

let oasis: Oasis;
let browser: Browser;

beforeAll(async () => {
  [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await oasis?.stop();
});

const comes = async (options: { size?: Size; dark?: boolean; language?: string } = {}) => {
  const visitor = await Visitor.comes(browser, oasis.url, { ...options, now: oasis.clock.now() });
  // Chosen on this device, so that it is not the manager's own language.
  const language = (options.language ?? 'en').slice(0, 2);
  await visitor.context.addInitScript(`localStorage.setItem('oasis-language', '${language}')`);
  await visitor.signsIn(manager);
  return visitor;
};

describe('the office of a manager', () => {
  it('finds a coach with reasons and asks', async () => {
    const visitor = await comes();
    await visitor.opens('/assignments');
    await visitor.settles();
    const lane = visitor.page.locator('section[aria-labelledby="lane-without"] article');
    const before = await lane.count();
    expect(before).toBeGreaterThan(0);
    await lane
      .first()
      .getByRole('button', { name: /^Find a coach: / })
      .click();
    const first = visitor.sheet.getByRole('listitem').first();
    await first.getByText('Why', { exact: true }).click();
    await first.getByText('What is needed').waitFor();
    await visitor.keeps('office-match');
    expect(await visitor.barriers()).toEqual([]);
    await first.getByRole('button', { name: /^Ask/ }).click();
    await visitor.sheet.waitFor({ state: 'detached' });
    await visitor.page.getByText('has been asked').waitFor();
    await expectSoon(() => lane.count(), before - 1);
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  }, 60_000);

  it('knows one pair and one that must not be before the house looks for the others', async () => {
    const visitor = await comes();
    await visitor.opens('/assignments');
    await visitor.settles();
    await visitor.button('Match all of them').click();
    const knows = async (founder: number, how: string, coach: number) => {
      await visitor.sheet.getByLabel('Founder', { exact: true }).selectOption({ index: founder });
      await visitor.sheet.getByLabel('How', { exact: true }).selectOption(how);
      await visitor.sheet.getByLabel('Coach', { exact: true }).selectOption({ index: coach });
      await visitor.sheet.getByRole('button', { name: 'Add' }).click();
    };
    await knows(1, 'Together', 1);
    await knows(1, 'Not together', 2);
    await visitor.keeps('office-known-pairs');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.sheet.getByRole('button', { name: 'Make a draft' }).click();
    await visitor.page.waitForURL(/\/assignments\/runs\//);
    const [run] = await oasis.database.read<{ asked: Record<'fixed' | 'apart', { membershipId: string }[]> }>(
      'select asked from matching_run where id = $1',
      [new URL(visitor.page.url()).pathname.split('/').pop()],
    );
    expect(run?.asked).toMatchObject({ fixed: [{}], apart: [{}] });
    expect(run?.asked.fixed[0]?.membershipId).toBe(run?.asked.apart[0]?.membershipId);
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  }, 60_000);

  it('gives somebody a role at the site, and takes it back', async () => {
    const visitor = await comes();
    await visitor.opens('/roles');
    await visitor.settles();
    const observers = visitor.page.getByRole('region', { name: 'Observers' });
    await visitor.button('Give a role').click();
    await visitor.sheet.getByLabel('E-mail address').fill(guests.applicant);
    await visitor.sheet.getByLabel('Role', { exact: true }).selectOption('observer');
    await visitor.keeps('office-roles');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.sheet.getByRole('button', { name: 'Give a role' }).click();
    await observers.locator('[data-row="Saga Sjöberg"]').getByRole('button').click();
    await visitor.sheet.getByRole('button', { name: 'Take back' }).click();
    await visitor.sheet.waitFor({ state: 'detached' });
    await observers.locator('[data-row="Saga Sjöberg"]').waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  }, 60_000);

  it('leads administrators to the board of the queues', async () => {
    const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    await visitor.isSignedIn(guests.administrator, 'en');
    await visitor.opens('/more');
    await visitor.page.getByRole('link', { name: 'Queues' }).click();
    await visitor.button('Open the board').click();
    await visitor.page.waitForURL(/queue-board/);
    await visitor.page
      .getByRole('link', { name: /messages/ })
      .first()
      .waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  }, 60_000);

  it('shows administrators who wants to be erased, takes their answer, and a second factor that was lost', async () => {
    const applicant = await actsAs(oasis, guests.applicant);
    const founder = await actsAs(oasis, guests.founder);
    for (const asks of [applicant, founder]) await asks('post', '/me/erasure-requests');
    const visitor = await Visitor.comes(browser, oasis.url, { size: 'phone', now: oasis.clock.now() });
    await visitor.isSignedIn(guests.administrator, 'en');
    await visitor.opens('/');
    await visitor.page.getByRole('link', { name: /^2 erasure requests/ }).click();
    await visitor.settles();
    // A membership runs: it says so, and leads there.
    const member = visitor.page.getByRole('article').filter({ hasText: guests.founder });
    await member.getByText('The membership has to end first').waitFor();
    expect(await member.getByRole('link', { name: 'Open the membership' }).count()).toBe(1);
    await visitor.page.getByRole('article').filter({ hasText: guests.applicant }).getByRole('button').click();
    await visitor.keeps('office-erasure-answer');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.sheet.getByRole('button', { name: 'Grant the erasure' }).click();
    await visitor.sheet.waitFor({ state: 'detached' });
    await visitor.page.getByRole('heading', { name: 'Granted, carried out soon' }).waitFor();
    const answers = await oasis.database.read('select outcome from erasure_request where outcome is not null');
    expect(answers).toEqual([{ outcome: 'granted' }]);
    // It is a member like any other, who may have lost a second factor, too.
    const factors = `select 1 from second_factor f join person p on p.id = f.person_id where p.email = $1`;
    await oasis.database.read(
      `insert into second_factor (person_id, sealed_secret, key_id, enabled_at, last_step)
       select id, decode(repeat('00', 60), 'hex'), 'none', $2, 0 from person where email = $1`,
      [guests.founder, oasis.clock.now()],
    );
    await member.getByRole('link', { name: 'Open the membership' }).click();
    await visitor.button('Lost second factor').click();
    await visitor.keeps('office-lost-factor');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.sheet.getByRole('button', { name: 'Take it away' }).click();
    await visitor.sheet.waitFor({ state: 'detached' });
    expect(await oasis.database.read(factors, [guests.founder])).toEqual([]);
    // And who holds no role yet is found among the roles, where an administrator looks for people.
    await visitor.opens('/roles');
    await visitor.settles();
    await visitor.page.getByRole('searchbox', { name: 'Find a person' }).fill('saga');
    const others = visitor.page.getByRole('region', { name: 'Others with an account' });
    await others.getByRole('button', { name: 'Lost second factor: Saga Sjöberg' }).click();
    await visitor.keeps('office-lost-factor-of-others');
    await visitor.sheet.getByRole('button', { name: 'Take it away' }).click();
    await visitor.sheet.getByText('Saga Sjöberg has no second factor.').waitFor();
    expect(visitor.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
    await visitor.leaves();
  }, 60_000);

  it('keeps the question of a report in the address, and lets the table be taken along', async () => {
    const visitor = await comes();
    const [site] = await oasis.database.read<{ id: string }>(`select id from site where slug = 'imatra'`);
    await oasis.database.read(
      `insert into role_grant (id, person_id, role, site_id, created_at)
       select gen_random_uuid(), id, 'observer', $1, now() from person where email = $2`,
      [site?.id, manager],
    );
    // An address that was kept before names the site by its id; one that is chosen here, by its slug.
    await visitor.opens(`/reports?site=${site?.id}`);
    await visitor.settles();
    const which = visitor.page.getByLabel('Site', { exact: true });
    expect(await which.inputValue()).toBe('imatra');
    await which.selectOption({ label: 'Lappeenranta' });
    await visitor.page.getByLabel('Period').selectOption('lastMonth');
    await visitor.chooses('People');
    await visitor.page.getByText('People served').first().waitFor();
    const address = new URL(visitor.page.url()).searchParams;
    expect([address.get('site'), address.get('report')]).toEqual(['lappeenranta', 'participants']);
    expect(address.get('from')).toMatch(/-01$/);
    const [file] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.button('Download as CSV').click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^participants-.*\.csv$/);
    expect(readFileSync(await file.path(), 'utf8')).toContain('people');
    await visitor.leaves();
  }, 60_000);

  it('shows what a new version of a plan changes before it is published', async () => {
    const visitor = await comes();
    await visitor.opens('/plans');
    await visitor.settles();
    const plan = visitor.page.getByRole('article', { name: 'Launch' });
    await plan.getByText('Version 1,').waitFor();
    await plan.getByRole('link', { name: /^New version/ }).click();
    await visitor.page.getByLabel('Price a month, €').fill('35');
    await visitor.button('See what this changes').click();
    await visitor.page.getByText('What this changes', { exact: true }).waitFor();
    await visitor.keeps('office-plan-preview');
    await visitor.button('Publish').click();
    await visitor.page.getByRole('article', { name: 'Launch' }).getByText('Version 2,').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  }, 60_000);

  it('tells in words what was done, one thing at a time', async () => {
    const { siteId, personId } = await aManager();
    await oasis.database.read(
      `insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts) values ($1, $2, $3, $4, $5, $3, $6)`,
      [newId(), oasis.clock.now(), personId, siteId, 'booking.cancel', JSON.stringify({ reason: '<b>ill</b>' })],
    );
    const visitor = await comes();
    await visitor.opens('/audit?about=booking');
    const line = visitor.page.getByRole('listitem').filter({ hasText: '<b>ill</b>' });
    await line.getByText('Cancelled a booking').waitFor();
    await line.getByRole('button', { name: 'Only this' }).click();
    await visitor.button('Show all again').waitFor();
    const lines = visitor.page.getByRole('listitem');
    await lines.nth(1).waitFor({ state: 'detached' });
    await line.waitFor();
    expect(await lines.count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  }, 60_000);

  it('gives several applications the same answer and tells what came of each', async () => {
    const visitor = await comes();
    await visitor.opens('/decisions');
    await visitor.settles();
    const boxes = visitor.page.getByRole('checkbox', { name: /^Choose / });
    await boxes.first().check();
    await visitor.page.getByText('1 application chosen').waitFor();
    await visitor.keeps('office-decide-many');
    const answer = visitor.page.getByLabel('The same answer to all');
    await answer.selectOption({ index: 0 });
    const reason = visitor.page.getByLabel('Reason');
    if (await reason.count()) await reason.fill('Well thought through.');
    await visitor.page.locator('section[aria-labelledby="many"] button').first().click();
    await visitor.page.getByText('What came of it').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  }, 60_000);
});

async function aManager(): Promise<{ siteId: string; personId: string }> {
  const [row] = await oasis.database.read<{ siteId: string; personId: string }>(
    `select g.site_id as "siteId", p.id as "personId" from person p join role_grant g on g.person_id = p.id
     where p.email = $1 and g.role = 'manager'`,
    [manager],
  );
  if (!row) throw new Error('The demonstration has no manager.');
  return row;
}

async function expectSoon(read: () => Promise<number>, wanted: number): Promise<void> {
  for (let tries = 0; tries < 40 && (await read()) !== wanted; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await read()).toBe(wanted);
}
