import type { Browser } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { startBrowser, Visitor, type VisitorOptions } from './visitor';

describe('becoming a member', () => {
  let oasis: Oasis;
  let browser: Browser;
  let saga: Visitor;
  let manager: Visitor;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
    saga = await comes('applicant@oasis.example', { size: 'phone', now: oasis.clock.now() });
    manager = await comes('manager@oasis.example', { now: oasis.clock.now() });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  const comes = (email: string, options: VisitorOptions) => Visitor.atHome(browser, oasis.url, email, options);

  it('leads from home through an application that keeps itself', async () => {
    const { page } = saga;
    await page.getByRole('link', { name: 'Apply for membership' }).click();
    await page.getByLabel('Site').selectOption({ label: 'Lappeenranta' });
    await saga.button('Choose Launch').click();
    await page.getByLabel('Your age').selectOption('18_24');
    await page.getByLabel('Where you live').fill('Lappeenranta');
    await page.getByLabel('The idea in one sentence').fill('Birch sap for runners');
    await page.locator('[data-keeping=kept]').waitFor();
    await page.reload();
    await page.getByLabel('The idea in one sentence').waitFor();
    expect(await page.getByLabel('The idea in one sentence').inputValue()).toBe('Birch sap for runners');

    await saga.button('Hand it in').click();
    await page.getByText('Still missing').waitFor();
    expect(await saga.barriers()).toEqual([]);
    await page.getByLabel('The problem it solves').fill('Runners are thirsty in winter.');
    await page.getByLabel('Who has this problem').fill('Runners of the north.');
    await page.getByLabel('How it is solved').fill('A bottle that does not freeze.');
    await page.getByLabel('Field').selectOption('food');
    await page.getByLabel('How far it is').selectOption('idea');
    await page.getByRole('radio', { name: 'Not yet' }).check();
    await page.getByLabel('From which day').fill(oasis.clock.now().toISOString().slice(0, 10));
    await saga.keeps('application');
    await page.getByLabel('I declare that I have no office').check();
    await saga.button('Hand it in').click();
    await page.getByText('Next: somebody looks').waitFor();
    await saga.keeps('application-path');
    expect(await saga.barriers()).toEqual([]);
  }, 60_000);

  it('is decided by a manager, with a reason where reviews are missing', async () => {
    const { page } = manager;
    await page.getByRole('link', { name: 'Decisions' }).click();
    await page.getByRole('link', { name: /^Saga/ }).click();
    await manager.button('Start the review').click();
    await manager.button('Approve').click();
    await page.locator('[data-refusal=two_reviews]').waitFor();
    await manager.keeps('decision-refused');
    expect(await manager.barriers()).toEqual([]);
    await page.getByLabel('Reason').fill('She has pitched to all of us.');
    await manager.button('Approve').click();
    await page.getByText('Approved', { exact: true }).waitFor();
  }, 60_000);

  it('is accepted after reading, and a desk can be booked at once', async () => {
    const { page } = saga;
    await saga.opens('/');
    await page.getByRole('link', { name: 'See the offer' }).click();
    await saga.button('Read the agreement').click();
    await saga.sheet.getByText('favourable terms').or(saga.sheet.locator('[lang] p').first()).first().waitFor();
    await page.keyboard.press('Escape');
    await saga.sheet.waitFor({ state: 'detached' });
    await saga.keeps('offer');
    await saga.button('Accept the offer').click();
    await page.getByText('Read and accept them first.').waitFor();
    await page.getByLabel('I have read the agreement').check();
    await saga.button('Accept the offer').click();
    await page.getByText('In force').waitFor();
    await page.getByRole('heading', { name: /What is left in/ }).waitFor();
    await saga.opens('/');
    const tomorrow = page.getByRole('group', { name: 'A desk, tomorrow' });
    await tomorrow.getByRole('button', { name: 'Morning' }).click();
    await saga.sheet.getByRole('button', { name: 'Book it' }).click();
    await saga.sheet.getByText('Booked', { exact: true }).waitFor();
  }, 60_000);

  it('is explained line by line, and paused by asking', async () => {
    const { page } = saga;
    await saga.opens('/membership');
    await page.getByRole('heading', { name: 'How it came about' }).waitFor();
    await page
      .getByRole('listitem')
      .getByRole('button', { name: /^Desk / })
      .click();
    await saga.sheet.getByRole('button', { name: 'Change' }).waitFor();
    await page.keyboard.press('Escape');
    await saga.sheet.waitFor({ state: 'detached' });
    const day = (ahead: number) =>
      new Date(oasis.clock.now().getTime() + ahead * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await saga.button('Ask for a pause').click();
    await saga.sheet.getByLabel('First day').fill(day(60));
    await saga.sheet.getByLabel('Last day').fill(day(50));
    await saga.sheet.getByRole('button', { name: 'Ask for it' }).click();
    await saga.sheet.getByText('The last day is before the first.').waitFor();
    await saga.sheet.getByLabel('Last day').fill(day(70));
    await saga.keeps('pause');
    expect(await saga.barriers()).toEqual([]);
    await saga.sheet.getByRole('button', { name: 'Ask for it' }).click();
    await page.getByText(/^You asked for a pause/).waitFor();
    expect([...saga.complaints, ...manager.complaints]).toEqual([]);
  }, 60_000);
});
