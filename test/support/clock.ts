import { Clock } from '../../src/kernel/clock';

/**
 * A clock that stands still until it is told to move. Without a given instant it starts at a plain working day: Tuesday
 * 2 March 2027, 08:00 in Helsinki.
 */
export class TestClock extends Clock {
  private present: Date;

  constructor(start: Date | string = '2027-03-02T06:00:00Z') {
    super();
    this.present = new Date(start);
  }

  now(): Date {
    return new Date(this.present);
  }

  /** Jumps to an instant. */
  set(instant: Date | string): void {
    this.present = new Date(instant);
  }

  /** Moves on (or back) by a number of minutes. */
  advance(minutes: number): void {
    this.present = new Date(this.present.getTime() + minutes * 60_000);
  }
}
