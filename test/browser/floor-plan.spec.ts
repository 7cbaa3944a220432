import type { Browser } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { clearBookings, startDemoHouse } from './demo-house';
import { Size, startBrowser, Visitor } from './visitor';

let oasis: Oasis;
let browser: Browser;

beforeAll(async () => {
  [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
  await clearBookings(oasis, 'entrepreneur@oasis.example');
}, 60_000);

afterAll(async () => {
  await browser.close();
  await oasis.stop();
});

it.each<[Size, boolean]>([
  ['desktop', false],
  ['phone', true],
])(
  'on the plan of the floor a free desk is booked by keyboard, and what is taken tells why: %s',
  async (size, dark) => {
    const aino = await Visitor.comes(browser, oasis.url, { size, dark, now: oasis.clock.now() });
    await aino.signsIn('entrepreneur@oasis.example');
    const [from, to] = size === 'desktop' ? ['13:00', '14:00'] : ['15:00', '16:00'];
    await aino.opens(`/day?view=plan&from=${from}&to=${to}`);
    const plan = aino.page.getByRole('region', { name: 'Floor plan' });
    await plan.locator('[data-standing=taken]').first().waitFor();
    await aino.keeps('floor-plan');
    expect(await aino.barriers()).toEqual([]);
    expect(await aino.isTooWide()).toBe(false);
    const free = plan.locator('[data-standing=free][data-resource^=Desk]').first();
    const name = (await free.getAttribute('data-resource')) ?? '';
    await free.focus();
    await aino.page.keyboard.press('Enter');
    await aino.sheet.getByRole('button', { name: 'Book it' }).click();
    await aino.sheet.getByRole('button', { name: 'Done' }).click();
    await plan.locator(`[data-standing=mine][data-resource="${name}"]`).waitFor();
    const taken = plan.locator('[data-standing=taken]').first();
    await taken.click();
    await aino.page
      .locator('li[data-standing=taken]')
      .getByText(/^Taken/)
      .waitFor();
    await aino.keeps('floor-plan-asked');
    expect(await aino.barriers()).toEqual([]);
    expect(aino.complaints).toEqual([]);
    await aino.leaves();
  },
  60_000,
);
