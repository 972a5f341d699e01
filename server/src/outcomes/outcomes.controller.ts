import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { OutcomeDetails } from './outcome-detail.service.js';
import { OutcomeLists } from './outcome-lists.service.js';
import { OutcomeWriting } from './outcome-writing.service.js';
import { OutcomeInputDto, OutcomeInstructDto, OutcomeQueryDto, OutcomeSendDto } from './outcomes.dto.js';

@ApiTags('outcomes')
@Controller('outcomes')
export class OutcomesController {
  constructor(
    private readonly lists: OutcomeLists,
    private readonly details: OutcomeDetails,
    private readonly writing: OutcomeWriting,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: OutcomeQueryDto) {
    return this.lists.open(ctx, query);
  }

  @Get('work')
  @Requires('outcome.work')
  work(@Ctx() ctx: RequestContext, @Query() query: OutcomeQueryDto) {
    return this.lists.work(ctx, query);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Put(':id')
  @Requires('outcome.write')
  write(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: OutcomeInputDto) {
    return this.writing.write(ctx, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Requires('outcome.publish')
  publish(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.writing.publish(ctx, id);
  }

  @Post(':id/send')
  @HttpCode(200)
  @Requires('outcome.send')
  send(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: OutcomeSendDto) {
    return this.writing.send(ctx, id, body);
  }

  @Post(':id/instruct')
  @HttpCode(200)
  @Requires('outcome.instruct')
  instruct(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: OutcomeInstructDto) {
    return this.writing.instruct(ctx, id, body);
  }
}
