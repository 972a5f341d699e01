import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { FigureLists } from './figure-lists.service.js';
import { FigureScopes } from './figure-scope.js';
import {
  FigurePromisesQueryDto,
  FigureQueryDto,
  FigureSessionsQueryDto,
  FigureStaysQueryDto,
  FigureTopicsQueryDto,
} from './figures.dto.js';
import { FiguresService } from './figures.service.js';

/** 数据看板, for those who answer for a region. */
@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly lists: FigureLists,
    private readonly scopes: FigureScopes,
  ) {}

  @Get()
  @Requires('figures.read')
  async get(@Ctx() ctx: RequestContext, @Query() query: FigureQueryDto) {
    return this.figures.of(ctx, await this.scopes.inside(ctx, query));
  }

  @Get('topics')
  @Requires('figures.read')
  async topics(@Ctx() ctx: RequestContext, @Query() query: FigureTopicsQueryDto) {
    return this.lists.topics(ctx, await this.scopes.inside(ctx, query), query);
  }

  @Get('stays')
  @Requires('figures.read')
  async stays(@Ctx() ctx: RequestContext, @Query() query: FigureStaysQueryDto) {
    return this.lists.stays(ctx, await this.scopes.inside(ctx, query), query);
  }

  @Get('promises')
  @Requires('figures.read')
  async promises(@Ctx() ctx: RequestContext, @Query() query: FigurePromisesQueryDto) {
    return this.lists.promises(ctx, await this.scopes.inside(ctx, query), query);
  }

  @Get('sessions')
  @Requires('figures.read')
  async sessions(@Ctx() ctx: RequestContext, @Query() query: FigureSessionsQueryDto) {
    return this.lists.sessions(ctx, await this.scopes.inside(ctx, query), query);
  }
}
