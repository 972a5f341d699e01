import { DAY_MS } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { QrSignInEntity } from './qr-sign-in.entity.js';
import { SignInEntity } from './sign-in.entity.js';

/** Records of sign-ins are kept this long after they ended: half a year is the least that the rules ask for. */
const SIGN_INS_KEPT_MS = 190 * DAY_MS;

/** Lets old sign-ins and codes go, once a day. */
@Injectable()
export class SignInSweeper implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-old-sign-ins',
      next: (after) => after + DAY_MS,
      run: () => this.sweep(),
    });
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.write(async (db) => {
      await db.delete(SignInEntity, { expiresAt: LessThan(now - SIGN_INS_KEPT_MS) });
      await db.delete(QrSignInEntity, { expiresAt: LessThan(now - DAY_MS) });
    });
  }
}
