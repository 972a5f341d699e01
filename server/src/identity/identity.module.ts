import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';
import { DemoProvider } from './demo-provider.js';
import { IdentityController } from './identity.controller.js';
import { IdentityService } from './identity.service.js';
import { IDENTITY_PROVIDERS, type IdentityProvider } from './identity-provider.js';
import { Sessions } from './sessions.service.js';

@Global()
@Module({})
export class IdentityModule {
  /** @param demo whether the demo identity provider exists at all */
  static with({ demo }: { demo: boolean }): DynamicModule {
    return {
      module: IdentityModule,
      controllers: [IdentityController, ...(demo ? [DemoController] : [])],
      providers: [
        Sessions,
        IdentityService,
        ...(demo ? [DemoProvider] : []),
        {
          provide: IDENTITY_PROVIDERS,
          inject: demo ? [DemoProvider] : [],
          useFactory: (...providers: IdentityProvider[]) => providers,
        },
      ],
      exports: [Sessions],
    };
  }
}
