import { TooMany } from '../kernel/errors';

/** Lets so many through at once, so many more wait in line, and turns the rest away. */
export class Turnstile {
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly waiting: number,
  ) {}

  /** Does the work when there is room. @throws TooMany when the line is full. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.most) {
      if (this.line.length >= this.waiting) throw new TooMany(2);
      await new Promise<void>((enter) => this.line.push(enter));
    } else {
      this.inside++;
    }
    try {
      return await work();
    } finally {
      // The place is handed over rather than given up, so nobody who comes now gets in before the first in line.
      const next = this.line.shift();
      if (next) next();
      else this.inside--;
    }
  }
}
