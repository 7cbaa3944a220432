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
import { type Size, sizes, startBrowser, Visitor } from './visitor';

interface Look {
  language: string;
  size: Size;
  dark: boolean;
  /** Whether only what hangs on words is asked: everything else is the same in every language. */
  words: boolean;
  /** Other widths of the window that the screen has to fit. */
  fits: number[];
}

/**
 * Each screen is seen at both sizes, in light and in dark and in every language; not in every combination. Everything is
 * asked once in light at the small size and once in dark at the other. 640 pixels are what a magnification of 200 % leaves of a desktop.
 */
const looks: Look[] = [
  { language: 'en', size: 'small', dark: false, words: false, fits: [] },
  { language: 'sv', size: 'small', dark: false, words: true, fits: [] },
  { language: 'ru', size: 'small', dark: true, words: true, fits: [] },
  { language: 'fi', size: 'desktop', dark: true, words: false, fits: [640, 320] },
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
async function faults(visitor: Visitor, stop: Stop, look: Look, titles: Set<string>): Promise<string[]> {
  const { page } = visitor;
  const found: string[] = [];
  const [title, headings] = await page.evaluate<[string, number]>(
    '[document.title, document.querySelectorAll("h1").length]',
  );
  if (!title.endsWith(' · Business Oasis')) found.push(`has the title ${title}`);
  titles.add(title);
  if (title.startsWith(nothingHere(look.language)) !== (stop.screen === '*')) found.push(`shows: ${title}`);
  if (headings !== 1) found.push('has not one heading of the first level');
  found.push(...(await visitor.barriers(look)));
  for (const width of [undefined, ...look.fits]) {
    if (width !== undefined) await page.setViewportSize({ ...sizes[look.size], width });
    const wide = await visitor.tooWide();
    if (wide.length > 0) found.push(`is too wide for ${width ?? sizes[look.size].width} pixels: ${wide.join(', ')}`);
  }
  return found;
}

it.each(Object.keys(guests) as Guest[])(
  'every screen of the %s has, in every look, no barrier that axe can find, a title, and fits 320 pixels',
  async (as) => {
    const [first] = looks;
    if (!first) throw new Error('there is no look');
    const found: string[] = [];
    const titles = new Set<string>();
    const visitor = await Visitor.comes(browser, oasis.url, {
      ...first,
      now: oasis.clock.now(),
    });
    const email = guests[as];
    if (email) await visitor.isSignedIn(email, first.language);
    else await visitor.speaks(first.language);
    const seen = stops.filter((each) => each.as === as);
    for (const [turn, stop] of seen.entries()) {
      const name = nameOf(stop);
      try {
        const address = await addressOf(stop, oasis, given);
        await visitor.goes(address);
        const { pathname, search, hash } = new URL(visitor.page.url());
        const there = `${pathname}${search}${hash}`;
        if (there !== (stop.leadsTo ?? address)) found.push(`${name} leads to ${there}`);
        // There and back again: each screen is come to in the look that the one before was left in.
        for (const look of turn % 2 === 0 ? looks : looks.toReversed()) {
          await visitor.turns(look);
          await visitor.page.locator(`html[lang=${stop.speaks ?? look.language}]`).waitFor();
          await visitor.settles();
          await visitor.keeps(`${name}-${look.language}`);
          const ofLook = await faults(visitor, stop, look, titles);
          found.push(...ofLook.map((fault) => `${name} in ${look.language} at a ${look.size} ${fault}`));
        }
      } catch (error) {
        found.push(`${name} ${(error as Error).message.split('\n')[0]}`);
        await visitor.keeps(`${name}-failed`);
        await visitor.opens('/privacy');
      }
      found.push(...visitor.complaints.splice(0).map((complaint) => `${name} complains: ${complaint}`));
    }
    await visitor.leaves();
    expect(found).toEqual([]);
    // Each screen is named, and in each language (the word for a home may be the same in two of them).
    expect(titles.size).toBeGreaterThanOrEqual(Math.min(seen.length, 2) * (looks.length - 1));
  },
  300_000,
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
