import chromium from '@sparticuz/chromium';
import { source as axe } from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium as driver, type Locator, type Page } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-people';

const folder = join(__dirname, 'screenshots');

/** The sizes at which every screen has to please. */
export const sizes = {
  /** The smallest window that has to do. */
  small: { width: 320, height: 640 },
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 },
};
export type Size = keyof typeof sizes;

/** Starts Chromium; one per spec file. Without a sandbox because a container's root has none. */
export async function startBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
  });
}

export interface VisitorOptions {
  size?: Size;
  dark?: boolean;
  language?: string;
  timeZone?: string;
  /** Whether the application may install its service worker, which fetches every file of the build; else it may not. */
  serviceWorkers?: 'allow' | 'block';
  /** What the clock on the visitor's wall shows; it stands still. */
  now: Date;
}

const present = new Set<Visitor>();

/**
 * What everybody who is at a browser now looks at: the address, and what the page says. Asked for by the environment
 * when a test fails (see environment.cjs), because a picture does not outlive the machine of a CI run.
 */
async function visitorsSee(): Promise<string> {
  const sights = await Promise.all([...present].map((visitor) => visitor.sees().catch(String)));
  return `Its visitors saw:\n\n${sights.join('\n\n')}`;
}
Object.assign(globalThis, { visitorsSee });

