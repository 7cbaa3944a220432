import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { EntityManager } from 'typeorm';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { actsAs, addressOf, furnish, type Given, type Guest, guests, nameOf, stops } from './itinerary';
import { startBrowser, Visitor } from './visitor';

/** What somebody could write who wants another person's browser to run it: as markup, out of an attribute, as a link. */
const probe = `"><img src=x onerror=struck()><script>struck()</script>[x](javascript:struck())`;

/** Every column that holds words of people. */
const columns: Record<string, string[]> = {
  person: ['full_name'],
  site: ['name', 'city', 'address'],
  closure: ['reason'],
  resource: ['name', 'zone'],
  maintenance: ['reason'],
  extra: ['name'],
  booking: ['title'],
  booking_series: ['title'],
  booking_guest: ['name'],
  plan_version: ['texts'],
  document_version: ['texts'],
  venture: ['name', 'sentence'],
  stage_transition: ['reason', 'evidence', 'decision_reason'],
  milestone: ['title', 'evidence'],
  company: ['name'],
  application: ['answers', 'return_reason', 'decision_reason'],
  application_review: ['comment'],
  conflict_of_interest: ['note'],
  membership: ['suspended_reason', 'suspension_answer', 'end_reason', 'end_note'],
  pause: ['reason', 'answer'],
  renewal_request: ['progress', 'review', 'reason'],
  no_show_strike: ['forgiven_reason', 'appeal', 'appeal_answer'],
  erasure_request: ['answer'],
  coach_profile: ['headline', 'about', 'remote_link'],
  coach_expertise: ['evidence'],
  coaching_assignment: ['reason'],
  coaching_session: ['remote_link', 'topic', 'brief', 'reason'],
  session_note: ['text'],
  session_feedback: ['text'],
  coaching_goal: ['title', 'measure'],
  action_item: ['title'],
};

/** Answers in which only some words are a person's own. */
const own = /^(title|name|summary|text|body|idea|problem|customer|solution|municipality|reason|sentence)$/;

/** What `npm run abuse` reads. */
const figures = { texts: 0, screens: 0, executions: [] as string[], unsafe: [] as string[] };

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
  const file = process.env['ABUSE_FIGURES'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(figures));
});

/** Puts the probe behind every text that a person wrote, past every check that would not let it in. */
async function poison(tx: EntityManager): Promise<number> {
  let rows = 0;
  await tx.query('set local session_replication_role = replica');
  for (const [table, names] of Object.entries(columns)) {
    for (const name of names) {
      const [type] = await tx.query<{ is: string }[]>(
        `select data_type as is from information_schema.columns where table_name = $1 and column_name = $2`,
        [table, name],
      );
      if (!type) throw new Error(`${table}.${name} is no column`);
      if (type.is === 'jsonb') {
        const kept = await tx.query<{ id: string; value: unknown }[]>(`select id, ${name} as value from ${table}`);
        for (const { id, value } of kept) {
          await tx.query(`update ${table} set ${name} = $2 where id = $1`, [id, JSON.stringify(probed(value))]);
        }
        rows += kept.length;
        continue;
      }
      // A link is only a link: the probe takes its place.
      const after = name === 'remote_link' ? `'javascript:struck()'` : `${name} || $1`;
      const given = name === 'remote_link' ? [] : [probe];
      const [, count] = await tx.query<[unknown, number]>(
        `update ${table} set ${name} = ${after} where ${name} is not null`,
        given,
      );
      rows += count;
    }
  }
  return rows;
}

/** A structure with the probe behind each text in it that is a person's own. */
function probed(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return own.test(key) ? `${value}${probe}` : value;
  if (Array.isArray(value)) return value.map((each) => probed(each, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, probed(each, name)]));
}

/** Signs that something of a probe has become more than text. */
interface Signs {
  struck: number;
  refused: string[];
  planted: string[];
}

/** Lets a visitor's pages note when a probe runs, or would have run without the policy. */
async function watched(visitor: Visitor): Promise<() => Promise<Signs>> {
  let dialogs = 0;
  visitor.page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await visitor.context.addInitScript(`
    globalThis.strikes = 0;
    globalThis.struck = () => { globalThis.strikes += 1; };
    globalThis.refused = [];
    addEventListener('securitypolicyviolation', (event) => globalThis.refused.push(event.violatedDirective));
  `);
  return async () => {
    const seen = await visitor.page.evaluate<Signs>(`({
      struck: globalThis.strikes,
      refused: globalThis.refused,
      planted: [...document.querySelectorAll('[onerror], img[src=x], a[href^="javascript:" i], main script')]
        .map((element) => element.outerHTML.slice(0, 100)),
    })`);
    return { ...seen, struck: seen.struck + dialogs };
  };
}

