import type { Browser } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-people';
import { LetterLinks } from '../../src/reminders/letter-links';
import { MessageTicks } from '../../src/reminders/message.ticks';
import { Oasis } from '../support/oasis';
import { codeOf, fromBase32 } from '../support/second-factor';
import { startDemoHouse } from './demo-house';
import { actsAs } from './itinerary';
import { startBrowser, Visitor, VisitorOptions } from './visitor';

const founder = 'entrepreneur@oasis.example';
const manager = 'manager@oasis.example';

describe('what is for everybody', () => {
  let oasis: Oasis;
  let browser: Browser;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
    const [ticks, now] = [oasis.get(MessageTicks), oasis.clock.now()];
    await oasis.database.read(
      `update booking b set updated_at = $1, created_at = $1 from person p
       where p.id = b.person_id and p.email = $2 and b.status = 'confirmed'`,
      [now, founder],
    );
    for (let round = 0; round < 30 && (await told()) === 0; round++) {
      await ticks.plan(now);
      await ticks.sweep(new Date(now.getTime() + 3_000));
    }
    expect(await told()).toBeGreaterThan(0);
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  /** How many messages the founder finds in the application. */
  async function told(): Promise<number> {
    const rows = await oasis.database.read(
      `select 1 from message m join person p on p.id = m.person_id
       where p.email = $1 and m.channel = 'app' and m.status = 'sent'`,
      [founder],
    );
    return rows.length;
  }

  async function comes(email: string, options: Partial<VisitorOptions> = {}): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, oasis.url, {
      size: 'phone',
      now: oasis.clock.now(),
      ...options,
    });
    await visitor.speaks('en');
    await visitor.signsIn(email);
    await visitor.settles();
    return visitor;
  }

  it('messages are counted, read by opening them, and lead to what they are about', async () => {
    const aino = await comes(founder);
    const bell = aino.page.locator('[data-unread]:not([data-unread="0"])');
    await bell.waitFor();
    const before = Number(await bell.getAttribute('data-unread'));
    expect(before).toBeGreaterThan(0);
    await aino.page.locator('[data-unread]').click();
    const first = aino.page.locator('li[data-message]').first();
    await first.getByRole('button').click();
    await aino.page.locator(`[data-unread="${before - 1}"]`).waitFor();
    await aino.keeps('message-open');
    expect(await aino.barriers()).toEqual([]);
    const link = (await first.getByRole('link').getAttribute('href')) ?? '';
    await first.getByRole('link').click();
    await aino.page.waitForURL(oasis.url + link);
    await aino.settles();
    expect(await aino.page.getByText('There is nothing here').count()).toBe(0);

    await oasis.database.read(
      `update message m set read_at = null from person p where p.id = m.person_id and p.email = $1`,
      [founder],
    );
    // What was written past the application is seen by a page that knows nothing yet.
    await aino.opens('/messages');
    await aino.button('Mark all as read').click();
    await aino.page.locator('[data-unread="0"]').waitFor();
    await aino.goes('/messages?show=unread');
    await aino.page.getByText('All read').waitFor();
    await aino.keeps('messages-all-read');
    await aino.leaves();
  });

  it('how to be told is kept as soon as it is chosen', async () => {
    const aino = await comes(founder);
    await aino.goes('/settings/reminders');
    let kept = 0;
    aino.page.on('response', (answer) => {
      if (answer.request().method() === 'PUT' && answer.status() === 200) kept += 1;
    });
    const box = aino.page.getByLabel('A booking is made: Mail');
    expect(await box.isChecked()).toBe(true);
    await box.click();
    await aino.page.getByLabel('How long before: Shortly before a booking', { exact: true }).selectOption('60');
    await aino.page.getByLabel('Quiet hours').click();
    await aino.page.getByLabel('Until', { exact: true }).fill('08:00');
    await aino.page.getByLabel('Until', { exact: true }).blur();
    // Each of the four choices is kept by a question of its own, one after the other.
    while (kept < 4) await aino.page.waitForTimeout(20);
    await aino.goes('/settings/reminders');
    expect(await box.isChecked()).toBe(false);
    expect(await aino.page.getByLabel('All of these: Mail').isChecked()).toBe(false);
    expect(await aino.page.getByLabel('Until', { exact: true }).inputValue()).toBe('08:00');
    expect(await aino.page.getByLabel(/^How long before: Shortly before a booking$/).inputValue()).toBe('60');
    await aino.keeps('reminders-chosen');
    await aino.leaves();
  });

  it('a choice stays beside what another window has chosen meanwhile', async () => {
    const aino = await comes(founder);
    await aino.goes('/settings/reminders');
    const box = aino.page.getByLabel('A booking is changed: Mail');
    await box.waitFor();
    const elsewhere = await actsAs(oasis, founder);
    await elsewhere('put', '/me/reminder-preferences', { kinds: [{ kind: 'booking_tomorrow', channels: ['app'] }] });
    const kept = aino.page.waitForResponse(
      (answer) =>
        answer.request().method() === 'PUT' && answer.status() === 200 && answer.url().endsWith('preferences'),
    );
    await box.click();
    await kept;
    const chosen = await elsewhere<{ kinds: { kind: string; channels: string[] }[] }>(
      'get',
      '/me/reminder-preferences',
    );
    const of = (wanted: string) => chosen.kinds.find(({ kind }) => kind === wanted)?.channels;
    expect([of('booking_tomorrow'), of('booking_changed')]).toEqual([['app'], ['app', 'push']]);
    expect(await box.isChecked()).toBe(false);
    await aino.leaves();
  });

  it('a name that was changed in another window is not overwritten unseen, and what was typed stays', async () => {
    const aino = await comes(founder);
    await aino.goes('/settings');
    const name = aino.page.getByLabel('Your name');
    await name.fill('Aino B.');
    const elsewhere = await actsAs(oasis, founder);
    await elsewhere('patch', '/me', { fullName: 'Aino C.' });
    await aino.button('Save').click();
    await aino.page.getByText('This was changed meanwhile.').waitFor();
    expect(await name.inputValue()).toBe('Aino B.');
    expect(await elsewhere('get', '/me')).toMatchObject({ fullName: 'Aino C.' });
    await aino.button('Save').click();
    await aino.page.getByText('Saved', { exact: true }).waitFor();
    expect(await elsewhere('get', '/me')).toMatchObject({ fullName: 'Aino B.' });
    await aino.leaves();
  });

  it('a choice that could not be kept is not shown as if it were', async () => {
    const aino = await comes(founder);
    await aino.goes('/settings/reminders');
    await aino.page.route('**/reminder-preferences', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    const box = aino.page.getByLabel('A booking is cancelled: Mail');
    await box.click();
    await aino.page.getByText('No answer came.').waitFor();
    await aino.page.locator('[data-kind=booking_cancelled] input:checked').first().waitFor();
    await aino.leaves();
  });

  it('other sign-ins are ended one by one; a wrong password is said beside its field', async () => {
    const [here, there] = [await comes(founder), await comes(founder)];
    await here.goes('/settings/sign-ins');
    await here.page
      .getByRole('button', { name: /^Sign out: / })
      .first()
      .waitFor();
    await here.button('Sign out everywhere else').click();
    await here.sheet.locator('input[type=password]').fill('not-my-password');
    await here.sheet.getByRole('button', { name: 'Sign out' }).click();
    await here.sheet.getByText('This is not your password.').waitFor();
    await here.sheet.locator('input[type=password]').fill(demoPassword);
    await here.sheet.getByRole('button', { name: 'Sign out' }).click();
    await here.sheet.waitFor({ state: 'detached' });
    await here.page
      .getByRole('button', { name: /^Sign out: / })
      .first()
      .waitFor({ state: 'detached' });
    await there.opens('/');
    await there.page.getByRole('heading', { name: 'Sign in' }).waitFor();

    await here.page.getByLabel('Your password now').fill('not-my-password');
    await here.page.getByLabel('New password').fill('Imatrankoski-5-kertaa');
    await here.button('Change the password').click();
    await here.page.getByText('This is not your password.').waitFor();
    await here.keeps('wrong-password');
    await here.leaves();
    await there.leaves();
  });

  it('a second factor is switched on, asked for at the next sign-in, and stood in for by a recovery code', async () => {
    const onni = await comes('entrepreneur2@oasis.example', { size: 'small', dark: true });
    const { page, sheet } = onni;
    await onni.goes('/settings/sign-ins');
    await onni.button('Switch it on').click();
    await sheet.locator('input[type=password]').fill(demoPassword);
    await sheet.getByRole('button', { name: 'Next' }).click();
    await sheet.getByRole('img', { name: 'Picture for the authenticator app' }).waitFor();
    await onni.keeps('second-factor-picture');
    expect(await onni.barriers()).toEqual([]);
    expect(await onni.isTooWide()).toBe(false);
    const key = (await sheet.locator('[data-setup-key]').textContent()) ?? '';
    expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const secret = fromBase32(key.replaceAll(' ', ''));
    const code = sheet.getByLabel('Code of your authenticator app');
    await code.fill('000000');
    await sheet.getByText('This code is not right').waitFor();
    await code.fill(codeOf(oasis, { secret }));
    const codes = sheet.locator('[data-recovery-codes] li');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    const recoveryCode = (await codes.first().textContent()) ?? '';
    await onni.keeps('second-factor-recovery-codes');
    expect(await onni.barriers()).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), sheet.getByText('Keep as a file').click()]);
    expect(file.suggestedFilename()).toBe('business-oasis-recovery-codes.txt');
    await sheet.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes are left.').waitFor();

    const types = async (): Promise<void> => {
      await page.locator('input[type=email]').fill('entrepreneur2@oasis.example');
      await page.locator('input[type=password]').fill(demoPassword);
      await onni.button('Sign in').click();
    };
    const out = async (): Promise<void> => {
      await onni.goes('/settings');
      await onni.button('Sign out').click();
      await types();
    };
    await out();
    const field = page.getByLabel('Code of your authenticator app');
    await field.waitFor();
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
    expect(await field.getAttribute('inputmode')).toBe('numeric');
    await onni.keeps('second-factor-code');
    expect(await onni.barriers()).toEqual([]);
    // The one that switched it on is used up; the sixth digit of the next one is enough.
    await field.fill(codeOf(oasis, { secret }));
    await page.getByText('This code is not right').waitFor();
    oasis.clock.advance(0.5);
    await field.fill(codeOf(oasis, { secret }));
    await page.getByRole('heading', { name: 'Settings' }).waitFor();

    await out();
    await onni.button('Use a recovery code').click();
    await page.getByLabel('Recovery code').fill(recoveryCode);
    await onni.button('Sign in').click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await onni.goes('/settings/sign-ins');
    await page.getByText('9 recovery codes are left.').waitFor();
    await onni.keeps('second-factor-on');
    expect(onni.complaints).toEqual([]);
    await onni.leaves();
  });

  it('the calendar has a secret address that can be taken back', async () => {
    const aino = await comes(founder);
    await aino.goes('/settings');
    await aino.button('Make an address').click();
    const address = await aino.page.getByLabel('Secret address').inputValue();
    const path = new URL(address).pathname;
    expect((await oasis.http.get(path)).status).toBe(200);
    await aino.keeps('calendar-address');
    await aino.button('Take the address back').click();
    await aino.page.getByText('The address works no more.').waitFor();
    expect((await oasis.http.get(path)).status).toBe(404);
    await aino.leaves();
  });

  it('what is kept can be taken along, and being erased is asked for knowingly', async () => {
    const aino = await comes('applicant@oasis.example', { size: 'desktop' });
    await aino.goes('/settings/privacy');
    const [file] = await Promise.all([aino.page.waitForEvent('download'), aino.button('Download').click()]);
    expect(file.suggestedFilename()).toBe('business-oasis.json');
    await aino.button('Ask to be erased').click();
    await aino.sheet.getByText('you cannot sign in any more').waitFor();
    await aino.keeps('erasure');
    expect(await aino.barriers()).toEqual([]);
    await aino.sheet.getByRole('button', { name: 'Ask to be erased' }).click();
    await aino.page.getByText(/^You asked on/).waitFor();
    expect(await aino.button('Ask to be erased').count()).toBe(0);
    await aino.leaves();
  });

  it('nobody sees who is in without being seen', async () => {
    const aino = await comes(founder);
    await aino.goes('/who-is-in');
    await aino.button('Let me be seen').click();
    await aino.button('Let me be seen no more').waitFor();
    await aino.keeps('who-is-in');
    const given = await oasis.database.read<{ purpose: string }>(
      `select c.purpose from consent c join person p on p.id = c.person_id where p.email = $1 and c.purpose = 'who_is_in'`,
      [founder],
    );
    expect(given.length).toBeGreaterThan(0);
    await aino.leaves();
  });

  it('a session that ends does not lose what is typed into the settings', async () => {
    const aino = await comes(founder);
    await aino.goes('/settings');
    await aino.page.getByLabel('Your name').fill('Aino A. Aaltonen');
    await oasis.database.read(
      `update session set ended_at = $1, end_reason = 'ended_elsewhere' where ended_at is null`,
      [oasis.clock.now()],
    );
    await aino.button('Save').click();
    const again = aino.page.getByRole('dialog', { name: 'Please sign in again' });
    await again.locator('input[type=password]').fill(demoPassword);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await aino.page.getByText('Saved', { exact: true }).waitFor();
    const [row] = await oasis.database.read<{ name: string }>(`select full_name as name from person where email = $1`, [
      founder,
    ]);
    expect(row?.name).toBe('Aino A. Aaltonen');
    await aino.leaves();
  });

  it('every page that a letter leads to is there, also under the addresses of earlier letters', async () => {
    const matti = await comes(manager);
    const links = oasis.get(LetterLinks);
    const paths = [
      links.bookings(),
      links.application(),
      links.membership(),
      links.applications('any'),
      links.coaching(),
      links.coachingOfSite('any'),
      links.dayOfSite('any'),
      links.signIns(),
      links.home(),
    ].map((link) => new URL(link).pathname);
    const missing: string[] = [];
    for (const path of [...paths, '/profile', '/application', '/manage', '/manage/applications', '/manage/coaching']) {
      await matti.goes(path);
      if ((await matti.page.getByText('There is nothing here').count()) > 0) missing.push(path);
    }
    expect(missing).toEqual([]);
    await matti.leaves();
  });
});

