import { Injectable, OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { Database } from '../../platform/database/database';

/** How often it is asked whether anything has changed, in milliseconds: a change is seen within two seconds. */
const pulse = 1_000;

/**
 * How far back each look reaches, in milliseconds. An event carries the time at which its command began, and becomes
 * visible when the command commits; none takes longer than the server lets a statement wait.
 */
const lookBack = 15_000;

/**
 * Tells listeners that something has changed at a site, whichever process changed it. One question a second for all
 * listeners of the process, over what the trail says; none while nobody listens. Asking rather than LISTEN, because a
 * commit that notifies takes a lock on the whole server, and notifications are lost while a connection is away.
 */
@Injectable()
export class SiteChanges implements OnModuleDestroy {
  private readonly listeners = new Map<string, Set<() => void>>();
  private seen = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Calls `listener` after each change at the site until the answered function is called. */
  listen(siteId: string, listener: () => void): () => void {
    const those = this.listeners.get(siteId) ?? new Set();
    this.listeners.set(siteId, those.add(listener));
    if (!this.timer) this.wait();
    return () => {
      those.delete(listener);
      if (those.size === 0) this.listeners.delete(siteId);
    };
  }

  onModuleDestroy(): void {
    this.listeners.clear();
    clearTimeout(this.timer);
  }

  private wait(): void {
    this.timer = setTimeout(() => void this.look(), pulse).unref();
  }

  private async look(): Promise<void> {
    try {
      const sites = [...this.listeners.keys()];
      if (sites.length > 0) await this.tell(sites);
    } catch {
      // The database is away: the next look finds what this one missed, and screens ask by themselves, too.
    }
    if (this.listeners.size > 0) {
      this.wait();
    } else {
      this.timer = undefined;
      this.seen.clear();
    }
  }

  private async tell(sites: string[]): Promise<void> {
    const events = await this.database.read<{ id: string; siteId: string }>(
      'select id, site_id as "siteId" from audit_event where site_id = any($1) and at > $2',
      [sites, new Date(this.clock.now().getTime() - lookBack)],
    );
    const changed = new Set(events.filter(({ id }) => !this.seen.has(id)).map(({ siteId }) => siteId));
    this.seen = new Set(events.map(({ id }) => id));
    for (const siteId of changed) for (const listener of this.listeners.get(siteId) ?? []) listener();
  }
}