const nothing: Signs = { struck: 0, refused: [], planted: [] };

it('the policy allows scripts of files of our own only', async () => {
  for (const path of ['/', '/day', '/nowhere', '/c/x']) {
    const { headers } = await oasis.http.get(path).set('accept', 'text/html').expect(200);
    const policy = new Map(
      String(headers['content-security-policy'])
        .split(';')
        .map((directive) => directive.trim().split(/ (.*)/s))
        .map(([name = '', sources = '']) => [name, sources]),
    );
    if (/unsafe/.test(policy.get('script-src') ?? 'unsafe')) figures.unsafe.push(path);
    expect([policy.get('script-src'), policy.get('script-src-attr')]).toEqual(["'self'", "'none'"]);
    expect([policy.get('object-src'), policy.get('base-uri')]).toEqual(["'none'", "'none'"]);
  }
});

it('the trap of this spec would see a probe that became markup, or a link', async () => {
  const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
  const signs = await watched(visitor);
  await visitor.opens('/privacy');
  await visitor.settles();
  expect(await signs()).toEqual(nothing);
  await visitor.page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
    ${JSON.stringify(`<p title="${probe}</p><a href="javascript:struck()">x</a>`)})`);
  // Not by waitForFunction: the policy keeps it from evaluating its text a second time.
  await visitor.page.evaluate(`new Promise((done) => {
    const look = () => (globalThis.refused.length > 0 ? done() : setTimeout(look, 20));
    look();
  })`);
  const seen = await signs();
  expect(seen.planted).toHaveLength(3);
  expect(seen.refused).toContain('script-src-attr');
  // And it is the policy that kept it from running.
  expect(seen.struck).toBe(0);
  await visitor.page.evaluate('struck()');
  expect((await signs()).struck).toBe(1);
  await visitor.leaves();
});

it('what people write stays text on every screen that shows it', async () => {
  const rows = await oasis.database.transaction((tx) => poison(tx));
  expect(rows).toBeGreaterThan(200);
  const found: string[] = [];
  let shown = 0;
  for (const as of Object.keys(guests) as Guest[]) {
    const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    const signs = await watched(visitor);
    const email = guests[as];
    if (email) await visitor.isSignedIn(email, 'en');
    for (const stop of stops.filter((each) => each.as === as)) {
      try {
        await visitor.goes(await addressOf(stop, oasis, given));
        const seen = await signs();
        if (JSON.stringify(seen) !== JSON.stringify(nothing)) found.push(`${nameOf(stop)} ${JSON.stringify(seen)}`);
        if ((await visitor.page.locator('main').innerText()).includes('<img src=x')) shown += 1;
      } catch (error) {
        found.push(`${nameOf(stop)} ${(error as Error).message.split('\n')[0]}`);
        await visitor.opens('/privacy');
      }
    }
    await visitor.leaves();
  }
  Object.assign(figures, { texts: rows, screens: shown, executions: found });
  process.stdout.write(`Probes were seen as text on ${shown} screens of ${stops.length}.\n`);
  expect(found).toEqual([]);
  expect(shown).toBeGreaterThan(12);
}, 180_000);

it('what an address says stays text, and leads nowhere else', async () => {
  const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
  const signs = await watched(visitor);
  const said = encodeURIComponent(probe);
  for (const path of [
    `/reset-password#token=${said}`,
    `/verify-email#token=${said}`,
    `/display#token=${said}`,
    `/c/${said}`,
    `/${said}`,
    `/sign-in?to=${encodeURIComponent('javascript:struck()')}`,
  ]) {
    await visitor.opens(path);
    await visitor.settles();
    expect({ path, ...(await signs()) }).toEqual({ path, ...nothing });
  }
  await visitor.signsInHere(guests.founder);
  expect(new URL(visitor.page.url()).origin).toBe(oasis.url);
  for (const path of [`/day?date=${said}&kind=${said}&view=${said}&from=${said}`, `/bookings/${said}`]) {
    await visitor.opens(path);
    await visitor.settles();
    expect({ path, ...(await signs()) }).toEqual({ path, ...nothing });
  }
  await visitor.leaves();
}, 60_000);

it('what is sent through the doors of the house comes out as text, too', async () => {
  const founder = await actsAs(oasis, guests.founder);
  await founder('patch', '/me', { fullName: `Eve <img src=x onerror=struck()>` });
  const visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
  const signs = await watched(visitor);
  await visitor.isSignedIn(guests.founder, 'en');
  await visitor.goes('/profile');
  await visitor.page.locator('main').getByText('<img src=x').or(visitor.page.locator('main input')).first().waitFor();
  expect(await signs()).toEqual(nothing);
  await visitor.leaves();
});
