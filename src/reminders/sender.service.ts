import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import { Clock } from '../kernel/clock';
import { Busy } from '../kernel/errors';
import { Locale } from '../people/people.rules';
import { Database } from '../platform/database/database';
import { Letter, Mailer, MailRefused } from '../platform/mail/mailer';
import { noticeOf } from './push/notice';
import { Notice, PushRefused, PushSender } from './push/push-sender';
import { registry } from '../platform/metrics';
import { draftOf, rereadWith } from './kind';
import { kindNamed } from './kinds';
import { addresseeOf, Choice, Claim, Ledger } from './ledger';
import { Lifeline } from './lifeline';
import { addressee, endOfQuiet } from './addressee';
import { Lanes, Widths } from './lanes';
import { LetterLinks } from './letter-links';
import { Channel, channels } from './message.entity';
import { lease, pauseAfter, renewEvery } from './message.rules';
import { patiently } from './patience';
import { typeset } from './templates/letter';
import { UnsubscribeLinks } from './unsubscribe-links';

/**
 * What became of one attempt: `sent`; `void`, it had become pointless; `failed` for good; `again`, to be tried later;
 * `later`, it waits for the end of quiet hours; `elsewhere`, it was not this sender's to send, or the sweeper has to;
 * `slow`, it is still under way.
 */
export type Outcome =
  | { kind: 'sent' | 'elsewhere' | 'later' | 'slow' }
  | { kind: 'void' | 'failed'; reason: string }
  | { kind: 'again'; reason: string };

type Prepared = { letter: Letter } | { notice: Notice } | { pointless: string } | 'shown' | 'postponed' | undefined;

const outcomes = new Counter({
  name: 'oasis_messages_total',
  help: 'Attempts to send a message, by kind and by what became of them',
  labelNames: ['kind', 'outcome'],
  registers: [registry],
});

const lateness = new Histogram({
  name: 'oasis_message_lateness_seconds',
  help: 'Time from when a message was due until the other end had taken it',
  labelNames: ['kind'],
  buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 60, 600, 3600],
  registers: [registry],
});

/**
 * Sends one message at a time: claim, read the fact again, mark, hand over, mark. Nothing leaves the process inside a
 * transaction. A sender that dies anywhere leaves a row that the sweeper finds when the claim has run out; the mail may
 * then go out twice, with the same Message-ID, but never not at all.
 */
