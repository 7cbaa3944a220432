import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { PushDoor } from '../../src/platform/push/push-door';
import { aPerson } from './house';
import { openPostOffice, PostOffice } from './post-office';
import { SmtpSink } from './smtp';

/** A message of the ledger as specs look at it. */
export interface Told {
  channel: string;
  status: string;
  reason: string | null;
}

/** A house whose clock specs move, with somebody at the other end of the line who writes down what it says. */
export class Listener {
  private constructor(
    readonly sink: SmtpSink,
    readonly office: PostOffice,
  ) {}

  /** `door`: where notifications go out. */
  static async start(door?: PushDoor): Promise<Listener> {
    const sink = await SmtpSink.start();
    return new Listener(sink, await openPostOffice({ smtpUrl: sink.url }, door));
  }

  async stop(): Promise<void> {
    await this.office.stop();
    await this.sink.close();
  }

  /** Straight into the tables. */
  sql<Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.office.database.read<Row>(text, parameters);
  }

  /** Writes a row down; `id` is made when it is not given. @returns its id */
  async row(table: string, values: Record<string, unknown>): Promise<string> {
    const row = { id: newId(), ...values };
    const names = Object.keys(row);
    await this.sql(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
    return row.id;
  }

  /** What the timetable does at an instant; without one, now. */
  async at(instant?: string): Promise<void> {
    if (instant !== undefined) this.office.clock.set(instant);
    await this.office.ticks.planAgain(this.office.clock.now());
    this.office.clock.advance(0.05);
    await this.office.sweep();
    this.office.clock.advance(-0.05);
  }

  get now(): Date {
    return this.office.clock.now();
  }

  /** What somebody was told of a kind, by channel. */
  told(kind: string, { personId }: Actor): Promise<Told[]> {
    return this.sql<Told>(
      `select channel, status, reason from message where kind = $1 and person_id = $2 order by created_at, channel`,
      [kind, personId],
    );
  }

  /** Subjects of the mails that somebody has got, oldest first. */
  subjects({ personId }: Actor): string[] {
    return this.sink.to(`${personId}@people.example`).map(({ mail }) => mail.subject ?? '');
  }

  /** The text of the last mail that somebody has got. */
  lastText({ personId }: Actor): string {
    return this.sink.to(`${personId}@people.example`).at(-1)?.mail.text ?? '';
  }

  /** Files of the last mail that somebody has got. */
  lastFiles({ personId }: Actor): string[] {
    const files = this.sink.to(`${personId}@people.example`).at(-1)?.mail.attachments ?? [];
    return files.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer));
  }

  /** Somebody who reads a language on a clock. */
  async person(name: string, options: { locale?: string; timeZone?: string | null } = {}): Promise<Actor> {
    const actor = await aPerson(this.office.database);
    const { locale = 'en', timeZone = null } = options;
    await this.sql('update person set full_name = $2, locale = $3, time_zone = $4 where id = $1', [
      actor.personId,
      name,
      locale,
      timeZone,
    ]);
    return actor;
  }
}
