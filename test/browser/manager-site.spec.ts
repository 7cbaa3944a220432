import type { Browser } from 'playwright-core';
import { Oasis } from '../support/oasis';
import { startDemoHouse } from './demo-house';
import { startBrowser, Visitor } from './visitor';

describe('the site of a manager', () => {
  let oasis: Oasis;
  let browser: Browser;
  let visitor: Visitor;
  /** The display beside the door of a room: its address in this house, and the secret in it. */
  let display: { path: string; secret: string };

  beforeAll(async () => {
    [oasis, browser] = await Promise.all([startDemoHouse(), startBrowser()]);
    // When somebody is expected: the first booking of today that has not begun.
    const [first] = await oasis.database.read<{ at: Date }>(
      `select min(b.starts_at) as at from booking b join site s on s.id = b.site_id
       where s.slug = 'lappeenranta' and b.status = 'confirmed' and b.starts_at > $1`,
      [oasis.clock.now()],
    );
    oasis.clock.set(first!.at);
    visitor = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    await visitor.signsIn('manager@oasis.example');
  }, 90_000);

  afterEach(() => expect(visitor.complaints).toEqual([]));

  afterAll(async () => {
    await browser.close();
    await oasis.stop();
  });

  const one = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row | undefined> =>
    (await oasis.database.read<Row>(text, values))[0];

  async function opens(path: string): Promise<void> {
    await visitor.opens(`/site/${path}`);
    await visitor.settles();
  }

  /** Every address that reaches the server from now on, and each that is named to it as where the request comes from. */
  function addressesReached(): string[] {
    const reached: string[] = [];
    oasis.app.getHttpServer().on('request', ({ url, headers }) => reached.push(url ?? '', headers.referer ?? ''));
    return reached;
  }

  const english = () =>
    oasis.database.read(`update person set locale = 'en' where email = 'manager@oasis.example' returning id`);

  it('checks somebody in with one press, and the house knows it', async () => {
    await english();
    await opens('day');
    const press = visitor.button('Check in').first();
    const name = await visitor.page.locator('[data-row]', { has: press }).first().getAttribute('data-row');
    const told = visitor.page.waitForResponse((answer) => answer.url().endsWith('/check-in'));
    await press.click();
    await visitor.page.getByRole('region', { name: 'Here now' }).locator(`[data-row="${name}"]`).waitFor();
    expect((await told).status()).toBe(200);
    const known = await one(
      `select 1 from booking b join person p on p.id = b.person_id where p.full_name = $1 and b.status = 'checked_in'`,
      [name],
    );
    expect(known).toBeDefined();
  });

  it('keeps what was typed about a place that a colleague changed meanwhile, and saves it when asked again', async () => {
    await english();
    await opens('resources');
    await visitor.button('Change Desk 24').click();
    await visitor.sheet.getByLabel('Name').fill('Desk 24, by the window');
    await one(
      `update resource r set zone = 'quiet', version = r.version + 1 from site s
       where s.id = r.site_id and s.slug = 'lappeenranta' and r.name = 'Desk 24' returning r.id`,
    );
    const saves = visitor.sheet.getByRole('button', { name: 'Save' });
    await saves.click();
    await visitor.sheet.getByText('This was changed meanwhile.').waitFor();
    expect(await visitor.sheet.getByLabel('Name').inputValue()).toBe('Desk 24, by the window');
    await saves.click();
    await visitor.sheet.waitFor({ state: 'detached' });
    await visitor.page.getByText('Desk 24, by the window').waitFor();
  });

  it('moves a desk by arrow keys and by hand, and saves where it stands', async () => {
    await english();
    const place = `select position_x::float as x, position_y::float as y from resource r join site s on s.id = r.site_id
                   where s.slug = 'lappeenranta' and r.name = 'Desk 03'`;
    const before = (await one<{ x: number; y: number }>(place))!;
    await opens('resources?view=plan');
    const desk = visitor.page.locator('g[data-resource="Desk 03"]');
    await desk.focus();
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.press('Shift+ArrowDown');
    await visitor.button('Save the plan').click();
    await visitor.page.getByText('has moved and is not saved').waitFor({ state: 'detached' });
    const after = (await one<{ x: number; y: number }>(place))!;
    expect(after.x).toBe(before.x);
    expect(after.y).toBeCloseTo(before.y + 1.1, 5);

    const box = (await desk.boundingBox())!;
    await visitor.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await visitor.page.mouse.down();
    await visitor.page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2, { steps: 5 });
    await visitor.page.mouse.up();
    await visitor.keeps('site-plan-moved');
    await visitor.button('Save the plan').click();
    await visitor.page.getByText('has moved and is not saved').waitFor({ state: 'detached' });
    expect((await one<{ x: number }>(place))!.x).toBeGreaterThan(before.x);
  });

  it('shows whom shorter hours hit, and lets their bookings stand', async () => {
    await english();
    await opens('hours');
    await visitor.button('Change the week').click();
    // The button is gone: whoever pressed it goes on in the form, which stands in its place.
    await visitor.page.getByLabel('Valid from').and(visitor.page.locator(':focus')).waitFor();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
      await visitor.page.getByLabel(`${day}: opens`).fill('12:00');
    await visitor.page.locator('[data-affected]:not([data-affected="0"])').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.keeps('site-hours-conflicts');
    const booked = `select count(*)::int as n from booking where status = 'cancelled'`;
    const cancelled = (await one<{ n: number }>(booked))!.n;
    // A colleague is quicker: what was typed stays, and holds once it was asked for again.
    await one(`update site set version = version + 1 where slug = 'lappeenranta' returning id`);
    await visitor.button('Publish the week').click();
    await visitor.page.getByText('This was changed meanwhile.').waitFor();
    expect(await visitor.page.getByLabel('Monday: opens').inputValue()).toBe('12:00');
    expect(await one(`select 1 from opening_hours where opens = '12:00'`)).toBeUndefined();
    await visitor.button('Publish the week').click();
    await visitor.button('Change the week').waitFor();
    expect((await one<{ n: number }>(booked))!.n).toBe(cancelled);
    expect(await one(`select 1 from opening_hours where opens = '12:00'`)).toBeDefined();
  });

  it('sets the clock of the site to another zone: shows both readings, and asks for each booking that does not fit', async () => {
    const administrator = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    await administrator.isSignedIn('admin@oasis.example', 'en');
    await administrator.opens('/site/hours?site=lappeenranta');
    await administrator.settles();
    await administrator.button('Change the time zone').click();
    await administrator.page.getByLabel('Time zone').fill('Europe/Stockholm');
    const conflicts = administrator.page.locator('[data-affected]:not([data-affected="0"])');
    // Another place and time is looked for for each, one after the other.
    await conflicts.waitFor({ timeout: 30_000 });
    await administrator.chooses('Move each to the nearest place and time');
    await administrator.page.getByLabel('Where nothing equal is free').selectOption('Cancel it');
    // One is decided by itself.
    const stays = conflicts.locator('[data-row] select').first();
    await stays.selectOption('Let it stand');
    await stays.scrollIntoViewIfNeeded();
    await administrator.keeps('site-zone');
    expect(await administrator.barriers()).toEqual([]);
    const told = administrator.page.waitForResponse((answer) => answer.url().endsWith('/time-zone'));
    await administrator.button('Change the clock').click();
    const { outcomes } = (await (await told).json()) as { outcomes: { outcome: string; booking: { id: string } }[] };
    const exempted = outcomes.filter(({ outcome }) => outcome === 'exempted');
    expect(exempted).toHaveLength(1);
    expect(outcomes.length).toBeGreaterThan(1);
    expect(await one('select status from booking where id = $1', [exempted[0]?.booking.id])).not.toEqual({
      status: 'cancelled',
    });
    await administrator.button('Change the time zone').waitFor();
    expect(await one(`select time_zone from site where slug = 'lappeenranta'`)).toEqual({
      time_zone: 'Europe/Stockholm',
    });
    expect(administrator.complaints).toEqual([]);
    await administrator.leaves();
    await oasis.database.read(`update site set time_zone = 'Europe/Helsinki' where slug = 'lappeenranta' returning id`);
  }, 90_000);

  it('announces a closure after showing whose bookings fall and what they are offered', async () => {
    await english();
    await opens('closures');
    await visitor.button('Announce a closure').click();
    await visitor.sheet.getByLabel('Reason').fill('Water pipe');
    await visitor.sheet.locator('[data-affected]').waitFor();
    await visitor.keeps('site-closure-preview');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.sheet.getByRole('button', { name: 'Announce a closure' }).click();
    await visitor.page.locator('[data-row="Water pipe"]').waitFor();
    expect(await one(`select 1 from closure where reason = 'Water pipe' and status = 'confirmed'`)).toBeDefined();
  });

  it('hangs a display at a door that needs no sign-in and survives a lost connection', async () => {
    await english();
    await opens('codes');
    await visitor.page.getByRole('button', { name: /missing code/ }).click();
    await visitor.page.locator('[data-code="Saimaa"] img').waitFor();
    await visitor.keeps('site-codes-made');
    await opens('resources');
    await visitor.button('Change Saimaa').click();
    await visitor.sheet.getByRole('button', { name: 'Display at the door' }).click();
    await visitor.sheet.getByRole('button', { name: 'Make the address' }).click();
    const address = new URL((await visitor.sheet.getByRole('link', { name: '/display' }).getAttribute('href'))!);
    await visitor.keeps('display-address');
    display = { path: `${address.pathname}${address.hash}`, secret: address.hash.replace('#token=', '') };
    expect(display.secret).toMatch(/^[\w-]{43}$/);

    const tablet = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    const reached = addressesReached();
    await tablet.opens(display.path);
    await tablet.page.locator('[data-standing]').waitFor();
    await tablet.keeps('display');
    expect(await tablet.barriers()).toEqual([]);
    await tablet.page.setViewportSize({ width: 360, height: 740 });
    await tablet.keeps('display-narrow');
    expect(await tablet.isTooWide()).toBe(false);
    expect(reached).toEqual(expect.arrayContaining(['/display', '/api/v1/display']));
    expect(reached.join('\n')).not.toContain(display.secret);
    await tablet.page.route('**/api/**', (route) => route.abort());
    await tablet.context.clock.setFixedTime(new Date(oasis.clock.now().getTime() + 10 * 60_000));
    await tablet.page.reload();
    await tablet.page.getByText('this was so 10 min ago').waitFor();
    await tablet.page.locator('[data-standing]').waitFor();
    await tablet.keeps('display-old');
    await tablet.leaves();
  });

  it('leads a tablet on from the address that displays had, which reaches the server no second time', async () => {
    const tablet = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now(), serviceWorkers: 'allow' });
    const former = `/display/${display.secret}`;
    const opensFormer = async (): Promise<void> => {
      await tablet.opens(former);
      await tablet.page.locator('[data-standing]').waitFor();
      expect(tablet.page.url()).toBe(oasis.url + display.path);
    };
    await tablet.opens('/privacy');
    const reached = addressesReached();
    await opensFormer();
    expect(reached).toContain('/api/v1/display');
    // The tablet itself has asked there for the page, as it knows no other address yet; the page has not.
    expect(reached.filter((address) => address.includes(display.secret))).toEqual([former]);
    await tablet.page.goBack();
    expect(new URL(tablet.page.url()).pathname).toBe('/privacy');
    await tablet.opens('/display#token=x');
    await tablet.page.getByText('This address has been taken back.').waitFor();
    expect(await tablet.barriers()).toEqual([]);

    // Once the application is kept on the device, the page is asked for by its own name.
    await tablet.page.evaluate(`navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)`);
    const reachedByWorker = addressesReached();
    await opensFormer();
    expect(reachedByWorker).toEqual(expect.arrayContaining(['/index.html', '/api/v1/display']));
    expect(reachedByWorker.join('\n')).not.toContain(display.secret);

    // A newer version is one whose worker is another; nobody stands there who could say yes to it.
    const isLoadedAgain = tablet.page.waitForEvent('load');
    await tablet.page.evaluate(`navigator.serviceWorker.register('/sw.js?newer')`);
    await isLoadedAgain;
    await tablet.page.locator('[data-standing]').waitFor();
    expect(tablet.complaints).toEqual([]);
    await tablet.leaves();
  });

  it('is founded and suspended by an administrator, who hears when its short name is taken', async () => {
    const administrator = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    await administrator.isSignedIn('admin@oasis.example', 'en');
    await administrator.opens('/sites');
    await administrator.button('Found a site').click();
    const { sheet } = administrator;
    await sheet.getByLabel('Name', { exact: false }).first().fill('Business Oasis Mikkeli');
    await sheet.getByLabel('City').fill('Hamina');
    await sheet.getByText('Another site has this short name.').waitFor();
    await sheet.getByLabel('Name', { exact: false }).first().fill('Business Oasis Hamina');
    expect(await administrator.barriers()).toEqual([]);
    await sheet.getByRole('button', { name: 'Found a site' }).click();
    await sheet.getByRole('link', { name: 'Opening hours' }).waitFor();
    const founded = 'select city, country, status from site where slug = $1';
    expect(await one(founded, ['hamina'])).toEqual({ city: 'Hamina', country: 'FI', status: 'active' });

    await sheet.getByRole('button', { name: 'Close' }).last().click();
    await administrator.button('Status: Business Oasis Hamina').click();
    await sheet.getByRole('radio', { name: 'Suspended' }).waitFor();
    expect(await administrator.barriers()).toEqual([]);
    await administrator.chooses('Suspended');
    await sheet.locator('[data-affected="0"]').waitFor();
    await administrator.button('Suspend the site').click();
    await administrator.page.getByText('Business Oasis Hamina is suspended').waitFor();
    expect(await one(founded, ['hamina'])).toMatchObject({ status: 'suspended' });
    expect(administrator.complaints).toEqual([]);
    await administrator.leaves();
  });

  it('does not exist for anybody else', async () => {
    const founder = await Visitor.comes(browser, oasis.url, { now: oasis.clock.now() });
    await founder.signsIn('entrepreneur@oasis.example');
    for (const path of ['/site/day', '/site/resources', '/site/hours']) {
      await founder.opens(path);
      await founder.settles();
      expect(await founder.page.locator('nav[aria-label="Screens of the site"]').count()).toBe(0);
    }
    await founder.leaves();
  });
});
