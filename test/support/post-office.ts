import { Logger } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LinkSecrets } from '../../src/access/link-secrets';
import { entities } from '../../src/entities';
import { newId } from '../../src/kernel/id';
import { Config } from '../../src/platform/config/config';
import { dataSource } from '../../src/platform/database/data-source';
import { Database } from '../../src/platform/database/database';
import { Mailbox } from '../../src/platform/mail/mailbox';
import { Mailer } from '../../src/platform/mail/mailer';
import { PushDoor } from '../../src/platform/push/push-door';
import { Queues } from '../../src/platform/queue/queues';
import { Secrets } from '../../src/platform/secrets';
import { Ledger } from '../../src/reminders/ledger';
import { Lifeline } from '../../src/reminders/lifeline';
import { LetterLinks } from '../../src/reminders/letter-links';
import { MessageStatus } from '../../src/reminders/message.entity';
import { MessageProcessor } from '../../src/reminders/message.processor';
import { MessageTicks } from '../../src/reminders/message.ticks';
import { MessagePlanner } from '../../src/reminders/planner.service';
import { PushSender } from '../../src/reminders/push/push-sender';
import { MessageSender } from '../../src/reminders/sender.service';
import { UnsubscribeLinks } from '../../src/reminders/unsubscribe-links';
import { TestClock } from './clock';
import { testConfig } from './oasis';
import { freshDatabase } from './postgres';

/** A row of the ledger as specs look at it. */
export interface LedgerRow {
  id: string;
  kind: string;
  subjectId: string;
  personId: string;
  status: MessageStatus;
  reason: string | null;
  attempts: number;
}

/**
 * The parts that plan and send messages, on a database of their own and without HTTP: nothing happens by itself, specs
 * call each part. The clock stands still.
 */
export interface PostOffice {
  database: Database;
  clock: TestClock;
  config: Config;
  queues: Queues;
  mailer: Mailer;
  secrets: LinkSecrets;
  ledger: Ledger;
  lifeline: Lifeline;
  planner: MessagePlanner;
  sender: MessageSender;
  ticks: MessageTicks;
  processor: MessageProcessor;
  /** Writes down that a link was asked for. @returns the id of the row */
  aLink(personId: string, purpose?: 'verify_email' | 'reset_password' | 'already_registered'): Promise<string>;
  /** Mails of the ledger, oldest first; only those about a subject when one is given. */
  rows(subjectId?: string): Promise<LedgerRow[]>;
  /** The one mail about a subject. */
  row(subjectId: string): Promise<LedgerRow>;
  /** Waits until the one mail about a subject has come to a status; ten seconds at most. */
  until(subjectId: string, status: MessageStatus): Promise<LedgerRow>;
  /** Sends what is overdue and waits for all of it, however busy the machine is. @returns how many were attempted */
  sweep(now?: Date): Promise<number>;
  /** Lets every claim run out, as it does some seconds after its sender was killed. */
  expireClaims(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens a post office; `differing` are settings such as `smtpUrl`. */
export async function openPostOffice(
  differing: Parameters<typeof testConfig>[2] = {},
  door = new PushDoor(),
): Promise<PostOffice> {
  Logger.overrideLogger(false);
  const fresh = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'oasis-post-'));
  const config = testConfig(fresh.url, folder, differing);
  const source = dataSource(fresh.url, entities, config.databasePool);
  await source.initialize();
  const clock = new TestClock();
  const database = new Database(source);
  const queues = new Queues(config, source);
  const mailer = new Mailer(config, new Mailbox(config));
  const secrets = new LinkSecrets(config, new Secrets(config));
  const ledger = new Ledger(database);
  const lifeline = new Lifeline(source, database);
  const planner = new MessagePlanner(database, queues, mailer);
  const sender = new MessageSender(
    database,
    clock,
    ledger,
    lifeline,
    mailer,
    new LetterLinks(config, secrets),
    new UnsubscribeLinks(config, new Secrets(config)),
    new PushSender(database, clock, door, config, new Secrets(config)),
  );
  const ticks = new MessageTicks(planner, sender, ledger, queues);
  const processor = new MessageProcessor(queues, clock, sender, ticks);
  const rows = (subjectId?: string): Promise<LedgerRow[]> =>
    database.read<LedgerRow>(
      `select id, kind, subject_id as "subjectId", person_id as "personId", status, reason, attempts
       from message where channel = 'mail' and ($1::uuid is null or subject_id = $1) order by created_at, id`,
      [subjectId ?? null],
    );
  const row = async (subjectId: string): Promise<LedgerRow> => {
    const found = await rows(subjectId);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} messages about ${subjectId}`);
    return found[0];
  };
  return {
    database,
    clock,
    config,
    queues,
    mailer,
    secrets,
    ledger,
    lifeline,
    planner,
    sender,
    ticks,
    processor,
    rows,
    aLink: async (personId, purpose = 'verify_email') => {
      const id = newId();
      const now = clock.now();
      await database.read(
        `insert into one_time_token (id, person_id, purpose, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
        [id, personId, purpose, now, new Date(now.getTime() + 24 * 60 * 60_000)],
      );
      return id;
    },
    row,
    until: async (subjectId, status) => {
      for (let look = 0; look < 200; look++) {
        const found = await row(subjectId);
        if (found.status === status) return found;
        await pause(50);
      }
      throw new Error(`the message about ${subjectId} is not ${status}: ${JSON.stringify(await row(subjectId))}`);
    },
    sweep: async (now = clock.now()) => {
      const attempted = await ticks.sweep(now);
      await sender.idle(20_000);
      return attempted;
    },
    expireClaims: async () => {
      await database.read('update message set claimed_until = clock_timestamp() where claimed_until is not null');
    },
    stop: async () => {
      await lifeline.onApplicationShutdown();
      await queues.close();
      await mailer.onApplicationShutdown();
      await source.destroy();
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
