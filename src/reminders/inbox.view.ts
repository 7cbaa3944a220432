import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';
import { draftOf, Reader } from './kind';
import { kindNamed, kinds } from './kinds';
import { LetterLinks } from './letter-links';

/** A line of a message: a name and a value, in the reader's language. */
export class MessageLineView {
  @ApiProperty({ example: 'Place' })
  name!: string;

  @ApiProperty({ example: 'Desk 4' })
  value!: string;
}

/** A message as it is read in the application, in the reader's language. */
export class MessageView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: kinds.map(({ name }) => name), enumName: 'MessageKind' })
  kind!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'what there is to say, in paragraphs with an empty line between; may be empty' })
  text!: string;

  @ApiProperty({ type: () => [MessageLineView] })
  details!: MessageLineView[];

  @ApiProperty({ description: 'the words on the button' })
  action!: string;

  @ApiProperty({ description: 'where the button leads, as a path of the web application', example: '/bookings' })
  link!: string;

  @ApiProperty({ format: 'date-time' })
  sentAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: string | null;
}

/** How many messages a person has not read. */
export class UnreadView {
  @ApiProperty()
  unread!: number;
}

/** One page of messages, the newest first. */
export class MessagePage extends UnreadView {
  @ApiProperty({ type: () => [MessageView] })
  items!: MessageView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A message of the ledger that is shown in the application. */
export interface InboxRow {
  id: string;
  kind: string;
  facts: Record<string, unknown>;
  sentAt: Date;
  readAt: Date | null;
}

/** Puts a message into words. @throws Error for a kind that this version does not know; the list leaves those out. */
export function messageView(row: InboxRow, reader: Reader, links: LetterLinks): MessageView {
  const kind = kindNamed(row.kind);
  if (!kind) throw new Error(`There is no kind of message called ${row.kind}.`);
  const draft = draftOf(kind, row.facts, reader, links);
  return {
    id: row.id,
    kind: row.kind,
    title: draft.subject,
    text: draft.body.join('\n\n'),
    details: draft.details.map(([name, value]) => ({ name, value })),
    action: draft.action,
    link: new URL(draft.link).pathname,
    sentAt: instant(row.sentAt),
    readAt: row.readAt && instant(row.readAt),
  };
}
