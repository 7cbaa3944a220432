import { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

/**
 * How the mail server of a spec feels about a letter:
 * - `willing`: takes it, after `delay` milliseconds;
 * - `busy`: "try again later" (451) for every recipient;
 * - `strict`: refuses every recipient for good (550);
 * - `picky`: refuses the letter itself for good, after having read it (554);
 * - `rude`: reads the letter, keeps it, and hangs up without an answer;
 * - `deaf`: greets nobody and answers nothing.
 */
export type Mood = 'willing' | 'busy' | 'strict' | 'picky' | 'rude' | 'deaf';

/** A letter as it arrived. */
export interface Arrived {
  recipients: string[];
  raw: string;
  mail: Email;
}

function problem(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A real SMTP server that specs can put into a mood. */
export class SmtpSink {
  mood: Mood = 'willing';
  /** Milliseconds between the end of a letter and the answer. */
  delay = 0;
  /** Letters that arrive while this is true wait for their answer until {@link release}. */
  holding = false;
  private readonly held: (() => void)[] = [];
  /** Everything that arrived completely, whether it was acknowledged or not. */
  readonly letters: Arrived[] = [];
  /** The most letters that were ever being read or answered at one time, by Message-ID. */
  readonly mostAtOnce = new Map<string, number>();
  private readonly atOnce = new Map<string, number>();
  private server = this.make();
  private port = 0;

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink();
    await sink.open();
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Letters with this Message-ID, in order of arrival. */
  withId(messageId: string): Arrived[] {
    return this.letters.filter(({ mail }) => mail.messageId === messageId);
  }

  /** Letters to this address, in order of arrival. */
  to(address: string): Arrived[] {
    return this.letters.filter(({ recipients }) => recipients.includes(address));
  }

  /** Listens (again) at the same port. */
  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  /** Answers the letters that were held. */
  release(): void {
    for (const answer of this.held.splice(0)) answer();
  }

  /** Stops listening: connections are refused until {@link open}. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
      for (const connection of this.server.connections) connection.close();
    });
    this.server = this.make();
  }

  private make(): SMTPServer {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onConnect: (_session, done) => {
        if (this.mood !== 'deaf') done();
      },
      onRcptTo: (_address, _session, done) => {
        if (this.mood === 'busy') done(problem(451, 'Try again later'));
        else if (this.mood === 'strict') done(problem(550, `No such person here: ${_address.address}`));
        else done();
      },
      onData: (stream, session, done) => {
        // A worker that is killed in mid-letter hangs up: nothing has arrived then.
        this.read(stream, session, done).catch(done);
      },
    });
    server.on('error', () => undefined);
    return server;
  }

  private async read(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const raw = Buffer.concat(parts);
    const mail = await PostalMime.parse(raw);
    const id = mail.messageId ?? '';
    this.count(id, 1);
    if (this.holding) await new Promise<void>((resolve) => this.held.push(resolve));
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    this.count(id, -1);
    if (this.mood === 'picky') {
      done(problem(554, 'This letter is not wanted'));
      return;
    }
    this.letters.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), raw: raw.toString(), mail });
    if (this.mood === 'rude') {
      for (const connection of this.server.connections) if (connection.id === session.id) connection.close();
    } else {
      done();
    }
  }

  private count(id: string, step: number): void {
    const now = (this.atOnce.get(id) ?? 0) + step;
    this.atOnce.set(id, now);
    this.mostAtOnce.set(id, Math.max(now, this.mostAtOnce.get(id) ?? 0));
  }
}
