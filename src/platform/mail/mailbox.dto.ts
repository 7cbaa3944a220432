import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { Email } from '../http/fields';
import { KeptMail } from './mailbox';

/** Whose mails to list. */
export class MailboxQuery {
  @Email({ optional: true, description: 'only mails to this address' })
  to?: string;
}

/** A file that came with a mail. */
export class AttachmentView {
  @ApiProperty()
  filename!: string;

  @ApiProperty({ example: 'text/calendar' })
  contentType!: string;
}

/** A mail in the built-in mailbox. */
export class KeptMailView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'the address of the recipient' })
  to!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ format: 'date-time' })
  sentAt!: string;

  @ApiProperty({ description: 'the same for each attempt to send one message' })
  messageId!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty()
  html!: string;

  @ApiProperty({ type: [AttachmentView] })
  attachments!: AttachmentView[];
}

/** The newest mails first. */
export class KeptMailsView {
  @ApiProperty({ type: [KeptMailView] })
  items!: KeptMailView[];
}

export function keptMailView({ id, to, subject, sentAt, messageId, text, html, attachments }: KeptMail): KeptMailView {
  return { id, to, subject, sentAt: instant(sentAt), messageId, text, html, attachments };
}
