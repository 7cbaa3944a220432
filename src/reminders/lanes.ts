import { setTimeout as pause } from 'node:timers/promises';

/** How much goes on at once: so many quick ones, and so many in all when some turn out to be slow. */
export interface Widths {
  quick: number;
  all: number;
  /** Milliseconds after which something counts as slow. */
  slowAfter: number;
}

/**
 * Work under way in this process. Whoever is slow makes room for the others, up to a limit: a few letters that a mail
 * server thinks about for a minute do not hold up all the rest.
 */
export class Lanes {
  private readonly underWay = new Map<Promise<unknown>, number>();

  constructor(private readonly widths: Widths) {}

  /** How many more may begin now. */
  room(): number {
    const { quick, all, slowAfter } = this.widths;
    const slowSince = performance.now() - slowAfter;
    const slow = [...this.underWay.values()].filter((begun) => begun <= slowSince).length;
    const fresh = this.underWay.size - slow;
    return Math.max(0, Math.min(quick - fresh, all - this.underWay.size));
  }

  /** Begins something; it must not throw. */
  take(work: () => Promise<void>): Promise<void> {
    const begun = work();
    this.underWay.set(begun, performance.now());
    return begun.finally(() => this.underWay.delete(begun));
  }

  /** Waits until something has ended or has become slow. */
  async change(): Promise<void> {
    await this.ended(Promise.race(this.underWay.keys()));
  }

  /** Waits for these, or until they are slow. */
  async ended(these: Promise<unknown>): Promise<void> {
    const stop = new AbortController();
    const slow = pause(this.widths.slowAfter, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    await Promise.race([these, slow]);
    stop.abort();
  }

  /** Waits for everything, so many milliseconds at most. */
  async idle(patience: number): Promise<void> {
    await Promise.race([Promise.all(this.underWay.keys()), pause(patience, undefined, { ref: false })]);
  }
}
