import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post, Put } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { NeedsConsent, NeedsPhone } from '../people/obligations.decorators.js';
import { Cosigns } from './cosigns.service.js';
import { SimilarTopics } from './similar-topics.service.js';
import { TopicDetails } from './topic-detail.service.js';
import { TopicLists } from './topic-lists.service.js';
import { TopicRaising } from './topic-raising.service.js';
import {
  MyTopicsQueryDto,
  RecordedTopicDto,
  SimilarQueryDto,
  TopicCreateDto,
  TopicInputDto,
  TopicQueryDto,
  WorkTopicsQueryDto,
} from './topics.dto.js';

@ApiTags('topics')
@Controller('topics')
export class TopicsController {
  constructor(
    private readonly lists: TopicLists,
    private readonly details: TopicDetails,
    private readonly raising: TopicRaising,
    private readonly cosigns: Cosigns,
    private readonly similarTopics: SimilarTopics,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: TopicQueryDto) {
    return this.lists.open(ctx, query);
  }

  @Get('work')
  @Requires('topic.work')
  work(@Ctx() ctx: RequestContext, @Query() query: WorkTopicsQueryDto) {
    return this.lists.work(ctx, query);
  }

  @Get('mine')
  @Requires('topic.mine')
  mine(@Ctx() ctx: RequestContext, @Query() query: MyTopicsQueryDto) {
    return this.lists.mine(ctx, query);
  }

  @Get('similar')
  @Requires('topic.similar')
  similar(@Ctx() ctx: RequestContext, @Query() query: SimilarQueryDto) {
    return this.similarTopics.find(ctx, query);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Post()
  @Requires('topic.raise')
  @NeedsPhone()
  raise(@Ctx() ctx: RequestContext, @Body() body: TopicCreateDto) {
    return this.raising.raise(ctx, body);
  }

  /** 代录 */
  @Post('recorded')
  @Requires('topic.record')
  record(@Ctx() ctx: RequestContext, @Body() body: RecordedTopicDto) {
    return this.raising.record(ctx, body);
  }

  @Put(':id')
  @Requires('topic.edit')
  @NeedsConsent()
  edit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TopicInputDto) {
    return this.raising.edit(ctx, id, body);
  }

  @Post(':id/cosign')
  @HttpCode(200)
  @Requires('topic.cosign')
  @NeedsConsent()
  cosign(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.cosigns.add(ctx, id);
  }

  @Delete(':id/cosign')
  @Requires('topic.cosign')
  uncosign(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.cosigns.remove(ctx, id);
  }
}
