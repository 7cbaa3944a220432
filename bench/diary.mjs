const hour = 3_600_000;
const day = 24 * hour;
/** Hours from six to fourteen by UTC, which every desk can be had for. */
const hoursADay = 8;

/** Wishes that nobody has had yet: an hour of a desk each, desk by desk, hour by hour, by one member after the other. */
export class Diary {
  count = 0;

  /** The first is so many days from now. */
  constructor(house, days) {
    this.house = house;
    this.first = Math.ceil(Date.now() / day + days) * day + 6 * hour;
  }

  next() {
    const { resources, members } = this.house;
    const n = this.count++;
    const slot = Math.floor(n / resources.length);
    const start = this.first + Math.floor(slot / hoursADay) * day + (slot % hoursADay) * hour;
    return {
      member: members[n % members.length],
      resourceId: resources[n % resources.length],
      start: new Date(start).toISOString(),
      end: new Date(start + hour).toISOString(),
    };
  }
}
