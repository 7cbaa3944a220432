import { setTimeout as pause } from 'node:timers/promises';

/** How much goes on at once: so many quick ones, and so many in all when some turn out to be slow. */
export interface Widths {
  quick: number;
  all: number;
  /** How many for one addressee, quick or slow. */
  each: number;
  /** Milliseconds after which something counts as slow. */
  slowAfter: number;
}

interface Passenger {
  addressee: string;
  begun: number;
}

/**
 * Work under way in this process. Whoever is slow makes room for the others, up to a limit, and nobody takes more than a
 * few places: letters that a mail server thinks about for a minute do not hold up all the rest, and many letters to one
 * mailbox that is slow hold up that mailbox only.
 */
export class Lanes {
  private readonly underWay = new Map<Promise<unknown>, Passenger>();

  constructor(private readonly widths: Widths) {}

  /** How many more may begin now. */
  room(): number {
    const { quick, all, slowAfter } = this.widths;
    const slowSince = performance.now() - slowAfter;
    const slow = [...this.underWay.values()].filter(({ begun }) => begun <= slowSince).length;
    const fresh = this.underWay.size - slow;
    return Math.max(0, Math.min(quick - fresh, all - this.underWay.size));
  }

  /** Addressees for whom nothing more may begin now. */
  full(): string[] {
    const taken = new Map<string, number>();
    for (const { addressee } of this.underWay.values()) taken.set(addressee, (taken.get(addressee) ?? 0) + 1);
    return [...taken].filter(([, places]) => places >= this.widths.each).map(([addressee]) => addressee);
  }

  /** Those of the {@link full} for whom a place may come free soon: not all that they have under way is slow. */
  moving(): string[] {
    const full = new Set(this.full());
    const slowSince = performance.now() - this.widths.slowAfter;
    const quick = [...this.underWay.values()].filter(({ begun }) => begun > slowSince);
    return [...new Set(quick.map(({ addressee }) => addressee))].filter((addressee) => full.has(addressee));
  }

  /** Begins something for an addressee. What it throws is the caller's to hear. */
  take<T>(addressee: string, work: () => Promise<T>): Promise<T> {
    const begun = work();
    this.underWay.set(begun, { addressee, begun: performance.now() });
    return begun.finally(() => this.underWay.delete(begun));
  }

  /** Waits until something has ended or has become slow. */
  async change(): Promise<void> {
    await this.ended(Promise.race([...this.underWay.keys()].map(settled)));
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
    await Promise.race([Promise.allSettled(this.underWay.keys()), pause(patience, undefined, { ref: false })]);
  }
}

function settled(work: Promise<unknown>): Promise<unknown> {
  return work.catch(() => undefined);
}
