import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { NeedsPhone } from '../people/obligations.decorators.js';
import { TaskDetails } from './task-detail.service.js';
import { TaskEvaluation } from './task-evaluation.service.js';
import { TaskLists } from './task-lists.service.js';
import { TaskReporting } from './task-reporting.service.js';
import { MyTasksQueryDto, TaskProgressDto, TaskQueryDto, TaskRateDto } from './tasks.dto.js';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly lists: TaskLists,
    private readonly details: TaskDetails,
    private readonly reporting: TaskReporting,
    private readonly evaluation: TaskEvaluation,
  ) {}

  @Get()
  @Public()
  ledger(@Ctx() ctx: RequestContext, @Query() query: TaskQueryDto) {
    return this.lists.ledger(ctx, query);
  }

  @Get('mine')
  @Requires('task.mine')
  mine(@Ctx() ctx: RequestContext, @Query() query: MyTasksQueryDto) {
    return this.lists.mine(ctx, query);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Post(':id/progress')
  @HttpCode(200)
  @Requires('task.progress')
  progress(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskProgressDto) {
    return this.reporting.report(ctx, id, body);
  }

  @Post(':id/rate')
  @HttpCode(200)
  @Requires('task.rate')
  @NeedsPhone()
  rate(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskRateDto) {
    return this.evaluation.rate(ctx, id, body);
  }
}
