import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { registry } from '../platform/metrics';
import { Queues } from '../platform/queue/queues';
import { Ledger } from './ledger';
import { keptDays } from './message.rules';
import { MessagePlanner } from './planner.service';
import { MessageSender } from './sender.service';

const minute = 60_000;
const day = 24 * 60 * minute;

const waiting = new Gauge({
  name: 'oasis_messages_waiting',
  help: 'Messages not yet sent; `overdue` ones should have been sent more than a minute ago',
  labelNames: ['which'],
  registers: [registry],
});

/** What becomes due for messages by the passing of time alone. */
@Injectable()
export class MessageTicks {
  private readonly logger = new Logger('Messages');

  constructor(
    private readonly planner: MessagePlanner,
    private readonly sender: MessageSender,
    private readonly ledger: Ledger,
    private readonly queues: Queues,
  ) {}

  /** Looks at what has changed in the last two minutes, and shows at once what of it is told in the application. */
  async plan(now: Date): Promise<number> {
    const planned = await this.planner.plan(now, new Date(now.getTime() - 2 * minute));
    if (planned > 0) await this.sender.show(now, 100);
    return planned;
  }

  /** Looks at the last day, for whatever changed while nobody was looking. */
  planAgain(now: Date): Promise<number> {
    return this.planner.plan(now, new Date(now.getTime() - day));
  }

  /** Sends what the queue has not. */
  sweep(now: Date): Promise<number> {
    return this.sender.sweep(now, 200);
  }

  /** Sends what a sender that died has left behind. */
  takeOver(now: Date): Promise<number> {
    return this.sender.takeOver(now, 200);
  }

  /** Shows in the application what is due there, whatever becomes of mails. */
  show(now: Date): Promise<number> {
    return this.sender.show(now, 1_000);
  }

  /** Forgets messages that were done long ago. */
  purge(now: Date): Promise<number> {
    return this.ledger.forget(new Date(now.getTime() - keptDays * day));
  }

  /** Measures ledger and queue, and speaks up when messages are more than a minute late. */
  async measure(now: Date): Promise<number> {
    const { open, overdue } = await this.ledger.waiting(now);
    waiting.set({ which: 'all' }, open);
    waiting.set({ which: 'overdue' }, overdue);
    if (overdue > 0) this.logger.warn({ overdue }, 'messages are more than a minute late');
    await this.queues.measure('messages');
    return open;
  }
}
