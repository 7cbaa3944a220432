import { Injectable, OnModuleDestroy } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Actor } from '../../kernel/actor';
import { TooMany } from '../../kernel/errors';
import { onLeaving } from '../../platform/http/leaving';
import { SitesQueries } from '../../sites/sites.queries';
import { SiteChanges } from './site-changes';

/** Streams of one person at once in one process: a few tabs on a few devices. */
const mostStreams = 6;

/** A sign of life, in milliseconds, so that proxies and the server itself do not take the line for dead. */
const heartbeat = 10_000;

/** After this long a stream ends and the caller comes again, with a token that is still good. In milliseconds. */
const longest = 5 * 60_000;

/** Streams over which screens hear that something has changed at a site; what has changed they ask for as ever. */
@Injectable()
export class LiveService implements OnModuleDestroy {
  /** The open streams by person. */
  private readonly streams = new Map<string, Set<ServerResponse>>();

  constructor(
    private readonly changes: SiteChanges,
    private readonly sites: SitesQueries,
  ) {}

  /** Makes sure that a stream may be opened. @throws Missing when there is no such site @throws TooMany */
  async admit(actor: Actor, siteId: string): Promise<void> {
    await this.sites.one(siteId);
    if ((this.streams.get(actor.personId)?.size ?? 0) >= mostStreams) throw new TooMany(60);
  }

  /** Writes to a response until it is closed. Says nothing of what has changed, so it tells nobody's secrets. */
  open(actor: Actor, siteId: string, response: ServerResponse): void {
    const { personId } = actor;
    const theirs = this.streams.get(personId) ?? new Set();
    this.streams.set(personId, theirs.add(response));
    response.write('retry: 2000\n\nevent: ready\ndata: {}\n\n');
    const silence = this.changes.listen(siteId, () => response.write('event: changed\ndata: {}\n\n'));
    const alive = setInterval(() => response.write(': alive\n\n'), heartbeat);
    const end = () => response.end();
    const limit = setTimeout(end, longest);
    onLeaving(response, end);
    response.once('close', () => {
      silence();
      clearInterval(alive);
      clearTimeout(limit);
      theirs.delete(response);
      if (theirs.size === 0) this.streams.delete(personId);
    });
  }

  /** Ends every stream: a server does not close while somebody is being written to. */
  onModuleDestroy(): void {
    for (const theirs of this.streams.values()) for (const response of theirs) response.end();
  }
}
