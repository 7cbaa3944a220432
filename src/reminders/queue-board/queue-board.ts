import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import { Busy, Missing } from '../../kernel/errors';
import { TooSlow, within } from '../../platform/queue/deadline';
import { Queues } from '../../platform/queue/queues';

type Board = Parameters<typeof createBullBoard>[0]['serverAdapter'];
type ApiRoute = Parameters<Board['setApiRoutes']>[0][number];
type WatchedQueues = Parameters<Board['setQueues']>[0];

/** A file of the board's page. */
export interface BoardFile {
  type: string;
  bytes: Buffer;
}

/** The longest that somebody waits for a look, in milliseconds. */
const patience = 5_000;

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Of which types the files of the page are, without what is said of their letters. */
export const fileTypes = Object.values(types).map((type) => type.replace(/;.*/, ''));

/**
 * What bull-board shows of our queues, to look at only: the queue carries hints and holds no truth, so there is nothing
 * to repair in it. Its own server adapters are left out; our routes, guards and headers stand before it as before all else.
 */
@Injectable()
export class QueueBoard {
  private readonly files = new Map<string, string>();
  private readonly folder = join(dirname(require.resolve('@bull-board/ui/package.json')), 'dist');
  private readonly page: string;
  private routes: ApiRoute[] = [];
  private queues: WatchedQueues = new Map() as WatchedQueues;
  private settings: Record<string, unknown> = {};
  private isOpen = false;

  constructor(private readonly source: Queues) {
    this.page = readFileSync(join(this.folder, 'index.ejs'), 'utf8');
    const names = readdirSync(join(this.folder, 'static'), { recursive: true, encoding: 'utf8' });
    for (const name of names) this.files.set(name.replaceAll(sep, '/'), join(this.folder, 'static', name));
  }

  /** The page, which finds its files and its answers below `base`. */
  entry(base: string): string {
    this.open();
    const values: Record<string, string> = {
      basePath: base,
      title: 'Queues · Business Oasis',
      favIconDefault: 'static/favicon.ico',
      favIconAlternative: 'static/favicon-32x32.png',
      // Within a script element: nothing may end it early.
      uiConfig: JSON.stringify({ ...this.settings, boardTitle: 'Queues' }).replaceAll('<', '\\u003c'),
    };
    return this.page
      .replaceAll(/<link href="https:[^>]*>\s*/g, '')
      .replaceAll(/<%[=-] (\w+) %>/g, (_, name: string) => values[name] ?? '');
  }

  /** A file of the page. @throws Missing */
  file(name: string): BoardFile {
    const path = this.files.get(name);
    const type = types[extname(name)];
    if (path === undefined || type === undefined) throw new Missing('file');
    return { type, bytes: readFileSync(path) };
  }

  /**
   * What the page asks for.
   * @throws Missing for what it does not know, or what would change something; Busy while the queue is away
   */
  async answer(path: string, query: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
    this.open();
    for (const one of this.routes) {
      if (![one.method].flat().includes('get')) continue;
      const params = [one.route]
        .flat()
        .map((route) => matched(route, `/api/${path}`))
        .find((found) => found !== undefined);
      if (!params) continue;
      const request = { queues: this.queues, params, query, body: {}, headers: {}, uiConfig: this.settings };
      const answered = await within(patience, 'the queue', Promise.resolve(one.handler(request as never))).catch(
        async (error: unknown) => {
          throw error instanceof TooSlow || (await this.isAway()) ? new Busy() : error;
        },
      );
      return { status: answered.status ?? 200, body: answered.body };
    }
    throw new Missing('answer');
  }

  /** Whether the place of the queues does not answer at all, which is no mistake of the board. */
  private isAway(): Promise<boolean> {
    return this.source.check().then(
      () => false,
      () => true,
    );
  }

  /** Queues are opened when somebody looks, and no sooner. */
  private open(): void {
    if (this.isOpen) return;
    const catcher = {
      setQueues: (queues: WatchedQueues) => ((this.queues = queues), catcher),
      setApiRoutes: (routes: ApiRoute[]) => ((this.routes = routes), catcher),
      setUIConfig: (settings: Record<string, unknown>) => ((this.settings = settings), catcher),
      setViewsPath: () => catcher,
      setStaticPath: () => catcher,
      setEntryRoute: () => catcher,
      setErrorHandler: () => catcher,
    };
    createBullBoard({
      queues: this.source.all().map((queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })),
      serverAdapter: catcher,
      options: { uiBasePath: dirname(this.folder), uiConfig: {} },
    });
    this.isOpen = true;
  }
}

/** The named parts of a path such as `/api/queues/:queueName`, or undefined when it is another path. */
function matched(route: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [route.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
