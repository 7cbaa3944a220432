import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../config/config';
import { CalendarFile, calendarText } from './calendar-file';
import { Mailbox } from './mailbox';
import { MailboxServer } from './mailbox-server';

/** A mail that is ready to go: every text final, every link complete. */
export interface Letter {
  /** Stable over all attempts, so that a repeat is recognised; see {@link Mailer.messageId}. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Language of the letter, for the header. */
  locale: string;
  /** When it was written; the `Date` header. */
  at: Date;
  /** Goes along as a file for calendars. */
  calendar?: CalendarFile;
  /** An address at which one request stops such letters, without signing in. */
  unsubscribe?: string;
}

/** The mail server did not take a letter. */
export class MailRefused extends Error {
  constructor(
    /** In few words and without addresses: goes into the ledger and the log. */
    readonly reason: string,
    /** The recipient or the letter itself was refused: trying again cannot help. */
    readonly isPermanent: boolean,
  ) {
    super(reason);
    this.name = 'MailRefused';
  }
}

/** Longest time from the first byte to the last reply, in milliseconds. */
export const handOverDeadline = 90_000;

/** Hands letters to an SMTP server: the configured one, or the built-in mailbox. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private server?: MailboxServer;
  private transport?: Promise<ReturnType<typeof smtp>>;
  private readonly domain: string;
  private readonly sender: { name: string; email: string };

  constructor(
    private readonly config: Config,
    private readonly mailbox: Mailbox,
  ) {
    this.domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(config.mailFrom)?.[1] ?? 'oasis.example';
    const [, name, email] = /^\s*(?:"?([^"<]*?)"?\s*<)?([^\s<>"]+@[^\s<>"]+)>?\s*$/.exec(config.mailFrom) ?? [];
    this.sender = { name: name || 'Business Oasis', email: email ?? `no-reply@${this.domain}` };
  }

  /** Whether there is anywhere to hand a letter to. Without it, messages wait in the ledger. */
  get isConfigured(): boolean {
    return this.config.smtpUrl !== undefined || this.config.usesMailbox;
  }

  /** The Message-ID that belongs to a row of the ledger, the same for each attempt. */
  messageId(id: string): string {
    return `<message-${id}@${this.domain}>`;
  }

  /**
   * Hands one letter over and returns once the server has taken it.
   * @throws MailRefused when it has not. The recipient may have got it all the same when the link broke at the end:
   * hence the stable Message-ID.
   */
  async handOver(letter: Letter): Promise<void> {
    try {
      const transport = await this.connect();
      await transport.sendMail({
        from: this.config.mailFrom,
        to: { name: oneLine(letter.to.name), address: letter.to.address },
        subject: oneLine(letter.subject),
        text: letter.text,
        html: letter.html,
        messageId: letter.messageId,
        date: letter.at,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': letter.locale,
          ...(letter.unsubscribe !== undefined && {
            'List-Unsubscribe': { prepared: true, value: `<${letter.unsubscribe}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
        attachments: letter.calendar && [attached({ ...letter.calendar, organizer: this.sender })],
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(handOverDeadline),
      });
    } catch (error) {
      throw refusal(error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.server?.stop();
    this.server = undefined;
    this.transport = undefined;
  }

  private connect(): Promise<ReturnType<typeof smtp>> {
    this.transport ??= this.open().catch((error: unknown) => {
      this.transport = undefined;
      throw error;
    });
    return this.transport;
  }

  private async open(): Promise<ReturnType<typeof smtp>> {
    if (this.config.smtpUrl) return smtp(this.config.smtpUrl);
    if (!this.config.usesMailbox) throw new MailRefused('no mail server is configured', false);
    this.server = new MailboxServer(this.mailbox);
    return smtp(`smtp://127.0.0.1:${await this.server.start()}`);
  }
}

function smtp(url: string): ReturnType<typeof createTransport> {
  return createTransport({
    url,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    // A server may look into a letter for long before it takes it; who hangs up too early sends it again.
    socketTimeout: 60_000,
    dnsTimeout: 5_000,
    socketCloseTimeout: 500,
  });
}

function attached(calendar: CalendarFile): { filename: string; contentType: string; content: string } {
  const contentType = `text/calendar; charset=utf-8; method=${calendar.method}`;
  return { filename: 'booking.ics', contentType, content: calendarText(calendar) };
}

/** Nobody's name may add a header, whatever the library does with it. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim();
}

/**
 * Only a refused recipient or a refused letter is final. A refused sign-in or sender is a mistake of the operator, and
 * everything else is weather: both heal, so both are tried again.
 */
function refusal(error: unknown): MailRefused {
  if (error instanceof MailRefused) return error;
  const { responseCode, command, code, message } = error as {
    responseCode?: number;
    command?: string;
    code?: string;
    message?: string;
  };
  const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  const isAboutLetter = command === 'RCPT TO' || command === 'DATA';
  const words = (message ?? 'unknown').replace(/\S+@\S+/g, '<address>').slice(0, 200);
  return new MailRefused([responseCode ?? code, command, words].filter(Boolean).join(' '), isFinal && isAboutLetter);
}
