import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { Config } from '../platform/config/config';
import { MailboxApiModule, MailModule } from '../platform/mail/mail.module';
import { InboxController } from './inbox.controller';
import { InboxService } from './inbox.service';
import { Secrets } from '../platform/secrets';
import { Ledger } from './ledger';
import { LetterLinks } from './letter-links';
import { Lifeline } from './lifeline';
import { MessageQueries } from './message.queries';
import { MessageProcessor } from './message.processor';
import { MessageTicks } from './message.ticks';
import { MessagePlanner } from './planner.service';
import { PreferenceController, UnsubscribeController } from './preference.controller';
import { PreferenceService } from './preference.service';
import { PushDoor } from '../platform/push/push-door';
import { PushController } from './push/push.controller';
import { PushSender } from './push/push-sender';
import { PushSubscriptionService } from './push/push-subscription.service';
import { QueueBoard } from './queue-board/queue-board';
import { QueueBoardController } from './queue-board/queue-board.controller';
import { MessageSender } from './sender.service';
import { UnsubscribeLinks } from './unsubscribe-links';

/** What the house tells people by itself. Nothing in here starts by being provided: see the timetable. */
@Module({
  imports: [AccessModule, MailModule],
  providers: [
    { provide: Secrets, inject: [Config], useFactory: (config: Config) => new Secrets(config) },
    { provide: PushDoor, useFactory: () => new PushDoor() },
    PushSubscriptionService,
    PushSender,
    InboxService,
    PreferenceService,
    UnsubscribeLinks,
    LetterLinks,
    Ledger,
    Lifeline,
    MessageQueries,
    MessagePlanner,
    MessageSender,
    MessageTicks,
    MessageProcessor,
  ],
  exports: [InboxService, PreferenceService, PushSubscriptionService, MessageTicks, MessageProcessor, MailModule],
})
export class RemindersModule {}

/** What is seen of it over HTTP: messages in the application, and the built-in mailbox. */
@Module({
  imports: [RemindersModule, MailboxApiModule],
  providers: [QueueBoard],
  controllers: [InboxController, PreferenceController, UnsubscribeController, PushController, QueueBoardController],
})
export class RemindersApiModule {}
