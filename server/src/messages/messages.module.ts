import { Module } from '@nestjs/common';
import { DeadLetters } from './dead-letters.service.js';
import { Escalations } from './escalations.js';
import { EventTeller } from './event-teller.js';
import { MessageSweeper } from './message-sweeper.js';
import { MessageTemplates } from './message-templates.js';
import { MessageWriter } from './message-writer.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { ModerationTeller } from './moderation-teller.js';
import { PersonMessages } from './person-messages.js';
import { PushSender } from './push-sender.js';
import { Recipients } from './recipients.js';
import { Reminders } from './reminders.js';
import { RunTeller } from './run-teller.js';
import { Sayings } from './sayings.js';
import { SubscriptionEvents } from './subscription-events.js';
import { SubscriptionLedger } from './subscription-ledger.js';
import { ToldEvents } from './told-event.js';
import { WeeklyDigest } from './weekly-digest.js';

@Module({
  controllers: [MessagesController],
  providers: [
    DeadLetters,
    Escalations,
    EventTeller,
    MessagesService,
    MessageSweeper,
    MessageTemplates,
    MessageWriter,
    ModerationTeller,
    PersonMessages,
    PushSender,
    Recipients,
    Reminders,
    RunTeller,
    Sayings,
    SubscriptionEvents,
    SubscriptionLedger,
    ToldEvents,
    WeeklyDigest,
  ],
  exports: [MessageWriter],
})
export class MessagesModule {}
