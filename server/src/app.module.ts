import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccountModule } from './account/account.module.js';
import { AppointmentsModule } from './appointments/appointments.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { CasesModule } from './cases/cases.module.js';
import { AccessGuard } from './common/auth/access.guard.js';
import { Clock } from './common/clock.js';
import { ClockModule } from './common/clock.module.js';
import { CryptoModule } from './common/crypto/crypto.module.js';
import { ErrorFilter } from './common/errors/error.filter.js';
import { IdempotencyModule } from './common/idempotency/idempotency.module.js';
import { RequestValidation } from './common/validation/validation.pipe.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DrawsModule } from './draws/draws.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { HealthController } from './health/health.controller.js';
import { HomeModule } from './home/home.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { LinksModule } from './links/links.module.js';
import { LiveModule } from './live/live.module.js';
import { MaterialsModule } from './materials/materials.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { MinutesModule } from './minutes/minutes.module.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { MovesModule } from './moves/moves.module.js';
import { OpenDataModule } from './open-data/open-data.module.js';
import { OpinionModule } from './opinion/opinion.module.js';
import { OutcomesModule } from './outcomes/outcomes.module.js';
import { PapersModule } from './papers/papers.module.js';
import { PeopleModule } from './people/people.module.js';
import { PlainPagesModule } from './plain-pages/plain-pages.module.js';
import { PlansModule } from './plans/plans.module.js';
import { QuestionnairesModule } from './questionnaires/questionnaires.module.js';
import { RegionsModule } from './regions/regions.module.js';
import { ResearchModule } from './research/research.module.js';
import { SearchModule } from './search/search.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TopicsModule } from './topics/topics.module.js';
import { WechatModule } from './wechat/wechat.module.js';

@Module({})
export class AppModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ClockModule.with(clock),
        DatabaseModule,
        CryptoModule,
        IdempotencyModule,
        JobsModule,
        WechatModule.with(config),
        MovesModule,
        MessagesModule,
        RegionsModule,
        PeopleModule,
        AppointmentsModule,
        IdentityModule.with(config),
        AccountModule,
        AttachmentsModule,
        LinksModule,
        SearchModule,
        TopicsModule,
        PlansModule,
        SessionsModule,
        LiveModule,
        OpinionModule,
        DrawsModule,
        MaterialsModule,
        ResearchModule,
        QuestionnairesModule,
        MinutesModule,
        OutcomesModule,
        PapersModule,
        TasksModule,
        LedgerModule,
        PlainPagesModule,
        ModerationModule,
        FeedbackModule,
        FiguresModule,
        InboxModule,
        HomeModule,
        CasesModule,
        OpenDataModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: RequestValidation },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    };
  }
}
