import { Injectable, Logger } from '@nestjs/common';
import { MembershipVentureService } from './membership-venture.service';

const batch = 200;

/** What becomes due for ventures by the passing of time alone. */
@Injectable()
export class VentureTicks {
  private readonly log = new Logger(VentureTicks.name);

  constructor(private readonly links: MembershipVentureService) {}

  /** Unlinks the memberships of those whose last day in the team has passed: their desks count for it no longer. */
  async unlink(now: Date): Promise<number> {
    let done = 0;
    for (const link of await this.links.left(now, batch)) {
      try {
        if (await this.links.unlink(link, now)) done++;
      } catch (error) {
        // One bad row stops nobody; it stays due and is met again at the next run.
        this.log.error({ err: error as Error, membershipId: link.id }, 'a membership could not be unlinked');
      }
    }
    return done;
  }
}
