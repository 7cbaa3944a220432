import type { Browser } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { Size, startBrowser, Visitor } from './visitor';

const strangers = ['/sign-in', '/register', '/forgot-password', '/reset-password?token=x', '/verify-email', '/privacy'];
const members = [
  '/',
  '/day?kind=room',
  '/day?kind=room&view=timeline',
  '/bookings',
  '/bookings?when=past',
  '/membership',
  '/profile',
  '/nowhere',
];
const applicants = ['/', '/membership', '/apply'];
const managers = ['/', '/decisions', '/members'];
const languages = ['fi-FI', 'sv-FI', 'en-GB', 'ru-RU'];

/** A name for the picture of a screen. */
const nameOf = (path: string) => path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';

describe('every screen', () => {
  let oasis: Oasis;
  let browser: Browser;

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  async function each(visitor: Visitor, paths: string[], look: (path: string) => Promise<void>): Promise<void> {
    for (const path of paths) {
      await visitor.opens(path);
      await visitor.settles();
      await look(path);
    }
  }

  it.each<[Size, boolean]>([
    ['phone', false],
    ['desktop', true],
  ])(
    'has no barrier that axe can find at a %s (dark: %s)',
    async (size, dark) => {
      const visitor = await Visitor.comes(browser, oasis.url, { size, dark, now: oasis.clock.now() });
      const found: string[] = [];
      const look = async (path: string) => {
        await visitor.keeps(nameOf(path));
        found.push(...(await visitor.barriers()).map((barrier) => `${path} ${barrier}`));
      };
      await each(visitor, strangers, look);
      await visitor.signsIn('entrepreneur@oasis.example');
      await each(visitor, members, look);
      await visitor.leaves();
      const applicant = await Visitor.comes(browser, oasis.url, { size, dark, now: oasis.clock.now() });
      await applicant.signsIn('applicant@oasis.example');
      await each(applicant, applicants, async (path) => {
        await applicant.keeps(`applicant-${nameOf(path)}`);
        found.push(...(await applicant.barriers()).map((barrier) => `applicant ${path} ${barrier}`));
      });
      await applicant.leaves();
      const manager = await Visitor.comes(browser, oasis.url, { size, dark, now: oasis.clock.now() });
      await manager.signsIn('manager@oasis.example');
      const lookAsManager = async (name: string) => {
        await manager.settles();
        await manager.keeps(`manager-${name}`);
        found.push(...(await manager.barriers()).map((barrier) => `manager ${name} ${barrier}`));
      };
      for (const path of managers) {
        await manager.opens(path);
        await lookAsManager(nameOf(path));
      }
      await manager.page.locator('[aria-label="Leo Hämäläinen"] a').click();
      await manager.page.getByRole('heading', { name: 'Leo Hämäläinen' }).waitFor();
      await lookAsManager('member');
      await manager.opens('/decisions');
      await manager.page.locator('[aria-label="Joonas Rautio"] a').click();
      await manager.page.getByRole('heading', { name: 'Joonas Rautio' }).waitFor();
      await lookAsManager('decision');
      await manager.leaves();
      expect(manager.complaints).toEqual([]);
      expect(applicant.complaints).toEqual([]);
      expect(found).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    },
    150_000,
  );

  it('fits 320 pixels in every language, says which language it speaks, and has a title', async () => {
    const found: string[] = [];
    const titles = new Set<string>();
    for (const language of languages) {
      const visitor = await Visitor.comes(browser, oasis.url, { size: 'phone', language, now: oasis.clock.now() });
      await visitor.page.setViewportSize({ width: 320, height: 640 });
      const look = async (path: string) => {
        const spoken = await visitor.page.locator('html').getAttribute('lang');
        if (spoken !== language.slice(0, 2)) found.push(`${path} speaks ${spoken}`);
        if (await visitor.isTooWide()) found.push(`${path} is too wide in ${language}`);
        titles.add(await visitor.page.title());
      };
      await each(visitor, ['/sign-in', '/register'], look);
      // Chosen on this device, so that the person's own language does not take over.
      await visitor.page.locator('header select').selectOption(language.slice(0, 2));
      await visitor.signsIn('entrepreneur@oasis.example');
      await each(visitor, ['/', '/day', '/bookings', '/membership', '/profile'], look);
      await visitor.keeps(`narrow-${language.slice(0, 2)}`);
      await visitor.leaves();
    }
    expect(found).toEqual([]);
    expect([...titles].filter((title) => !title.endsWith('· Business Oasis'))).toEqual([]);
    expect(titles.size).toBeGreaterThan(15);
  }, 90_000);

  it('shows both clocks to a person whose clock is another one', async () => {
    const now = oasis.clock.now();
    const visitor = await Visitor.comes(browser, oasis.url, { timeZone: 'Asia/Kathmandu', now });
    await visitor.signsIn('entrepreneur@oasis.example');
    await visitor.opens('/day?from=10:00&to=11:00');
    await visitor.page.getByText(/it is \d\d:\d\d in Helsinki/).waitFor();
    await visitor.page.locator('[data-standing=free] button').first().click();
    await visitor.sheet.getByText('10:00–11:00 in Helsinki').waitFor();
    expect(await visitor.sheet.innerText()).toMatch(/1[34]:45–1[45]:45 in Kath?mandu, your clock/);
    await visitor.leaves();
  });

  it('is reached by keyboard alone, with the focus to be seen and a way past the menu', async () => {
    const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    const { page } = visitor;
    await visitor.opens('/sign-in');
    await page.locator('input[type=email]').focus();
    await page.keyboard.type('entrepreneur@oasis.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('oasis-demo-2026');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Aino' }).waitFor();
    await visitor.opens('/');
    await page.getByRole('group', { name: 'A desk, tomorrow' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.textContent')) === 'Morning') break;
    }
    await page.keyboard.press('Enter');
    await visitor.sheet.getByRole('button', { name: 'Book it' }).waitFor();
    await page.keyboard.press('Escape');
    await visitor.sheet.waitFor({ state: 'detached' });
    // The focus goes back to where it was.
    await page.locator('button:focus', { hasText: 'Morning' }).waitFor();
    await visitor.leaves();
  });
});
