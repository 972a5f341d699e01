import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { DeadLetters } from './dead-letters.service.js';
import { MessageTemplates } from './message-templates.js';
import { SubscriptionReportDto } from './messages.dto.js';
import { MessagesService } from './messages.service.js';

@ApiTags('messages')
@Controller('messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly templates: MessageTemplates,
    private readonly deadLetters: DeadLetters,
  ) {}

  @Get()
  @Requires('message.read')
  list(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.messages.list(ctx, query);
  }

  @Get('count')
  @Requires('message.read')
  count(@Ctx() ctx: RequestContext) {
    return this.messages.count(ctx);
  }

  @Get('templates')
  @Public()
  subscribable() {
    return this.templates.list();
  }

  @Post('subscriptions')
  @HttpCode(200)
  @Requires('message.read')
  report(@Ctx() ctx: RequestContext, @Body() body: SubscriptionReportDto) {
    return this.messages.report(ctx, body);
  }

  @Post('read-all')
  @HttpCode(200)
  @Requires('message.read')
  readAll(@Ctx() ctx: RequestContext) {
    return this.messages.readAll(ctx);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Requires('message.read')
  read(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.messages.read(ctx, id);
  }

  @Get('dead-letters')
  @Requires('dead_letter.handle')
  dead(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.deadLetters.list(ctx, query);
  }

  @Post('dead-letters/:id/retry')
  @HttpCode(200)
  @Requires('dead_letter.handle')
  retry(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.deadLetters.retry(ctx, id);
  }
}
