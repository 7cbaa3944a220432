import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Counter } from 'prom-client';
import { registry } from '../metrics';
import { Doorbell } from './doorbell';
import { Queues } from './queues';

const rings = new Counter({
  name: 'oasis_doorbell_rings_total',
  help: 'Rings of the doorbell, by what became of them',
  labelNames: ['outcome'],
  registers: [registry],
});

/** So long after a ring was carried further ones are gathered, in milliseconds: nobody notices, and a busy house rings often. */
const gathering = 200;

/** The name of the job that wakes the message planner. */
export const planJob = 'plan';

/**
 * Carries rings to the planner: straight to it when it lives in this process, otherwise through the queue. While one
 * ring is being carried, and for a moment after it, all further ones become a single next one.
 */
@Injectable()
export class QueueDoorbell extends Doorbell {
  private listener?: () => void;
  private waiting = false;
  private carrying = false;

  constructor(private readonly queues: Queues) {
    super();
  }

  /** From now on rings of this process are heard right here. The planner calls this where jobs run. */
  answerWith(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    if (this.listener) {
      rings.inc({ outcome: 'heard' });
      this.listener();
      return;
    }
    this.waiting = true;
    if (!this.carrying) void this.carry();
  }

  private async carry(): Promise<void> {
    this.carrying = true;
    while (this.waiting) {
      this.waiting = false;
      try {
        // A ring during a look makes one more look afterwards: that look may have begun before the commit.
        const deduplication = { id: planJob, keepLastIfActive: true };
        await this.queues.give('messages', [{ name: planJob, options: { deduplication } }]);
        rings.inc({ outcome: 'carried' });
      } catch {
        // A lost ring costs a second: the planner looks by itself.
        rings.inc({ outcome: 'lost' });
      }
      await pause(gathering, undefined, { ref: false });
    }
    this.carrying = false;
  }
}
