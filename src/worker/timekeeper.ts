import { Logger, Type } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Clock } from '../kernel/clock';
import { registry } from '../platform/metrics';

/** A method that does what is due by an instant and says how many things it did. */
export type Tick = (now: Date) => Promise<number>;

/** The names of the methods of T that are ticks. */
type TickOf<T> = { [K in keyof T & string]: T[K] extends Tick ? K : never }[keyof T & string];

/** One line of the timetable. */
export interface Line {
  /** For logs and metrics: feature and deed. */
  name: string;
  /** Milliseconds from the end of one run to the beginning of the next. */
  every: number;
  owner: Type;
  method: string;
}

/** Writes a line; a method that is no tick does not compile. */
export function line<T>(name: string, every: number, owner: Type<T>, method: TickOf<T>): Line {
  return { name, every, owner, method };
}

const runs = new Counter({
  name: 'oasis_ticks_total',
  help: 'Runs of a line of the timetable',
  labelNames: ['line', 'outcome'],
  registers: [registry],
});

const done = new Counter({
  name: 'oasis_tick_things_total',
  help: 'Things that a line of the timetable has done',
  labelNames: ['line'],
  registers: [registry],
});

const lastSuccess = new Gauge({
  name: 'oasis_tick_last_success_seconds',
  help: 'When a line of the timetable last succeeded, in seconds since 1970',
  labelNames: ['line'],
  registers: [registry],
});

const duration = new Histogram({
  name: 'oasis_tick_seconds',
  help: 'How long a run of a line of the timetable took',
  labelNames: ['line'],
  buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
  registers: [registry],
});

/** After a failed run even a rare line is tried again this soon. */
const soonest = 60_000;

/**
 * Runs the lines of a timetable, each on a plain timer of its own. A line never overlaps itself in this process; in
 * several processes the same line may run at once, so whatever it does claims its rows first. A run that fails is
 * logged and counted and hurts no other line.
 */
export class Timekeeper {
  private readonly logger = new Logger('Timetable');
  private readonly beats: ReadonlyMap<string, Beat>;

  /**
   * @param find the instance of a line's owner
   * @throws Error naming every line that has no such method
   */
  constructor(lines: readonly Line[], find: (owner: Type) => unknown, clock: Clock) {
    const beats = lines.map((entry) => new Beat(entry, tickOf(entry, find), clock, this.logger));
    this.beats = new Map(beats.map((beat) => [beat.line.name, beat]));
    if (this.beats.size !== lines.length) throw new Error('The timetable names a line twice.');
  }

  /** Starts every line; the first runs come within a second, not all at the same instant. */
  start(): void {
    for (const beat of this.beats.values()) beat.start();
  }

  /** Runs a line now; when it is running already, once more after that. Unknown names are a mistake in the program. */
  wake(name: string): void {
    const beat = this.beats.get(name);
    if (!beat) throw new Error(`The timetable has no line ${name}.`);
    beat.wake();
  }

  /** How long a line has not succeeded, in milliseconds; from the start on when it never has. Unknown names are a mistake. */
  silence(name: string): number {
    const beat = this.beats.get(name);
    if (!beat) throw new Error(`The timetable has no line ${name}.`);
    return beat.silence();
  }

  /** Starts nothing more and waits for what is running. */
  async stop(): Promise<void> {
    await Promise.all([...this.beats.values()].map((beat) => beat.stop()));
  }
}

function tickOf({ name, owner, method }: Line, find: (owner: Type) => unknown): Tick {
  let instance: unknown;
  try {
    instance = find(owner);
  } catch {
    throw new Error(`The timetable's line ${name} needs ${owner.name}, which this process does not provide.`);
  }
  const found = (instance as Record<string, unknown> | undefined)?.[method];
  if (typeof found !== 'function') {
    throw new Error(`The timetable's line ${name} names a method that is not there: ${owner.name}.${method}.`);
  }
  return (found as Tick).bind(instance);
}

/** One line at work. */
class Beat {
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = true;
  private lastComplaint = -Infinity;
  private lastSuccess = performance.now();

  constructor(
    readonly line: Line,
    private readonly tick: Tick,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.stopped = false;
    this.schedule(Math.random() * Math.min(this.line.every, 1_000));
  }

  wake(): void {
    if (this.stopped) return;
    if (this.running) this.again = true;
    else this.begin();
  }

  silence(): number {
    return performance.now() - this.lastSuccess;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.begin();
    }, milliseconds);
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.running = this.run().then((succeeded) => {
      this.running = undefined;
      if (this.stopped) return;
      const pause = succeeded ? this.line.every : Math.min(this.line.every, soonest);
      this.schedule(this.again ? 0 : pause);
      this.again = false;
    });
  }

  /** Never throws. */
  private async run(): Promise<boolean> {
    const { name } = this.line;
    const stopwatch = duration.startTimer({ line: name });
    try {
      const now = this.clock.now();
      done.inc({ line: name }, await this.tick(now));
      lastSuccess.set({ line: name }, now.getTime() / 1000);
      this.lastSuccess = performance.now();
      runs.inc({ line: name, outcome: 'done' });
      return true;
    } catch (error) {
      runs.inc({ line: name, outcome: 'failed' });
      this.complain(error);
      return false;
    } finally {
      stopwatch();
    }
  }

  /** A line that runs each second says what is wrong once a minute. */
  private complain(error: unknown): void {
    const now = performance.now();
    if (now - this.lastComplaint < 60_000) return;
    this.lastComplaint = now;
    this.logger.error({ err: error as Error, line: this.line.name }, 'a line of the timetable failed');
  }
}
