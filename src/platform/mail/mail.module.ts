import { Module } from '@nestjs/common';
import { Mailbox } from './mailbox';
import { MailboxController } from './mailbox.controller';
import { Mailer } from './mailer';

/** Mail over SMTP, and the mailbox that takes its place while trying out. */
@Module({ providers: [Mailbox, Mailer], exports: [Mailbox, Mailer] })
export class MailModule {}

/** The routes of the mailbox. */
@Module({ imports: [MailModule], controllers: [MailboxController] })
export class MailboxApiModule {}