@Injectable()
export class MessageSender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Messages');
  private readonly lanes = new Lanes(widths);
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly lifeline: Lifeline,
    private readonly mailer: Mailer,
    private readonly links: LetterLinks,
    private readonly unsubscribe: UnsubscribeLinks,
    private readonly push: PushSender,
  ) {}

  /** From now on this process gives a sign of life to the other senders. Called where jobs run, and nowhere else. */
  async start(): Promise<void> {
    await this.lifeline.start();
  }

  /**
   * Sends the message with this id if it is due, nobody else is sending it and there is room. One that takes long is not
   * waited for: the ledger hears what becomes of it, and the sweeper tries again what is to be tried again.
   */
  async send(id: string): Promise<Outcome> {
    if (this.lanes.room() === 0) return { kind: 'elsewhere' };
    const claim = await this.ledger.claim(id, this.clock.now(), this.choice());
    if (!claim) return { kind: 'elsewhere' };
    let outcome: Outcome = { kind: 'slow' };
    let isWaiting = true;
    const attempt = this.lanes.take(addresseeOf(claim), async () => {
      outcome = await this.attempt(claim);
    });
    // Who waits hears of an error; once nobody does, the log has to.
    attempt.catch((error: unknown) => isWaiting || this.leave(error));
    await this.lanes.ended(attempt);
    isWaiting = false;
    return outcome;
  }

  /**
   * Sends what is overdue, a few at a time. One bad message stops nobody, and one that takes long is not waited for.
   * @returns how many were attempted
   */
  async sweep(now: Date, most: number): Promise<number> {
    const begun: Promise<void>[] = [];
    while (begun.length < most && !this.stopping) {
      const room = this.lanes.room();
      if (room === 0) break;
      const choice = this.choice();
      const claims = await this.ledger.claimOverdue(now, room, choice);
      for (const claim of claims) begun.push(this.lanes.take(addresseeOf(claim), () => this.tried(claim)));
      if (claims.length < room && !(await this.relief(choice))) break;
      if (claims.length === room) await this.lanes.change();
    }
    await this.lanes.ended(Promise.all(begun));
    return begun.length;
  }

  /** Takes over at once what senders that died had in hand. @returns how many were attempted */
  async takeOver(now: Date, most: number): Promise<number> {
    return (await this.lifeline.releaseOrphans(now)) > 0 ? await this.sweep(now, most) : 0;
  }

  /**
   * Waits until one of those who had to wait has a place again; those who are slow are not waited for.
   * @returns whether it is worth looking again
   */
  private async relief({ not = [] }: Choice): Promise<boolean> {
    const waiting = new Set([...not, ...this.lanes.full()]);
    const until = performance.now() + widths.slowAfter;
    while (waiting.size > 0 && performance.now() < until) {
      const full = new Set(this.lanes.full());
      if ([...waiting].some((addressee) => !full.has(addressee))) return true;
      if (this.lanes.moving().length === 0) return false;
      await this.lanes.change();
    }
    return false;
  }

  /** Shows in the application what is due there. It needs no server but the database, and waits for no other. */
  async show(now: Date, most: number): Promise<number> {
    let shown = 0;
    while (shown < most && !this.stopping) {
      const claims = await this.ledger.claimOverdue(now, widths.quick, {
        ...this.choice(),
        through: ['app'],
        after: 0,
      });
      await this.lanes.ended(Promise.all(claims.map((claim) => this.tried(claim))));
      shown += claims.length;
      if (claims.length < widths.quick) break;
    }
    return shown;
  }

  /** Lets what is being handed over end: a letter of which nothing is known is sent again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.idle(20_000);
  }

  /** Waits until nothing is being handed over, so many milliseconds at most. */
  async idle(patience: number): Promise<void> {
    await this.lanes.idle(patience);
  }

  private async tried(claim: Claim): Promise<void> {
    try {
      await this.attempt(claim);
    } catch (error) {
      this.leave(error);
    }
  }

  private leave(error: unknown): void {
    this.logger.error({ err: error as Error }, 'a message was left');
  }

  private async attempt(claim: Claim): Promise<Outcome> {
    const outcome = await this.outcome(claim);
    outcomes.inc({ kind: claim.kind, outcome: outcome.kind });
    if (outcome.kind === 'failed' || outcome.kind === 'again') {
      const { id, kind, attempt } = claim;
      this.logger.warn({ messageId: id, kind, attempt, reason: outcome.reason }, `a message was not sent`);
    }
    return outcome;
  }

  private async outcome(claim: Claim): Promise<Outcome> {
    const prepared = await patiently(() => this.prepare(claim), lease).catch((error: unknown) =>
      this.putBack(claim, error),
    );
    if (!prepared) return { kind: 'elsewhere' };
    if (prepared === 'shown') return this.arrived(claim, this.clock.now());
    if (prepared === 'postponed') return { kind: 'later' };
    if ('pointless' in prepared) return await this.dismiss(claim, prepared.pointless);
    try {
      await this.handOver(claim, prepared);
    } catch (error) {
      if (error instanceof MailRefused || error instanceof PushRefused) return await this.refused(claim, error);
      throw error;
    }
    const now = this.clock.now();
    await patiently(() => this.ledger.settle(claim, { status: 'sent' }, now));
    return this.arrived(claim, now);
  }

  /** The other end may take its time; the message is kept from the sweepers of all processes meanwhile. */
  private async handOver(claim: Claim, prepared: { letter: Letter } | { notice: Notice }): Promise<void> {
    const renewal = setInterval(() => {
      this.ledger.renew(claim).catch(() => undefined);
    }, renewEvery);
    try {
      await ('letter' in prepared ? this.mailer.handOver(prepared.letter) : this.push.handOver(prepared.notice));
    } finally {
      clearInterval(renewal);
    }
  }

  /** Without a mail server mails wait in the ledger; what is told otherwise does not. */
  private choice(): Choice {
    const through: readonly Channel[] = this.mailer.isConfigured ? channels : ['app', 'push'];
    return { through, not: this.lanes.full(), by: this.lifeline.owner };
  }

  private arrived({ kind, dueAt }: Claim, now: Date): Outcome {
    lateness.observe({ kind }, Math.max(0, now.getTime() - dueAt.getTime()) / 1000);
    return { kind: 'sent' };
  }

  /**
   * Reads the fact and its reader once more and marks the message as being sent, in one transaction: what is cancelled
   * before this commits is not sent, what is cancelled later finds the message on its way. In the application the mark
   * is the message, so there it is seen exactly once.
   * @returns undefined when somebody else has the message meanwhile
   */
  private async prepare(claim: Claim): Promise<Prepared> {
    const now = this.clock.now();
    const kind = kindNamed(claim.kind);
    if (!kind) return { pointless: 'this kind of message is not sent any more' };
    if (claim.usefulUntil <= now) return { pointless: 'too late to be of use' };
    return await this.database.transaction(async (tx): Promise<Prepared> => {
      type Fact = Record<string, unknown> & { pointless: string | null };
      const [fact] = await tx.query<Fact[]>(kind.reread, rereadWith(kind, claim, now));
      const person = await addressee(tx, claim);
      if (!fact) return { pointless: 'what it was about is gone' };
      if (fact.pointless !== null) return { pointless: fact.pointless };
      if (person.status !== 'active') return { pointless: 'the account is closed' };
      if (kind.canBeSwitchedOff && !person.wanted) return { pointless: 'the person does without it' };
      if (claim.channel === 'app') return (await this.ledger.show(tx, claim, fact, now)) ? 'shown' : undefined;
      const quiet = kind.isUrgent ? undefined : endOfQuiet(person, fact, now);
      if (quiet && quiet < claim.usefulUntil) {
        return (await this.ledger.postpone(tx, claim, quiet, 'quiet hours')) ? 'postponed' : undefined;
      }
      if (!(await this.ledger.begin(tx, claim))) return undefined;
      const draft = draftOf(kind, fact, person, this.links);
      if (claim.channel === 'push') return { notice: noticeOf(claim, kind, draft) };
      const unsubscribe = kind.canBeSwitchedOff ? this.unsubscribe.linkFor(person.id, kind.name) : undefined;
      const written = { ...typeset(draft, { ...person, unsubscribe }), calendar: draft.calendar, unsubscribe };
      const to = { name: person.name, address: person.email };
      const locale: Locale = person.locale;
      return { letter: { ...written, to, locale, messageId: this.mailer.messageId(claim.id), at: now } };
    });
  }

  /**
   * Nothing has left the house yet, so the row need not wait for the end of its lease. That the database was busy is not
   * the message's fault, and no reason for it to wait longer each time.
   */
  private async putBack(claim: Claim, error: unknown): Promise<never> {
    const now = this.clock.now();
    const nextAttemptAt = new Date(now.getTime() + pauseAfter(error instanceof Busy ? 1 : claim.attempt));
    const reason = error instanceof Error ? error.name : 'unknown';
    await this.ledger.settle(claim, { status: 'pending', reason, nextAttemptAt }, now).catch(() => false);
    throw error;
  }

  private async dismiss(claim: Claim, reason: string): Promise<Outcome> {
    const now = this.clock.now();
    const kept = await patiently(() => this.ledger.settle(claim, { status: 'void', reason }, now));
    return kept ? { kind: 'void', reason } : { kind: 'elsewhere' };
  }

  private async refused(claim: Claim, { reason, isPermanent }: MailRefused | PushRefused): Promise<Outcome> {
    const now = this.clock.now();
    const nextAttemptAt = new Date(now.getTime() + pauseAfter(claim.attempt));
    if (isPermanent || nextAttemptAt >= claim.usefulUntil) {
      await patiently(() => this.ledger.settle(claim, { status: 'failed', reason }, now));
      return { kind: 'failed', reason };
    }
    await patiently(() => this.ledger.settle(claim, { status: 'pending', reason, nextAttemptAt }, now));
    return { kind: 'again', reason };
  }
}

/** How many messages one process has under way at once. */
export const widths: Widths = { quick: 12, all: 48, each: 4, slowAfter: 2_000 };
