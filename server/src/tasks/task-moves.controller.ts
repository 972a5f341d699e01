import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto, OptionalReasonDto, ReasonDto } from '../common/validation/common.dto.js';
import { TaskReplies } from './proof/task-replies.service.js';
import { TaskEvaluation } from './task-evaluation.service.js';
import { TaskHanding } from './task-handing.service.js';
import { TaskHandling } from './task-handling.service.js';
import { TaskReassignDto, TaskReplyDto } from './tasks.dto.js';

/** One route a move; what an evaluation leads to is one route, since its result decides. */
@ApiTags('task moves')
@Controller('tasks/:id')
export class TaskMovesController {
  constructor(
    private readonly handing: TaskHanding,
    private readonly handling: TaskHandling,
    private readonly evaluation: TaskEvaluation,
    private readonly replies: TaskReplies,
  ) {}

  @Post('take')
  @HttpCode(200)
  @Requires('task.take')
  take(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.handing.take(ctx, id);
  }

  @Post('refuse')
  @HttpCode(200)
  @Requires('task.refuse')
  refuse(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.handing.refuse(ctx, id, reason);
  }

  @Post('reassign')
  @HttpCode(200)
  @Requires('task.reassign')
  reassign(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskReassignDto) {
    return this.handing.reassign(ctx, id, body);
  }

  @Post('reply')
  @HttpCode(200)
  @Requires('task.reply')
  reply(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskReplyDto) {
    return this.replies.reply(ctx, id, body);
  }

  @Post('open-evaluation')
  @HttpCode(200)
  @Requires('task.open_evaluation')
  openEvaluation(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.evaluation.open(ctx, id);
  }

  @Post('conclude')
  @HttpCode(200)
  @Requires('task.conclude')
  conclude(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.evaluation.conclude(ctx, id);
  }

  @Post('restart')
  @HttpCode(200)
  @Requires('task.restart')
  restart(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: OptionalReasonDto) {
    return this.handling.restart(ctx, id, reason);
  }

  @Post('reconsult')
  @HttpCode(200)
  @Requires('task.reconsult')
  reconsult(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.handling.move(ctx, id, 'reconsult', reason);
  }
}
