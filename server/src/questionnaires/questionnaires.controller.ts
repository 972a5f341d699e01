import { Body, Controller, Get, Header, HttpCode, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { Unrecorded } from '../common/idempotency/unrecorded.decorator.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { NeedsConsent } from '../people/obligations.decorators.js';
import { QuestionnaireAnswering } from './questionnaire-answering.service.js';
import { QuestionnaireBuilding } from './questionnaire-building.service.js';
import { QuestionnaireDetails } from './questionnaire-detail.service.js';
import { QuestionnaireOutcome } from './questionnaire-results.service.js';
import { QuestionnaireEditDto, QuestionnaireInputDto, QuestionParamDto, SheetInputDto } from './questionnaires.dto.js';

@ApiTags('questionnaires')
@ApiBearerAuth()
@Controller()
export class QuestionnairesController {
  constructor(
    private readonly building: QuestionnaireBuilding,
    private readonly details: QuestionnaireDetails,
    private readonly answering: QuestionnaireAnswering,
    private readonly outcome: QuestionnaireOutcome,
  ) {}

  @Post('research/:id/questionnaires')
  @Requires('questionnaire.write')
  create(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: QuestionnaireInputDto) {
    return this.building.create(ctx, id, body);
  }

  @Get('questionnaires/:id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Put('questionnaires/:id')
  @Requires('questionnaire.write')
  edit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: QuestionnaireEditDto) {
    return this.building.edit(ctx, id, body);
  }

  @Post('questionnaires/:id/open')
  @HttpCode(200)
  @Requires('questionnaire.open')
  open(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.building.open(ctx, id);
  }

  @Post('questionnaires/:id/close')
  @HttpCode(200)
  @Requires('questionnaire.close')
  close(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.building.close(ctx, id);
  }

  @Post('questionnaires/:id/drop')
  @HttpCode(200)
  @Requires('questionnaire.drop')
  drop(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.building.drop(ctx, id);
  }

  /** Not recorded for retries: a digest of the answers beside the person's id would say whose they are. */
  @Post('questionnaires/:id/answers')
  @HttpCode(200)
  @Requires('questionnaire.answer')
  @NeedsConsent()
  @Unrecorded()
  answer(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SheetInputDto) {
    return this.answering.answer(ctx, id, body);
  }

  @Get('questionnaires/:id/results')
  @Public()
  results(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.outcome.results(ctx, id);
  }

  @Get('questionnaires/:id/questions/:questionId/texts')
  @Requires('questionnaire.read')
  texts(@Ctx() ctx: RequestContext, @Param() { id, questionId }: QuestionParamDto, @Query() query: PageQueryDto) {
    return this.outcome.texts(ctx, id, questionId, query);
  }

  @Get('questionnaires/:id/answers.csv')
  @Header('content-disposition', 'attachment; filename="answers.csv"')
  @Header('cache-control', 'no-store')
  @Requires('questionnaire.read')
  async table(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    const csv = await this.outcome.table(ctx, id);
    return new StreamableFile(Buffer.from(csv, 'utf8'), { type: 'text/csv; charset=utf-8' });
  }
}
