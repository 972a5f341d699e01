import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { FewAtOnce } from '../common/few-at-once.decorator.js';
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

/** The same for everyone: without what is sensitive, and with the rows that anybody may open. */
@ApiTags('figures')
@Controller('figures/open')
export class OpenFiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly lists: FigureLists,
    private readonly scopes: FigureScopes,
  ) {}

  @Get()
  @Public()
  @FewAtOnce()
  async get(@Ctx() ctx: RequestContext, @Query() query: FigureQueryDto) {
    return this.figures.of(ctx, await this.scopes.open(ctx, query));
  }

  @Get('topics')
  @Public()
  async topics(@Ctx() ctx: RequestContext, @Query() query: FigureTopicsQueryDto) {
    return this.lists.topics(ctx, await this.scopes.open(ctx, query), query);
  }

  @Get('stays')
  @Public()
  @FewAtOnce()
  async stays(@Ctx() ctx: RequestContext, @Query() query: FigureStaysQueryDto) {
    return this.lists.stays(ctx, await this.scopes.open(ctx, query), query);
  }

  @Get('promises')
  @Public()
  async promises(@Ctx() ctx: RequestContext, @Query() query: FigurePromisesQueryDto) {
    return this.lists.promises(ctx, await this.scopes.open(ctx, query), query);
  }

  @Get('sessions')
  @Public()
  async sessions(@Ctx() ctx: RequestContext, @Query() query: FigureSessionsQueryDto) {
    return this.lists.sessions(ctx, await this.scopes.open(ctx, query), query);
  }
}
