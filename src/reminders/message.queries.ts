import { Injectable, OnModuleInit } from '@nestjs/common';
import { instant } from '../kernel/period';
import { PersonalRecords } from '../people/personal-records';
import { Database } from '../platform/database/database';

interface MessageRow {
  kind: string;
  channel: string;
  status: string;
  dueAt: Date;
  sentAt: Date | null;
  readAt: Date | null;
  facts: Record<string, unknown> | null;
}

/** What the ledger says about a person. */
@Injectable()
export class MessageQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'messages', read: (personId) => this.about(personId) });
  }

  /** What the person was told and when, newest first. Words are not kept, only what those in the application are made of. */
  async about(personId: string): Promise<Record<keyof MessageRow, unknown>[]> {
    const rows = await this.database.read<MessageRow>(
      `select kind, channel, status, due_at as "dueAt", sent_at as "sentAt", read_at as "readAt", facts
       from message where person_id = $1 order by created_at desc, id desc limit 10000`,
      [personId],
    );
    return rows.map(({ kind, channel, status, dueAt, sentAt, readAt, facts }) => ({
      kind,
      channel,
      status,
      dueAt: instant(dueAt),
      sentAt: sentAt && instant(sentAt),
      readAt: readAt && instant(readAt),
      facts,
    }));
  }
}
