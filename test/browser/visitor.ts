import AxeBuilder from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium as driver, type Locator, type Page } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-people';

const folder = join(__dirname, 'screenshots');

/** The sizes at which every screen has to please. */
export const sizes = {
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
  /** What the clock on the visitor's wall shows; it stands still. */
  now: Date;
}

/** A person at a browser of their own: nothing is shared with other visitors. */
export class Visitor {
  /** What the browser complained of; every spec expects it to stay empty. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
    private readonly look: string,
  ) {}

  static async comes(browser: Browser, url: string, options: VisitorOptions): Promise<Visitor> {
    const { size = 'desktop', dark = false, language = 'en-GB', timeZone = 'Europe/Helsinki', now } = options;
    const context = await browser.newContext({
      viewport: sizes[size],
      colorScheme: dark ? 'dark' : 'light',
      locale: language,
      timezoneId: timeZone,
      reducedMotion: 'reduce',
      hasTouch: size === 'phone',
    });
    context.setDefaultTimeout(8000);
    await context.clock.setFixedTime(now);
    const page = await context.newPage();
    const visitor = new Visitor(context, page, url, `${size}-${dark ? 'dark' : 'light'}`);
    page.on('pageerror', (error) => visitor.complaints.push(error.message));
    page.on('console', (message) => {
      // Chromium writes down every answer that is not a success; the refusals are what some specs are about.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        visitor.complaints.push(message.text());
    });
    return visitor;
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Signs in from the first page and arrives at home. */
  async signsIn(email: string): Promise<void> {
    await this.opens('/');
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

  /** Keeps a picture of what is seen, to be looked at by people. */
  async keeps(name: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}-${this.look}.png`) });
  }

  /** What axe finds wrong with the page, one line each. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }

  /** Whether the page is wider than the window, so that one would have to scroll sideways. */
  isTooWide(): Promise<boolean> {
    return this.page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  }

  leaves(): Promise<void> {
    return this.context.close();
  }
}
