import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { PersonalRecords } from '../account/personal-records.js';
import { SubscriptionEntity } from './message.entity.js';

/** The yeses to subscription messages are kept under an openid: they go with the account, as its messages do. */
@Injectable()
export class PersonMessages implements OnModuleInit {
  constructor(private readonly records: PersonalRecords) {}

  onModuleInit(): void {
    this.records.register({
      name: 'subscriptions',
      label: '微信订阅',
      erase: async (db, { openids }) => {
        if (openids.length > 0) await db.delete(SubscriptionEntity, { openid: In([...openids]) });
      },
    });
  }
}
