import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';
import { DemoProvider } from './demo-provider.js';
import { IdentityController } from './identity.controller.js';
import { IdentityService } from './identity.service.js';
import { IDENTITY_PROVIDERS, type IdentityProvider } from './identity-provider.js';
import { MySignInsController } from './my-sign-ins.controller.js';
import { MySignIns } from './my-sign-ins.service.js';
import { QrSignInController } from './qr-sign-in.controller.js';
import { QrSignIns } from './qr-sign-in.service.js';
import { Sessions } from './sessions.service.js';
import { SignInSweeper } from './sign-in-sweeper.js';
import { SignIns } from './sign-ins.service.js';
import { StaffController } from './staff.controller.js';
import { StaffAccountsController } from './staff-accounts.controller.js';
import { StaffAccounts } from './staff-accounts.service.js';
import { StaffAttempts } from './staff-attempts.js';
import { StaffSignInService } from './staff-sign-in.service.js';
import { StaffTickets } from './staff-tickets.js';
import { WechatProvider } from './wechat-provider.js';

@Global()
@Module({})
export class IdentityModule {
  /** @param demo whether the demo identity provider exists at all */
  static with({ demo }: { demo: boolean }): DynamicModule {
    return {
      module: IdentityModule,
      controllers: [
        IdentityController,
        MySignInsController,
        StaffController,
        StaffAccountsController,
        QrSignInController,
        ...(demo ? [DemoController] : []),
      ],
      providers: [
        Sessions,
        SignIns,
        MySignIns,
        IdentityService,
        WechatProvider,
        StaffAccounts,
        StaffAttempts,
        StaffSignInService,
        StaffTickets,
        QrSignIns,
        SignInSweeper,
        ...(demo ? [DemoProvider] : []),
        {
          provide: IDENTITY_PROVIDERS,
          inject: [WechatProvider, ...(demo ? [DemoProvider] : [])],
          useFactory: (...providers: IdentityProvider[]) => providers,
        },
      ],
      exports: [Sessions, SignIns],
    };
  }
}
