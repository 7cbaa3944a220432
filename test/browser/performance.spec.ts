import type { Browser, CDPSession } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { guests, lappeenranta } from './itinerary';
import { startBrowser, Visitor } from './visitor';

/** What a mid-range phone on a fast 3G network has: 1.6 Mbit/s down, 768 kbit/s up, 150 ms there and back. */
const fast3g = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 96_000 };

/** The script that the first page may load, in bytes as they come over the line. */
const mostScript = 200_000;

let oasis: Oasis;
let browser: Browser;

beforeAll(async () => {
  [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
  await crowd();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await oasis.stop();
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${Math.round(value)} ms`;

/** Gives the site 100 places in all and 400 bookings on one day. */
async function crowd(): Promise<void> {
  const { database } = oasis;
  const now = oasis.clock.now();
  const date = now.toISOString().slice(0, 10);
  await database.read(
    `insert into resource (id, site_id, kind, name, capacity, zone, position_x, position_y, created_at, updated_at)
     select gen_random_uuid(), ${lappeenranta}, 'desk', 'Extra ' || lpad(n::text, 3, '0'), 1, 'open',
            2 + n % 20, 20 + n / 20, $1, $1
     from generate_series(1, 100 - (select count(*)::int from resource where site_id = ${lappeenranta})) n`,
    [now],
  );
  await database.read(`delete from occupation where site_id = ${lappeenranta} and starts_at::date = $1::date`, [date]);
  await database.read(
    `with taken as (
       select gen_random_uuid() as id, r.id as place, p.id as person,
              $1::date + interval '7 hours' + n * interval '150 minutes' as starts
       from (select id, row_number() over (order by name) as at from resource where site_id = ${lappeenranta}) r
       cross join generate_series(0, 3) n
       cross join lateral (select id from person where email like '%members.oasis.example'
                           order by md5(id::text || r.at::text || n::text) limit 1) p
     ), booked as (
       insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at)
       select id, ${lappeenranta}, place, person, starts, starts + interval '2 hours', 'Work', 'confirmed', $2, $2 from taken
     )
     insert into occupation (id, cause, cause_id, resource_id, site_id, holder_id, starts_at, ends_at)
     select gen_random_uuid(), 'booking', id, place, ${lappeenranta}, person, starts, starts + interval '2 hours' from taken`,
    [date, now],
  );
  await database.read('analyze');
  const [count] = await database.read<{ places: number; bookings: number }>(
    `select (select count(*)::int from resource where site_id = ${lappeenranta} and status = 'active') as places,
            (select count(*)::int from occupation where site_id = ${lappeenranta} and starts_at::date = $1::date) as bookings`,
    [date],
  );
  expect(count).toEqual({ places: 100, bookings: 400 });
}

/** Seconds of processor time that the page's main thread has spent, of which: script, layout and style. */
interface Spent {
  task: number;
  script: number;
  layout: number;
}

/** Counts processor time and not time by the clock: the machine may have other things to do. */
async function counting(visitor: Visitor): Promise<{ line: CDPSession; spent: () => Promise<Spent> }> {
  const line = await visitor.context.newCDPSession(visitor.page);
  await line.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<Spent> => {
    const { metrics } = await line.send('Performance.getMetrics');
    const of = (name: string) => 1000 * (metrics.find((each) => each.name === name)?.value ?? 0);
    return {
      task: of('TaskDuration'),
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    };
  };
  return { line, spent };
}

const between = (before: Spent, after: Spent): Spent => ({
  task: after.task - before.task,
  script: after.script - before.script,
  layout: after.layout - before.layout,
});

it('the first page is there soon on a phone in the country, with little script', async () => {
  const visitor = await Visitor.comes(browser, oasis.url, {
    size: 'phone',
    now: oasis.clock.now(),
    serviceWorkers: 'block',
  });
  const { line, spent } = await counting(visitor);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', fast3g);
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bytes = new Map<string, number>();
  const types = new Map<string, string>();
  line.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  const email = visitor.page.locator('input[type=email]');

  const from = performance.now();
  await visitor.opens('/');
  await email.waitFor({ timeout: 60_000 });
  const seen = performance.now() - from;
  await email.fill('somebody@oasis.example');
  const interactive = performance.now() - from;
  const { task, script } = await spent();
  const sum = (which: (type: string | undefined) => boolean) =>
    [...bytes].filter(([id]) => which(types.get(id))).reduce((all, [, count]) => all + count, 0);
  const ofScript = sum((type) => type === 'Script');
  const kB = (count: number) => `${(count / 1000).toFixed(0)} kB`;
  say(`First load at 4x CPU slowdown on fast 3G: seen after ${ms(seen)}, filled in after ${ms(interactive)}.`);
  say(
    `It loads ${kB(ofScript)} of script, ${kB(sum(() => true))} in all; ${ms(task)} of work, ${ms(script)} in script.`,
  );
  expect(ofScript).toBeGreaterThan(20_000);
  expect(ofScript).toBeLessThan(mostScript);
  // By the clock it is 3 s on a machine with nothing else to do; here only what cannot be the machine's fault.
  expect(interactive).toBeLessThan(30_000);
  await visitor.leaves();
}, 90_000);

it.each(['timeline', 'list'])(
  'a day of 100 places and 400 bookings is drawn as a %s with little script, and scrolls',
  async (view) => {
    const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now(), serviceWorkers: 'block' });
    await visitor.isSignedIn(guests.founder, 'en');
    const { page } = visitor;
    // The other view first, so that code and answers are there: what is left is to draw.
    const drawn = { timeline: '[role=region] [role=group]', list: 'li[data-resource]' }[view] ?? '';
    const other = view === 'timeline' ? 'list' : 'timeline';
    const name = { timeline: 'Timeline', list: 'List' };
    await visitor.opens(`/day?view=${view}`);
    await page.locator(drawn).nth(99).waitFor({ timeout: 30_000 });
    await visitor.chooses(name[other]);
    await page.locator(drawn).first().waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    const { spent } = await counting(visitor);
    const runs: Spent[] = [];
    for (let run = 0; run < 5; run += 1) {
      const before = await spent();
      await visitor.chooses(name[view as keyof typeof name]);
      await page.locator(drawn).nth(99).waitFor();
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      runs.push(between(before, await spent()));
      await visitor.chooses(name[other]);
      await page.locator(drawn).first().waitFor({ state: 'detached' });
    }
    await visitor.chooses(name[view as keyof typeof name]);
    await page.locator(drawn).nth(99).waitFor();
    const middle = (of: keyof Spent) => runs.map((run) => run[of]).toSorted((a, b) => a - b)[2] ?? 0;
    say(
      `A day of 100 places as a ${view}: ${ms(middle('script'))} of script, ${ms(middle('layout'))} of layout and style (middle of 5).`,
    );

    // Long tasks are told by the clock; on a machine with other work some are not the page's own.
    await page.evaluate(`globalThis.long = []; new PerformanceObserver((list) =>
    globalThis.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })`);
    const before = await spent();
    await page.mouse.move(640, 500);
    const steps = 30;
    for (let step = 0; step < steps; step += 1) {
      await page.mouse.wheel(step % 3 === 0 && view === 'timeline' ? 60 : 0, step < steps / 2 ? 240 : -240);
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
    const scrolling = between(before, await spent());
    const long = await page.evaluate<number[]>('globalThis.long');
    say(
      `Scrolling it ${steps} times: ${ms(scrolling.task / steps)} of work a step; long tasks: ${long.map(ms).join(', ') || 'none'}.`,
    );
    expect(middle('script')).toBeLessThan(250);
    expect(scrolling.task / steps).toBeLessThan(50);
    expect(long.length).toBeLessThan(10);
    expect(visitor.complaints).toEqual([]);
    await visitor.leaves();
  },
  120_000,
);
