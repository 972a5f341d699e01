import { Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { MySignIns } from './my-sign-ins.service.js';

@ApiTags('identity')
@Controller('identity/sign-ins')
export class MySignInsController {
  constructor(private readonly mine: MySignIns) {}

  @Get()
  @Requires('account.read')
  list(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.mine.list(ctx, query);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('account.write')
  end(@Ctx() ctx: RequestContext, @Param('id') id: string) {
    return this.mine.end(ctx, id);
  }
}
