import { Global, Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AccountDeletion } from './account-deletion.service.js';
import { Consents } from './consents.service.js';
import { MyDataService } from './my-data.service.js';
import { PersonalRecords } from './personal-records.js';
import { PhoneRevealAccess } from './phone-reveal-access.js';
import { PhoneRevealsController } from './phone-reveals.controller.js';
import { PhoneReveals } from './phone-reveals.service.js';
import { Profiles } from './profiles.service.js';
import { ToldProfiles } from './told-profiles.service.js';

@Global()
@Module({
  controllers: [AccountController, PhoneRevealsController],
  providers: [
    AccountDeletion,
    AccountService,
    Consents,
    MyDataService,
    PersonalRecords,
    PhoneRevealAccess,
    PhoneReveals,
    Profiles,
    ToldProfiles,
  ],
  exports: [PersonalRecords],
})
export class AccountModule {}
