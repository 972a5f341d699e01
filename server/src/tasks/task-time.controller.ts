import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto, OptionalReasonDto, ReasonDto } from '../common/validation/common.dto.js';
import { TaskPausing } from './task-pausing.service.js';
import { TaskRequests } from './task-requests.service.js';
import {
  TaskDecisionDto,
  TaskExtensionDto,
  TaskHandoverDto,
  TaskRequestParamDto,
  TaskUrgeDto,
} from './task-time.dto.js';
import { TaskUrging } from './task-urging.service.js';

/** The time of a promise: another date, a pause, another department, a word from above. */
@ApiTags('task time')
@Controller('tasks/:id')
export class TaskTimeController {
  constructor(
    private readonly requests: TaskRequests,
    private readonly pausing: TaskPausing,
    private readonly urging: TaskUrging,
  ) {}

  /** 申请延期 */
  @Post('extensions')
  @HttpCode(200)
  @Requires('task.ask')
  askExtension(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskExtensionDto) {
    return this.requests.askExtension(ctx, id, body);
  }

  /** 申请移交 */
  @Post('handovers')
  @HttpCode(200)
  @Requires('task.ask')
  askHandover(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskHandoverDto) {
    return this.requests.askHandover(ctx, id, body);
  }

  @Post('requests/:requestId/decide')
  @HttpCode(200)
  @Requires('task.decide')
  decide(@Ctx() ctx: RequestContext, @Param() param: TaskRequestParamDto, @Body() body: TaskDecisionDto) {
    return this.requests.decide(ctx, param.id, param.requestId, body);
  }

  @Post('pause')
  @HttpCode(200)
  @Requires('task.pause')
  pause(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.pausing.pause(ctx, id, reason);
  }

  @Post('keep-paused')
  @HttpCode(200)
  @Requires('task.keep_paused')
  keepPaused(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.pausing.keep(ctx, id, reason);
  }

  @Post('resume')
  @HttpCode(200)
  @Requires('task.resume')
  resume(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: OptionalReasonDto) {
    return this.pausing.resume(ctx, id, reason);
  }

  /** 催办、督办 */
  @Post('urge')
  @HttpCode(200)
  @Requires('task.urge')
  urge(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { text }: TaskUrgeDto) {
    return this.urging.urge(ctx, id, text);
  }
}
