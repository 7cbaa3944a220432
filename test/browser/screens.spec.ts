import type { Browser } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import {
  addressOf,
  furnish,
  type Given,
  type Guest,
  guests,
  nameOf,
  pathsOfScreens,
  type Stop,
  stops,
} from './itinerary';
import { type Size, startBrowser, Visitor } from './visitor';

/**
 * Each screen is seen at both sizes, in light and in dark and in every language; not in every combination. Colours are
 * looked at once in light and once in dark.
 */
const looks: [language: string, size: Size, dark: boolean, contrast: boolean][] = [
  ['en', 'phone', false, true],
  ['fi', 'desktop', true, true],
  ['sv', 'desktop', false, false],
  ['ru', 'phone', true, false],
];

/** The words of the screen that says that there is none, by language. */
const nothingHere = (language: string): string => {
  const file = join(__dirname, '..', '..', 'web', 'src', 'shared', 'i18n', 'locales', language, 'common.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { notFound: { title: string } }).notFound.title;
};

let oasis: Oasis;
let browser: Browser;
let given: Given;

beforeAll(async () => {
  [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
  given = await furnish(oasis);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await oasis.stop();
});

it('every screen of the application is visited here', () => {
  const visited = new Set(stops.map(({ screen }) => screen));
  expect(pathsOfScreens().length).toBeGreaterThan(20);
  expect(pathsOfScreens().filter((path) => !visited.has(path))).toEqual([]);
});

/** What one would not accept of a screen that has come, one line each. */
async function faults(
  visitor: Visitor,
  stop: Stop,
  { language, contrast }: { language: string; contrast: boolean },
  titles: Set<string>,
): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  const spoken = await page.locator('html').getAttribute('lang');
  if (spoken !== (stop.speaks ?? language)) found.push(`speaks ${spoken}`);
  const title = await page.title();
  if (!title.endsWith(' · Business Oasis')) found.push(`has the title ${title}`);
  titles.add(title);
  if (title.startsWith(nothingHere(language)) !== (stop.screen === '*')) found.push(`shows: ${title}`);
  if ((await page.locator('h1').count()) !== 1) found.push('has not one heading of the first level');
  found.push(...(await visitor.barriers({ contrast })));
  // The smallest window, and on a desktop what a magnification of 200 % leaves of it.
  const usual = page.viewportSize() ?? { width: 0, height: 0 };
  for (const width of usual.width > 640 ? [640, 320] : [320]) {
    await page.setViewportSize({ width, height: usual.height });
    const wide = await visitor.tooWide();
    if (wide.length > 0) found.push(`is too wide for ${width} pixels: ${wide.join(', ')}`);
  }
  await page.setViewportSize(usual);
  return found;
}

it.each(looks)(
  'every screen in %s at a %s (dark: %s) has no barrier that axe can find, a title, and fits 320 pixels',
  async (language, size, dark, contrast) => {
    const found: string[] = [];
    const titles = new Set<string>();
    const from = performance.now();
    for (const as of Object.keys(guests) as Guest[]) {
      const visitor = await Visitor.comes(browser, oasis.url, {
        size,
        dark,
        now: oasis.clock.now(),
        serviceWorkers: 'block',
      });
      const email = guests[as];
      if (email) await visitor.isSignedIn(email, language);
      else await visitor.speaks(language);
      for (const stop of stops.filter((each) => each.as === as)) {
        const name = nameOf(stop);
        try {
          const address = await addressOf(stop, oasis, given);
          await visitor.goes(address);
          const { pathname, search } = new URL(visitor.page.url());
          if (`${pathname}${search}` !== (stop.leadsTo ?? address)) found.push(`${name} leads to ${pathname}${search}`);
          await visitor.keeps(`${name}-${language}`);
          found.push(
            ...(await faults(visitor, stop, { language, contrast }, titles)).map((fault) => `${name} ${fault}`),
          );
        } catch (error) {
          found.push(`${name} ${(error as Error).message.split('\n')[0]}`);
          await visitor.keeps(`${name}-${language}-failed`);
          await visitor.opens('/privacy');
        }
        found.push(...visitor.complaints.splice(0).map((complaint) => `${name} complains: ${complaint}`));
      }
      await visitor.leaves();
    }
    process.stdout.write(
      `${stops.length} screens in ${language} at a ${size} in ${Math.round((performance.now() - from) / 1000)} s\n`,
    );
    expect(found).toEqual([]);
    expect(titles.size).toBeGreaterThan(15);
  },
  600_000,
);

it('shows both clocks to a person whose clock is another one', async () => {
  const now = oasis.clock.now();
  const visitor = await Visitor.comes(browser, oasis.url, { timeZone: 'Asia/Kathmandu', now });
  await visitor.isSignedIn(guests.founder);
  await visitor.opens('/day?from=10:00&to=11:00');
  await visitor.page.getByText(/it is \d\d:\d\d in Helsinki/).waitFor();
  await visitor.page.locator('[data-standing=free] button').first().click();
  await visitor.sheet.getByText('10:00–11:00 in Helsinki').waitFor();
  expect(await visitor.sheet.innerText()).toMatch(/1[34]:45–1[45]:45 in Kath?mandu, your clock/);
  await visitor.leaves();
});