describe('the application on a device', () => {
  let oasis: Oasis;
  let browser: Browser;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  it('opens without a connection, keeps no answer of the API, and shows notifications that lead on', async () => {
    const aino = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now(), serviceWorkers: 'allow' });
    await aino.context.grantPermissions(['notifications']);
    const [worker] = await Promise.all([
      aino.context.waitForEvent('serviceworker', { timeout: 20_000 }),
      aino.signsIn(founder),
    ]);
    await aino.page.evaluate('navigator.serviceWorker.ready');
    await goes('/bookings');

    const kept = await aino.page.evaluate<string[]>(`caches.keys()
      .then((names) => Promise.all(names.map((name) => caches.open(name))))
      .then((shelves) => Promise.all(shelves.map((shelf) => shelf.keys())))
      .then((requests) => requests.flat().map(({ url }) => new URL(url).pathname))`);
    expect(kept).toContain('/index.html');
    expect(kept.filter((path) => /^\/(api|mailbox|health|metrics)/.test(path))).toEqual([]);

    // This Chromium has nowhere to show a notification, so what would be shown is written down.
    await worker.evaluate(`{
      self.shown = [];
      self.registration.showNotification = async (title, { body, tag, data }) => void self.shown.push({ title, body, tag, data });
    }`);
    await pushes(aino, { id: 'm1', title: 'Booked', text: 'Desk 4', link: `${oasis.url}/bookings` });
    const notices = await worker.evaluate<unknown>(`(async () => {
      for (let look = 0; look < 50 && self.shown.length === 0; look++) await new Promise((next) => setTimeout(next, 50));
      return self.shown;
    })()`);
    expect(notices).toEqual([{ title: 'Booked', body: 'Desk 4', tag: 'm1', data: '/bookings' }]);

    await aino.context.setOffline(true);
    await aino.opens('/bookings');
    await aino.page
      .getByText(/No connection|This takes longer than usual/)
      .first()
      .waitFor();
    expect(
      await aino.page.evaluate<number>(`document.querySelector('img[src="/mark.svg"]').naturalWidth`),
    ).toBeGreaterThan(0);
    await aino.keeps('offline');
    await aino.context.setOffline(false);
    await aino.page.getByRole('heading', { name: 'My bookings' }).waitFor({ timeout: 20_000 });
    expect(aino.complaints).toEqual([]);
    await aino.leaves();

    /** Brings a message as a push service would. */
    async function pushes(visitor: Visitor, notice: object): Promise<void> {
      const browserItself = await visitor.context.newCDPSession(visitor.page);
      const registered = new Promise<string>((resolve) => {
        browserItself.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
          if (registrations[0]) resolve(registrations[0].registrationId);
        });
      });
      await browserItself.send('ServiceWorker.enable');
      const registrationId = await registered;
      const data = JSON.stringify(notice);
      await browserItself.send('ServiceWorker.deliverPushMessage', { origin: oasis.url, registrationId, data });
    }

    async function goes(path: string): Promise<void> {
      await aino.opens(path);
      await aino.settles();
    }
  }, 90_000);
});
