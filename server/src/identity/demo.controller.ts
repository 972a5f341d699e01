import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { demoPeople } from './demo-provider.js';

@ApiTags('identity')
@Controller('identity/demo')
export class DemoController {
  @Get('people')
  @Public()
  people(@Ctx() ctx: RequestContext) {
    return demoPeople(ctx.db);
  }
}
