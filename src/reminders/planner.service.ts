import { Injectable, Logger } from '@nestjs/common';
import { Busy } from '../kernel/errors';
import { newId } from '../kernel/id';
import { Database } from '../platform/database/database';
import { Mailer } from '../platform/mail/mailer';
import { Hint, Queues, QueueUnavailable } from '../platform/queue/queues';
import { Kind } from './kind';
import { kinds } from './kinds';
import { Channel } from './message.entity';
import { queueAttempts } from './message.rules';

/** The name of the job that sends one message. */
export const sendJob = 'send';

/** Something to tell that the ledger does not know yet. */
interface Candidate {
  kind: string;
  subjectId: string;
  occasion: string;
  personId: string | null;
  guestId: string | null;
  channel: Channel;
  dueAt: Date;
  usefulUntil: Date;
}

type Written = Pick<Candidate, 'channel' | 'dueAt'> & { id: string };

/** Rows of one look; when there are more, the next look finds them. */
const batch = 500;

/** Messages that are due later than in so many milliseconds are not put into the queue yet. */
const soon = 60_000;

/** One question for all kinds: at rest, a look is one statement that reads a few index pages and writes nothing. It is
 * so long that it has to be prepared. */
const question = `${kinds.map(unplanned).join('\nunion all\n')}\norder by "dueAt" limit ${batch}`;

/** Derives messages from facts. */
@Injectable()
export class MessagePlanner {
  private readonly logger = new Logger('Messages');

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Writes down every message that the facts changed since `since` ask for and that is not in the ledger yet, then
   * hints at them in the queue. May run at once in many processes: the unique key lets one of them win per message.
   * @returns how many were new
   */
  async plan(now: Date, since: Date): Promise<number> {
    const candidates = await this.ask(now, since);
    if (candidates.length === 0) return 0;
    const written = await this.writeAll(candidates, now);
    await this.hint(written, now);
    return written.length;
  }

  /** When all kinds cannot be asked at once, each is asked alone: one bad fact makes only its own kind silent. */
  private async ask(now: Date, since: Date): Promise<Candidate[]> {
    try {
      return await this.database.readPrepared<Candidate>('messages to plan', question, [now, since]);
    } catch (error) {
      if (error instanceof Busy) throw error;
    }
    const found: Candidate[] = [];
    for (const kind of kinds) {
      const given = kind.facts.includes('$2') ? [now, since] : [now];
      try {
        found.push(...(await this.database.read<Candidate>(unplanned(kind), given)));
      } catch (error) {
        this.logger.error({ err: error as Error, kind: kind.name }, 'a kind of message cannot be planned');
      }
    }
    return found;
  }

  /** When they cannot be written together, each kind is written alone: one bad row makes only its own kind silent. */
  private async writeAll(candidates: Candidate[], now: Date): Promise<Written[]> {
    try {
      return await this.write(candidates, now);
    } catch (error) {
      if (error instanceof Busy) throw error;
    }
    const written: Written[] = [];
    for (const kind of new Set(candidates.map((row) => row.kind))) {
      try {
        const own = candidates.filter((row) => row.kind === kind);
        written.push(...(await this.write(own, now)));
      } catch (error) {
        this.logger.error({ err: error as Error, kind }, 'a kind of message cannot be written down');
      }
    }
    return written;
  }

  private async write(candidates: Candidate[], now: Date): Promise<Written[]> {
    const column = <K extends keyof Candidate>(name: K): Candidate[K][] => candidates.map((row) => row[name]);
    return await this.database.transaction((tx) =>
      tx.query<Written[]>(
        `insert into message (id, kind, subject_id, occasion, person_id, guest_id, channel, due_at, useful_until, next_attempt_at, created_at)
         select id, kind, subject_id, occasion, person_id, guest_id, channel, due_at, useful_until, due_at, $10
         from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[])
           as planned (id, kind, subject_id, occasion, person_id, guest_id, channel, due_at, useful_until)
         on conflict do nothing
         returning id, channel, due_at as "dueAt"`,
        [
          candidates.map(() => newId()),
          column('kind'),
          column('subjectId'),
          column('occasion'),
          column('personId'),
          column('guestId'),
          column('channel'),
          column('dueAt'),
          column('usefulUntil'),
          now,
        ],
      ),
    );
  }

  /**
   * The queue is a hint: when it does not answer, the sweeper finds the same rows two seconds later. What is told in the
   * application leaves the house by no door and needs no carrier: the ledger shows it.
   */
  private async hint(messages: Written[], now: Date): Promise<void> {
    const hints = messages.flatMap(({ id, channel, dueAt }): Hint[] => {
      if (channel === 'app' || (channel === 'mail' && !this.mailer.isConfigured)) return [];
      const delay = Math.max(0, dueAt.getTime() - now.getTime());
      if (delay > soon) return [];
      const options = { jobId: `message-${id}`, delay, attempts: queueAttempts, backoff: { type: 'custom' } };
      return [{ name: sendJob, data: { id }, options }];
    });
    if (hints.length === 0) return;
    try {
      await this.queues.give('messages', hints);
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error;
    }
  }
}

/** What a kind has to tell and the ledger does not know. Names of kinds and channels are our own words, not input. */
function unplanned({ name, channels, facts, addressee }: Kind): string {
  const told = addressee ?? 'person';
  const columns = told === 'guest' ? 'null::uuid as "personId", f.guest_id' : 'f.person_id as "personId", null::uuid';
  // To who has no browser for it there is nothing to push, and to a new one nothing that was due before.
  const pushed = channels.includes('push')
    ? `(c.channel <> 'push' or exists (
      select 1 from push_subscription o where o.person_id = f.person_id and o.created_at <= f.due_at)) and `
    : '';
  const through = channels.map((channel) => `'${channel}'`).join(', ');
  return `(
    select '${name}' as kind, f.subject_id as "subjectId", f.occasion, ${columns} as "guestId", c.channel,
           f.due_at as "dueAt", f.useful_until as "usefulUntil"
    from (${facts}) f cross join unnest(array[${through}]) as c (channel)
    where ${pushed}not exists (
      select 1 from message m
      where m.kind = '${name}' and m.subject_id = f.subject_id and m.occasion = f.occasion
        and m.${told}_id = f.${told}_id and m.channel = c.channel)
    order by f.due_at limit ${batch})`;
}
