import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { SupervisionDto, SupervisorDto } from './task-structure.dto.js';
import { TaskSupervision } from './task-supervision.service.js';

/** 领办督办 */
@ApiTags('task supervision')
@Controller('tasks/:id')
export class TaskSupervisionController {
  constructor(private readonly supervision: TaskSupervision) {}

  @Put('supervisor')
  @Requires('task.appoint')
  appoint(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { personId }: SupervisorDto) {
    return this.supervision.appoint(ctx, id, personId);
  }

  @Post('supervisions')
  @HttpCode(200)
  @Requires('task.supervise')
  supervise(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { text }: SupervisionDto) {
    return this.supervision.supervise(ctx, id, text);
  }
}
