import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import { CaseDetails } from './case-detail.service.js';
import { CaseLists } from './case-lists.service.js';
import { CaseWriting } from './case-writing.service.js';
import { CaseBeginDto, CaseInputDto, CaseQueryDto, CaseWorkQueryDto } from './cases.dto.js';

/** 案例库 */
@ApiTags('cases')
@Controller()
export class CasesController {
  constructor(
    private readonly lists: CaseLists,
    private readonly details: CaseDetails,
    private readonly writing: CaseWriting,
  ) {}

  @Get('cases')
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: CaseQueryDto) {
    return this.lists.open(ctx, query);
  }

  @Post('cases')
  @Requires('case.write')
  begin(@Ctx() ctx: RequestContext, @Body() { topicId }: CaseBeginDto) {
    return this.writing.begin(ctx, topicId);
  }

  @Get('cases/work')
  @Requires('case.work')
  work(@Ctx() ctx: RequestContext, @Query() query: CaseWorkQueryDto) {
    return this.lists.work(ctx, query);
  }

  @Get('topics/:id/case')
  @Public()
  ofTopic(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.lists.ofTopic(ctx, id);
  }

  @Get('cases/:id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Put('cases/:id')
  @Requires('case.write')
  write(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: CaseInputDto) {
    return this.writing.write(ctx, id, body);
  }

  @Post('cases/:id/submit')
  @HttpCode(200)
  @Requires('case.submit')
  submit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.writing.submit(ctx, id);
  }

  @Post('cases/:id/return')
  @HttpCode(200)
  @Requires('case.return')
  sendBack(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.writing.sendBack(ctx, id, reason);
  }

  @Post('cases/:id/feature')
  @HttpCode(200)
  @Requires('case.feature')
  feature(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.writing.feature(ctx, id);
  }

  @Post('cases/:id/withdraw')
  @HttpCode(200)
  @Requires('case.withdraw')
  withdraw(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.writing.withdraw(ctx, id, reason);
  }
}
