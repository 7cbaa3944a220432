import pg from 'pg';
import type { Socket } from 'node:net';

/** The parts of the driver's connection that are watched. */
interface Wire {
  stream: Socket;
  on(event: 'readyForQuery', listener: () => void): void;
}

type ClientClass = new (config?: string | pg.ClientConfig) => pg.Client;

/**
 * Connections that give up a silent server. The server's own limits end a statement that takes too long, but say nothing
 * when the wire is dead: without an end on this side a request would hang for as long as the network does. A statement
 * that is not answered within `patience` milliseconds ends the connection, and whoever waits learns that the house is
 * busy. A time-out of the driver would not do: the rollback after it waits behind the statement that hangs.
 *
 * Whoever raises `statement_timeout` says that they will wait: nothing is given up until their transaction is over.
 */
export function patientClient(patience: number): ClientClass {
  return class PatientClient extends pg.Client {
    private waiting = 0;
    private mayTakeLong = false;
    private timer: NodeJS.Timeout | undefined;

    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.wire.on('readyForQuery', () => {
        this.waiting = Math.max(0, this.waiting - 1);
        this.watch();
      });
      this.on('end', () => clearTimeout(this.timer));
    }

    // The driver's own signature is a dozen overloads; whatever it takes is passed on.
    override query(...given: unknown[]): never {
      const [asked] = given;
      this.listen(typeof asked === 'string' ? asked : ((asked as { text?: string } | undefined)?.text ?? ''));
      this.waiting += 1;
      if (this.waiting === 1) this.watch();
      return (super.query as (...all: unknown[]) => never).apply(this, given);
    }

    private get wire(): Wire {
      return (this as unknown as { connection: Wire }).connection;
    }

    private listen(text: string): void {
      if (text.includes('statement_timeout')) this.mayTakeLong = true;
      else if (/^\s*(commit|rollback)\s*;?\s*$/i.test(text)) this.mayTakeLong = false;
    }

    private watch(): void {
      clearTimeout(this.timer);
      if (this.waiting === 0 || this.mayTakeLong) return;
      this.timer = setTimeout(() => {
        this.wire.stream.destroy(new Error('connection timeout: the server did not answer'));
      }, patience).unref();
    }
  };
}
