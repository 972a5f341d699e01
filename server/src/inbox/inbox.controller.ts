import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { InboxService } from './inbox.service.js';

@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Requires('inbox.read')
  list(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.inbox.list(ctx, query);
  }

  @Get('count')
  @Requires('inbox.read')
  count(@Ctx() ctx: RequestContext) {
    return this.inbox.count(ctx);
  }
}
