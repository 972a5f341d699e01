import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { RegionField } from '../common/validation/fields.js';
import { HomeService } from './home.service.js';

class HomeQueryDto {
  @RegionField('township') township: string;
}

@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @Public()
  get(@Ctx() ctx: RequestContext, @Query() { township }: HomeQueryDto) {
    return this.home.get(ctx, township);
  }
}
