import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../common/auth/access.decorators.js';
import { CodedError } from '../common/errors/coded-error.js';
import { Database } from '../database/database.js';

/** For whatever watches the process: alive, and ready to serve. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  @Public()
  alive() {
    return { status: 'ok' };
  }

  /** @throws SERVER.UNREADY while the database does not answer */
  @Get('readyz')
  @Public()
  async ready() {
    await this.database.ping().catch(() => {
      throw new CodedError('SERVER.UNREADY');
    });
    return { status: 'ok' };
  }
}
