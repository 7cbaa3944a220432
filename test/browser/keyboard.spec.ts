import type { Browser, Locator } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-people';
import { Oasis } from '../support/oasis';
import { clearBookings, startDemoHouse } from './demo-house';
import { guests } from './itinerary';
import { startBrowser, Visitor } from './visitor';

let oasis: Oasis;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
  await clearBookings(oasis, guests.founder);
  visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await oasis.stop();
});

/** What has the focus: its words, and whether one sees that it has. */
async function focus(): Promise<{ words: string; isSeen: boolean }> {
  return await visitor.page.evaluate(`(() => {
    const element = document.activeElement;
    const label = element.closest('label') ?? document.querySelector('label[for="' + element.id + '"]');
    const words = element.getAttribute('aria-label') || label?.textContent || element.textContent || '';
    const drawn = getComputedStyle(element);
    const around = getComputedStyle(element.parentElement);
    const isSeen = [drawn, around, getComputedStyle(element, '::after')].some((style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px')
      || style.boxShadow !== 'none') || (drawn.borderColor !== 'rgba(0, 0, 0, 0)' && element.tagName === 'INPUT');
    return { words: words.trim(), isSeen };
  })()`);
}

/** Presses Tab until something that is called so has the focus; every stop on the way has to be seen. */
async function tabsTo(name: string | RegExp, most = 60): Promise<void> {
  const way: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await visitor.page.keyboard.press('Tab');
    const { words, isSeen } = await focus();
    if (!isSeen) throw new Error(`the focus on "${words}" is not seen`);
    if (typeof name === 'string' ? words === name : name.test(words)) return;
    way.push(words.slice(0, 30));
  }
  throw new Error(`no way by Tab to ${String(name)}: ${way.join(' | ')}`);
}

/** Waits until a sheet shows this, and has the focus that it takes by itself: only then Tab leads anywhere in it. */
async function sheetShows(what: Locator): Promise<void> {
  await what.waitFor();
  await visitor.page.locator('[role=dialog]:focus-within').waitFor();
}

const press = (key: string) => visitor.page.keyboard.press(key);

it('a desk is booked, moved and cancelled by keyboard alone, from the sign-in on', async () => {
  const { page } = visitor;
  await visitor.opens('/sign-in');
  await page.locator('input[type=email]').waitFor();
  await tabsTo(/^Email/);
  await page.keyboard.type(guests.founder);
  await tabsTo(/^Password/);
  await page.keyboard.type(demoPassword);
  await press('Enter');
  await page.getByRole('heading', { name: 'Aino' }).waitFor();

  // A way past the menu, and the first thing that Tab reaches.
  await visitor.opens('/');
  const tomorrow = page.getByRole('group', { name: 'A desk, tomorrow' });
  await tomorrow.getByRole('button', { name: 'Morning' }).waitFor();
  await press('Tab');
  expect((await focus()).words).toBe('Skip to the content');
  await press('Enter');
  await tabsTo('Morning');
  await press('Enter');
  await sheetShows(visitor.sheet.getByRole('button', { name: 'Book it' }));

  // The focus comes into the sheet by itself and stays there; Escape leads out, and back to where one was.
  for (let presses = 0; presses < 25; presses += 1) {
    await press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('[role=dialog]') !== null`)).toBe(true);
  }
  await press('Escape');
  await visitor.sheet.waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: 'Morning' }).waitFor();
  await press('Enter');
  await sheetShows(visitor.sheet.getByRole('button', { name: 'Book it' }));
  await tabsTo('Book it');
  await press('Enter');
  await visitor.sheet.getByText('Booked', { exact: true }).waitFor();
  await tabsTo('Done');
  await press('Enter');
  await visitor.sheet.waitFor({ state: 'detached' });

  await visitor.opens('/bookings');
  const card = page.locator('article[data-booking]').first();
  await card.waitFor();
  await press('Tab');
  await press('Enter');
  await tabsTo('Change');
  await press('Enter');
  await sheetShows(visitor.sheet.getByLabel('Until'));
  await tabsTo(/^Until/);
  await press('ArrowUp');
  await tabsTo('Save the change');
  await press('Enter');
  await visitor.sheet.waitFor({ state: 'detached' });
  await card.getByText(/–11:[34]/).waitFor();
  await visitor.opens('/bookings');
  await card.waitFor();
  await press('Tab');
  await press('Enter');
  await tabsTo('Cancel');
  await press('Enter');
  await sheetShows(visitor.sheet.getByRole('button', { name: 'Yes, cancel it' }));
  await tabsTo('Yes, cancel it');
  await press('Enter');
  await card.waitFor({ state: 'detached' });
  expect(visitor.complaints).toEqual([]);
}, 90_000);
