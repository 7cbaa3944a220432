import type { Browser } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-people';
import { linkFor } from '../support/account';
import { Oasis } from '../support/oasis';
import { codeOf, fromBase32 } from '../support/second-factor';
import { clearBookings, startDemoHouse } from './demo-house';
import { startBrowser, Visitor } from './visitor';

describe('a visit', () => {
  let oasis: Oasis;
  let browser: Browser;
  let aino: Visitor;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse({ secondFactorFor: 'staff' }), startBrowser()]);
    await clearBookings(oasis, 'entrepreneur@oasis.example');
  }, 60_000);

  beforeEach(async () => {
    aino = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    await aino.signsIn('entrepreneur@oasis.example');
  });

  afterEach(() => aino.leaves());

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  /** Opens the form for a booth tomorrow and fills it in. */
  async function fillsTheForm(title: string): Promise<void> {
    await aino.opens('/');
    await aino.page.getByRole('link', { name: 'Book', exact: true }).click();
    await aino.button(/^tomorrow/i).click();
    await aino.chooses('Booths');
    await aino.page.locator('[data-resource]').first().waitFor();
    await aino.page.getByLabel('From').selectOption({ label: '18:00' });
    await aino.page.getByLabel('Until').selectOption({ label: '19:00' });
    await aino.page.locator('[data-standing=free] button').first().click();
    await aino.sheet.getByLabel('What for').fill(title);
  }

  it('survives a reload, and keeps no token where scripts of others could find it', async () => {
    await aino.page.reload();
    await aino.page.getByRole('heading', { name: 'Aino' }).waitFor();
    const kept = JSON.stringify([await aino.page.evaluate('({ ...localStorage, ...sessionStorage })')]);
    expect(kept).not.toMatch(/eyJ/);
    expect(await aino.page.evaluate('document.cookie')).toBe('');
  });

  it('that ends does not lose a half-filled form', async () => {
    await fillsTheForm('Talk with Onni');
    await oasis.database.read(`update session set ended_at = $1, end_reason = 'ended_elsewhere'`, [oasis.clock.now()]);
    await aino.sheet.getByRole('button', { name: 'Book it' }).click();

    const again = aino.page.getByRole('dialog', { name: 'Please sign in again' });
    await again.waitFor();
    await aino.keeps('session-ended');
    expect(await aino.barriers()).toEqual([]);
    await again.locator('input[type=password]').fill(demoPassword);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.waitFor({ state: 'detached' });
    await aino.sheet.getByText('Booked', { exact: true }).waitFor();
    const rows = await oasis.database.read(`select 1 from booking where title = 'Talk with Onni'`);
    expect(rows).toHaveLength(1);
  });

  it('without a connection is told so, and a repeat books once', async () => {
    await fillsTheForm('Talk with Eero');
    // The answer is lost on the way back: the server has booked, the person does not know.
    let lost = 0;
    await aino.page.route('**/api/v1/bookings', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      // Whoever waits long is told so.
      await aino.page.getByText('This takes longer than usual.').waitFor();
      await route.abort('connectionreset');
    });
    await aino.sheet.getByRole('button', { name: 'Book it' }).click();
    await aino.sheet.getByText('No answer came.').waitFor();
    await aino.keeps('no-answer');
    expect(await aino.sheet.getByLabel('What for').inputValue()).toBe('Talk with Eero');
    await aino.sheet.getByRole('button', { name: 'Try again' }).click();
    await aino.sheet.getByText('Booked', { exact: true }).waitFor();
    const rows = await oasis.database.read(
      `select 1 from booking where title = 'Talk with Eero' and status = 'confirmed'
      and created_at = $1`,
      [oasis.clock.now()],
    );
    expect(rows).toHaveLength(1);

    await aino.context.setOffline(true);
    await aino.page.getByText('No connection.').waitFor();
  });

  it('of somebody who runs sites begins with a second factor where the house asks for one', async () => {
    const matti = await Visitor.comes(browser, oasis.url, { size: 'phone', now: oasis.clock.now() });
    await matti.speaks('en');
    await matti.opens('/decisions');
    await matti.page.locator('input[type=email]').fill('manager@oasis.example');
    await matti.page.locator('input[type=password]').fill(demoPassword);
    await matti.button('Sign in').click();
    const asked = matti.page.getByRole('dialog', { name: 'A second factor, please' });
    await asked.locator('input[type=password]').fill(demoPassword);
    await matti.keeps('second-factor-asked');
    expect(await matti.barriers()).toEqual([]);
    // Nothing of the house was asked for behind it, and a reload changes nothing.
    await matti.page.reload();
    await asked.locator('input[type=password]').fill(demoPassword);
    await asked.getByRole('button', { name: 'Next' }).click();
    const key = (await asked.locator('[data-setup-key]').textContent()) ?? '';
    await asked
      .getByLabel('Code of your authenticator app')
      .fill(codeOf(oasis, { secret: fromBase32(key.replaceAll(' ', '')) }));
    await asked.getByRole('button', { name: 'I have kept them' }).click();
    await matti.page.getByRole('heading', { name: 'Decisions', level: 1 }).waitFor();
    expect(matti.complaints).toEqual([]);
    await matti.leaves();
  });

  it('goes back and forth as the browser does, to the view of a page that was left', async () => {
    const { page } = aino;
    const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('link', { name: 'Book', exact: true }).click();
    await heading('Book in Lappeenranta');
    await aino.chooses('Timeline');
    await page.waitForURL(/view=timeline/);
    await page.getByRole('link', { name: 'Bookings', exact: true }).click();
    await heading('My bookings');
    await page.goBack();
    await heading('Book in Lappeenranta');
    expect(new URL(page.url()).searchParams.get('view')).toBe('timeline');
    await page.goForward();
    await heading('My bookings');
    await page.goBack();
    // Another view of the same page is no step of its own.
    await page.goBack();
    await heading(/Aino/);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('is opened again by a letter about a forgotten password, whose secret no address carries to a server', async () => {
    const saga = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    const sent: string[] = [];
    saga.page.on('request', (request) => sent.push(request.url(), request.headers()['referer'] ?? ''));
    await saga.opens('/forgot-password');
    await saga.page.locator('input[type=email]').fill('applicant@oasis.example');
    await saga.button('Send the link').click();
    await saga.page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const secret = (await linkFor(oasis, 'applicant@oasis.example', 'reset_password')) ?? '';
    await saga.opens(`/reset-password#token=${secret}`);
    await saga.page.locator('input[type=password]').fill('Vuoksenniska-81');
    await saga.button('Save the password').click();
    await saga.page.getByRole('heading', { name: 'Your password is changed' }).waitFor();
    expect(sent.join('\n')).toContain('/api/v1/auth/reset-password');
    expect(sent.join('\n')).not.toContain(secret);
    expect(saga.complaints).toEqual([]);
    await saga.leaves();
  });

  it('ends with the sign-out, and the way back leads where one wanted to go', async () => {
    const window = await aino.context.newPage();
    await window.goto(`${oasis.url}/bookings`);
    await window.getByRole('heading', { name: 'My bookings' }).waitFor();
    await aino.opens('/settings');
    await aino.button('Sign out').click();
    await aino.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    // So it does in other windows: whoever comes to this machine next does not find the day of somebody else there.
    await window.getByRole('heading', { name: 'Sign in' }).waitFor();
    await window.close();
    await aino.opens('/bookings?when=past');
    await aino.page.locator('input[type=email]').fill('entrepreneur@oasis.example');
    await aino.page.locator('input[type=password]').fill('wrong-password');
    await aino.button('Sign in').click();
    await aino.page.getByText('Email or password is not right.').waitFor();
    await aino.page.locator('input[type=password]').fill(demoPassword);
    await aino.button('Sign in').click();
    await aino.page.getByRole('heading', { name: 'My bookings' }).waitFor();
    expect(new URL(aino.page.url()).search).toBe('?when=past');
  });

  it('speaks the language that was chosen, on every screen and after a reload', async () => {
    await aino.opens('/settings');
    await aino.page.getByLabel('Language', { exact: true }).selectOption('ru');
    await aino.page.getByRole('heading', { name: 'Настройки' }).waitFor();
    await aino.page.reload();
    await aino.page.getByRole('heading', { name: 'Настройки' }).waitFor();
    expect(await aino.page.locator('html').getAttribute('lang')).toBe('ru');
    // What the house calls things is in the language of the screen, too, and not in that of the profile.
    await aino.opens('/membership');
    await aino.page.getByRole('heading', { level: 2, name: 'Запуск' }).waitFor();
    await aino.opens('/settings');
    await aino.page.getByLabel('Язык', { exact: true }).selectOption('en');
    await aino.page.getByRole('heading', { name: 'Settings' }).waitFor();
  });
});
