import { Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { TaskAssigning } from './task-assigning.service.js';

/** The moves of an outcome that make tasks, which outcomes know nothing of. */
@ApiTags('outcomes')
@Controller('outcomes/:id')
export class AssigningController {
  constructor(private readonly assigning: TaskAssigning) {}

  @Post('assign')
  @HttpCode(200)
  @Requires('outcome.assign')
  assign(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.assigning.assign(ctx, id, 'assign');
  }

  @Post('assign-directly')
  @HttpCode(200)
  @Requires('outcome.assign_directly')
  assignDirectly(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.assigning.assign(ctx, id, 'assign_directly');
  }
}
