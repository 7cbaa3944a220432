/**
 * The bell a service rings after its command has committed: "there may be something to tell somebody".
 *
 * It is a courtesy and never a promise. `ring` returns at once, never throws and never waits, because a command that has
 * committed must not fail for the sake of its mail. If the ring is lost, the message planner finds the same facts within
 * its next regular look; a ring only saves that second.
 */
export abstract class Doorbell {
  /** Wakes the message planner soon, in whatever process runs jobs. Many rings close together count as one. */
  abstract ring(): void;
}

/** A bell that nobody hears: for specs of commands and for one-off scripts, where no job runs. */
export class SilentDoorbell extends Doorbell {
  ring(): void {
    // Nobody listens, and nothing is lost: the planner works from facts, not from rings.
  }
}
