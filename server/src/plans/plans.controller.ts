import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import { PlanReview } from './plan-review.service.js';
import { PlanCreateDto, PlanQueryDto } from './plans.dto.js';
import { Plans } from './plans.service.js';

@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly review: PlanReview,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: PlanQueryDto) {
    return this.plans.list(ctx, query);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.plans.get(ctx, id);
  }

  @Post()
  @Requires('plan.write')
  create(@Ctx() ctx: RequestContext, @Body() body: PlanCreateDto) {
    return this.plans.create(ctx, body);
  }

  @Post(':id/propose')
  @HttpCode(200)
  @Requires('plan.propose')
  propose(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.review.act(ctx, id, 'propose');
  }

  @Post(':id/party-approve')
  @HttpCode(200)
  @Requires('plan.party_approve')
  partyApprove(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.review.act(ctx, id, 'party_approve');
  }

  @Post(':id/party-send-back')
  @HttpCode(200)
  @Requires('plan.party_send_back')
  partySendBack(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.review.act(ctx, id, 'party_send_back', reason);
  }

  @Post(':id/county-approve')
  @HttpCode(200)
  @Requires('plan.county_approve')
  countyApprove(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.review.act(ctx, id, 'county_approve');
  }

  @Post(':id/county-send-back')
  @HttpCode(200)
  @Requires('plan.county_send_back')
  countySendBack(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.review.act(ctx, id, 'county_send_back', reason);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Requires('plan.publish')
  publish(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.review.act(ctx, id, 'publish');
  }
}
