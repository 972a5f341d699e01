import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { NeedsConsent, NeedsPhone } from '../people/obligations.decorators.js';
import { NextQueryDto, OpinionStatementDto, OpinionVoteDto } from './opinion.dto.js';
import { OpinionStatements } from './opinion-statements.service.js';
import { OpinionVoting } from './opinion-voting.service.js';

/** What people say in a round. */
@ApiTags('opinions')
@ApiBearerAuth()
@Controller('opinion-rounds/:id')
export class OpinionsController {
  constructor(
    private readonly voting: OpinionVoting,
    private readonly statements: OpinionStatements,
  ) {}

  @Get('next')
  @Public()
  next(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Query() { except }: NextQueryDto) {
    return this.voting.next(ctx, id, except?.split(',') ?? []);
  }

  @Get('mine')
  @Requires('opinion.mine')
  mine(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Query() query: PageQueryDto) {
    return this.voting.mine(ctx, id, query);
  }

  @Post('votes')
  @HttpCode(200)
  @Requires('opinion.vote')
  @NeedsConsent()
  vote(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: OpinionVoteDto) {
    return this.voting.vote(ctx, id, body);
  }

  @Post('statements')
  @Requires('opinion.submit')
  @NeedsPhone()
  submit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: OpinionStatementDto) {
    return this.statements.submit(ctx, id, body);
  }
}
