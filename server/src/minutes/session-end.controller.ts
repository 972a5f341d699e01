import { Controller, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { MinutesDrafting } from './minutes-drafting.service.js';

/** The one move of a session that minutes follow from; sessions know nothing of how minutes are made. */
@ApiTags('session moves')
@ApiBearerAuth()
@Controller('sessions/:id')
export class SessionEndController {
  constructor(private readonly drafting: MinutesDrafting) {}

  @Post('end')
  @HttpCode(200)
  @Requires('session.end')
  end(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.drafting.endSession(ctx, id);
  }
}
