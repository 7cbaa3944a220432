import {
  BeforeApplicationShutdown,
  Injectable,
  Logger,
  OnApplicationBootstrap,
  OnModuleInit,
  Type,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { MatchingProcessor } from '../coaching/matching/matching.processor';
import { Clock } from '../kernel/clock';
import { Readiness } from '../platform/http/readiness';
import { Mailer } from '../platform/mail/mailer';
import { within } from '../platform/queue/deadline';
import { QueueDoorbell } from '../platform/queue/queue-doorbell';
import { Queues } from '../platform/queue/queues';
import { MessageProcessor } from '../reminders/message.processor';
import { Timekeeper } from './timekeeper';
import { rungLine, timetable } from './timetable';

/** A process whose timetable has not looked at messages for so long does not do its work, in milliseconds. */
const longestSilence = 60_000;

/** The longest that a stopping process waits for work under way, in milliseconds. */
const patience = 20_000;

/** Starts and stops what happens by itself in this process: the timetable, and the workers of the queue. */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private timekeeper!: Timekeeper;

  constructor(
    private readonly modules: ModuleRef,
    private readonly clock: Clock,
    private readonly queues: Queues,
    private readonly doorbell: QueueDoorbell,
    private readonly processor: MessageProcessor,
    private readonly matching: MatchingProcessor,
    private readonly mailer: Mailer,
    private readonly readiness: Readiness,
  ) {}

  /** @throws Error when a line of the timetable has no method: the process does not start. */
  onModuleInit(): void {
    const find = (owner: Type): unknown => this.modules.get<unknown>(owner, { strict: false });
    this.timekeeper = new Timekeeper(timetable, find, this.clock);
    this.readiness.add('timetable', () => this.feelPulse());
  }

  onApplicationBootstrap(): void {
    if (!this.mailer.isConfigured) {
      this.logger.warn('SMTP_URL is not set: mails wait in the ledger until it is, and go out then if still of use.');
    }
    this.doorbell.answerWith(() => {
      this.timekeeper.wake(rungLine);
    });
    this.processor.start();
    this.matching.start();
    this.timekeeper.start();
  }

  /** The heartbeat of this process: it looks at messages every second, so a minute without is no accident. */
  private feelPulse(): Promise<void> {
    const silence = Math.round(this.timekeeper.silence(rungLine));
    return silence > longestSilence
      ? Promise.reject(new Error(`The timetable has been silent for ${silence} ms.`))
      : Promise.resolve();
  }

  /** Begins nothing more, and lets what is under way end. What does not end in time is found by the next sweep. */
  async beforeApplicationShutdown(): Promise<void> {
    const ended = Promise.all([this.timekeeper.stop(), this.queues.drain(patience)]);
    await within(patience, 'work under way', ended).catch((error: unknown) => {
      this.logger.warn(error instanceof Error ? error.message : String(error));
    });
  }
}
