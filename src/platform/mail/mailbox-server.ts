import { AddressInfo } from 'node:net';
import { SMTPServer, SMTPServerDataStream } from 'smtp-server';
import { Mailbox } from './mailbox';

const largestMail = 1_048_576;

/**
 * A real SMTP server on this machine only, at a free port, that puts every mail into the {@link Mailbox}. The way of a
 * mail is thereby the same with and without a mail server of one's own.
 */
export class MailboxServer {
  private readonly server: SMTPServer;

  constructor(private readonly mailbox: Mailbox) {
    this.server = new SMTPServer({
      name: 'localhost',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: largestMail,
      maxClients: 20,
      socketTimeout: 10_000,
      onData: (stream, _session, done) => {
        this.receive(stream).then(() => {
          done();
        }, done);
      },
    });
    // A client that goes away in mid-sentence is that client's problem.
    this.server.on('error', () => undefined);
  }

  /** Listens. @returns the port. */
  async start(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', () => {
        this.server.server.off('error', reject);
        resolve();
      });
    });
    return (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private async receive(stream: SMTPServerDataStream): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 });
    await this.mailbox.keep(Buffer.concat(parts));
  }
}
