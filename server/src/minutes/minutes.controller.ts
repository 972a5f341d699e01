import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import { NeedsPhone } from '../people/obligations.decorators.js';
import {
  ComparedParamDto,
  MinutesCodeDto,
  MinutesDraftQueryDto,
  MinutesHeldDto,
  MinutesInputDto,
  MinutesObjectDto,
  MinutesQueryDto,
  ObjectionAnswerDto,
  ObjectionParamDto,
  SignatoriesChangeDto,
} from './minutes.dto.js';
import { MinutesComparisons } from './minutes-comparison.service.js';
import { MinutesDetails } from './minutes-detail.service.js';
import { MinutesDrafting } from './minutes-drafting.service.js';
import { MinutesLists } from './minutes-lists.service.js';
import { MinutesReview } from './minutes-review.service.js';
import { MinutesSignatories } from './minutes-signatories.service.js';
import { MinutesSigning } from './minutes-signing.service.js';
import { MinutesVerificationService } from './minutes-verification.service.js';
import { MinutesWriting } from './minutes-writing.service.js';

@ApiTags('minutes')
@ApiBearerAuth()
@Controller('minutes')
export class MinutesController {
  constructor(
    private readonly lists: MinutesLists,
    private readonly details: MinutesDetails,
    private readonly drafting: MinutesDrafting,
    private readonly writing: MinutesWriting,
    private readonly verification: MinutesVerificationService,
    private readonly comparisons: MinutesComparisons,
    private readonly review: MinutesReview,
    private readonly signatories: MinutesSignatories,
    private readonly signing: MinutesSigning,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: MinutesQueryDto) {
    return this.lists.open(ctx, query);
  }

  /** 验真: by what is printed on the paper. */
  @Get('verify/:code')
  @Public()
  verify(@Ctx() ctx: RequestContext, @Param() { code }: MinutesCodeDto) {
    return this.verification.verify(ctx, code);
  }

  @Get(':id/compare/:otherId')
  @Public()
  compare(@Ctx() ctx: RequestContext, @Param() { id, otherId }: ComparedParamDto) {
    return this.comparisons.compare(ctx, id, otherId);
  }

  /** What is kept of a draft that several write. */
  @Get(':id/draft')
  @Requires('minutes.write')
  draft(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Query() { revision }: MinutesDraftQueryDto) {
    return this.writing.draft(ctx, id, revision);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Put(':id')
  @Requires('minutes.write')
  write(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: MinutesInputDto) {
    return this.writing.write(ctx, id, body);
  }

  /** When, where and under whom it was really held. */
  @Put(':id/held')
  @Requires('minutes.write')
  held(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: MinutesHeldDto) {
    return this.writing.setHeld(ctx, id, body);
  }

  @Post(':id/circulate')
  @HttpCode(200)
  @Requires('minutes.circulate')
  circulate(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.review.circulate(ctx, id);
  }

  @Post(':id/revise')
  @HttpCode(200)
  @Requires('minutes.revise')
  revise(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.review.revise(ctx, id, reason);
  }

  @Post(':id/objections')
  @Requires('minutes.object')
  @NeedsPhone()
  object(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: MinutesObjectDto) {
    return this.review.object(ctx, id, body);
  }

  @Post(':id/objections/:objectionId/answer')
  @HttpCode(200)
  @Requires('minutes.answer')
  answer(
    @Ctx() ctx: RequestContext,
    @Param() { id, objectionId }: ObjectionParamDto,
    @Body() body: ObjectionAnswerDto,
  ) {
    return this.review.answer(ctx, id, objectionId, body);
  }

  /** 更换核签人 */
  @Put(':id/signatories')
  @Requires('minutes.signatories')
  changeSignatories(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SignatoriesChangeDto) {
    return this.signatories.replace(ctx, id, body);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Requires('minutes.sign')
  sign(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.signing.sign(ctx, id);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Requires('minutes.publish')
  publish(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.signing.publish(ctx, id);
  }

  /** 更正 */
  @Post(':id/correct')
  @Requires('minutes.correct')
  correct(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.drafting.correct(ctx, id, reason);
  }
}
