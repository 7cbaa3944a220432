import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';

interface Step {
  name: string;
  deadline: number;
  run: (reason: string) => Promise<unknown>;
}

/** Two signals closer than this are one: `npm` passes on what the terminal has already sent to everybody. */
const echo = 1_000;

/**
 * Ends the process in order: what was opened last is closed first, each step with a deadline of its own, and a step that
 * fails does not keep the others from running. A second signal ends it at once.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private begun?: number;

  constructor(private readonly logger: Logger) {}

  /** Whether the process is ending. */
  get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  /**
   * Adds a step, to run before all that were added earlier. `deadline` is in milliseconds; the step is told what the
   * process ends for, see {@link run}.
   */
  before(name: string, deadline: number, run: (reason: string) => Promise<unknown>): void {
    this.steps.unshift({ name, deadline, run });
  }

  /** Listens for the terminal and the supervisor, and for errors that nobody caught. */
  watch(): void {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (this.begun === undefined) void this.run(signal, 0);
        else if (performance.now() - this.begun > echo) process.exit(1);
      });
    }
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error: unknown) => {
        // Nobody knows in which state this leaves the process: it ends, and what has committed is safe.
        this.logger.fatal({ err: error }, event);
        process.exit(1);
      });
    }
  }

  /** Runs the steps and ends the process. `reason` is the signal, or what happened. */
  async run(reason: string, code: number): Promise<never> {
    this.begun ??= performance.now();
    this.logger.info({ reason }, 'stopping');
    for (const step of this.steps) {
      try {
        const late = await Promise.race([
          step.run(reason).then(() => false),
          pause(step.deadline, true, { ref: false }),
        ]);
        if (late) this.logger.warn({ step: step.name }, 'did not stop in time');
      } catch (error) {
        this.logger.error({ err: error, step: step.name }, 'did not stop cleanly');
      }
    }
    this.logger.info({ ms: Math.round(performance.now() - this.begun) }, 'stopped');
    process.exit(code);
  }
}
