// Where scenarios get their house from.
import { Clients } from './client.mjs';
import { Estate } from './estate.mjs';
import { trace } from './reminders-oracle.mjs';

/**
 * Lets houses to scenarios: to each a new one, or, with `oneHouse`, one for all of them in which each opens a site of its
 * own. The latter saves the time of starting a house and proves the same, as the oracle looks at one site at a time.
 */
export class Landlord {
  constructor(frozen, { oneHouse = false } = {}) {
    this.frozen = frozen;
    this.oneHouse = oneHouse;
  }

  /**
   * Runs `work(estate, clients)` in a house. What cannot be shared is not: a clock that is wrong, another size of the
   * pool, a disk that is filled. Whoever `spoils` the house leaves it to nobody.
   */
  async house(options, work) {
    const estate = await this.enter(options);
    const clients = new Clients(estate);
    let isSpoilt = true;
    try {
      const result = await work(estate, clients);
      isSpoilt = options.spoils === true;
      return result;
    } finally {
      clients.close();
      if (estate !== this.estate) await estate.close();
      else if (isSpoilt) await this.close();
    }
  }

  async enter(options) {
    const isSpecial = options.clock || options.databasePool || options.smallDisk;
    if (!this.oneHouse || isSpecial) return await this.open(options);
    const { queue = 'postgres' } = options;
    if (this.estate && this.queue !== queue) await this.close();
    this.queue = queue;
    if (this.estate) await this.estate.moveIn(options);
    else this.estate = await this.open(options);
    return this.estate;
  }

  async open(options) {
    const estate = await Estate.open(this.frozen, options);
    await estate.ask(trace);
    return estate;
  }

  /** Gives up the house that was shared. */
  async close() {
    const { estate } = this;
    this.estate = undefined;
    await estate?.close();
  }
}