/** A person at a browser of their own: nothing is shared with other visitors. */
export class Visitor {
  /** What the browser complained of; every spec expects it to stay empty. */
  readonly complaints: string[] = [];
  /** The language last turned to; a page that is loaded starts with its own. */
  private language: string | undefined;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
    private size: Size,
    private dark: boolean,
  ) {}

  static async comes(browser: Browser, url: string, options: VisitorOptions): Promise<Visitor> {
    const { size = 'desktop', dark = false, language = 'en-GB', timeZone = 'Europe/Helsinki', now } = options;
    const { serviceWorkers = 'block' } = options;
    const context = await browser.newContext({
      viewport: sizes[size],
      colorScheme: dark ? 'dark' : 'light',
      locale: language,
      timezoneId: timeZone,
      reducedMotion: 'reduce',
      hasTouch: size !== 'desktop',
      serviceWorkers,
    });
    // Long for a machine on which much else goes on; what is there is not waited for.
    context.setDefaultTimeout(20_000);
    await context.clock.setFixedTime(now);
    const page = await context.newPage();
    const visitor = new Visitor(context, page, url, size, dark);
    present.add(visitor);
    context.on('close', () => present.delete(visitor));
    page.on('pageerror', (error) => visitor.complaints.push(error.message));
    page.on('console', (message) => {
      // Chromium writes down every answer that is not a success; the refusals are what some specs are about.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        visitor.complaints.push(message.text());
    });
    return visitor;
  }

  /** Somebody who is signed in, stays with English whatever language the person has, and has home before them. */
  static async atHome(browser: Browser, url: string, email: string, options: VisitorOptions): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, url, options);
    await visitor.isSignedIn(email, 'en');
    await visitor.opens('/');
    await visitor.settles();
    return visitor;
  }

  async opens(path: string): Promise<void> {
    this.language = undefined;
    await this.page.goto(this.url + path);
  }

  /**
   * Goes to another screen as a press on a link would, without loading the page again; then waits until it has come.
   * Where only the search differs, or nothing is loaded yet, the address is opened.
   */
  async goes(path: string): Promise<void> {
    const there = new URL(path, this.url);
    const isThere = (await this.page.locator('#root').count()) > 0;
    if (!isThere || new URL(this.page.url()).pathname === there.pathname) {
      await this.opens(path);
      return this.settles();
    }
    await this.page.evaluate(`{
      document.querySelectorAll('main h1').forEach((heading) => heading.setAttribute('data-left', ''));
      history.pushState({ idx: history.length, key: String(history.length) }, '', ${JSON.stringify(path)});
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    }`);
    await this.page.locator('main h1:not([data-left])').waitFor();
    return this.settles();
  }

  /** Is signed in without the form, and speaks one language whatever the person's own is; no screen is open yet. */
  async isSignedIn(email: string, language?: string): Promise<void> {
    if (language) await this.speaks(language);
    await this.opens('/health/live');
    const said = JSON.stringify({ email, password: demoPassword });
    const status = await this.page.evaluate<number>(
      `fetch('/api/v1/auth/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' },
         body: ${JSON.stringify(said)} })
         .then(({ status }) => { localStorage.setItem('oasis-signed-in', '1'); return status; })`,
    );
    if (status !== 200) throw new Error(`${email} cannot sign in: ${status}`);
  }

  /**
   * Sees the same screen in another size, light or dark, and in another language, without loading the page again: as
   * somebody does who turns the device, whose evening begins, and who chooses a language in another window.
   */
  async turns({ size, dark, language }: { size: Size; dark: boolean; language: string }): Promise<void> {
    await this.page.setViewportSize(sizes[size]);
    this.size = size;
    // What is so already is not said again: other colours alone are a quarter of a second of work.
    if (dark !== this.dark) {
      const scheme = dark ? 'dark' : 'light';
      await this.page.emulateMedia({ colorScheme: scheme });
      await this.page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' });
      this.dark = dark;
    }
    if (language !== this.language) {
      await this.page.evaluate(`{
        localStorage.setItem('oasis-language', '${language}');
        dispatchEvent(new StorageEvent('storage', { key: 'oasis-language', newValue: '${language}' }));
      }`);
      this.language = language;
    }
    await this.isStill();
  }

  /** Waits until what changes its colour or place has done so. */
  private async isStill(): Promise<void> {
    await this.page.evaluate(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      .then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished))).then(() => 0)`);
  }

  /** Has chosen a language on this device. */
  async speaks(language: string): Promise<void> {
    await this.context.addInitScript(
      `try { localStorage.setItem('oasis-language', ${JSON.stringify(language)}) } catch {}`,
    );
  }

  /** Signs in from the first page and arrives at home. */
  async signsIn(email: string): Promise<void> {
    await this.opens('/');
    await this.signsInHere(email);
  }

  /** Fills in the form that asks who one is, and arrives behind it. */
  async signsInHere(email: string): Promise<void> {
    await this.page.locator('input[type=email]').fill(email);
    await this.page.locator('input[type=password]').fill(demoPassword);
    await this.page.locator('form button[type=submit]').click();
    await this.page.locator('main h1').waitFor();
    await this.page.locator('input[type=password]').waitFor({ state: 'detached' });
  }

  /** The sheet or dialog that lies over the page. */
  get sheet(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Chooses one of several that exclude each other. The radio itself lies hidden under its label. */
  chooses(name: string): Promise<void> {
    return this.page.getByRole('radio', { name }).dispatchEvent('click');
  }

  /** Waits until everything that the screen asked for has come. */
  async settles(): Promise<void> {
    await this.page.locator('main h1').waitFor();
    await this.page
      .locator('main .mantine-Skeleton-root, main .mantine-Loader-root')
      .first()
      .waitFor({ state: 'detached' });
  }

  /** Keeps a picture of what is seen, to be looked at by people; on a machine of CI nobody would. */
  async keeps(name: string): Promise<void> {
    if (process.env['CI']) return;
    mkdirSync(folder, { recursive: true });
    const look = `${this.size}-${this.dark ? 'dark' : 'light'}`;
    await this.page.screenshot({ path: join(folder, `${name}-${look}.png`) });
  }

  /**
   * What axe finds wrong with the page, one line each. It is brought along once for all screens that are gone to without
   * loading the page again, and keeps its reasons for what is right to itself: that is most of its work. A page that was
   * looked at in one language is asked in another only by the rules that hang on words.
   */
  async barriers({ words = false } = {}): Promise<string[]> {
    const { page } = this;
    await this.hasNamedDialogs();
    if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(`{ ${axe} }`);
    const ofWords = `runOnly: axe.getRules().flatMap(({ ruleId, enabled }) =>
      enabled && /alt|heading|label|lang|name|title/.test(ruleId) ? [ruleId] : []),`;
    return page.evaluate<string[]>(`axe.run(document, {
      resultTypes: ['violations'],
      ${words ? ofWords : ''}
    }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ' ' + (failureSummary ?? ''))))`);
  }

  /** Waits until dialogs have their names, which come some frames after them; one that gets none is for axe to tell. */
  private async hasNamedDialogs(): Promise<void> {
    await this.page.evaluate(`new Promise((done) => {
      const isNamed = (dialog) => dialog.hasAttribute('aria-label') ||
        document.getElementById(dialog.getAttribute('aria-labelledby') ?? '') !== null;
      const look = (frames) => frames === 0 || [...document.querySelectorAll('[role=dialog]')].every(isNamed)
        ? done() : requestAnimationFrame(() => look(frames - 1));
      look(60);
    }).then(() => 0)`);
  }

  /** Whether the page is wider than the window, so that one would have to scroll sideways. */
  isTooWide(): Promise<boolean> {
    return this.page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  }

  /** What reaches beyond the right edge of the window, when the page is wider than it and has been drawn anew. */
  async tooWide(): Promise<string[]> {
    return this.page
      .evaluate(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
      document.documentElement.scrollWidth <= window.innerWidth ? [] :
        ['the page', ...[...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
          .slice(-3).map((element) => element.tagName + ' ' + element.textContent.slice(0, 30))])`);
  }

  /** The address, what the browser complained of, and the beginning of what the page says. */
  async sees(): Promise<string> {
    const text = await this.page.locator('body').innerText({ timeout: 2_000 });
    const short = text.replaceAll(/\s*\n\s*/g, ' | ').replaceAll(/(\d\d:\d\d \| ){3,}/g, '… | ');
    return [this.page.url(), ...this.complaints, short.slice(0, 1_500)].join('\n');
  }

  leaves(): Promise<void> {
    return this.context.close();
  }
}
