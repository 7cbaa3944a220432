import { Injectable } from '@nestjs/common';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Malformed, Missing } from '../kernel/errors';
import { isId } from '../kernel/id';
import { instant } from '../kernel/period';
import { parseInstant } from '../kernel/site-time';
import { Database } from '../platform/database/database';
import { cursorKey, defaultLimit, pageOf } from '../platform/http/page';
import { InboxRow, MessagePage, messageView, UnreadView } from './inbox.view';
import { Reader } from './kind';
import { kinds } from './kinds';
import { LetterLinks } from './letter-links';

const known = kinds.map(({ name }) => name);

/** Which messages to list. */
export interface InboxFilter {
  unread?: boolean;
  limit?: number;
  cursor?: string;
}

/** What a person is told in the application. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: LetterLinks,
  ) {}

  /** The actor's own messages in their language, the newest first. @throws Malformed for a foreign cursor */
  async list(actor: Actor, { unread, limit = defaultLimit, cursor }: InboxFilter): Promise<MessagePage> {
    const after = afterKey(cursor);
    const rows = await this.database.read<InboxRow>(
      `select id, kind, facts, sent_at as "sentAt", read_at as "readAt" from message
       where person_id = $1 and channel = 'app' and status = 'sent' and kind = any ($2) and facts is not null
         and ($3::boolean is null or (read_at is null) = $3)
         and ($4::timestamptz is null or (sent_at, id) < ($4, $5::uuid))
       order by sent_at desc, id desc limit $6`,
      [actor.personId, known, unread ?? null, after.at, after.id, limit + 1],
    );
    const reader = await this.reader(actor);
    const page = pageOf(
      rows,
      limit,
      ({ sentAt, id }) => [instant(sentAt), id],
      (row) => messageView(row, reader, this.links),
    );
    const { unread: count } = await this.unread(actor);
    return { items: page.items, next: page.next, unread: count };
  }

  /** Remembers that the actor has read a message; a second time changes nothing. @throws Missing */
  async read(actor: Actor, id: string): Promise<UnreadView> {
    const [, count] = await this.mark(actor, 'id = $4', [id]);
    if (count === 0) throw new Missing('message');
    return this.unread(actor);
  }

  /** Remembers that the actor has read everything that was sent until now. */
  async readAll(actor: Actor): Promise<UnreadView> {
    await this.mark(actor, 'read_at is null', []);
    return this.unread(actor);
  }

  private mark(actor: Actor, which: string, more: string[]): Promise<[unknown, number]> {
    return this.database.transaction((tx) =>
      tx.query<[unknown, number]>(
        `update message set read_at = coalesce(read_at, $1)
         where person_id = $2 and channel = 'app' and status = 'sent' and kind = any ($3) and ${which}`,
        [this.clock.now(), actor.personId, known, ...more],
      ),
    );
  }

  private async unread({ personId }: Actor): Promise<UnreadView> {
    const [row] = await this.database.read<UnreadView>(
      `select count(*)::integer as unread from message
       where person_id = $1 and channel = 'app' and status = 'sent' and kind = any ($2) and facts is not null
         and read_at is null`,
      [personId, known],
    );
    return { unread: row?.unread ?? 0 };
  }

  private async reader({ personId }: Actor): Promise<Reader> {
    const [reader] = await this.database.read<Reader>(
      `select id, full_name as name, locale, time_zone as "timeZone" from person where id = $1`,
      [personId],
    );
    if (!reader) throw new Missing('person');
    return reader;
  }
}

function afterKey(cursor: string | undefined): { at: Date | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [sentAt = '', id = ''] = cursorKey(cursor, 2);
  const at = parseInstant(sentAt);
  if (!at || !isId(id)) throw Malformed.at('/cursor', 'is not a cursor of this list');
  return { at, id };
}
