/** Where "now" comes from. Injected everywhere, so that tests can move time; SQL receives it as a parameter. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}

/** The clock on the wall. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
