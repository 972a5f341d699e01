import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { PeopleQueryDto } from './people.dto.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('me')
  @Requires('account.read')
  me(@Ctx() ctx: RequestContext) {
    return this.people.me(ctx);
  }

  @Get('people')
  @Requires('people.find')
  find(@Ctx() ctx: RequestContext, @Query() query: PeopleQueryDto) {
    return this.people.find(ctx, query);
  }
}
