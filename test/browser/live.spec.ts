import type { Browser } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { clearBookings, startDemoHouse } from './demo-house';
import { startBrowser, Visitor } from './visitor';

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

/** Opens the same evening for both: hours in which nobody has booked anything. */
const evening = '/day?kind=room&from=18:00&to=19:00';

async function arrives(email: string): Promise<Visitor> {
  const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
  await visitor.signsIn(email);
  await visitor.opens(evening);
  await visitor.page.locator('[data-standing=free] button').first().waitFor();
  return visitor;
}

/** Books the first free place, and answers its name and when the house had said yes. */
async function booksTheFirst(visitor: Visitor): Promise<{ name: string; at: number }> {
  const first = visitor.page.locator('[data-standing=free]').first();
  const name = (await first.getAttribute('data-resource')) ?? '';
  await first.locator('button').click();
  await visitor.sheet.getByRole('button', { name: 'Book it' }).click();
  await visitor.sheet.getByRole('button', { name: 'Done' }).waitFor();
  const at = performance.now();
  await visitor.sheet.getByRole('button', { name: 'Done' }).click();
  await visitor.page.locator(`[data-standing=mine][data-resource="${name}"]`).waitFor();
  return { name, at };
}

it.each(['over the line', 'by asking, where no line can be opened'])(
  'what one books the other sees without loading the page again: %s',
  async (how) => {
    const founder = await arrives('entrepreneur@oasis.example');
    const other = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    if (how !== 'over the line') await other.context.route('**/changes', (route) => route.abort());
    await other.signsIn('entrepreneur2@oasis.example');
    const heard = how === 'over the line' ? other.page.waitForResponse(/\/changes$/) : Promise.resolve();
    await other.opens(evening);
    await other.page.locator('[data-standing=free] button').first().waitFor();
    await heard;
    const { name, at } = await booksTheFirst(founder);
    await other.page
      .locator(`[data-standing=taken][data-resource="${name}"]`)
      .waitFor({ timeout: how === 'over the line' ? 5_000 : 15_000 });
    process.stdout.write(
      `A booking was seen in the other browser after ${Math.round(performance.now() - at)} ms ${how}.\n`,
    );
    expect(founder.complaints).toEqual([]);
    await founder.leaves();
    await other.leaves();
  },
  60_000,
);
